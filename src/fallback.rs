//! The fallback: links to the projects inside the element, for readers, feeds and crawlers without scripts. As a list, and as plain lines
//! for Markdown that puts the tag into a paragraph, which a list would end.

use crate::facet::Index;
use crate::filter;
use crate::i18n::Lang;
use crate::model::Project;
use crate::query;
use crate::text::{decimal, escaped};

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
    list_of(index, scope, lang, usize::MAX)
}

/// The same with at most this many projects, and then how many more there are.
#[must_use]
pub fn list_of(index: &Index, scope: &str, lang: Lang, limit: usize) -> String {
    listed(index, scope, lang, limit, &|text| escaped(text))
}

/// The list for MDX, JSX and the templates of frameworks: no character of a text is special to Markdown or opens an expression.
#[must_use]
pub fn list_in_template(index: &Index, scope: &str, lang: Lang) -> String {
    listed(index, scope, lang, usize::MAX, &plain)
}

fn listed(index: &Index, scope: &str, lang: Lang, limit: usize, text: &dyn Fn(&str) -> String) -> String {
    let mut html = ["<ul lang=\"", lang.tag_of_texts(), "\">\n"].concat();
    let projects = filter::scope(index, &query::parse(index, scope));
    for &number in projects.iter().take(limit) {
        html.push_str("  <li>");
        push(&mut html, &index.catalog.projects[usize::from(number)], lang, text);
        html.push_str("</li>\n");
    }
    if projects.len() > limit {
        html.push_str(&["  <li>", &others(projects.len() - limit, lang), "</li>\n"].concat());
    }
    html.push_str("</ul>\n");
    html
}

/// The same for Markdown that may put the tag into a paragraph: no element in it ends a paragraph, no line is empty, and no character is
/// special to Markdown.
#[must_use]
pub fn lines(index: &Index, scope: &str, lang: Lang) -> String {
    lines_of(index, scope, lang, usize::MAX)
}

/// The same with at most this many projects, and then how many more there are.
#[must_use]
pub fn lines_of(index: &Index, scope: &str, lang: Lang, limit: usize) -> String {
    let mut html = ["<span lang=\"", lang.tag_of_texts(), "\">"].concat();
    let projects = filter::scope(index, &query::parse(index, scope));
    for (n, &number) in projects.iter().take(limit).enumerate() {
        if n > 0 {
            html.push_str("<br>\n");
        }
        push(&mut html, &index.catalog.projects[usize::from(number)], lang, &plain);
    }
    if projects.len() > limit {
        html.push_str(&["<br>\n", &others(projects.len() - limit, lang)].concat());
    }
    html.push_str("</span>\n");
    html
}

/// How many more projects there are.
pub(crate) fn others(n: usize, lang: Lang) -> String {
    lang.late().others.fill([&decimal(n as u32)])
}

/// The first address of a project; empty if it has none.
#[must_use]
pub fn home(project: &Project) -> &'static str {
    let links = &project.links;
    let others = links.others.first().map_or("", |other| other.url);
    [links.website, links.repository, links.docs.unwrap_or_default()]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or(others)
}

/// Adds the link of a project and its summary, as far as it has them.
fn push(html: &mut String, project: &Project, lang: Lang, text: &dyn Fn(&str) -> String) {
    let (home, name) = (home(project), text(project.name));
    if home.is_empty() {
        html.push_str(&name);
    } else {
        html.push_str(&["<a href=\"", &escaped(home), "\">", &name, "</a>"].concat());
    }
    let summary = lang.of(project.summary);
    if summary.is_empty() {
        return;
    }
    html.push_str(lang.printed().before_summary);
    // In Markdown no line may be empty.
    let summary = text(&summary.replace('\n', " "));
    // The list says the language of the interface, and a project that of its own texts.
    match lang.tag_in(project, project.summary).filter(|_| !project.lang.is_empty()) {
        Some(tag) => html.push_str(&["<span lang=\"", &escaped(tag), "\">", &summary, "</span>"].concat()),
        None => html.push_str(&summary),
    }
}

/// Escapes a text for both HTML and Markdown, and for templates with expressions in braces.
#[must_use]
pub fn plain(text: &str) -> String {
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
