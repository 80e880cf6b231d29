//! The fallback: a plain list of links, to stand inside the element for readers, feeds and crawlers without scripts.

use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::query;
use crate::text::escaped;

/// The projects of a scope as a list of links with their summaries, in the order of the cards.
///
/// ```
/// use sandbox_explorer::{facet::Index, fallback, i18n::Lang};
///
/// let html = fallback::list(Index::bundled(), "project=youki", Lang::En);
/// assert!(html.starts_with("<ul lang=\"en\">\n  <li><a href=\"https://"));
/// ```
#[must_use]
pub fn list(index: &Index, scope: &str, lang: Lang) -> String {
    let mut html = ["<ul lang=\"", lang.tag_of_texts(), "\">\n"].concat();
    for number in filter::scope(index, &query::parse(index, scope)) {
        let project = &index.catalog.projects[usize::from(number)];
        let separator = if lang.is_chinese() { "：" } else { " – " };
        html.push_str("  <li><a href=\"");
        html.push_str(&escaped(project.links.website));
        html.push_str("\">");
        html.push_str(&escaped(project.name));
        html.push_str("</a>");
        html.push_str(separator);
        html.push_str(&escaped(lang.of(project.summary)));
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
    html
}
