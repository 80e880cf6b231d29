//! The words for the catalog of somebody else: the interface strings of a language, in which those that speak of the bundled catalog are
//! replaced by neutral ones, and by what the catalog says about itself. They are made once for each catalog and language.
//!
//! Their texts come with what needs them: those of [`Messages`] with the code that reads a catalog, those of [`Late`] with the chunk.

use std::sync::{Mutex, PoisonError};

use super::{Lang, Late, Message, Messages, Texts, number};
use crate::hook::Hook;
use crate::model::{Catalog, Field, Terms};
use crate::text::concat;

/// What replaces [`Messages`].
#[allow(missing_docs, reason = "a field's name says which string it is; the English file shows it")]
pub struct Others {
    pub explorer: &'static str,
    pub search: &'static str,
    pub search_hint: Message<1>, // entries
    pub one: &'static str,
    pub many: Message<1>,   // number
    pub called: Message<2>, // number, what they are called
    pub newest: &'static str,
    pub newest_by: Message<1>, // what "accepted" means
    pub oldest: &'static str,
    pub oldest_by: Message<1>, // what "accepted" means
    pub entered: &'static str,
    pub part: &'static str,
    pub maturity: &'static str,
    pub since: Message<2>, // level, year
    pub nothing: &'static str,
    pub nothing_here: &'static str,
    pub missing: Message<1>, // words
    pub apart: Message<1>,   // words
    pub lost: Message<2>,    // number, of all
    pub searching: &'static str,
    pub failed: Message<1>, // why
    pub more: &'static str,
}

/// What replaces [`Late`].
#[allow(missing_docs, reason = "a field's name says which string it is; the English file shows it")]
pub struct OthersLate {
    pub age: &'static str,
    pub age_by: Message<1>, // what "accepted" means
    pub median: Message<2>, // age, years
    pub sandbox_request: &'static str,
    pub in_series: &'static str,
    pub earlier_stay: &'static str,
    pub maturity_by_part: &'static str,
    pub categories_by_part: &'static str,
    pub pick_another: &'static str,
    pub pick_most: &'static str,
    pub copy_link: &'static str,
    pub similar: &'static str,
    pub table: &'static str,
    pub one_company: Message<2>, // entries, of all
    pub cited: Message<2>,       // name, summary
    pub source: Message<2>,      // citation, title of the catalog
}

/// What has been made for the catalogs so far, by what they say about themselves.
struct Made<T: 'static>(Mutex<Vec<(&'static Terms, Lang, &'static T)>>);

impl<T> Made<T> {
    fn of(&self, terms: &'static Terms, lang: Lang, make: impl FnOnce() -> T) -> &'static T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is = |made: &&(&'static Terms, Lang, &'static T)| std::ptr::eq(made.0, terms) && made.1 == lang;
        if let Some(made) = all.iter().find(is) {
            return made.2;
        }
        let made: &'static T = Box::leak(Box::new(make()));
        all.push((terms, lang, made));
        made
    }
}

static WORDS: Made<Messages> = Made(Mutex::new(Vec::new()));
static LATE: Made<Late> = Made(Mutex::new(Vec::new()));

/// What makes the strings, and the line that says how many entries could not be read.
#[derive(Clone, Copy)]
struct Make(fn(Lang, &Catalog, &'static Terms) -> &'static Messages, fn(Lang, &Catalog, &Terms) -> String);

static MAKE: Hook<Make> = Hook::new();

/// Their texts are here from now on: called by the code that reads catalogs.
pub fn ready() {
    MAKE.set(Make(words, lost));
}

/// What makes the words for a catalog; `None` for the bundled one.
fn of(catalog: &Catalog) -> Option<(&'static Terms, Make)> {
    Some((catalog.terms?, MAKE.get(Make(words, lost))?))
}

impl Lang {
    /// The strings for a catalog: as [`Lang::messages`], if it is the bundled one.
    #[must_use]
    #[doc(hidden)]
    pub fn words(self, catalog: &Catalog) -> &'static Messages {
        match of(catalog) {
            Some((terms, make)) => (make.0)(self, catalog, terms),
            None => self.messages(),
        }
    }

    /// A line that says how many entries of a catalog could not be read, if there are any.
    #[must_use]
    #[doc(hidden)]
    pub fn lost(self, catalog: &Catalog) -> Option<String> {
        let (terms, make) = of(catalog).filter(|(terms, _)| terms.lost > 0)?;
        Some((make.1)(self, catalog, terms))
    }

    /// The strings of the chunk for a catalog.
    #[must_use]
    #[doc(hidden)]
    pub fn late_words(self, catalog: &Catalog) -> &'static Late {
        match catalog.terms {
            Some(terms) => LATE.of(terms, self, || late(self, catalog, terms)),
            None => self.late(),
        }
    }

    /// The display name of a field in a catalog.
    #[must_use]
    #[doc(hidden)]
    pub fn field_of(self, catalog: &Catalog, field: Field) -> &'static str {
        super::lang::field(field, self.words(catalog), self.late_words(catalog))
    }
}

fn words(lang: Lang, catalog: &Catalog, terms: &'static Terms) -> &'static Messages {
    WORDS.of(terms, lang, || messages(lang, catalog, terms))
}

fn messages(lang: Lang, catalog: &Catalog, terms: &Terms) -> Messages {
    let (own, others) = (lang.messages(), lang.others());
    let [title, one, many, accepted] =
        [terms.title, terms.one, terms.many, terms.accepted].map(|label| lang.label(label));
    let or = |text: &'static str, other| if text.is_empty() { other } else { text };
    // Chinese separates other scripts by a space.
    let called = |n: &str, name: &str| {
        let is_apart = lang.row().texts != Texts::English && name.starts_with(|c: char| c.is_ascii());
        others.called.fill([n, &concat(&[if is_apart { " " } else { "" }, name])])
    };
    let has_dates = catalog.projects.iter().any(|project| project.accepted.year > 0);
    Messages {
        explorer: or(title, others.explorer),
        search: others.search,
        search_hint: others.search_hint,
        one_project: if one.is_empty() { others.one } else { called("1", one).leak() },
        projects: if many.is_empty() { others.many } else { Message::made(called("{0}", &unbraced(many))) },
        sort_accepted: match has_dates {
            false => own.sort_scope,
            true if accepted.is_empty() => others.newest,
            true => others.newest_by.fill([accepted]).leak(),
        },
        sort_age: if accepted.is_empty() { others.oldest } else { others.oldest_by.fill([accepted]).leak() },
        entered: or(accepted, others.entered),
        part: others.part,
        part_short: Message::made("{0}".to_owned()),
        maturity: others.maturity,
        since: others.since,
        nothing: others.nothing,
        nothing_here: others.nothing_here,
        missing: others.missing,
        apart: others.apart,
        ..*own
    }
}

fn lost(lang: Lang, catalog: &Catalog, terms: &Terms) -> String {
    lang.others().lost.fill([&number(terms.lost), &number(terms.lost + catalog.projects.len() as u32)])
}

fn late(lang: Lang, catalog: &Catalog, terms: &Terms) -> Late {
    let (own, others, words) = (lang.late(), lang.others_late(), lang.words(catalog));
    let accepted = lang.label(terms.accepted);
    let age = if accepted.is_empty() { others.age } else { others.age_by.fill([accepted]).leak() };
    Late {
        accepted: words.entered,
        age,
        median_age: Message::made(others.median.fill([&unbraced(age), "{0}"])),
        legend_entry: words.entered,
        links_project: own.links,
        sandbox_request: others.sandbox_request,
        in_series: others.in_series,
        earlier_stay: others.earlier_stay,
        maturity_by_part: others.maturity_by_part,
        categories_by_part: others.categories_by_part,
        pick_another: others.pick_another,
        pick_most: others.pick_most,
        copy_link: others.copy_link,
        similar: others.similar,
        table: others.table,
        one_company: others.one_company,
        ..*own
    }
}

/// A name without what would be a placeholder.
fn unbraced(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '{' | '}')).collect()
}
