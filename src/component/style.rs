//! The style sheet of the component.

use std::sync::OnceLock;

use crate::dom;
use crate::facet::{CATEGORY, FACETS, Index};

/// Everything that `style/index.css` imports, and what a view printed by a server needs (made by build.rs).
const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/component.css"));

/// The style sheet of [`SandboxExplorer`](crate::SandboxExplorer), for a server to send.
///
/// ```
/// // With axum: .route("/sandbox-explorer.css", get(|| async { ([(CONTENT_TYPE, "text/css")], sandbox_explorer::style()) })),
/// // and in the head of the page: <link rel="stylesheet" href="/sandbox-explorer.css"/>
/// assert!(sandbox_explorer::style().contains(".se-explorer"));
/// ```
///
/// It is one file for all pages and languages, under any policy that allows your own style sheets (`style-src 'self'`): what the server
/// prints has no `style` attributes, unless a catalog of your own has colours that the bundled one has not.
#[must_use]
pub fn style() -> &'static str {
    static STYLE: OnceLock<String> = OnceLock::new();
    STYLE.get_or_init(|| style_of(Index::bundled()))
}

/// The same for the categories and hues of a catalog.
pub(crate) fn style_of(index: &Index) -> String {
    let mut style = SHEET.to_owned();
    for category in index.values(CATEGORY) {
        style.push_str(&only(&category.slug));
    }
    for value in values(index) {
        style.push_str(&["[data-style=\"", &value, "\"]:not(#se){", &value, "}\n"].concat());
    }
    style
}

/// Gives the page in a browser the style sheet, once: as a constructed sheet, which every content security policy allows. For applications
/// that are rendered in the browser only; where a server prints the first view, link [`style`]. On a server it does nothing.
pub fn adopt_style() {
    if dom::IS_LIVE {
        dom::adopt_style(SHEET);
    }
}

/// Before any code runs, the tab of a category shows only its own projects, when its radio button is checked.
fn only(category: &str) -> String {
    // From child to child, so that browsers need not look into every card.
    let radio = ["[name=\"", FACETS[CATEGORY].key, "\"][value=\"", category, "\"]:checked"].concat();
    let chosen = [".se-explorer:has(>.se-tab-strip>.se-tabs>.se-tab>", &radio, ")"].concat();
    // The property has no effect of its own; without one that changes, Safari would not restyle the content.
    let mark = [&*chosen, "{--se-tab:", category, "}\n"].concat();
    let own = ["[data-category=\"", category, "\"]"].concat();
    // Two selectors that begin with what few elements have: browsers try others on each of ten thousand elements.
    let items = [&*chosen, " [data-category]:not(", &own, ")"].concat();
    let batches = [&*chosen, " .se-batch:not(:has(", &own, "))"].concat();
    [&*mark, &items, ",", &batches, "{display:none}\n"].concat()
}

/// The values of `style` attributes that views set: the hue of a category, the scheme of a theme.
fn values(index: &Index) -> impl Iterator<Item = String> {
    let categories = index.catalog.categories;
    let hues =
        categories.iter().map(|category| ["--se-hue:", &crate::text::decimal(category.hue.into()), ";"].concat());
    hues.chain(["light", "dark"].map(|scheme| ["color-scheme:", scheme, ";"].concat()))
}

/// A printed view without the `style` attributes for which the style sheet has a rule: a content security policy may forbid them. An
/// unescaped quote ends an attribute, so this cannot be text.
pub(crate) fn without_style_attributes(html: &str, index: &Index) -> String {
    let known: Vec<String> = values(index).collect();
    let mut parts = html.split(" style=\"");
    let mut without = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = part.split('"').next().unwrap_or_default();
        let is_known = known.iter().any(|known| known == value);
        without.push_str(if is_known { " data-style=\"" } else { " style=\"" });
        without.push_str(part);
    }
    without
}
