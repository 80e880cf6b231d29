//! Enums whose values have names in attributes and query strings.

/// Prints an enum of which each value is declared once: its name, its place in the list of all, and its mention in error messages.
macro_rules! choices {
    (
        $(#[$meta:meta])*
        pub enum $type:ident {
            $(#[$first_meta:meta])* $first:ident = $first_slug:literal,
            $($(#[$value_meta:meta])* $value:ident = $slug:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
        pub enum $type {
            $(#[$first_meta])*
            #[default]
            $first,
            $($(#[$value_meta])* $value,)+
        }

        impl $type {
            /// Every value, in display order; the first one is the default.
            pub const ALL: [$type; [$first_slug $(, $slug)+].len()] = [$type::$first $(, $type::$value)+];

            /// The names of all, for people.
            pub const ALLOWED: &str = concat!($first_slug $(, ", ", $slug)+);

            /// Its name in attributes and query strings; never renamed.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self {
                    $type::$first => $first_slug,
                    $($type::$value => $slug,)+
                }
            }

            /// The value with this name.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<$type> {
                $type::ALL.into_iter().find(|value| value.slug() == slug)
            }
        }
    };
}

pub(crate) use choices;
