//! What is told about a list: why it is refused, what of it could not be read, and what was left out on purpose.

use std::fmt;

/// Why a list was not read at all: one sentence, which says what was expected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// An entry or a value that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Skipped {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The entry and key: `Kmesh: homepage_url`.
    pub what: String,
    /// The reason.
    pub why: String,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: {}", self.line, self.what, self.why)
    }
}

/// Things of one kind that were left out on purpose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// The kind: `key branch`, `bullets of the table of contents`.
    pub what: String,
    /// How many.
    pub count: usize,
    /// The first line with one.
    pub line: usize,
}

/// Collects both.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) left_out: Vec<LeftOut>,
}

impl Report {
    /// Tells that something could not be read.
    pub(crate) fn skip(&mut self, line: usize, what: impl Into<String>, why: impl Into<String>) {
        self.skipped.push(Skipped { line, what: what.into(), why: why.into() });
    }

    /// Counts something that is left out on purpose. There are few kinds, so they are compared one by one.
    pub(crate) fn leave_out(&mut self, line: usize, what: &str) {
        match self.left_out.iter_mut().find(|known| known.what == what) {
            Some(known) => known.count += 1,
            None => self.left_out.push(LeftOut { what: what.to_owned(), count: 1, line }),
        }
    }
}

/// A value for messages: in quotation marks, shortened.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 80;
    let mut shown: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}
