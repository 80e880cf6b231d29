//! The keys of records and their allowed values, as data: [`reader`](super::reader) reads every record by such a table, with one
//! loop. The tables are made by [`record!`](super::record) from the declarations of the records.

use crate::model::Field;

/// A key of a record.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// How its value is checked.
    pub kind: Kind,
    /// Whether it must be there, and whether it is a list.
    pub times: Times,
}

/// The kind of a key's value.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A text on one line that is not blank.
    Line,
    /// A short text that names something.
    Name,
    /// A short text that can be ticked, and therefore occurs in query strings.
    Value,
    /// A text that may have several lines, the same in every language or one for each.
    Text,
    /// A short text, the same in every language or one for each.
    Label,
    /// A name for query strings.
    Slug,
    /// A date.
    Date,
    /// An address.
    Address,
    /// A whole number that is not negative.
    Number,
    /// A whole number above 0; what is wrong with a 0 is said by [`project`](super::project).
    Positive,
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
    /// The slug of a column of the catalog; no key is read as this.
    Column,
    /// A field; read as its number.
    Field,
    /// Values by field: a text, a number, true or false, or a list of them for each.
    Fields,
    /// Addresses under the keys that the record does not name.
    Others,
    /// A record, whose values come in the order of these keys.
    Record(&'static Keys),
}

/// The keys of a record: no others are allowed.
pub type Keys = &'static [Key];

/// Whether a key is required, and whether its value is a list.
#[derive(Clone, Copy, PartialEq)]
pub enum Times {
    /// Optional.
    May,
    /// Required.
    Need,
    /// An optional list.
    MayList,
    /// A list that must be there, and may be empty.
    NeedList,
    /// A list that must not be empty.
    NeedSome,
}

impl Key {
    /// An optional key.
    #[must_use]
    pub const fn may(name: &'static str, kind: Kind) -> Key {
        Key { name, kind, times: Times::May }
    }

    /// A required key.
    #[must_use]
    pub const fn need(name: &'static str, kind: Kind) -> Key {
        Key { name, kind, times: Times::Need }
    }

    /// An optional list.
    #[must_use]
    pub const fn may_list(name: &'static str, kind: Kind) -> Key {
        Key { name, kind, times: Times::MayList }
    }

    /// A list that must not be empty.
    #[must_use]
    pub const fn need_some(name: &'static str, kind: Kind) -> Key {
        Key { name, kind, times: Times::NeedSome }
    }
}

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
