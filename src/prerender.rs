//! Text for site generators: the explorer's first view, its fallback list, or the same projects in a format for hosts and programs that
//! do not accept the element.

mod first_view;
mod first_view_style;
mod json_ld;
mod markdown;
mod oembed;

use crate::facet::Index;
use crate::fallback;
use crate::filter;
use crate::i18n::{LANGUAGES, Lang};
use crate::model::Project;
use crate::options::{OPTIONS, Options};
use crate::query;

/// What is to be printed.
struct Request {
    /// The options of the element.
    options: Options,
    /// Attributes as given: name and value.
    attributes: Vec<(String, String)>,
    lang: Lang,
    /// The directory of the files, with a slash at the end; empty: that of the page.
    base: String,
}

impl Request {
    /// The projects of the scope, in the order of the cards.
    fn projects(&self) -> Vec<&'static Project> {
        let index = Index::bundled();
        let numbers = filter::scope(index, &query::parse(index, &self.options.scope));
        numbers.into_iter().map(|number| &index.catalog.projects[usize::from(number)]).collect()
    }

    fn list(&self) -> String {
        fallback::list(Index::bundled(), &self.options.scope, self.lang)
    }

    fn links(&self) -> String {
        fallback::lines(Index::bundled(), &self.options.scope, self.lang)
    }
}

/// An output format: its name, and the function that prints it.
type Format = (&'static str, fn(&Request) -> Result<String, String>);

const FORMATS: [Format; 7] = [
    ("list", |request| Ok(request.list())),
    ("links", |request| Ok(request.links())),
    ("shadow", first_view::print),
    ("style-src", first_view_style::print),
    ("json-ld", json_ld::print),
    ("markdown", markdown::print),
    ("oembed", oembed::print),
];

/// The names of the output formats; the first is the default.
pub fn formats() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.0)
}

/// The names of the attributes that can be given, those of the element.
pub fn attributes() -> impl Iterator<Item = &'static str> {
    OPTIONS.iter().map(|option| option.name)
}

/// Prints the bundled projects in a format. `attributes` are names and values of the element's attributes, such as `("scope",
/// "part=4")`; `base` is the address of the directory with the element's files, if it is not that of the page.
///
/// ```
/// let html = sandbox_explorer::prerender::print("list", [("scope", "project=youki")], "").unwrap();
/// assert!(html.starts_with("<ul lang=\"en\">\n  <li><a href=\"https://"));
/// ```
///
/// # Errors
/// One line that names the attribute or `as` (the format), the value, and the values allowed. A page ignores unknown keys and values; here,
/// where somebody checks the result, a query without effect is a mistake.
pub fn print<'a>(
    format: &str,
    attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    base: &str,
) -> Result<String, String> {
    let unknown = || format!("as: unknown \"{format}\"; allowed: {}", formats().collect::<Vec<_>>().join(", "));
    let (_, format) = FORMATS.iter().find(|known| known.0 == format).ok_or_else(unknown)?;
    let mut options = Options::default();
    let mut given = Vec::new();
    for (name, value) in attributes {
        if !self::attributes().any(|known| known == name) {
            let known = self::attributes().collect::<Vec<_>>().join(", ");
            return Err(format!("unknown attribute \"{name}\"; allowed: {known}"));
        }
        options.set(name, Some(value)).map_err(|refused| refused.to_string())?;
        given.push((name.to_owned(), value.to_owned()));
    }
    let lang = match options.lang.as_deref() {
        None => Lang::default(),
        Some(tag) => Lang::from_tag(tag).ok_or_else(|| {
            let known: Vec<&str> = LANGUAGES.iter().map(|lang| lang.tag()).collect();
            format!("lang: cannot use \"{tag}\"; allowed: {}", known.join(", "))
        })?,
    };
    if options.src.is_some() {
        return Err("src: only the bundled catalog can be printed".to_owned());
    }
    let index = Index::bundled();
    for (name, query) in [("scope", &options.scope), ("query", &options.query)] {
        if !query.is_empty() && query::print(index, &query::parse(index, query)).is_empty() {
            return Err(format!("{name}: nothing in \"{query}\" restricts the projects; example: part=4"));
        }
    }
    let slash = if base.is_empty() || base.ends_with('/') { "" } else { "/" };
    format(&Request { options, attributes: given, lang, base: [base, slash].concat() })
}
