//! Where the facts of a project come from, and on which of them the sources disagree.

use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::{Catalog, Project, Source};
use crate::text::{concat, join};
use crate::view::project::fact::fact_row;

/// The facts on which sources disagree, with the claim of each; the first value is the one used here.
pub(crate) fn disputes(catalog: &Catalog, project: &Project, lang: Lang) -> Option<Element> {
    let (messages, late) = (lang.messages(), lang.late());
    if project.disputes.is_empty() {
        return None;
    }
    let rows = project.disputes.iter().map(|dispute| {
        let claims = dispute.values.iter().enumerate().map(|(n, claim)| {
            let source = catalog.sources.iter().find(|source| source.slug == claim.source);
            let source = source.map_or(claim.source, |source| lang.label(source.name));
            let stands = if n == 0 { concat(&[messages.list_separator, late.stands]) } else { String::new() };
            Element::new("li", "")
                .child(Element::new("b", "").words_of(lang, project, claim.value))
                .text(" ")
                .child(Element::new("span", "se-quiet").text(source).text(&stands))
        });
        let value = Element::new("dd", "")
            .child(Element::new("ul", "se-claims").children(claims))
            .child(Element::new("p", "").words_of(lang, project, dispute.note));
        fact_row(lang.field_of(catalog, dispute.field), value)
    });
    Some(Element::new("dl", "se-dispute-list").children(rows))
}

/// The sources of the facts: one line per source, with the date of its data and the fields taken from it.
pub(crate) fn sources(catalog: &Catalog, project: &Project, lang: Lang) -> Option<Element> {
    let (messages, late) = (lang.messages(), lang.late());
    let line = |source: &Source| {
        let named = project.sources.iter().map(|&(field, slug)| (lang.field_of(catalog, field), slug));
        let activity = project.activity.map(|it| (messages.last_commit, it.source));
        let maintainers = project.maintainers.map(|it| (lang.late().maintainers, it.source));
        let of = named.chain(activity).chain(maintainers).filter(|(_, slug)| *slug == source.slug);
        let fields: Vec<&str> = of.map(|(field, _)| field).collect();
        // The repository has no common date: each project's was read at its own commit.
        let at = match source.as_of {
            Some(date) => messages.date(date),
            None if project.snapshot.date.year == 0 => String::new(),
            None => concat(&[project.snapshot.commit, " · ", &messages.date(project.snapshot.date)]),
        };
        let name = lang.label(source.name).to_owned();
        let name = if at.is_empty() { name } else { late.source_at.fill([&name, &at]) };
        (!fields.is_empty()).then(|| {
            Element::new("li", "").text(&late.source_line.fill([&name, &join(&fields, messages.list_separator)]))
        })
    };
    let lines: Vec<Element> = catalog.sources.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| Element::new("ul", "se-sources").children(lines))
}
