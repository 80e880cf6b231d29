//! What is wrong with data, and the list that collects it: reading goes on after a mistake, so that all are told at once.
//! A refusal is one short line whatever was refused: what it shows of the data is cut, and signs that cannot be seen are named.

use std::cell::Cell;
use std::fmt::{self, Write};

use super::check;
use super::limits::{MISTAKES, QUOTED};

/// One thing that is wrong, and where.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mistake {
    /// The key, with the keys that it stands under: `projects[3].links.website`.
    pub place: String,
    /// The id of the project or the slug of the row that it stands in, where that is known.
    pub entry: String,
    /// What is wrong with it, and what is allowed.
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
        show(out, self.key);
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

    /// How many there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// Says which entry the mistakes stand in that were found after the first so many.
    pub fn name(&self, before: usize, entry: &str) {
        let mut mistakes = self.mistakes.take();
        for mistake in mistakes.iter_mut().skip(before) {
            mistake.entry = shown(entry);
        }
        self.mistakes.set(mistakes);
    }

    /// All of them, in the order in which they were found; past [`MISTAKES`] only how many more there are.
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

/// A text in quotation marks, as refusals show it.
#[must_use]
pub fn quoted(text: &str) -> String {
    ["\"", &shown(text), "\""].concat()
}

/// A text as refusals show it: cut, and with the numbers of signs that cannot be seen or would change how the line reads.
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
