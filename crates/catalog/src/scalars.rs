//! The scalars read from a record, in a plain form from which the records of the model are made.

use crate::model::Date;

/// The scalars, one after the other in the order of the keys: a list as its length and its items, a record as the scalars of
/// its keys. An absent or wrong one is blank: an empty text, 0, no items.
pub struct Scalars {
    pub(super) all: Vec<Scalar>,
    pub(super) next: usize,
}

/// A text or a number.
#[derive(Clone, Copy, Default)]
pub(super) struct Scalar {
    pub(super) text: &'static str,
    pub(super) number: u32,
}

impl Scalars {
    #[inline(never)]
    fn next(&mut self) -> Scalar {
        self.next += 1;
        self.all.get(self.next - 1).copied().unwrap_or_default()
    }

    /// The next text.
    pub fn text(&mut self) -> &'static str {
        self.next().text
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        self.next().number
    }

    /// The next date.
    #[inline(never)]
    pub fn date(&mut self) -> Date {
        Date::of_number(self.number())
    }

    /// The next list.
    pub fn list<T>(&mut self, read: fn(&mut Scalars) -> T) -> &'static [T] {
        let n = self.number();
        let mut items = Vec::with_capacity(n as usize);
        for _ in 0..n {
            items.push(read(self));
        }
        items.leak()
    }
}
