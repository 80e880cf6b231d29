//! The values read from a record, in a plain form from which the records of the model are made.

use crate::model::{Date, Label, Text};

/// The values, one after the other in the order of the keys: a list as its length and its items, a record as the values of
/// its keys. An absent or wrong value is blank: an empty text, 0, no items.
pub struct Values {
    pub(super) values: Vec<Value>,
    pub(super) next: usize,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Value {
    pub(super) text: &'static str,
    pub(super) number: u32,
}

impl Values {
    #[inline(never)]
    fn next(&mut self) -> Value {
        self.next += 1;
        self.values.get(self.next - 1).copied().unwrap_or_default()
    }

    /// The next text.
    pub fn text(&mut self) -> &'static str {
        self.next().text
    }

    /// The next text, if there is one.
    pub fn may_text(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// The next text in every language.
    pub fn words(&mut self) -> Text {
        Text { en: self.text(), zh: self.text() }
    }

    /// The next text in every language of the interface.
    pub fn label(&mut self) -> Label {
        Label { en: self.text(), zh: self.text(), zh_hant: self.text() }
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        self.next().number
    }

    /// The next date.
    #[inline(never)]
    pub fn date(&mut self) -> Date {
        let [day, month, low, high] = self.number().to_le_bytes();
        Date { year: u16::from_le_bytes([low, high]), month, day }
    }

    /// The next date, if there is one.
    pub fn may_date(&mut self) -> Option<Date> {
        Some(self.date()).filter(|date| date.year != 0)
    }

    /// The next list.
    pub fn list<T>(&mut self, read: fn(&mut Values) -> T) -> &'static [T] {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            items.push(read(self));
        }
        items.leak()
    }
}
