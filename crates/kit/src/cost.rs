//! Which files a reader's browser fetches for a choice, when, and how many bytes that is.

use sandbox_explorer::facet::Index;
use sandbox_explorer::{Lang, query};

use crate::choice::Choice;
use crate::files::Files;
use crate::host::Host;
use crate::syntax::Syntax;

const LOADER: &str = "sandbox-explorer.js";
pub(crate) const CORE: &str = "sandbox-explorer.core.js";
const PROGRAM: &str = "sandbox-explorer.wasm";
const LATER: &str = "sandbox-explorer.later.wasm";
const FEATURES: &str = "sandbox-explorer.features.txt";
const CHINESE: &str = "sandbox-explorer.zh.txt";
const READER: &str = "sandbox-explorer.reader.wasm";

/// When a file is fetched.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum When {
    /// With the page, whether or not the reader sees the explorer.
    WithPage,
    /// When the reader comes near, before the first view.
    Seen,
    /// After the first view.
    After,
}

/// Every file that a choice needs, and when it is fetched, in the order in which they are. They are the files to copy.
#[must_use]
pub fn files_of(choice: &Choice, host: &Host, here: Lang) -> Vec<(&'static str, When)> {
    use When::{After, Seen, WithPage};
    if host.syntax == Syntax::Leptos {
        return Vec::new();
    }
    let seen = if choice.is_eager() { WithPage } else { Seen };
    if host.syntax == Syntax::Query {
        return vec![
            ("sandbox-explorer.frames.js", WithPage),
            ("sandbox-explorer.frame.html", seen),
            ("sandbox-explorer.inline.js", seen),
            ("sandbox-explorer.frame.js", seen),
        ];
    }
    let is_chinese = matches!(choice.lang(here), Lang::Zh | Lang::ZhHant);
    let mut files = vec![
        (LOADER, WithPage),
        (CORE, seen),
        (PROGRAM, seen),
        (CHINESE, if is_chinese { seen } else { After }),
        (LATER, if needs_later(choice) { seen } else { After }),
        (FEATURES, if has_search(choice) { seen } else { After }),
    ];
    if !choice.get("src").is_empty() && host.syntax.takes_addresses() {
        files.insert(3, (READER, seen));
    }
    files.sort_by_key(|(_, when)| *when);
    files
}

/// Whether the first view is more than cards.
fn needs_later(choice: &Choice) -> bool {
    let filter = query::parse(Index::bundled(), choice.get("query"));
    !choice.get("view").is_empty() || filter.view.is_some() || has_search(choice) || !filter.projects.is_empty()
}

/// Whether the first view is the result of a search, which looks into all texts.
fn has_search(choice: &Choice) -> bool {
    !query::parse(Index::bundled(), choice.get("query")).search.is_empty()
}

/// What a choice costs a reader, in bytes after brotli.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cost {
    /// Before the explorer is seen: with the page.
    pub with_page: u64,
    /// When it is seen, before its first view.
    pub seen: u64,
    /// After the first view.
    pub after: u64,
}

/// The cost, if the sizes of all its files are known.
#[must_use]
pub fn cost(choice: &Choice, host: &Host, files: &Files, here: Lang) -> Option<Cost> {
    let needed = files_of(choice, host, here);
    if needed.is_empty() {
        return None;
    }
    let mut cost = Cost::default();
    for (name, when) in needed {
        let bytes = files.get(name)?.brotli;
        match when {
            When::WithPage => cost.with_page += bytes,
            When::Seen => cost.seen += bytes,
            When::After => cost.after += bytes,
        }
    }
    Some(cost)
}
