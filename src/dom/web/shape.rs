//! The layout of the items of a long list: from it follow the height of items that do not exist, and the positions of
//! their names.

use web_sys::DomRect;

use super::Element;
use crate::text::{concat, decimal, join};

/// The measured layout, in pixels.
pub(super) struct Shape {
    pub(super) n_columns: usize,
    /// From one column to the next.
    column: f64,
    /// From one row to the next.
    pub(super) row: f64,
    /// Between rows.
    pub(super) gap: f64,
}

pub(super) fn px(length: f64) -> String {
    concat(&[&decimal(length as u32), "px"])
}

impl Shape {
    /// Before any item was measured.
    pub(super) fn guess(row: f64) -> Shape {
        Shape { n_columns: 1, column: 0.0, row, gap: 0.0 }
    }

    /// Measures it from the positions of consecutive items.
    pub(super) fn of(places: &[DomRect]) -> Option<Shape> {
        let (first, last) = (places.first()?, places.last()?);
        let n_columns = places.iter().take_while(|place| place.top() == first.top()).count().max(1);
        let n_rows = places.len().div_ceil(n_columns);
        let below = |place: &DomRect| place.top() - first.top();
        Some(Shape {
            n_columns,
            column: if n_columns > 1 { (places[1].left() - first.left()).abs() } else { 0.0 },
            row: if n_rows > 1 { below(last) / (n_rows - 1) as f64 } else { first.height() },
            gap: places.get(n_columns).map_or(0.0, |next| below(next) - first.height()),
        })
    }

    /// Whether it is about the same as another one.
    pub(super) fn is_about(&self, other: &Shape) -> bool {
        self.n_columns == other.n_columns && (self.row - other.row).abs() <= other.row / 10.0
    }

    /// The names as text in the same layout: a line per row, a tab between columns.
    pub(super) fn lines(&self, names: &[&str]) -> String {
        let rows: Vec<String> = names.chunks(self.n_columns).map(|row| join(row, "\t")).collect();
        join(&rows.iter().map(String::as_str).collect::<Vec<_>>(), "\n")
    }

    /// Makes the element with the lines of these names as high as the items; uses the last height if they existed
    /// before.
    pub(super) fn size(&self, lines: &Element, n_names: usize, height: Option<f64>) {
        let n_rows = n_names.div_ceil(self.n_columns) as f64;
        let height = height.unwrap_or(self.row * n_rows - self.gap);
        lines.set_property("block-size", &px(height));
        lines.set_property("line-height", &px((height + self.gap) / n_rows));
        lines.set_property("tab-size", &px(self.column));
    }
}
