//! The facts of a project in words, as the details and the comparison show them.

use crate::filter;
use crate::i18n::{self, Lang};
use crate::model::{Catalog, Count, Label, Project};
use crate::text::join;

/// How many there are.
pub(super) const N_FACTS: usize = 15;

/// The index of the category, which the details show in their header.
pub(super) const CATEGORY: usize = 0;

/// Each fact by name; `None` if it is unknown or does not apply.
pub(super) fn facts(catalog: &Catalog, project: &Project, lang: Lang) -> [(&'static str, Option<String>); N_FACTS] {
    let messages = lang.messages();
    let date = |date| messages.date(date);
    let count = |count: Option<Count>, is_round: bool| {
        let count = count?;
        let number = i18n::number(count.value);
        let number = if is_round { messages.about.fill([&number]) } else { number };
        Some(messages.counted.fill([&number, &date(count.as_of)]))
    };
    let list = |items: &[&str]| (!items.is_empty()).then(|| join(items, messages.list_separator));
    let label = |label: Option<Label>| label.map(|label| lang.label(label).to_owned());
    let category = lang.category(catalog, project.category);
    let history = project.history.map(|h| messages.stayed.fill([&date(h.first_accepted), &date(h.archived)]));
    let level = messages.level(project.maturity.level);
    [
        (messages.category, Some(category.to_owned())),
        (messages.maturity, Some(messages.counted.fill([level, &date(project.maturity.since)]))),
        (messages.part, Some(messages.part_short.fill([project.part]))),
        (messages.language, list(project.languages)),
        (messages.licence, Some(project.licence.to_owned())),
        (messages.owner, label(project.owner)),
        (messages.region, project.region.map(|region| lang.region(catalog, region).to_owned())),
        (messages.first_commit, Some(date(project.first_commit))),
        (messages.accepted, Some(date(project.accepted))),
        (messages.age, Some(messages.years(filter::age_in_tenths(project)))),
        (messages.earlier_stay, history),
        (messages.stars, count(project.stars, true)),
        (messages.contributors, count(project.contributors, true)),
        (messages.authors, count(project.authors, false)),
        (messages.also_known_as, list(project.former_names)),
    ]
}
