//! The facts of a project in words, as the details and the comparison show them.

use crate::activity;
use crate::dom::Element;
use crate::filter;
use crate::i18n::{self, Lang};
use crate::model::{Catalog, Count, Date, Label, Maintainers, Project};
use crate::text::{concat, decimal, join};

/// The number of facts.
pub(crate) const N_FACTS: usize = 20;

/// The index of the category, which the details show in their header.
pub(crate) const CATEGORY: usize = 0;

/// Each fact by name; `None` if it is unknown or does not apply.
pub(crate) fn facts(catalog: &Catalog, project: &Project, lang: Lang) -> [(&'static str, Option<String>); N_FACTS] {
    let (messages, late) = (lang.words(catalog), lang.late_words(catalog));
    let date = |date| messages.date(date);
    let some = |text: String| (!text.is_empty()).then_some(text);
    let dated =
        |text: &str, day: Date| if day.year > 0 { late.counted.fill([text, &date(day)]) } else { text.to_owned() };
    let count = |count: Option<Count>, is_round: bool| {
        let count = count?;
        let number = i18n::number(count.value);
        let number = if is_round { late.about.fill([&number]) } else { number };
        Some(dated(&number, count.as_of))
    };
    let list = |items: &[&str]| (!items.is_empty()).then(|| join(items, messages.list_separator));
    let label = |label: Option<Label>| label.map(|label| lang.label(label).to_owned());
    let history = project.history.map(|h| late.stayed.fill([&date(h.first_accepted), &date(h.archived)]));
    let level = messages.level(project.maturity.level);
    let (counts, maintainers) = (project.counts, project.maintainers);
    let waited = activity::months_waited(project).map(|months| match months {
        0 => late.waited_less.to_owned(),
        1 => late.waited_one.to_owned(),
        months => late.waited.fill([&decimal(months)]),
    });
    let applied = project.applied.map(|day| match waited {
        Some(waited) => late.counted.fill([&date(day), &waited]),
        None => date(day),
    });
    // It was the latest release on the day on which the repository was read.
    let release =
        project.activity.and_then(|activity| Some((activity.release?, activity))).map(|(release, activity)| {
            let tag = join(&[release.tag, &date(release.date)], messages.list_separator);
            late.as_of.fill([&tag, &date(activity.as_of)])
        });
    [
        (messages.category, list(&lang.categories(catalog, project))),
        (messages.maturity, some(level.to_owned()).map(|level| dated(&level, project.maturity.since))),
        (messages.part, some(part(catalog, project, lang))),
        (messages.language, list(project.languages)),
        (messages.licence, some(project.licence.to_owned())),
        (late.owner, label(project.owner)),
        (messages.region, project.region.map(|region| lang.region(catalog, region).to_owned())),
        (messages.first_commit, some(date(project.first_commit))),
        (late.applied, applied),
        (late.accepted, some(date(project.accepted))),
        (late.age, filter::age(project).map(|age| late.years(age))),
        (late.earlier_stay, history),
        (messages.last_commit, project.activity.map(|it| late.as_of.fill([&date(it.last_commit), &date(it.as_of)]))),
        (late.release, release),
        (late.stars, count(counts.stars, true)),
        (late.contributors, count(counts.contributors, true)),
        (late.authors, count(counts.authors, false)),
        (late.maintainers, count(maintainers.map(Maintainers::count), false)),
        (late.companies, maintainers.map(|it| companies(it, lang))),
        (late.also_known_as, list(project.former_names)),
    ]
}

/// The part: its number in the series, or its name in another catalog.
pub(crate) fn part(catalog: &Catalog, project: &Project, lang: Lang) -> String {
    let named = catalog.parts.iter().find(|part| part.slug == project.part);
    match (project.part, named) {
        ("", _) => String::new(),
        (_, Some(part)) if catalog.terms.is_some() => lang.label(part.name).to_owned(),
        _ => lang.words(catalog).part_short.fill([project.part]),
    }
}

/// A row of a definition list: name and value.
pub(crate) fn fact_row(name: &str, value: Element) -> Element {
    Element::new("div", "se-fact").child(Element::new("dt", "").text(name)).child(value)
}

/// The companies with their numbers of maintainers, the number of independent maintainers, and the number of those
/// whose company is unknown.
fn companies(Maintainers { value, as_of, companies, independent, .. }: Maintainers, lang: Lang) -> String {
    let (messages, late) = (lang.messages(), lang.late());
    let named = companies.iter().map(|company| (lang.label(company.name), company.value));
    let mut rest = value.saturating_sub(independent);
    let mut parts = Vec::new();
    for (name, n) in named.chain([(late.independent, independent)]).filter(|(_, n)| *n > 0) {
        parts.push(concat(&[name, " ", &decimal(n)]));
    }
    companies.iter().for_each(|company| rest = rest.saturating_sub(company.value));
    if rest > 0 {
        parts.push(late.not_known.fill([&decimal(rest)]));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    late.counted.fill([&join(&parts, messages.list_separator), &messages.date(as_of)])
}
