//! The element in JavaScript's hands: mounts an explorer, and receives attributes by name. It has no logic of its own; attributes are
//! interpreted in `options`.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use sandbox_explorer::Options;
use sandbox_explorer::facet::Index;
use sandbox_explorer::page::{self, Host};
use sandbox_explorer::reader::Fetch;
use sandbox_explorer::state::State;
use sandbox_explorer::state::later::Later;
use sandbox_explorer::view::explorer;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::events::{Emit, report};

/// An explorer in a page; `free()` removes it and frees its resources.
#[wasm_bindgen]
pub struct Handle {
    state: State,
    place: HtmlElement,
    host: Host,
    _explorer: Box<dyn Any>,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.place.set_text_content(None);
    }
}

impl Handle {
    /// See `mount`; `fetch` fetches catalogs, and `later` makes the parts that no first view shows.
    #[must_use]
    pub fn new(
        parent: HtmlElement,
        host: HtmlElement,
        attributes: &[String],
        emit: js_sys::Function,
        fetch: Fetch,
        later: fn() -> Later,
    ) -> Handle {
        let mut options = Options::default();
        for attribute in attributes.chunks_exact(2) {
            set_option(&mut options, &attribute[0], Some(&attribute[1]));
        }
        let host = Host(host);
        let around = host.clone();
        let made = Rc::new(Cell::new(None));
        let slot = made.clone();
        let place = parent.clone();
        _ = parent.class_list().add_1("se-place");
        let explorer = mount_to(parent, move || {
            let state = State::new(options, around, Index::brief(), fetch, later());
            report(state, Emit(emit));
            slot.set(Some(state));
            explorer(state).into_render()
        });
        let state = made.take().expect("made while mounting");
        Handle { state, place, host, _explorer: Box::new(explorer) }
    }
}

#[wasm_bindgen]
impl Handle {
    /// An attribute has changed; `None`: it was removed.
    pub fn set(&self, name: &str, value: Option<String>) {
        match name {
            "query" => return self.state.set_query_of_page(&value.unwrap_or_default()),
            // Was taken at the start.
            "initial-query" => return,
            // No attribute: what the page has put into slots for cards.
            "slots" => return self.state.page.slots.set(value.unwrap_or_default()),
            _ => {}
        }
        let mut options = self.state.page.options.get_untracked();
        set_option(&mut options, name, value.as_deref());
        self.state.page.options.set(options);
    }

    /// The parts that no first view shows have arrived, or could not be loaded.
    pub fn arrive(&self, is_loaded: bool) {
        self.state.arrive(is_loaded);
        if is_loaded {
            (self.state.later.parts.warn)(&self.host);
        }
    }

    /// Removes all of the reader's filters.
    pub fn reset(&self) {
        self.state.reset();
    }

    /// The page lets happen what the reader has asked for.
    pub fn answer(&self) {
        self.state.grant();
    }

    /// Shows what the program has learned (`learn`).
    pub fn complete(&self) {
        self.state.complete();
    }

    /// Opens the details of a project; `false`: there is no project with this id here.
    #[must_use]
    pub fn show(&self, project: &str) -> bool {
        self.state.open_by_id(project)
    }
}

/// An invalid option is reported in the console.
fn set_option(options: &mut Options, name: &str, value: Option<&str>) {
    if let Err(refused) = options.set(name, value) {
        page::warn(&refused.reason());
    }
}
