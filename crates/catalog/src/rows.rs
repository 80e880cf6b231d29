//! The rows of a packed table, read cell by cell in the order of its columns.

use std::cell::Cell;

use super::packed::{CELL, COLUMN, FIRST, inner};
use crate::model::{Date, Source, Text};
use crate::text::cut;

/// Reads the rows of a table, cell by cell.
pub struct Rows<'a> {
    /// The rest of each column.
    columns: Vec<&'static str>,
    /// Separates the cells of a column.
    separator: u8,
    /// The column of the next cell.
    at: usize,
    /// The sources of the catalog, which some cells name by number.
    pub(super) sources: &'static [Source],
    /// The Chinese texts that follow, if they are in a text of their own.
    chinese: &'a Cell<&'static str>,
}

impl<'a> Rows<'a> {
    /// The rows of a table.
    pub(super) fn of(mut table: &'static str, sources: &'static [Source], chinese: &'a Cell<&'static str>) -> Rows<'a> {
        let mut columns = Vec::new();
        while !table.is_empty() {
            columns.push(cut(&mut table, COLUMN));
        }
        Rows { columns, separator: CELL, at: 0, sources, chinese }
    }

    /// Begins the next row.
    pub(super) fn next(&mut self) {
        self.at = 0;
    }

    /// Reads every row. The first cell of a row is never empty, so the table ends where the first column ends.
    pub(super) fn all<T>(mut self, read: fn(&mut Rows) -> T) -> &'static [T] {
        let mut rows = Vec::new();
        while self.columns.first().is_some_and(|first| !first.is_empty()) {
            self.next();
            rows.push(read(&mut self));
        }
        rows.leak()
    }

    /// The next cell.
    pub fn text(&mut self) -> &'static str {
        self.at += 1;
        self.columns.get_mut(self.at - 1).map(|column| cut(column, self.separator)).unwrap_or_default()
    }

    /// Two cells; the second is empty if it is the same.
    pub fn texts(&mut self) -> Text {
        let (en, zh) = (self.text(), self.chinese());
        Text { en, zh: if zh.is_empty() { en } else { zh } }
    }

    /// The next cell, with a Chinese text.
    pub fn chinese(&mut self) -> &'static str {
        let text = self.text();
        if !text.is_empty() {
            return text;
        }
        let mut rest = self.chinese.get();
        let text = cut(&mut rest, CELL);
        self.chinese.set(rest);
        text
    }

    /// The next cell as a number.
    pub fn number(&mut self) -> u32 {
        self.text().bytes().fold(0, |n, digit| n.wrapping_mul(10).wrapping_add(u32::from(digit & 15)))
    }

    /// The next cell as a date.
    pub fn date(&mut self) -> Date {
        Date::of_number(self.number())
    }

    /// Small numbers, one character for each; out of range where there is none.
    pub fn characters(&mut self) -> impl Iterator<Item = usize> + use<> {
        self.text().chars().map(|c| (c as usize).wrapping_sub(FIRST as usize))
    }

    /// A list: the next cells are tables of their own, with a column in each.
    pub fn list<T>(&mut self, n_columns: usize, read: fn(&mut Rows) -> T) -> &'static [T] {
        let columns = (0..n_columns).map(|_| self.text()).collect();
        let Rows { separator, sources, chinese, .. } = *self;
        Rows { columns, separator: inner(separator), at: 0, sources, chinese }.all(read)
    }
}
