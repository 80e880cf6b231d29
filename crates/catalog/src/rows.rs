//! The rows of a packed table, read cell by cell in the order of its columns.

use super::packed::{CELL, COLUMN, FIRST, ITEM};
use crate::model::{Activity, Company, Count, Date, Field, History, Label, Maintainers, Purpose, Source, Text};
use crate::text::cut;

/// Reads the rows of a table, cell by cell.
pub(super) struct Rows {
    /// The rest of each column.
    columns: Vec<&'static str>,
    /// The column of the next cell.
    at: usize,
}

impl Rows {
    /// The rows of a table.
    pub(super) fn of(table: &'static str) -> Rows {
        Rows { columns: split(table, COLUMN), at: 0 }
    }

    /// Reads every row. The first cell of a row is never empty, so the table ends where the first column ends.
    pub(super) fn all<T>(mut self, mut read: impl FnMut(&mut Rows) -> T) -> &'static [T] {
        let mut rows = Vec::new();
        while self.columns.first().is_some_and(|first| !first.is_empty()) {
            self.at = 0;
            rows.push(read(&mut self));
        }
        rows.leak()
    }

    pub(super) fn text(&mut self) -> &'static str {
        self.at += 1;
        self.columns.get_mut(self.at - 1).map(|column| cut(column, CELL)).unwrap_or_default()
    }

    pub(super) fn some(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// Two cells; the second is empty if it is the same.
    pub(super) fn words(&mut self) -> Text {
        let en = self.text();
        Text { en, zh: self.some().unwrap_or(en) }
    }

    /// Three cells; the third is empty if it is the same as simplified Chinese.
    pub(super) fn label(&mut self) -> Label {
        let Text { en, zh } = self.words();
        Label { en, zh, zh_hant: self.text() }
    }

    pub(super) fn list(&mut self) -> &'static [&'static str] {
        split(self.text(), ITEM).leak()
    }

    pub(super) fn purpose(&mut self) -> Purpose {
        Purpose { en: self.list(), zh: self.list() }
    }

    pub(super) fn number(&mut self) -> u32 {
        self.text().bytes().fold(0, |n, digit| n.wrapping_mul(10).wrapping_add(u32::from(digit & 15)))
    }

    /// One character per number.
    pub(super) fn numbers(&mut self) -> &'static [u16] {
        self.text().chars().map(|c| (c as u32).wrapping_sub(FIRST as u32) as u16).collect::<Vec<_>>().leak()
    }

    /// A date such as 20240926; month and day may be 00.
    pub(super) fn date(&mut self) -> Date {
        let n = self.number();
        Date { year: (n / 10_000) as u16, month: (n / 100 % 100) as u8, day: (n % 100) as u8 }
    }

    pub(super) fn date_or_none(&mut self) -> Option<Date> {
        Some(self.date()).filter(|date| date.year != 0)
    }

    /// Three cells, all empty if nothing was counted.
    pub(super) fn count(&mut self) -> Option<Count> {
        let (as_of, value, source) = (self.date_or_none(), self.number(), self.text());
        as_of.map(|as_of| Count { value, as_of, source })
    }

    /// Five cells, all empty if no maintainers are known.
    pub(super) fn maintainers(&mut self, companies: &mut &'static [Company]) -> Option<Maintainers> {
        let (count, companies, independent) = (self.count(), take(companies, self.number()), self.number());
        count.map(|count| Maintainers { count, companies, independent })
    }

    /// Three cells, all empty if nothing is known. If the day of the last commit is empty, it is the day of
    /// the snapshot.
    pub(super) fn activity(&mut self, snapshot: Date) -> Option<Activity> {
        let (as_of, last_commit, source) = (self.date_or_none(), self.date_or_none(), self.text());
        as_of.map(|as_of| Activity { last_commit: last_commit.unwrap_or(snapshot), as_of, source })
    }

    /// Two cells, both empty if there is none.
    pub(super) fn history(&mut self) -> Option<History> {
        let (first_accepted, archived) = (self.date_or_none(), self.date());
        first_accepted.map(|first_accepted| History { first_accepted, archived })
    }

    /// One character per field.
    pub(super) fn sources(&mut self, sources: &[Source]) -> &'static [(Field, &'static str)] {
        let source = |name: char| sources.get((name as usize).wrapping_sub(FIRST as usize));
        let named = Field::ALL.into_iter().zip(self.text().chars());
        named.filter_map(|(field, name)| Some((field, source(name)?.slug))).collect::<Vec<_>>().leak()
    }
}

pub(super) fn split(mut text: &'static str, separator: u8) -> Vec<&'static str> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        parts.push(cut(&mut text, separator));
    }
    parts
}

/// Splits off the first rows of a table; returns none if there are fewer.
pub(super) fn take<T>(rows: &mut &'static [T], n: u32) -> &'static [T] {
    let (first, rest) = rows.split_at_checked(n as usize).unwrap_or_default();
    *rows = rest;
    first
}
