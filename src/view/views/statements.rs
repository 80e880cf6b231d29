//! The statements of the article about its projects, and how they compare with the facts.

use leptos::prelude::*;

use crate::dom::Element;
use crate::facet::PART;
use crate::i18n::Lang;
use crate::insight;
use crate::model::Statement;
use crate::state::State;
use crate::text::decimal;
use crate::view::views::section::section;

/// A list of them if only one part of the series is shown. It comes last, so that choosing a part above does not shift
/// what the reader is about to tap.
pub(crate) fn statements(state: State, lang: Lang) -> Element {
    let late = lang.late();
    let index = state.catalog.known.get_untracked();
    let facet = PART;
    let here = state.catalog.values(facet);
    Element::new("div", "se-statements").live_children(move || {
        let chosen = state.results.chosen[facet].get();
        let part = match (chosen.as_slice(), here.as_slice()) {
            ([part], _) | ([], [part]) => *part,
            _ => return Vec::new(),
        };
        let statements = insight::statements(index, &index.values(facet)[usize::from(part)].slug);
        if statements.is_empty() {
            return Vec::new();
        }
        let name = late.article_said.fill([index.name(facet, part, lang)]);
        let list = Element::new("ul", "se-statement-list").attr("role", "list").attr("aria-label", &name);
        vec![section(state, &name).child(list.children(statements.into_iter().map(|s| statement(s, lang))))]
    })
}

fn statement(statement: &Statement, lang: Lang) -> Element {
    let late = lang.late();
    let (class, message) = match statement.differs {
        true => ("se-facts-differ", &late.facts_differ),
        false => ("se-facts-agree", &late.facts_agree),
    };
    let counted = message.fill([&decimal(statement.found.into()), &decimal(statement.total.into())]);
    let facts = Element::new("p", "se-statement-facts")
        .child(Element::new("span", class).text(&counted))
        .text(" ")
        .text(lang.label(statement.note));
    Element::new("li", "se-statement").child(Element::new("p", "").text(lang.label(statement.text))).child(facts)
}
