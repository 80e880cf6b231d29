//! Text for site generators: the explorer's first view, its fallback list, or the same projects in a format for hosts and programs that
//! do not accept the element.

mod first_view;
mod first_view_style;
mod json_ld;
mod markdown;
mod oembed;

use crate::data;
use crate::facet::Index;
use crate::fallback;
use crate::filter;
use crate::i18n::{LANGUAGES, Lang};
use crate::model::{Catalog, Project};
use crate::options::{OPTIONS, Options};
use crate::query;

/// What is to be printed.
struct Request {
    index: &'static Index,
    /// The options of the element, without the `src`: the catalog is here already.
    options: Options,
    /// Attributes as given: name and value.
    attributes: Vec<(String, String)>,
    lang: Lang,
    /// The directory of the files, with a slash at the end; empty: that of the page.
    base: String,
    /// How many projects are printed at most.
    limit: usize,
}

impl Request {
    /// The numbers of the projects of the scope, in the order of the cards.
    fn scope(&self) -> Vec<u16> {
        filter::scope(self.index, &query::parse(self.index, &self.options.scope))
    }

    /// The first of them.
    fn projects(&self) -> Vec<&'static Project> {
        let numbers = self.scope().into_iter().take(self.limit);
        numbers.map(|number| &self.index.catalog.projects[usize::from(number)]).collect()
    }

    fn list(&self) -> String {
        fallback::list_of(self.index, &self.options.scope, self.lang, self.limit)
    }

    fn links(&self) -> String {
        fallback::lines_of(self.index, &self.options.scope, self.lang, self.limit)
    }

    /// Whether it is the catalog of this build.
    fn is_bundled(&self) -> bool {
        std::ptr::eq(self.index.catalog, data::bundled())
    }

    /// What the catalog is called, if anything.
    fn title(&self) -> Option<&str> {
        let own = self.index.catalog.terms.map(|terms| self.lang.label(terms.title));
        let title = if self.is_bundled() { Some(self.lang.messages().explorer) } else { own };
        title.filter(|title| !title.is_empty())
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
    print_catalog(data::bundled(), format, attributes, base, usize::MAX)
}

/// The number of projects of a catalog that are enough for a page: those that a first view shows. More are only weight there, and the
/// explorer shows them as soon as it runs.
pub const ENOUGH: usize = 100;

/// Prints the projects of a catalog of your own, as [`read`](crate::read) gives it, at most the first `limit`; the last line of a list
/// says how many more there are. The element of `shadow` needs the address at which its page finds the catalog: the attribute `src`.
///
/// ```
/// use sandbox_explorer::prerender::{ENOUGH, print_catalog};
///
/// let catalog = sandbox_explorer::bundled();
/// let list = print_catalog(catalog, "list", [("lang", "en")], "", 2).unwrap();
/// assert!(list.ends_with("  <li>and 50 more</li>\n</ul>\n"));
/// ```
///
/// # Errors
/// As [`print()`].
pub fn print_catalog<'a>(
    catalog: &'static Catalog,
    format: &str,
    attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    base: &str,
    limit: usize,
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
    let index = Index::kept(catalog);
    let has_src = options.src.take().is_some();
    for (name, query) in [("scope", &options.scope), ("query", &options.query)] {
        if !query.is_empty() && query::print(index, &query::parse(index, query)).is_empty() {
            return Err(format!("{name}: nothing in \"{query}\" restricts the projects{}", example(catalog)));
        }
    }
    let slash = if base.is_empty() || base.ends_with('/') { "" } else { "/" };
    let request = Request { index, options, attributes: given, lang, base: [base, slash].concat(), limit };
    if has_src && request.is_bundled() {
        return Err("src: only the bundled catalog can be printed".to_owned());
    }
    format(&request)
}

/// A query that restricts the projects of a catalog.
fn example(catalog: &Catalog) -> String {
    if std::ptr::eq(catalog, data::bundled()) {
        return "; example: part=4".to_owned();
    }
    catalog.projects.first().map_or_else(String::new, |project| format!("; example: project={}", project.id))
}
