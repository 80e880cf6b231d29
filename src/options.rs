//! The options that a page may set. One row per attribute (`options/rows.rs`); element, page and prerender all read them here, so they
//! agree on every default.

mod declare;
mod rows;

use crate::choice::choices;
use crate::data::limits::QUOTED;
use crate::model::Date;
use crate::since;
use crate::text::concat;
use std::fmt;

pub use declare::{Attribute, Kind};
pub use rows::{ATTRIBUTES, OPTIONS, Options};

choices! {
    /// Which colours to use.
    pub enum Theme {
        /// Follow the page; if it does not specify a scheme, follow the system.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choices! {
    /// The layout of the explorer.
    pub enum Layout {
        /// Everything.
        Full = "full",
        /// A dense list instead of cards; filters stay collapsed.
        Compact = "compact",
        /// The card of one project, the scope's first.
        Single = "single",
        /// The name of one project, the scope's first, inside a sentence; it opens the details.
        Inline = "inline",
    }
}

impl Layout {
    /// Whether it shows one project only.
    #[must_use]
    pub fn is_small(self) -> bool {
        matches!(self, Layout::Single | Layout::Inline)
    }
}

/// The day on which the surrounding post was published.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Published {
    /// The date in the page's own metadata, if there is one.
    #[default]
    Page,
    /// Do not mark changes.
    Unsaid,
    /// This day.
    On(Date),
}

/// One option: its attribute name, its allowed values, and its setter.
pub struct Row {
    /// Attribute name.
    pub name: &'static str,
    /// The values allowed, for people.
    pub allowed: &'static str,
    /// Sets it from the value of an attribute; `None`: the attribute is absent, which sets the default. `false`: rejected.
    set: fn(&mut Options, Option<&str>) -> bool,
}

fn text(option: &mut String, value: &str) -> bool {
    value.clone_into(option);
    true
}

/// Empty is as good as absent.
fn optional(option: &mut Option<String>, value: &str) -> bool {
    *option = (!value.is_empty()).then(|| value.to_owned());
    true
}

fn url_key(option: &mut Option<String>, value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)) && optional(option, value)
}

/// As in HTML, presence counts, whatever the value; only `"false"`, which frameworks write, means absent.
fn flag(option: &mut bool, value: &str) -> bool {
    *option = value != "false";
    true
}

/// Empty is the default.
fn choice<T: Copy + Default>(option: &mut T, value: &str, from_slug: fn(&str) -> Option<T>) -> bool {
    let chosen = if value.is_empty() { Some(T::default()) } else { from_slug(value) };
    *option = chosen.unwrap_or(*option);
    chosen.is_some()
}

fn published(option: &mut Published, value: &str) -> bool {
    *option = match value {
        "" => Published::Page,
        "none" => Published::Unsaid,
        text => match since::day(text) {
            Some(day) => Published::On(day),
            None => return false,
        },
    };
    true
}

fn heading_level(option: &mut u8, value: &str) -> bool {
    match value.as_bytes() {
        &[level @ b'2'..=b'6'] => *option = level - b'0',
        _ => return false,
    }
    true
}

/// An invalid option. It keeps its previous value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    name: String,
    value: String,
    allowed: Option<&'static str>,
}

impl Refused {
    /// What is wrong, and which values are allowed, in one line.
    #[must_use]
    pub fn reason(&self) -> String {
        let Refused { name, value, allowed } = self;
        match allowed {
            Some(allowed) => concat(&["attribute ", name, ": cannot use \"", value, "\"; allowed: ", allowed]),
            None => concat(&["unknown attribute ", name]),
        }
    }
}

/// Truncates a value for an error message: a page may put a whole document into an attribute.
fn shown(value: &str) -> String {
    match value.char_indices().nth(QUOTED) {
        Some((end, _)) => concat(&[value.get(..end).unwrap_or_default(), "…"]),
        None => value.to_owned(),
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason())
    }
}

impl std::error::Error for Refused {}

impl Options {
    /// Sets an option by its attribute's name and value; `None` when the attribute is absent.
    ///
    /// # Errors
    /// If there is no such option or its value is invalid; the message names both and the allowed values.
    pub fn set(&mut self, name: &str, value: Option<&str>) -> Result<(), Refused> {
        let refused = |allowed| Refused { name: name.to_owned(), value: shown(value.unwrap_or_default()), allowed };
        let row = OPTIONS.iter().find(|row| row.name == name).ok_or_else(|| refused(None))?;
        if (row.set)(self, value.map(str::trim_ascii)) { Ok(()) } else { Err(refused(Some(row.allowed))) }
    }
}
