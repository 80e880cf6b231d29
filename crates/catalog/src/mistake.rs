//! Mistakes in data, and the list that collects them: reading goes on after a mistake, so that all are reported at once. An
//! error message is one short line for any input: quoted data are truncated, and invisible characters are shown by their
//! numbers.

use std::cell::Cell;
use std::fmt;

use super::check;
use super::limits::{MISTAKES, QUOTED};
use crate::text::{concat, decimal};

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

impl Mistake {
    /// The mistake in one line.
    #[must_use]
    pub fn line(&self) -> String {
        let [before, after] = if self.entry.is_empty() { [""; 2] } else { [" (", ")"] };
        let colon = if self.place.is_empty() { "" } else { ": " };
        concat(&[&self.place, before, &self.entry, after, colon, &self.reason])
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.line())
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
            out.push_str(&decimal(item as u32));
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
            let reason = concat(&["and ", &decimal(more as u32), " more mistakes"]);
            mistakes.push(Mistake { reason, ..Mistake::default() });
        }
        mistakes
    }
}

/// A text in quotation marks, as error messages show it.
#[must_use]
pub fn quoted(text: &str) -> String {
    concat(&["\"", &shown(text), "\""])
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
            Err(_) => {
                out.push_str("<U+");
                let c = u32::from(c);
                let n_digits = if c > 0xfffff {
                    6
                } else if c > 0xffff {
                    5
                } else {
                    4
                };
                for n in (0..n_digits).rev() {
                    out.push(b"0123456789ABCDEF"[(c >> (4 * n)) as usize & 15].into());
                }
                out.push('>');
            }
        }
    }
}
