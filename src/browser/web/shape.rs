//! How the items of a long list lie, and so how high those are that are not made, and where their names belong.

use web_sys::DomRect;

use super::Element;
use crate::text::{concat, decimal, join};

/// What is known of it, in pixels.
pub(super) struct Shape {
    pub(super) n_columns: usize,
    /// From a column to the next.
    column: f64,
    /// From a row to the next.
    pub(super) row: f64,
    /// Between them.
    pub(super) gap: f64,
}

pub(super) fn px(length: f64) -> String {
    concat(&[&decimal(length as u32), "px"])
}

impl Shape {
    /// Before any has been seen.
    pub(super) fn guess(row: f64) -> Shape {
        Shape { n_columns: 1, column: 0.0, row, gap: 0.0 }
    }

    /// Learns it from where items are that follow each other.
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

    /// Whether it is no other one to speak of.
    pub(super) fn is_about(&self, other: &Shape) -> bool {
        self.n_columns == other.n_columns && (self.row - other.row).abs() <= other.row / 10.0
    }

    /// Names as they lie: a line for each row, a tab to each column.
    pub(super) fn lines(&self, names: &[&str]) -> String {
        let rows: Vec<String> = names.chunks(self.n_columns).map(|row| join(row, "\t")).collect();
        join(&rows.iter().map(String::as_str).collect::<Vec<_>>(), "\n")
    }

    /// Makes what holds the lines of so many names as high as the items, which is known where they were there already.
    pub(super) fn size(&self, lines: &Element, n_names: usize, height: Option<f64>) {
        let n_rows = n_names.div_ceil(self.n_columns) as f64;
        let height = height.unwrap_or(self.row * n_rows - self.gap);
        lines.set_property("block-size", &px(height));
        lines.set_property("line-height", &px((height + self.gap) / n_rows));
        lines.set_property("tab-size", &px(self.column));
    }
}
