//! A project's card.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::activity;
use crate::data::check;
use crate::dom::{self, Element, Template};
use crate::effect::render_effect;
use crate::facet::{FACETS, Index, PART};
use crate::filter::moved_on;
use crate::i18n::Lang;
use crate::model::{Catalog, Project};
use crate::state::State;
use crate::text::{decimal, join};
use crate::view::project::date::{blank_date, set_date};
use crate::view::project::highlight::HighlightedText;
use crate::view::project::life_line::{blank_life_line, draw};
use crate::view::project::link::{aim, blank_link};
use crate::view::project::monogram::{self, blank_monogram};
use crate::view::project::note::{Made, has_note};
use crate::view::project::pick::PickButtons;
use crate::view::project::series::read_here;
use crate::view::project::since::news;
use crate::view::views::lazy_list::{blank_name_button, name_of};

/// A heading of this level.
pub(crate) fn heading(level: u8, class: &str) -> Element {
    Element::new(["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(2, 6) - 2)], class)
}

/// Sets the hue of a project's category, for its mark and life line.
pub(crate) fn with_hue(element: Element, catalog: &Catalog, project: &Project) -> Element {
    match catalog.category(project.category) {
        Some(category) => element.property("--se-hue", &decimal(category.hue.into())),
        None => element,
    }
}

/// The categories; and in another catalog the level, if nothing else tells it.
fn kind_of(catalog: &Catalog, project: &Project, lang: Lang) -> Cow<'static, str> {
    let mut names = lang.categories(catalog, project);
    let level = project.maturity.level;
    if catalog.terms.is_some() && !level.is_empty() && moved_on(project).is_none() {
        names.push(lang.messages().level(level));
    }
    match *names {
        [one] => Cow::Borrowed(one),
        _ => Cow::Owned(join(&names, " · ")),
    }
}

/// The category, and the project's new status if it has left the Sandbox since its article.
pub(crate) fn kind(state: State, project: &Project, lang: Lang) -> Option<Element> {
    let catalog = state.catalog.known.get_untracked().catalog;
    let (name, news) = (kind_of(catalog, project, lang), news(state, project, lang));
    let kind = || Element::new("p", "se-kind").child(Element::new("span", "se-category").text(&name));
    (!name.is_empty() || !news.is_empty()).then(|| kind().children(news))
}

/// Makes cards. Hundreds are made, and a card has fifty nodes: they are copies of one, which is filled with each project.
pub(crate) struct Cards {
    state: State,
    lang: Lang,
    pick: Option<PickButtons>,
    /// The card to copy, and that with a line that says since when a project has been quiet.
    blanks: [OnceCell<Template<22>>; 2],
    made: RefCell<Vec<Made>>,
}

impl Cards {
    /// Cards, with these buttons that pick a project for a comparison.
    pub(crate) fn new(state: State, lang: Lang, pick: Option<PickButtons>) -> Cards {
        Cards { state, lang, pick, blanks: Default::default(), made: RefCell::default() }
    }

    fn blank(&self, is_quiet: bool) -> Template<22> {
        let Cards { state, lang, ref pick, .. } = *self;
        let messages = lang.words(state.catalog.known.get_untracked().catalog);
        let element = Element::new;
        let heading_level = state.page.structure.with_untracked(|structure| structure.heading_level);
        let [mark, name] = [blank_monogram(), blank_name_button(state)];
        let [part, kind] = [element("p", "se-part"), element("p", "se-kind")];
        let category = element("span", "se-category");
        let head = element("div", "se-head")
            .child(mark.clone())
            .child(heading(heading_level, "se-name").child(name.clone()))
            .child(part.clone())
            .child(kind.clone().child(category.clone()));
        let summary = element("p", "se-summary").attr("part", "summary");
        let quiet = element("p", "se-quiet-since");
        let [life, bar, ring] = blank_life_line();
        let [dated, first_commit] = blank_date(messages.first_commit);
        let [dated_too, accepted] = blank_date(messages.entered);
        let dates = element("p", "se-dates");
        let [languages, licence] = [element("span", "se-languages"), element("span", "se-licence")];
        let facts = element("p", "se-facts").child(languages.clone()).text(" ").child(licence.clone());
        let [website, code] = [blank_link(messages.website), blank_link(messages.code)];
        let picks = pick.as_ref().map_or_else(|| element("span", ""), PickButtons::blank);
        let links = element("p", "se-links")
            .child(website.clone())
            .text(" ")
            .child(code.clone())
            .children(pick.is_some().then(|| picks.clone()));
        let last = if pick.is_some() { &picks } else { &code };
        let card = element("article", "se-card")
            .attr("part", "card")
            .child(head)
            .child(element("div", "se-body-text").child(summary.clone()))
            .children(is_quiet.then(|| quiet.clone()))
            .child(life.clone())
            .child(dates.clone().child(dated.clone()).child(dated_too.clone()))
            .child(element("div", "se-meta").child(facts.clone()).child(links.clone()));
        let parts = [
            &mark,
            &name,
            &part,
            &kind,
            &category,
            &summary,
            // A part must be there.
            if is_quiet { &quiet } else { &summary },
            &life,
            &bar,
            &ring,
            &dated,
            &dated_too,
            &dates,
            &facts,
            &first_commit,
            &accepted,
            &languages,
            &licence,
            &links,
            &website,
            &code,
            last,
        ];
        Template::new(card, parts)
    }

    /// The card of a project. What is around it listens to its buttons: the project's name, and the one that picks it.
    ///
    /// Also returns its texts, in which matches can be highlighted.
    pub(crate) fn card(&self, number: u16, project: &'static Project) -> (Element, Vec<HighlightedText>) {
        let is_quiet = activity::quiet_since(self.state.catalog.known.get_untracked().catalog, project).is_some();
        let (card, parts) = self.blanks[usize::from(is_quiet)].get_or_init(|| self.blank(is_quiet)).copy();
        let texts = self.fill(&parts, number, project, None);
        let mut made = Made { number, card: card.clone(), parts, is_plain: self.is_plain(project), has_note: false };
        self.state.page.slots.with_untracked(|slots| made.with_note(project, slots));
        if dom::IS_LIVE {
            self.made.borrow_mut().push(made);
        }
        (card, texts)
    }

    /// Keeps the cards ready for the notes of the page, which may come later.
    pub(crate) fn follow_notes(self: &Rc<Self>) {
        let cards = Rc::clone(self);
        render_effect(move || {
            cards.state.page.slots.with(|slots| {
                let index = cards.state.catalog.known.get_untracked();
                for made in cards.made.borrow_mut().iter_mut() {
                    made.with_note(index.at(made.number), slots);
                }
            });
        });
    }

    /// Makes the card of the first project that of another one, if both have the same elements: a card that stays in its place costs
    /// neither boxes nor style.
    pub(crate) fn refill(&self, old: u16, number: u16, project: &'static Project) -> Option<Vec<HighlightedText>> {
        let mut made = self.made.borrow_mut();
        let at = made.iter().position(|made| made.number == old && made.is_plain)?;
        let has_note = self.state.page.slots.with_untracked(|slots| has_note(project, slots));
        if has_note || !self.is_plain(project) {
            return None;
        }
        let Made { card, parts, .. } = made.swap_remove(at);
        if let (Some(buttons), [.., pick]) = (&self.pick, &parts) {
            buttons.forget(old);
            pick.set_attr("aria-pressed", Some("false"));
            pick.set_attr("aria-disabled", None);
        }
        let before = self.state.catalog.known.get_untracked().at(old);
        let texts = self.fill(&parts, number, project, Some(before));
        made.push(Made { number, card, parts, is_plain: true, has_note: false });
        Some(texts)
    }

    /// A card has been removed.
    pub(crate) fn forget(&self, number: u16) {
        self.made.borrow_mut().retain(|made| made.number != number);
        if let Some(buttons) = &self.pick {
            buttons.forget(number);
        }
    }

    /// Whether a card has no elements that others lack.
    fn is_plain(&self, project: &Project) -> bool {
        let Cards { state, lang, .. } = *self;
        let catalog = state.catalog.known.get_untracked().catalog;
        activity::quiet_since(catalog, project).is_none()
            && news(state, project, lang).is_empty()
            && moved_on(project).is_none()
            && read_here(state, project, lang).is_none()
            && [first_link(project, "").1, project.links.repository]
                .iter()
                .all(|link| link.is_empty() || check::address(link).is_ok())
    }

    /// Fills a card. `before`: the project whose card it was; what both have in common is not touched.
    fn fill(
        &self,
        parts: &[Element; 22],
        number: u16,
        project: &'static Project,
        before: Option<&Project>,
    ) -> Vec<HighlightedText> {
        let Cards { state, lang, .. } = *self;
        let index = state.catalog.known.get_untracked();
        let catalog = index.catalog;
        let messages = lang.words(catalog);
        let [mark, name, part, kind, category, summary, quiet, life, bar, ring, dated, dated_too, dates, facts, ..] =
            parts;
        let [.., first_commit, accepted, languages, licence, links, website, code, pick] = parts;
        monogram::fill(mark, project);
        name_of(state, name, project);
        if before.is_none_or(|before| before.part != project.part) {
            part.set_text(&match catalog.terms {
                Some(_) => (FACETS[PART].name)(catalog, project.part, lang).to_owned(),
                None => messages.part_short.fill([project.part]),
            });
        }
        let kinds = |of: &Project| (of.category, of.categories, of.maturity.level);
        if before.is_none_or(|before| kinds(before) != kinds(project)) {
            category.set_text(&kind_of(catalog, project, lang));
            // Not on the card: a change would cost the style of everything inside.
            for part in [mark, life] {
                _ = with_hue(part.clone(), catalog, project);
            }
        }
        _ = kind.clone().children(news(state, project, lang));
        let words = lang.of(project.summary);
        let tag = |of: &Project| lang.tag_in(of, of.summary);
        if tag(project) != before.and_then(tag) {
            summary.set_attr("lang", tag(project));
        }
        summary.set_text(words);
        if let Some((date, is_sure)) = activity::quiet_since(catalog, project) {
            let [dated, time] = blank_date(if is_sure { messages.last_commit } else { messages.last_commit_known });
            set_date(&time, date, lang);
            _ = quiet.clone().child(dated);
        }
        draw(&[life, bar, ring].map(Element::clone), index, project);
        let (lacks, lacked) =
            (lacking(index, project), before.map(|before| lacking(index, before)).unwrap_or_default());
        for (n, element) in [life, ring, dated, dated_too, dates, facts, website, code].into_iter().enumerate() {
            if lacks[n] != lacked[n] {
                element.set_attr("hidden", lacks[n].then_some(""));
            }
        }
        if before.is_none_or(|before| before.first_commit != project.first_commit) {
            set_date(first_commit, project.first_commit, lang);
        }
        if before.is_none_or(|before| before.accepted != project.accepted) {
            set_date(accepted, project.accepted, lang);
        }
        if before.is_none_or(|before| before.languages != project.languages) {
            languages.set_text(&join(project.languages, " · "));
        }
        if before.is_none_or(|before| before.licence != project.licence) {
            licence.set_text(project.licence);
        }
        if let Some(link) = read_here(state, project, lang) {
            links.put_first(link.text(" "));
        }
        let (label, address) = first_link(project, messages.website);
        if before.map_or(messages.website, |before| first_link(before, messages.website).0) != label {
            website.set_text(label);
        }
        aim(website, label, address, project.name);
        aim(code, messages.code, project.links.repository, project.name);
        if let Some(buttons) = &self.pick {
            buttons.of(pick, number, project);
        }
        vec![HighlightedText::of(name, project.name), HighlightedText::of(summary, words)]
    }
}

/// The link in the place of the website, with its label: of a project with neither website nor code, the first one that it has.
fn first_link(project: &Project, website: &'static str) -> (&'static str, &'static str) {
    let links = &project.links;
    match links.others {
        [first, ..] if links.website.is_empty() && links.repository.is_empty() => (first.name, first.url),
        _ => (website, links.website),
    }
}

/// Which of the elements that [`Cards::fill`] hides a project has no content for.
fn lacking(index: &Index, project: &Project) -> [bool; 8] {
    let [begins, enters] = [project.first_commit, project.accepted].map(|date| date.year > 0);
    let has_life = begins && index.catalog.as_of.year > 0;
    let has_facts = !project.languages.is_empty() || !project.licence.is_empty();
    let [website, code] = [first_link(project, "").1, project.links.repository].map(|link| !link.is_empty());
    [has_life, enters, begins, enters, begins || enters, has_facts, website, code].map(|has| !has)
}
