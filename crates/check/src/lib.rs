//! Finds out of a page's HTML why the explorer does not appear on it, or not as its author meant, and says the remedy.
//!
//! No I/O: the text of a page goes in, [`Finding`]s come out, each of a kind in the table [`TROUBLES`]. What HTML alone cannot tell (types,
//! headers, hashes of files, colours) is the part of `page/console.js`, which runs in the console of that page and has the same table.
//!
//! ```
//! use sandbox_explorer_check::{Page, check};
//!
//! let html = r#"<script src="sandbox-explorer.js"></script><sandbox-explorer></sandbox-explorer>"#;
//! let findings = check(&Page { html, ..Page::default() });
//! assert_eq!(findings[0].id, "module");
//! assert_eq!(findings[0].detail, r#"<script src="sandbox-explorer.js">"#);
//! ```

mod address;
mod attributes;
mod explorer;
mod loader;
mod markup;
mod place;
mod policy;
mod sanitised;
mod theme;
mod trouble;

use explorer::Explorer;
use loader::Loader;
use markup::Markup;
pub use trouble::{HEADS, TROUBLES, Text, Trouble};

/// A page that is checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page<'p> {
    /// Its HTML: the source that the server sends, or the document as the browser has it.
    pub html: &'p str,
    /// What was pasted into the post, if the author knows: then what was taken from it can be told.
    pub pasted: &'p str,
    /// Hashes of the scripts of this version, as in `integrity.json`: name of the file and `sha384-…`. Empty: not compared.
    pub hashes: &'p [(String, String)],
}

/// Something that is wrong with a page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// The line of the HTML, from 1.
    pub line: usize,
    /// Which trouble of [`TROUBLES`].
    pub id: &'static str,
    /// The piece of the page, or the value, that is meant. In no language.
    pub detail: String,
    /// Whether it is wrong for certain; else it depends on what HTML does not say.
    pub is_certain: bool,
}

/// The page as rules see it.
struct Seen<'p> {
    page: &'p Page<'p>,
    markup: Markup,
    explorers: Vec<Explorer>,
    loaders: Vec<Loader>,
    findings: Vec<Finding>,
}

impl Seen<'_> {
    fn wrong(&mut self, id: &'static str, line: usize, detail: impl Into<String>) {
        self.findings.push(Finding { line, id, detail: detail.into(), is_certain: true });
    }

    fn maybe(&mut self, id: &'static str, line: usize, detail: impl Into<String>) {
        self.findings.push(Finding { line, id, detail: detail.into(), is_certain: false });
    }
}

/// The rules, by noun.
const RULES: &[fn(&mut Seen)] =
    &[sanitised::rule, loader::rule, address::rule, policy::rule, place::rule, attributes::rule, theme::rule];

/// Checks a page: everything that is wrong, by line.
#[must_use]
pub fn check(page: &Page) -> Vec<Finding> {
    let markup = Markup::read(page.html);
    let explorers = explorer::all(&markup);
    let loaders = loader::all(&markup);
    let mut seen = Seen { page, markup, explorers, loaders, findings: Vec::new() };
    for rule in RULES {
        rule(&mut seen);
    }
    let mut findings = seen.findings;
    findings.sort();
    findings.dedup();
    findings
}
