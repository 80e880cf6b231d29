//! The parts that no first view shows: the other views, details, the bar of picks, sharing and export. A program may have them in a
//! separate chunk, which the page loads after the first view (`bin/embed`). So is the search: no first view without words needs it.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::filter::{Engine, Filter};
use crate::i18n::Lang;
use crate::model::Catalog;
use crate::page::Host;
use crate::signal::ErasedSignal;

use super::{Shown, State};

/// A part of the explorer that is shown.
pub type Make = fn(State, Lang) -> Vec<Element>;

/// The part that searches.
pub type Find = fn() -> &'static dyn Engine;

/// The part that reads the features; see `packed::with_features`.
pub type Complete = fn(&Catalog, &'static str) -> Option<Catalog>;

/// The part that writes into the page's URL: what is shown now, the filter that has changed, and the one before.
pub type Write = fn(State, &Shown, &Filter, &Filter);

/// The part that lists every value of a facet, with a field that filters them.
pub type Values = fn(State, Lang, usize) -> Vec<Element>;

/// The part that highlights the matches of the search in the texts of a view; the signal changes with its items.
pub type Mark = fn(State, ErasedSignal<usize>, EachText);

/// Passes the texts of these projects: its element, the text, and the ranges that are highlighted in it.
pub type EachText = Rc<dyn Fn(&[u16], &mut dyn FnMut(&Element, &str, &mut Vec<Range<usize>>))>;

/// The part that says how the search was relaxed; the signal: whether there is a composition in the search box.
pub type Say = fn(State, Lang, ErasedSignal<bool>) -> Vec<Element>;

/// The part that tells authors what has happened to their tag.
pub type Warn = fn(&Host);

/// The part that says that nothing matches, and offers ways out, which lead to the cards in this panel.
pub type Empty = fn(State, Lang, &Element) -> Vec<Element>;

/// Calls a macro with the parts: the name and type of each, and its import and export in the chunk, which differ in the number.
#[doc(hidden)]
#[macro_export]
macro_rules! parts {
    ($then:ident) => {
        $then! {
            table Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000001_ __wasm_split_00later00_export_00000000000000000000000000000001_;
            timeline Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000002_ __wasm_split_00later00_export_00000000000000000000000000000002_;
            insights Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000003_ __wasm_split_00later00_export_00000000000000000000000000000003_;
            share Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000004_ __wasm_split_00later00_export_00000000000000000000000000000004_;
            details Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000005_ __wasm_split_00later00_export_00000000000000000000000000000005_;
            picks Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000006_ __wasm_split_00later00_export_00000000000000000000000000000006_;
            search Find() -> &'static dyn Engine, __wasm_split_00later00_import_00000000000000000000000000000007_ __wasm_split_00later00_export_00000000000000000000000000000007_;
            marks Mark(state: State, limit: ErasedSignal<usize>, each: EachText) -> (), __wasm_split_00later00_import_00000000000000000000000000000008_ __wasm_split_00later00_export_00000000000000000000000000000008_;
            forgiven Say(state: State, lang: Lang, composing: ErasedSignal<bool>) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000009_ __wasm_split_00later00_export_00000000000000000000000000000009_;
            features Complete(catalog: &Catalog, features: &'static str) -> Option<Catalog>, __wasm_split_00later00_import_00000000000000000000000000000010_ __wasm_split_00later00_export_00000000000000000000000000000010_;
            write Write(state: State, now: &Shown, filter: &Filter, before: &Filter) -> (), __wasm_split_00later00_import_00000000000000000000000000000011_ __wasm_split_00later00_export_00000000000000000000000000000011_;
            values Values(state: State, lang: Lang, facet: usize) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000012_ __wasm_split_00later00_export_00000000000000000000000000000012_;
            print_head Make(state: State, lang: Lang) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000013_ __wasm_split_00later00_export_00000000000000000000000000000013_;
            empty Empty(state: State, lang: Lang, panel: &Element) -> Vec<Element>, __wasm_split_00later00_import_00000000000000000000000000000014_ __wasm_split_00later00_export_00000000000000000000000000000014_;
            warn Warn(host: &Host) -> (), __wasm_split_00later00_import_00000000000000000000000000000015_ __wasm_split_00later00_export_00000000000000000000000000000015_;
        }
    };
}

macro_rules! declare {
    ($($name:ident $type:ident($($arg:ident: $of:ty),*) -> $result:ty, $import:ident $export:ident;)*) => {
        /// The parts.
        #[allow(missing_docs, reason = "each is what its name says")]
        #[derive(Debug)]
        pub struct Parts {
            $(pub $name: $type,)*
        }
    };
}

parts!(declare);

/// The state of the parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Being loaded.
    Loading,
    /// Could not be loaded.
    Failed,
    /// Loaded.
    Loaded,
}

thread_local! {
    // A chunk is loaded once for all explorers of the program.
    static IS_LOADED: Cell<bool> = const { Cell::new(false) };
}

/// The parts of an explorer, and their state. A handle.
#[derive(Clone, Copy)]
pub struct Later {
    /// Must not be called before they are loaded.
    pub parts: &'static Parts,
    /// Their state.
    pub stage: ErasedSignal<Stage>,
    /// How many times they have been requested after a failure.
    pub asked: ErasedSignal<u32>,
    /// Whether one of them has been made: then they need their style.
    pub is_used: ErasedSignal<bool>,
}

impl Later {
    /// Parts that the program contains from the start.
    #[must_use]
    pub fn here(parts: &'static Parts) -> Later {
        IS_LOADED.set(true);
        Later::of(parts)
    }

    /// Parts that are available after [`Later::arrive`].
    #[must_use]
    pub fn of(parts: &'static Parts) -> Later {
        let stage = if IS_LOADED.get() { Stage::Loaded } else { Stage::Loading };
        Later { parts, stage: ErasedSignal::new(stage), asked: ErasedSignal::new(0), is_used: ErasedSignal::new(false) }
    }

    /// The parts have been loaded, or could not be loaded.
    pub fn arrive(self, is_loaded: bool) {
        IS_LOADED.set(is_loaded);
        self.stage.set(if is_loaded { Stage::Loaded } else { Stage::Failed });
    }

    /// They are there before the first explorer is made: it needs them for its first view.
    pub fn are_here() {
        IS_LOADED.set(true);
    }

    /// The search; `None`: not loaded yet. Tracks that.
    #[must_use]
    pub fn engine(self) -> Option<&'static dyn Engine> {
        (self.stage.get() == Stage::Loaded).then(|| (self.parts.search)())
    }

    /// Whether they are loaded.
    #[must_use]
    pub fn is_loaded(self) -> bool {
        self.stage.get_untracked() == Stage::Loaded
    }

    /// Requests them again after a failure.
    pub fn ask_again(self) {
        if self.stage.get_untracked() == Stage::Failed {
            self.stage.set(Stage::Loading);
            self.asked.update(|asked| *asked += 1);
        }
    }
}
