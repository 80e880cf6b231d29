//! Kinds whose values are numbers when read: numbers, dates, and names that are chosen from a fixed list.

use super::{FieldKind, like};
use crate::keys::Kind;
use crate::model::{Date, Field};
use crate::pack::Cells;
use crate::rows::Rows;
use crate::scalars::Scalars;
#[cfg(feature = "files")]
use crate::tree::Tree;

/// Declares kinds whose values are numbers.
macro_rules! numbers {
    ($($(#[doc = $doc:literal])* $name:ident($number:ty) = $kind:ident;)*) => {$(
        $(#[doc = $doc])*
        pub struct $name;

        impl FieldKind for $name {
            type Value = $number;
            const KIND: Kind = Kind::$kind;
            const BLANK: $number = 0;

            fn is_blank(value: &$number) -> bool {
                *value == 0
            }

            fn read(scalars: &mut Scalars) -> $number {
                scalars.number() as $number
            }

            fn pack(value: &$number, cells: &mut Cells) {
                cells.number(*value as u32);
            }

            fn unpack(row: &mut Rows) -> $number {
                row.number() as $number
            }

            #[cfg(feature = "files")]
            fn json(value: &$number) -> Tree {
                Tree::Number((*value).into())
            }
        }
    )*};
}

numbers! {
    /// A whole number that is not negative.
    Number(u32) = Number;
    /// A number of projects. Only for records that are made and not read.
    Small(u16) = Number;
    /// An angle in degrees.
    Degrees(u16) = Degrees;
}

like! {
    /// A whole number above 0.
    Positive: Number, Kind::Positive;
}

/// Yes or no. Only for records that are made and not read: no key is read as this.
pub struct Flag;

impl FieldKind for Flag {
    type Value = bool;
    const KIND: Kind = Kind::Number;
    const BLANK: bool = false;

    fn is_blank(value: &bool) -> bool {
        !value
    }

    fn read(scalars: &mut Scalars) -> bool {
        scalars.number() == 1
    }

    fn pack(value: &bool, cells: &mut Cells) {
        cells.number((*value).into());
    }

    fn unpack(row: &mut Rows) -> bool {
        row.number() == 1
    }

    #[cfg(feature = "files")]
    fn json(value: &bool) -> Tree {
        Tree::Flag(*value)
    }
}

impl FieldKind for Date {
    type Value = Date;
    const KIND: Kind = Kind::Date;
    const BLANK: Date = Date { year: 0, month: 0, day: 0 };

    fn is_blank(value: &Date) -> bool {
        value.year == 0
    }

    fn read(scalars: &mut Scalars) -> Date {
        scalars.date()
    }

    fn pack(value: &Date, cells: &mut Cells) {
        cells.number(value.number());
    }

    fn unpack(row: &mut Rows) -> Date {
        row.date()
    }

    #[cfg(feature = "files")]
    fn json(value: &Date) -> Tree {
        Tree::String(value.iso().into())
    }
}

/// Declares enumerations, whose values are numbers when read and characters when packed.
macro_rules! enumerations {
    ($($name:ident;)*) => {$(
        impl FieldKind for $name {
            type Value = $name;
            const KIND: Kind = Kind::$name;
            const BLANK: $name = $name::ALL[0];

            fn is_blank(_value: &$name) -> bool {
                true
            }

            fn read(scalars: &mut Scalars) -> $name {
                $name::ALL[scalars.number() as usize]
            }

            fn pack(value: &$name, cells: &mut Cells) {
                cells.characters([Some(*value as usize)]);
            }

            fn unpack(row: &mut Rows) -> $name {
                let number = row.characters().next().unwrap_or_default();
                $name::ALL.get(number).copied().unwrap_or(Self::BLANK)
            }

            #[cfg(feature = "files")]
            fn json(value: &$name) -> Tree {
                Tree::String(value.slug().into())
            }
        }
    )*};
}

enumerations! {
    Field;
}
