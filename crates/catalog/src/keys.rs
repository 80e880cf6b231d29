//! The keys of records and their allowed values, as data: [`record`](super::record) reads every record by such a table, with one
//! loop.

use crate::model::{Field, Level};

/// A key of a record.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    pub(super) form: Form,
    pub(super) times: Times,
}

/// The form of a key's value.
#[derive(Clone, Copy)]
pub enum Form {
    /// A text on one line that is not blank.
    Text,
    /// A short text that names something.
    Name,
    /// A short text that can be ticked, and therefore occurs in query strings.
    Value,
    /// A text in every language; a plain text is the same in all.
    TextOrWords,
    /// A text that is the same in every language, or one in every language of the interface.
    TextOrLabel,
    /// A name for query strings.
    Slug,
    /// A date.
    Date,
    /// An address.
    Address,
    /// A whole number that is not negative.
    Number,
    /// An angle in degrees.
    Degrees,
    /// The slug of a category.
    Category,
    /// The slug of a part, or its number.
    Part,
    /// The slug of a region.
    Region,
    /// The slug of a source.
    Source,
    /// A level; read as its number.
    Level,
    /// A field; read as its number.
    Field,
    /// A record, whose values come in the order of these keys.
    Record(&'static Keys),
}

/// The keys of a record: no others are allowed.
pub type Keys = &'static [Key];

/// Whether a key is required, and whether its value is a list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Times {
    May,
    Need,
    MayList,
    NeedSome,
}

impl Key {
    /// An optional key.
    #[must_use]
    pub const fn may(name: &'static str, form: Form) -> Key {
        Key { name, form, times: Times::May }
    }

    /// A required key.
    #[must_use]
    pub const fn need(name: &'static str, form: Form) -> Key {
        Key { name, form, times: Times::Need }
    }

    /// An optional list.
    #[must_use]
    pub const fn may_list(name: &'static str, form: Form) -> Key {
        Key { name, form, times: Times::MayList }
    }

    /// A list that must not be empty.
    #[must_use]
    pub const fn need_some(name: &'static str, form: Form) -> Key {
        Key { name, form, times: Times::NeedSome }
    }
}

pub(super) const WORDS_KEYS: Keys = &[Key::need("en", Form::Text), Key::need("zh", Form::Text)];

/// A text in every language.
pub const WORDS: Form = Form::Record(&WORDS_KEYS);

pub(super) const LABEL_KEYS: Keys =
    &[Key::need("en", Form::Text), Key::need("zh", Form::Text), Key::may("zh-Hant", Form::Text)];

/// A text in every language of the interface.
pub const LABEL: Form = Form::Record(&LABEL_KEYS);

/// The names of all levels.
pub(super) const LEVELS: [&str; Level::ALL.len()] = {
    let mut slugs = [""; Level::ALL.len()];
    let mut n = 0;
    while n < slugs.len() {
        slugs[n] = Level::ALL[n].slug();
        n += 1;
    }
    slugs
};

/// The names of all fields.
pub const FIELDS: [&str; Field::ALL.len()] = {
    let mut slugs = [""; Field::ALL.len()];
    let mut n = 0;
    while n < slugs.len() {
        slugs[n] = Field::ALL[n].slug();
        n += 1;
    }
    slugs
};
