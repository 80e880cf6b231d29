//! The reader's place in the series: the part, and links to the site's own posts, which the page has put into the
//! element.

use leptos::prelude::*;

use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::Project;
use crate::page::Series;
use crate::state::State;

fn link(series: &Series, text: &str) -> Element {
    // A post on the same site: no new tab.
    Element::new("a", "se-link").attr("part", "link").attr("href", &series.href).text(text)
}

fn of(state: State, about: &str, slug: &str) -> Option<Series> {
    let is = |series: &&Series| !slug.is_empty() && series.about == about && series.slug == slug;
    state.page.series.with_untracked(|all| all.iter().find(is).cloned())
}

/// The post that presents a project: the one about it, else the one about its part.
pub(crate) fn read_here(state: State, project: &Project, lang: Lang) -> Option<Element> {
    let series = of(state, "project", project.id).or_else(|| of(state, "part", project.part))?;
    let label = lang.messages().read_here;
    Some(link(&series, label).attr("aria-label", &lang.messages().read_of.fill([label, project.name])))
}

/// Every post about a project, by its title.
pub(crate) fn posts(state: State, project: &Project, lang: Lang) -> Vec<Element> {
    let messages = lang.words(state.catalog.known.get_untracked().catalog);
    let about = [of(state, "project", project.id), of(state, "part", project.part)];
    let posts = about.into_iter().flatten().map(|series| {
        let part = messages.part_short.fill([project.part]);
        let text = if series.text.is_empty() { &part } else { &series.text };
        Element::new("li", "").child(link(&series, text))
    });
    posts.collect()
}

/// Marks the part that the reader is in.
pub(crate) fn here(state: State, part: &str, lang: Lang) -> Option<Element> {
    let is_here = state.page.structure.with_untracked(|structure| structure.current_part.as_deref() == Some(part));
    is_here.then(|| Element::new("span", "se-here").text(lang.messages().here))
}
