//! Kinds that are absent or occur several times: made from other kinds.

use std::marker::PhantomData;

#[cfg(feature = "files")]
use super::Line;
use super::{FieldKind, like};
use crate::keys::{Kind, Times};
use crate::model::{Extra, Other};
use crate::pack::Cells;
#[cfg(feature = "files")]
use crate::record::About;
use crate::rows::Rows;
use crate::scalars::Scalars;
#[cfg(feature = "files")]
use crate::tree::Tree;

like! {
    /// A field that may be absent, and is blank then.
    OrBlank<K: FieldKind>: K, K::KIND, May;
    /// A list that may be absent, and is empty then.
    List<K: FieldKind>: Listed<K>, K::KIND, MayList;
    /// A list that must not be empty.
    NonEmpty<K: FieldKind>: Listed<K>, K::KIND, NeedSome;
    /// Values by field, of which a list is made.
    Extras: Listed<Extra>, Kind::Fields, MayList => extras;
    /// Addresses by name, of which a list is made.
    Others: Listed<Other>, Kind::Others, MayList;
}

#[cfg(feature = "files")]
fn extras(value: &&'static [Extra]) -> Tree {
    Tree::map(value.iter().map(|extra| (extra.field, Listed::<Line>::json(&extra.values))))
}

/// A field that may be absent.
impl<K: FieldKind> FieldKind for Option<K> {
    type Value = Option<K::Value>;
    const KIND: Kind = K::KIND;
    const TIMES: Times = Times::May;
    const COLUMNS: usize = K::COLUMNS;
    const BLANK: Option<K::Value> = None;
    #[cfg(feature = "files")]
    const ABOUT: Option<&'static About> = K::ABOUT;

    fn is_blank(value: &Option<K::Value>) -> bool {
        value.is_none()
    }

    fn read(scalars: &mut Scalars) -> Option<K::Value> {
        Some(K::read(scalars)).filter(|value| !K::is_blank(value))
    }

    fn pack(value: &Option<K::Value>, cells: &mut Cells) {
        K::pack(value.as_ref().unwrap_or(&K::BLANK), cells);
    }

    fn pack_late(value: &Option<K::Value>, cells: &mut Cells) {
        K::pack_late(value.as_ref().unwrap_or(&K::BLANK), cells);
    }

    fn unpack(row: &mut Rows) -> Option<K::Value> {
        Some(K::unpack(row)).filter(|value| !K::is_blank(value))
    }

    fn unpack_late(value: &mut Option<K::Value>, row: &mut Rows) {
        K::unpack_late(value.as_mut().unwrap_or(&mut { K::BLANK }), row);
    }

    #[cfg(feature = "files")]
    fn json(value: &Option<K::Value>) -> Tree {
        value.as_ref().map_or(Tree::Null, K::json)
    }
}

/// A list that must be there, and may be empty.
pub struct Listed<K>(PhantomData<K>);

impl<K: FieldKind> FieldKind for Listed<K> {
    type Value = &'static [K::Value];
    const KIND: Kind = K::KIND;
    const TIMES: Times = Times::NeedList;
    const COLUMNS: usize = K::COLUMNS;
    const BLANK: &'static [K::Value] = &[];
    #[cfg(feature = "files")]
    const ABOUT: Option<&'static About> = K::ABOUT;

    fn is_blank(value: &&'static [K::Value]) -> bool {
        value.is_empty()
    }

    fn read(scalars: &mut Scalars) -> &'static [K::Value] {
        scalars.list(K::read)
    }

    fn pack(value: &&'static [K::Value], cells: &mut Cells) {
        cells.list(K::COLUMNS, value, |item, cells| {
            K::pack(item, cells);
            K::pack_late(item, cells);
        });
    }

    fn unpack(row: &mut Rows) -> &'static [K::Value] {
        row.list(K::COLUMNS, |row| {
            let mut item = K::unpack(row);
            K::unpack_late(&mut item, row);
            item
        })
    }

    #[cfg(feature = "files")]
    fn json(value: &&'static [K::Value]) -> Tree {
        Tree::List(value.iter().map(K::json).collect())
    }
}
