//! The options that a page may set. One row per attribute; element, page and prerender all read them here, so they agree on
//! every default.

use crate::data::limits::QUOTED;
use crate::filter::View;
use crate::model::Date;
use crate::since;
use crate::text::concat;
use std::fmt;

/// Which colours to use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// Follow the page; if it does not specify a scheme, follow the system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The layout of the explorer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Layout {
    /// Everything.
    #[default]
    Full,
    /// A dense list instead of cards; filters stay collapsed.
    Compact,
    /// The card of one project, the scope's first.
    Single,
    /// The name of one project, the scope's first, inside a sentence; it opens the details.
    Inline,
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

/// The options of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    /// Language tag; `None`: the page's, then the browser's.
    pub lang: Option<String>,
    /// Colours.
    pub theme: Theme,
    /// Which projects exist here, as a query string; empty: all.
    pub scope: String,
    /// The reader's filter, as a query string.
    pub query: String,
    /// The view shown first.
    pub view: View,
    /// The layout of the explorer.
    pub layout: Layout,
    /// When the post was published.
    pub published: Published,
    /// Slug of the part of the series that the reader is in.
    pub current_part: Option<String>,
    /// Key in the page's URL fragment that keeps the reader's filter; `None`: the URL is never touched.
    pub url_key: Option<String>,
    /// Level of a card's heading, 2–6.
    pub heading_level: u8,
    /// Address of a catalog to show instead of the bundled one.
    pub src: Option<String>,
    /// Leave out the search.
    pub without_search: bool,
    /// Leave out the tabs.
    pub without_tabs: bool,
    /// Leave out the facets.
    pub without_facets: bool,
    /// Leave out the sort control.
    pub without_sort: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            lang: None,
            theme: Theme::Auto,
            scope: String::new(),
            query: String::new(),
            view: View::Cards,
            layout: Layout::Full,
            published: Published::Page,
            current_part: None,
            url_key: None,
            heading_level: 3,
            src: None,
            without_search: false,
            without_tabs: false,
            without_facets: false,
            without_sort: false,
        }
    }
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

/// Every option that the component knows. The loader handles `base` and `loading`.
pub static OPTIONS: [Row; 15] = [
    Row { name: "lang", allowed: "a BCP 47 language tag", set: |options, value| text(&mut options.lang, value) },
    Row {
        name: "theme",
        allowed: "auto, light, dark",
        set: |options, value| {
            options.theme = match value.unwrap_or("auto") {
                "auto" | "" => Theme::Auto,
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => return false,
            };
            true
        },
    },
    Row {
        name: "scope",
        allowed: "a query string such as part=4",
        set: |options, value| {
            options.scope = value.unwrap_or_default().to_owned();
            true
        },
    },
    Row {
        name: "query",
        allowed: "a query string such as q=mesh&language=rust",
        set: |options, value| {
            options.query = value.unwrap_or_default().to_owned();
            true
        },
    },
    Row {
        name: "view",
        allowed: "cards, table, timeline, insights",
        set: |options, value| {
            let view = match value {
                None | Some("") => Some(View::default()),
                Some(slug) => View::from_slug(slug),
            };
            options.view = view.unwrap_or(options.view);
            view.is_some()
        },
    },
    Row {
        name: "layout",
        allowed: "full, compact, single, inline",
        set: |options, value| {
            options.layout = match value.unwrap_or("full") {
                "full" | "" => Layout::Full,
                "compact" => Layout::Compact,
                "single" => Layout::Single,
                "inline" => Layout::Inline,
                _ => return false,
            };
            true
        },
    },
    Row {
        name: "published",
        allowed: "a day such as 2024-09-05, none",
        set: |options, value| {
            options.published = match value {
                None | Some("") => Published::Page,
                Some("none") => Published::Unsaid,
                Some(text) => match since::day(text) {
                    Some(day) => Published::On(day),
                    None => return false,
                },
            };
            true
        },
    },
    Row {
        name: "current-part",
        allowed: "a part of the series such as 4",
        set: |options, value| text(&mut options.current_part, value),
    },
    Row {
        name: "url-key",
        allowed: "letters, digits, - and _",
        set: |options, value| {
            let name = |key: &str| key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
            value.is_none_or(name) && text(&mut options.url_key, value)
        },
    },
    Row {
        name: "heading-level",
        allowed: "2, 3, 4, 5, 6",
        set: |options, value| {
            options.heading_level = match value.unwrap_or("3") {
                "2" => 2,
                "3" => 3,
                "4" => 4,
                "5" => 5,
                "6" => 6,
                _ => return false,
            };
            true
        },
    },
    Row { name: "src", allowed: "the address of a catalog.json", set: |options, value| text(&mut options.src, value) },
    Row {
        name: "without-search",
        allowed: "present or absent",
        set: |options, value| flag(&mut options.without_search, value),
    },
    Row {
        name: "without-tabs",
        allowed: "present or absent",
        set: |options, value| flag(&mut options.without_tabs, value),
    },
    Row {
        name: "without-facets",
        allowed: "present or absent",
        set: |options, value| flag(&mut options.without_facets, value),
    },
    Row {
        name: "without-sort",
        allowed: "present or absent",
        set: |options, value| flag(&mut options.without_sort, value),
    },
];

/// The default of each option, for people: the text that the documentation must contain. A separate table, because the
/// program needs only [`Options::default`] and would contain these strings for nothing.
pub static DEFAULTS: [(&str, &str); OPTIONS.len()] = [
    ("lang", "nearest lang in the page"),
    ("theme", "auto"),
    ("scope", "all projects"),
    ("query", "empty"),
    ("view", "cards"),
    ("layout", "full"),
    ("published", "the page's article:published_time"),
    ("current-part", "none"),
    ("url-key", "none"),
    ("heading-level", "3"),
    ("src", "the bundled catalog"),
    ("without-search", "absent"),
    ("without-tabs", "absent"),
    ("without-facets", "absent"),
    ("without-sort", "absent"),
];

fn text(option: &mut Option<String>, value: Option<&str>) -> bool {
    *option = value.filter(|value| !value.is_empty()).map(str::to_owned);
    true
}

/// As in HTML, presence counts, whatever the value; only `"false"`, which frameworks write, means absent.
fn flag(option: &mut bool, value: Option<&str>) -> bool {
    *option = value.is_some_and(|value| value != "false");
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
