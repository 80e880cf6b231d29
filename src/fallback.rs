//! The fallback: links to the projects inside the element, for readers, feeds and crawlers without scripts. As a list, and as plain lines
//! for Markdown that puts the tag into a paragraph, which a list would end.

use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::model::Project;
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
        html.push_str("  <li>");
        push(&mut html, &index.catalog.projects[usize::from(number)], lang, &|text| escaped(text));
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
    html
}

/// The same for Markdown that may put the tag into a paragraph: no element in it ends a paragraph, no line is empty, and no character is
/// special to Markdown.
#[must_use]
pub fn lines(index: &Index, scope: &str, lang: Lang) -> String {
    let mut html = ["<span lang=\"", lang.tag_of_texts(), "\">"].concat();
    for (n, number) in filter::scope(index, &query::parse(index, scope)).into_iter().enumerate() {
        if n > 0 {
            html.push_str("<br>\n");
        }
        push(&mut html, &index.catalog.projects[usize::from(number)], lang, &plain);
    }
    html.push_str("</span>\n");
    html
}

/// Adds the link of a project and its summary.
fn push(html: &mut String, project: &Project, lang: Lang, text: &dyn Fn(&str) -> String) {
    html.push_str("<a href=\"");
    html.push_str(&escaped(project.links.website));
    html.push_str("\">");
    html.push_str(&text(project.name));
    html.push_str("</a>");
    html.push_str(lang.printed().before_summary);
    html.push_str(&text(lang.of(project.summary)));
}

/// Escapes a text for both HTML and Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in escaped(text).chars() {
        if "*_`~[]\\|{}$^=".contains(c) {
            plain.push_str("&#");
            plain.push_str(&u32::from(c).to_string());
            plain.push(';');
        } else {
            plain.push(c);
        }
    }
    plain
}
