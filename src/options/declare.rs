//! What a row of the options is made of, for the program and for the documentation.

/// The kind of an attribute, from which the type of its property follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A language tag.
    Language,
    /// Any text.
    Text,
    /// One of the values allowed.
    Choice,
    /// A number.
    Number,
    /// Present or absent.
    Flag,
    /// Where something is loaded from. Only the site may say that, not the author of a post whose HTML is cleaned: the `<div>` form and
    /// the WordPress shortcode do not have these.
    Address,
}

/// An attribute of the element for the documentation. No program contains these texts.
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// The values allowed, for people.
    pub allowed: &'static str,
    /// Its meaning in English.
    pub en: &'static str,
    /// Its default in English; in backticks if it is a value.
    pub default: &'static str,
    /// Its meaning in Chinese.
    pub zh: &'static str,
    /// Its default in Chinese.
    pub zh_default: &'static str,
}

/// Prints from one row per option the struct `Options` with its defaults, `OPTIONS` for the program and `ATTRIBUTES` for the documentation.
/// A row that lacks a part does not compile. The doc comment is the meaning in English.
macro_rules! options {
    (
        $(
            $(#[doc = $en:literal])+
            $field:ident: $type:ty = $value:expr => {
                name: $name:literal,
                kind: $kind:ident,
                allowed: $allowed:expr,
                set: $set:expr,
                default: $default:literal,
                zh: $zh:literal,
                zh_default: $zh_default:literal,
            }
        )+
        loader {
            $(
                $(#[doc = $loader_en:literal])+
                {
                    name: $loader_name:literal,
                    kind: $loader_kind:ident,
                    allowed: $loader_allowed:expr,
                    default: $loader_default:literal,
                    zh: $loader_zh:literal,
                    zh_default: $loader_zh_default:literal,
                }
            )+
        }
    ) => {
        /// The options of a page.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct Options {
            $(
                $(#[doc = $en])+
                #[doc = concat!("\n\nDefault: ", $default, ".")]
                pub $field: $type,
            )+
        }

        impl Default for Options {
            fn default() -> Options {
                Options { $($field: $value,)+ }
            }
        }

        /// Every option that the component knows.
        pub static OPTIONS: [Row; [$($name),+].len()] = [
            $(Row {
                name: $name,
                allowed: $allowed,
                set: |options, value| {
                    let set: fn(&mut $type, &str) -> bool = $set;
                    match value {
                        Some(value) => set(&mut options.$field, value),
                        None => {
                            options.$field = $value;
                            true
                        }
                    }
                },
            },)+
        ];

        /// Every attribute, those that only the loader reads last.
        pub static ATTRIBUTES: [Attribute; [$($name,)+ $($loader_name),+].len()] = [
            $(Attribute {
                name: $name,
                kind: Kind::$kind,
                allowed: $allowed,
                en: concat!($($en),+),
                default: $default,
                zh: $zh,
                zh_default: $zh_default,
            },)+
            $(Attribute {
                name: $loader_name,
                kind: Kind::$loader_kind,
                allowed: $loader_allowed,
                en: concat!($($loader_en),+),
                default: $loader_default,
                zh: $loader_zh,
                zh_default: $loader_zh_default,
            },)+
        ];
    };
}

pub(super) use options;
