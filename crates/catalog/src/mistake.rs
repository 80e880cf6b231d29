//! Mistakes in data, and the list that collects them: reading goes on after a mistake, so that all are reported at once. An
//! error message is one short line for any input: quoted data are truncated, and invisible characters are shown by their
//! numbers.

use std::cell::Cell;
use std::fmt::{self, Write};

use super::check;
use super::limits::{MISTAKES, QUOTED};

/// A mistake, and where it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mistake {
    /// The key, with its parent keys: `projects[3].links.website`.
    pub place: String,
    /// The id of the project or the slug of the row, where known.
    pub entry: String,
    /// What is wrong, and which values are allowed.
    pub reason: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.place)?;
        if !self.entry.is_empty() {
            for part in [" (", &self.entry, ")"] {
                out.write_str(part)?;
            }
        }
        if !self.place.is_empty() {
            out.write_str(": ")?;
        }
        out.write_str(&self.reason)
    }
}

/// The place of a value. Printed only when something is wrong with it.
#[derive(Clone, Copy, Default)]
pub struct Place<'p> {
    /// The value that contains it.
    pub outer: Option<&'p Place<'p>>,
    /// Its key there; empty for a whole file.
    pub key: &'p str,
    /// Its index in the list under that key.
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
        show(out, self.key);
        if let Some(item) = self.item {
            out.push('[');
            out.push_str(&item.to_string());
            out.push(']');
        }
    }
}

/// The mistakes found so far. Shared by all readers of one piece of data.
#[derive(Default)]
pub struct Report {
    mistakes: Cell<Vec<Mistake>>,
    count: Cell<usize>,
}

impl Report {
    /// Adds a mistake.
    pub fn add(&self, place: Place, reason: &[&str]) {
        self.count.set(self.count.get() + 1);
        if self.count.get() > MISTAKES {
            return;
        }
        let mut mistake = Mistake::default();
        place.print(&mut mistake.place);
        for text in reason {
            mistake.reason.push_str(text);
        }
        let mut mistakes = self.mistakes.take();
        mistakes.push(mistake);
        self.mistakes.set(mistakes);
    }

    /// The number of mistakes so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// Sets the entry of all mistakes after the first `before`.
    pub fn name(&self, before: usize, entry: &str) {
        let mut mistakes = self.mistakes.take();
        for mistake in mistakes.iter_mut().skip(before) {
            mistake.entry = shown(entry);
        }
        self.mistakes.set(mistakes);
    }

    /// All mistakes, in the order in which they were found; above [`MISTAKES`] only the number of the others.
    #[must_use]
    pub fn into_mistakes(self) -> Vec<Mistake> {
        let mut mistakes = self.mistakes.into_inner();
        let more = self.count.get() - mistakes.len();
        if more > 0 {
            let reason = ["and ", &more.to_string(), " more mistakes"].concat();
            mistakes.push(Mistake { reason, ..Mistake::default() });
        }
        mistakes
    }
}

/// A text in quotation marks, as error messages show it.
#[must_use]
pub fn quoted(text: &str) -> String {
    ["\"", &shown(text), "\""].concat()
}

/// A text as error messages show it: truncated, and with the numbers of characters that are invisible or would change how the
/// line reads.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::new();
    show(&mut out, text);
    out
}

fn show(out: &mut String, text: &str) {
    for (n, c) in text.chars().enumerate() {
        if n == QUOTED {
            out.push('…');
            break;
        }
        match check::sign(c) {
            Ok(()) => out.push(c),
            // Writing to a text cannot fail.
            Err(_) => _ = write!(out, "<U+{:04X}>", u32::from(c)),
        }
    }
}
