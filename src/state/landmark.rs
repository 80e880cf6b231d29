//! Names that distinguish an explorer from others on the page for screen reader users who navigate by landmarks: its scope, and a number
//! if two have the same scope. A single explorer needs no such name.

use std::cell::RefCell;

use leptos::prelude::*;

use super::ShownCatalog;
use crate::dom;
use crate::effect::{render_effect, store_value};
use crate::facet::{Index, N_FACETS, PART};
use crate::filter::{self, Filter};
use crate::i18n::Lang;
use crate::page::Host;
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::text::{concat, decimal, join};

/// For more projects than these, their number is used.
const FEW: usize = 4;

/// Between a name and its addition.
const COLON: &str = ": ";

thread_local! {
    /// The name of each explorer by its scope, in order of appearance, with the signal that notifies it about the others.
    static ALL: RefCell<Vec<(ErasedSignal<u32>, String)>> = const { RefCell::new(Vec::new()) };
}

/// The names of an explorer's landmarks. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Landmark {
    /// The accessible name that the page gives the element.
    given: ErasedMemo<Option<String>>,
    /// The addition to names; empty if the explorer is the only one.
    added: ErasedMemo<String>,
}

impl Landmark {
    /// For an explorer with this scope.
    pub(super) fn new(host: Host, lang: ErasedMemo<Lang>, catalog: ShownCatalog) -> Landmark {
        let given = ErasedMemo::new(move || {
            lang.track();
            host.label()
        });
        let own = ErasedMemo::new(move || {
            let name = || catalog.scope_filter.with(|scope| of(catalog.known.get(), scope, lang.get()));
            given.get().unwrap_or_else(name)
        });
        // A server renders pages of others at the same time.
        if !dom::IS_LIVE {
            return Landmark { given, added: ErasedMemo::new(String::new) };
        }
        let others = ErasedSignal::new(0);
        render_effect(move || {
            let own = own.get();
            ALL.with_borrow_mut(|all| match all.iter_mut().find(|(whose, _)| *whose == others) {
                Some(known) => known.1 = own,
                None => all.push((others, own)),
            });
            tell();
        });
        store_value(Gone(others));
        let added = ErasedMemo::new(move || {
            others.track();
            let is_given = given.with(Option::is_some);
            ALL.with_borrow(|all| added(all, others, is_given))
        });
        Landmark { given, added }
    }

    /// The name of the explorer itself.
    #[must_use]
    pub fn whole(self, name: &str) -> String {
        if self.given.with(Option::is_some) {
            self.added.with(|added| added.get(COLON.len()..).unwrap_or_default().to_owned())
        } else {
            self.part(name)
        }
    }

    /// The name of a landmark in it.
    #[must_use]
    pub fn part(self, name: &str) -> String {
        self.added.with(|added| concat(&[name, added]))
    }

    /// The same for a landmark that has no name while the explorer is the only one.
    #[must_use]
    pub fn part_among(self, name: &str) -> Option<String> {
        self.added.with(|added| !added.is_empty()).then(|| self.part(name))
    }
}

/// Removes an explorer from the list when dropped.
struct Gone(ErasedSignal<u32>);

impl Drop for Gone {
    fn drop(&mut self) {
        ALL.with_borrow_mut(|all| all.retain(|(whose, _)| *whose != self.0));
        tell();
    }
}

fn tell() {
    let all: Vec<ErasedSignal<u32>> = ALL.with_borrow(|all| all.iter().map(|(whose, _)| *whose).collect());
    all.into_iter().for_each(|whose| whose.update(|n| *n += 1));
}

fn added(all: &[(ErasedSignal<u32>, String)], whose: ErasedSignal<u32>, is_given: bool) -> String {
    let at = all.iter().position(|(other, _)| *other == whose);
    let Some(at) = at.filter(|_| is_given || all.len() > 1) else { return String::new() };
    let own = &all[at].1;
    let n_before = all[..at].iter().filter(|(_, name)| name == own).count();
    let colon = if own.is_empty() { "" } else { COLON };
    if n_before == 0 { concat(&[colon, own]) } else { concat(&[colon, own, " (", &decimal(n_before as u32 + 1), ")"]) }
}

/// A scope in words; empty if it is everything.
fn of(index: &Index, scope: &Filter, lang: Lang) -> String {
    let messages = lang.words(index.catalog);
    let mut names: Vec<String> = Vec::new();
    for facet in 0..N_FACETS {
        for &value in &scope.chosen[facet] {
            // The full name of a part takes long to listen to.
            names.push(match facet {
                PART => messages.part_short.fill([&index.values(facet)[usize::from(value)].slug]),
                _ => index.name(facet, value, lang).to_owned(),
            });
        }
    }
    if scope.projects.len() > FEW {
        names.push(messages.projects(scope.projects.len()));
    } else {
        names.extend(scope.projects.iter().map(|&project| index.at(project).name.to_owned()));
    }
    if filter::has_words(&scope.search) {
        names.push(messages.search_chip.fill([scope.search.trim_ascii()]));
    }
    join(&names.iter().map(String::as_str).collect::<Vec<_>>(), messages.list_separator)
}
