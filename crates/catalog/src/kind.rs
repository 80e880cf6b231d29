//! What a field of a record can be declared as: its Rust type, how it is read, packed and unpacked, and how it is printed as JSON. A
//! kind reads and prints itself, so the order of fields decides nothing but the order of columns.
//!
//! The checks of a value are not here: [`reader`](crate::reader) makes them for all records in one loop, by [`keys`](crate::keys).

mod list;
mod number;
mod source;
mod text;

pub use list::{Extras, List, Listed, NonEmpty, OrBlank, Others};
pub use number::{Degrees, Flag, Number, Positive, Small};
#[cfg(feature = "files")]
pub(crate) use source::SOURCE_KEYS;
pub use source::{Numbers, Sources};
pub use text::{Address, Line, LineOrLabel, LineOrText, Name, Slug, SlugOf, Value};

use crate::keys::{Kind, Times};
use crate::pack::Cells;
#[cfg(feature = "files")]
use crate::record::About;
use crate::rows::Rows;
use crate::scalars::Scalars;
#[cfg(feature = "files")]
use crate::tree::Tree;

/// A kind of fields.
pub trait FieldKind {
    /// The type of the field in its record.
    type Value: Copy + 'static;
    /// How a value is checked.
    const KIND: Kind;
    /// Whether the key must be there, and whether it is a list.
    const TIMES: Times = Times::Need;
    /// The number of columns of a packed table.
    const COLUMNS: usize = 1;
    /// The value of an absent field.
    const BLANK: Self::Value;
    /// The declaration of the record that this is.
    #[cfg(feature = "files")]
    const ABOUT: Option<&'static About> = None;

    /// Whether it is the value of an absent field.
    fn is_blank(value: &Self::Value) -> bool;

    /// Makes the value from what was read.
    fn read(scalars: &mut Scalars) -> Self::Value;

    /// Adds the cells of a value to a row.
    fn pack(value: &Self::Value, cells: &mut Cells);

    /// Adds the cells of all fields in it that are loaded later.
    fn pack_late(_value: &Self::Value, _cells: &mut Cells) {}

    /// Makes the value from the next cells of a row.
    fn unpack(row: &mut Rows) -> Self::Value;

    /// Makes all fields in it that are loaded later.
    fn unpack_late(_value: &mut Self::Value, _row: &mut Rows) {}

    /// Prints the value.
    #[cfg(feature = "files")]
    fn json(value: &Self::Value) -> Tree;

    /// Prints the value as a field; null if it is to be left out.
    #[cfg(feature = "files")]
    fn field_json(value: &Self::Value) -> Tree {
        let may = matches!(Self::TIMES, Times::May | Times::MayList);
        if may && Self::is_blank(value) { Tree::Null } else { Self::json(value) }
    }
}

/// Declares kinds that are read and packed like another one, and differ in how their values are checked.
macro_rules! like {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $(<$of:ident: $bound:ident>)?: $other:ty, $kind:expr $(, $times:ident)? $(=> $json:path)?;
    )*) => {$(
        $(#[doc = $doc])*
        pub struct $name$(<$of>(std::marker::PhantomData<$of>))?;

        impl$(<$of: $bound>)? $crate::kind::FieldKind for $name$(<$of>)? {
            type Value = <$other as $crate::kind::FieldKind>::Value;
            const KIND: $crate::keys::Kind = $kind;
            $(const TIMES: $crate::keys::Times = $crate::keys::Times::$times;)?
            const COLUMNS: usize = <$other as $crate::kind::FieldKind>::COLUMNS;
            const BLANK: Self::Value = <$other as $crate::kind::FieldKind>::BLANK;
            #[cfg(feature = "files")]
            const ABOUT: Option<&'static $crate::record::About> = <$other as $crate::kind::FieldKind>::ABOUT;

            fn is_blank(value: &Self::Value) -> bool {
                <$other as $crate::kind::FieldKind>::is_blank(value)
            }

            fn read(scalars: &mut $crate::scalars::Scalars) -> Self::Value {
                <$other as $crate::kind::FieldKind>::read(scalars)
            }

            fn pack(value: &Self::Value, cells: &mut $crate::pack::Cells) {
                <$other as $crate::kind::FieldKind>::pack(value, cells);
            }

            fn pack_late(value: &Self::Value, cells: &mut $crate::pack::Cells) {
                <$other as $crate::kind::FieldKind>::pack_late(value, cells);
            }

            fn unpack(row: &mut $crate::rows::Rows) -> Self::Value {
                <$other as $crate::kind::FieldKind>::unpack(row)
            }

            fn unpack_late(value: &mut Self::Value, row: &mut $crate::rows::Rows) {
                <$other as $crate::kind::FieldKind>::unpack_late(value, row);
            }

            #[cfg(feature = "files")]
            fn json(value: &Self::Value) -> $crate::tree::Tree {
                $crate::kind::like!(@json [$($json)?] $other)(value)
            }
        }
    )*};
    (@json [] $other:ty) => { <$other as $crate::kind::FieldKind>::json };
    (@json [$json:path] $other:ty) => { $json };
}

use like;
