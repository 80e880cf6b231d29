//! Kinds whose values are packed with one character for each item: the sources of facts, and numbers of projects.

use super::{FieldKind, Slug};
use crate::keys::{FIELDS, Key, Keys, Kind};
use crate::model::Field;
use crate::pack::Cells;
use crate::rows::Rows;
use crate::scalars::Scalars;
#[cfg(feature = "files")]
use crate::tree::Tree;

/// The sources of a project's facts: a field, and the slug of a source.
pub struct Sources;

pub(crate) const SOURCE_KEYS: Keys = &{
    let mut keys = [const { Key::may("", Kind::Source) }; FIELDS.len()];
    let mut n = 0;
    while n < keys.len() {
        keys[n].name = FIELDS[n];
        n += 1;
    }
    keys
};

impl FieldKind for Sources {
    type Value = &'static [(Field, &'static str)];
    const KIND: Kind = Kind::Record(&SOURCE_KEYS);
    const BLANK: Self::Value = &[];

    fn is_blank(value: &Self::Value) -> bool {
        value.is_empty()
    }

    fn read(scalars: &mut Scalars) -> Self::Value {
        let source = |field| Some((field, Option::<Slug>::read(scalars)?));
        Field::ALL.into_iter().filter_map(source).collect::<Vec<_>>().leak()
    }

    /// One character per field.
    fn pack(value: &Self::Value, cells: &mut Cells) {
        let source = |field| value.iter().find(|(named, _)| *named == field).and_then(|(_, slug)| cells.source(slug));
        let places = Field::ALL.map(source);
        cells.characters(places);
    }

    fn unpack(row: &mut Rows) -> Self::Value {
        let sources = row.sources;
        let named = Field::ALL.into_iter().zip(row.characters());
        named.filter_map(|(field, place)| Some((field, sources.get(place)?.slug))).collect::<Vec<_>>().leak()
    }

    #[cfg(feature = "files")]
    fn json(value: &Self::Value) -> Tree {
        Tree::map(value.iter().map(|(field, source)| (field.slug(), Slug::json(source))))
    }
}

/// Projects by their numbers in the catalog. Only for computed fields: no key is read as this.
pub struct Numbers;

impl FieldKind for Numbers {
    type Value = &'static [u16];
    const KIND: Kind = Kind::Number;
    const BLANK: &'static [u16] = &[];

    fn is_blank(value: &&'static [u16]) -> bool {
        value.is_empty()
    }

    fn read(_scalars: &mut Scalars) -> &'static [u16] {
        &[]
    }

    /// One character per number.
    fn pack(value: &&'static [u16], cells: &mut Cells) {
        cells.characters(value.iter().map(|&number| Some(number.into())));
    }

    fn unpack(row: &mut Rows) -> &'static [u16] {
        row.characters().map(|number| number as u16).collect::<Vec<_>>().leak()
    }

    #[cfg(feature = "files")]
    fn json(_value: &&'static [u16]) -> Tree {
        Tree::Null
    }
}
