//! The declaration of a record, from which everything else about it is made.

use crate::keys::{Keys, Kind};
use crate::kind::FieldKind;

/// A declared record.
pub trait Record: FieldKind {
    /// The keys that it is read by.
    const KEYS: Keys;
}

/// A row of a table, which other records name by its slug.
pub trait Row: Record<Value = Self> + Copy + 'static {
    /// The key of the rows in a catalog.
    const KEY: &'static str;
    /// How the slug of such a row is checked.
    const SLUG: Kind;

    /// Its name in query strings.
    fn slug(&self) -> &'static str;
}

/// The declaration of a record, for the schema and the documents.
#[cfg(feature = "files")]
pub struct About {
    /// The description: first line for the schema, further paragraphs for those who edit the data.
    pub about: &'static str,
    /// Its fields with keys.
    pub fields: &'static [AboutField],
}

/// The declaration of a field, for the schema and the documents.
#[cfg(feature = "files")]
pub struct AboutField {
    /// Its key.
    pub name: &'static str,
    /// The description.
    pub about: &'static str,
    /// How it is checked.
    pub kind: Kind,
    /// Whether it must be there, and whether it is a list.
    pub times: crate::keys::Times,
    /// The record that it contains.
    pub record: Option<&'static About>,
}

/// Declares records. A field is a line of description, a name and a [kind](crate::kind):
///
/// ```text
/// record! {
///     /// The addresses of a project.
///     Links {
///         /// Home page.
///         website: Address;
///         /// The list of adopters.
///         adopters: Option<Address>, late;
///     }
/// }
/// ```
///
/// `late` fields come with the text that the element loads after its first view. So do fields in a block `computed`, which have no key.
/// The rows of a table are `Region in "regions" { … }`.
macro_rules! record {
    ($(
        $(#[doc = $about:literal])*
        $name:ident $(in $key:literal)? {
            $( $(#[doc = $doc:literal])* $field:ident: $kind:ty $(, $late:ident)?; )*
        }
        $(, computed { $( $(#[doc = $computed_doc:literal])* $computed:ident: $computed_kind:ty; )* })?
    )*) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Copy, PartialEq, Debug)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: <$kind as $crate::kind::FieldKind>::Value, )*
            $($( $(#[doc = $computed_doc])* pub $computed: <$computed_kind as $crate::kind::FieldKind>::Value, )*)?
        }

        impl $name {
            /// One without any facts.
            pub const BLANK: $name = $name {
                $( $field: <$kind as $crate::kind::FieldKind>::BLANK, )*
                $($( $computed: <$computed_kind as $crate::kind::FieldKind>::BLANK, )*)?
            };
        }

        impl Default for $name {
            fn default() -> $name {
                $name::BLANK
            }
        }

        impl $crate::record::Record for $name {
            const KEYS: $crate::keys::Keys = &[$($crate::keys::Key {
                name: stringify!($field),
                kind: <$kind as $crate::kind::FieldKind>::KIND,
                times: <$kind as $crate::kind::FieldKind>::TIMES,
            },)*];
        }

        $(impl $crate::record::Row for $name {
            const KEY: &'static str = $key;
            const SLUG: $crate::keys::Kind = $crate::keys::Kind::$name;

            fn slug(&self) -> &'static str {
                self.slug
            }
        })?

        impl $crate::kind::FieldKind for $name {
            type Value = $name;
            const KIND: $crate::keys::Kind = $crate::keys::Kind::Record(&<$name as $crate::record::Record>::KEYS);
            const COLUMNS: usize = 0
                $(+ <$kind as $crate::kind::FieldKind>::COLUMNS)*
                $($(+ <$computed_kind as $crate::kind::FieldKind>::COLUMNS)*)?;
            const BLANK: $name = $name::BLANK;
            #[cfg(feature = "files")]
            const ABOUT: Option<&'static $crate::record::About> = Some(&$crate::record::About {
                about: concat!($($about, "\n",)*),
                fields: &[$($crate::record::AboutField {
                    name: stringify!($field),
                    about: concat!($($doc, "\n",)*),
                    kind: <$kind as $crate::kind::FieldKind>::KIND,
                    times: <$kind as $crate::kind::FieldKind>::TIMES,
                    record: <$kind as $crate::kind::FieldKind>::ABOUT,
                },)*],
            });

            fn is_blank(value: &$name) -> bool {
                true $(&& <$kind as $crate::kind::FieldKind>::is_blank(&value.$field))*
            }

            fn read(scalars: &mut $crate::scalars::Scalars) -> $name {
                $name {
                    $( $field: <$kind as $crate::kind::FieldKind>::read(scalars), )*
                    $($( $computed: <$computed_kind as $crate::kind::FieldKind>::BLANK, )*)?
                }
            }

            fn pack(value: &$name, cells: &mut $crate::pack::Cells) {
                $( $crate::record::record!(@pack [$($late)?] $kind, &value.$field, cells); )*
            }

            fn pack_late(value: &$name, cells: &mut $crate::pack::Cells) {
                $( $crate::record::record!(@pack_late [$($late)?] $kind, &value.$field, cells); )*
                $($( <$computed_kind as $crate::kind::FieldKind>::pack(&value.$computed, cells); )*)?
            }

            fn unpack(row: &mut $crate::rows::Rows) -> $name {
                $name {
                    $( $field: $crate::record::record!(@unpack [$($late)?] $kind, row), )*
                    $($( $computed: <$computed_kind as $crate::kind::FieldKind>::BLANK, )*)?
                }
            }

            fn unpack_late(value: &mut $name, row: &mut $crate::rows::Rows) {
                $( $crate::record::record!(@unpack_late [$($late)?] $kind, value.$field, row); )*
                $($( value.$computed = <$computed_kind as $crate::kind::FieldKind>::unpack(row); )*)?
            }

            #[cfg(feature = "files")]
            fn json(value: &$name) -> $crate::tree::Tree {
                $crate::tree::Tree::map([
                    $( (stringify!($field), <$kind as $crate::kind::FieldKind>::field_json(&value.$field)), )*
                ])
            }
        }
    )*};

    (@pack [] $kind:ty, $value:expr, $cells:expr) => { <$kind as $crate::kind::FieldKind>::pack($value, $cells) };
    (@pack [late] $kind:ty, $value:expr, $cells:expr) => {};

    (@pack_late [] $kind:ty, $value:expr, $cells:expr) => { <$kind as $crate::kind::FieldKind>::pack_late($value, $cells) };
    (@pack_late [late] $kind:ty, $value:expr, $cells:expr) => { <$kind as $crate::kind::FieldKind>::pack($value, $cells) };

    (@unpack [] $kind:ty, $row:expr) => { <$kind as $crate::kind::FieldKind>::unpack($row) };
    (@unpack [late] $kind:ty, $row:expr) => { <$kind as $crate::kind::FieldKind>::BLANK };

    (@unpack_late [] $kind:ty, $value:expr, $row:expr) => {
        <$kind as $crate::kind::FieldKind>::unpack_late(&mut $value, $row)
    };
    (@unpack_late [late] $kind:ty, $value:expr, $row:expr) => {
        $value = <$kind as $crate::kind::FieldKind>::unpack($row)
    };
}

pub(crate) use record;
