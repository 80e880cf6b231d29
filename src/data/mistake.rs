//! What is wrong with data, and the list that collects it: reading goes on after a mistake, so that all are told at once.

use std::cell::Cell;
use std::fmt;

/// One thing that is wrong, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The key, with the keys that it stands under: `projects[3].links.website`.
    pub place: String,
    /// What is wrong with it, and what is allowed.
    pub reason: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        if !self.place.is_empty() {
            out.write_str(&self.place)?;
            out.write_str(": ")?;
        }
        out.write_str(&self.reason)
    }
}

/// Where a value stands. Printed only when something is wrong with it.
#[derive(Clone, Copy, Default)]
pub struct Place<'p> {
    /// What it stands in.
    pub outer: Option<&'p Place<'p>>,
    /// Its key there; empty for a whole file.
    pub key: &'p str,
    /// Its number in the list under that key.
    pub item: Option<usize>,
}

impl Place<'_> {
    fn print(&self, out: &mut String) {
        if let Some(outer) = self.outer {
            outer.print(out);
            if !out.is_empty() {
                out.push('.');
            }
        }
        out.push_str(self.key);
        if let Some(item) = self.item {
            out.push('[');
            out.push_str(&item.to_string());
            out.push(']');
        }
    }
}

/// Mistakes as they are found. Shared by all who read one piece of data.
#[derive(Default)]
pub struct Report {
    mistakes: Cell<Vec<Mistake>>,
    count: Cell<usize>,
}

impl Report {
    /// Notes a mistake.
    pub fn add(&self, place: Place, reason: &[&str]) {
        let mut mistake = Mistake { place: String::new(), reason: String::new() };
        place.print(&mut mistake.place);
        for text in reason {
            mistake.reason.push_str(text);
        }
        let mut mistakes = self.mistakes.take();
        mistakes.push(mistake);
        self.count.set(mistakes.len());
        self.mistakes.set(mistakes);
    }

    /// How many there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// All of them, in the order in which they were found.
    #[must_use]
    pub fn into_mistakes(self) -> Vec<Mistake> {
        self.mistakes.into_inner()
    }
}
