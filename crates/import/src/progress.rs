//! How far a list has been read, for those who wait for it.

/// A part of the work, told again and again while a list is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The line that is being read, from 1. A landscape is read twice: its YAML first, then its items.
    pub line: usize,
    /// How many lines there are.
    pub of: usize,
    /// How many entries there are so far.
    pub entries: usize,
}

/// Who is told, and how often: at most a hundred times for each reading of the list.
pub(crate) struct Teller<'t> {
    tell: &'t mut dyn FnMut(Progress),
    of: usize,
    step: usize,
    next: usize,
}

impl<'t> Teller<'t> {
    pub(crate) fn new(text: &str, tell: &'t mut dyn FnMut(Progress)) -> Teller<'t> {
        let of = text.lines().count().max(1);
        Teller { tell, of, step: (of / 100).max(1), next: 0 }
    }

    /// The reading is at this line.
    pub(crate) fn at(&mut self, line: usize, entries: usize) {
        // A second reading begins at the top.
        if line + self.step < self.next.saturating_sub(self.step) {
            self.next = 0;
        }
        if line >= self.next {
            self.next = line + self.step;
            (self.tell)(Progress { line: line.min(self.of), of: self.of, entries });
        }
    }
}
