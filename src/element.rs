//! The interface to JavaScript: mounts an explorer in an element, receives attributes by name and reports events through a
//! callback. It has no logic of its own; attributes are interpreted in [`options`](crate::options).

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::OnceLock;

use leptos::mount::mount_to;
use leptos::prelude::IntoRender;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::catalogs::Fetch;
use crate::data::{self, packed};
use crate::effect;
use crate::facet::Index;
use crate::options::Options;
use crate::page::{self, Host};
use crate::state::later::Later;
use crate::state::{Source, State};
use crate::view::explorer;

/// Reports an event to JavaScript: a name and plain data.
#[derive(Clone)]
struct Emit(js_sys::Function);

impl Emit {
    fn emit(&self, name: &str, detail_of: &[(&str, JsValue)]) {
        let detail = js_sys::Object::new();
        for (key, value) in detail_of {
            _ = js_sys::Reflect::set(&detail, &(*key).into(), value);
        }
        // The browser reports a listener that throws; that is not our failure.
        _ = self.0.call2(&JsValue::UNDEFINED, &name.into(), &detail);
    }
}

/// Fetches catalogs through JavaScript: `read(address, done)` calls `done(packed, why)` with one of the two.
fn through(read: js_sys::Function) -> Fetch {
    Rc::new(move |address, take| {
        let done = Closure::once_into_js(move |packed: Option<String>, why: Option<String>| {
            let mixed = || "sandbox-explorer.reader: damaged or mixed versions".to_owned();
            take(match packed {
                Some(text) => packed::unpack(text.leak()).ok_or_else(mixed),
                None => Err(why.unwrap_or_default()),
            });
        });
        _ = read.call2(&JsValue::UNDEFINED, &address.into(), &done);
    })
}

/// An explorer in a page. Dropping it removes the explorer and frees its resources.
pub struct Mounted {
    state: State,
    place: HtmlElement,
    _explorer: Box<dyn Any>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.place.set_text_content(None);
    }
}

impl Mounted {
    /// Mounts an explorer in `parent`, for the element `host`, with attributes as name, value, name, value … Invalid ones are
    /// reported in the console. `emit(name, detail)` receives the events; `read(address, done)` fetches the catalog of a `src`
    /// and calls `done` with its packed text, or with nothing and the reason.
    #[must_use]
    pub fn new(
        parent: HtmlElement,
        host: HtmlElement,
        attributes: &[String],
        emit: js_sys::Function,
        read: js_sys::Function,
        later: fn() -> Later,
    ) -> Mounted {
        let mut options = Options::default();
        for attribute in attributes.chunks_exact(2) {
            set_option(&mut options, &attribute[0], Some(&attribute[1]));
        }
        let made = Rc::new(Cell::new(None));
        let slot = made.clone();
        let place = parent.clone();
        _ = parent.class_list().add_1("se-place");
        let explorer = mount_to(parent, move || {
            let state = State::new(options, Host(host), Index::brief(), through(read), later());
            tell(state, Emit(emit));
            slot.set(Some(state));
            explorer(state).into_render()
        });
        let state = made.take().expect("made while mounting");
        Mounted { state, place, _explorer: Box::new(explorer) }
    }

    /// Sets an attribute; `None`: it was removed.
    pub fn set(&self, name: &str, value: Option<&str>) {
        if name == "query" {
            self.state.ask(value.unwrap_or_default());
            return;
        }
        let mut options = self.state.options.get_untracked();
        set_option(&mut options, name, value);
        if self.state.options.with_untracked(|now| *now != options) {
            self.state.options.set(options);
        }
    }

    /// Takes the features of the bundled projects, as packed text; ignores those of another version.
    pub fn complete(&self, features: String) {
        static WHOLE: OnceLock<Option<Index>> = OnceLock::new();
        let whole = WHOLE.get_or_init(|| {
            let catalog = packed::with_features(data::brief(), features.leak())?;
            Some(Index::new(Box::leak(Box::new(catalog))))
        });
        self.state.whole.set(whole.as_ref());
    }

    /// The parts that no first view shows have arrived, or could not be loaded.
    pub fn arrive(&self, is_there: bool) {
        self.state.later.arrive(is_there);
    }

    /// Removes all of the reader's filters.
    pub fn reset(&self) {
        self.state.picked.set(Vec::new());
        self.state.ask("");
    }

    /// Opens the details of a project. `false`: this project does not exist here.
    #[must_use]
    pub fn show(&self, project: &str) -> bool {
        let number = self.state.index.get_untracked().project(project);
        let number = number.filter(|number| self.state.scope.with_untracked(|scope| scope.contains(number)));
        if number.is_some() {
            self.state.set_open(number);
        }
        number.is_some()
    }
}

fn set_option(options: &mut Options, name: &str, value: Option<&str>) {
    if let Err(refused) = options.set(name, value) {
        page::warn(&refused.reason());
    }
}

/// Reports events to the page, from the first state on.
fn tell(state: State, emit: Emit) {
    let (ready, change, failure, select, later) = (emit.clone(), emit.clone(), emit.clone(), emit.clone(), emit);
    let mut is_ready = false;
    effect::in_page(move || {
        if !is_ready && state.source.get() == Source::There {
            is_ready = true;
            ready.emit("ready", &[("projects", state.scope.with_untracked(Vec::len).into())]);
        }
    });
    let mut before: Option<(String, usize)> = None;
    effect::in_page(move || {
        let now = (state.query.get(), state.unordered.with(|outcome| outcome.shown.len()));
        if before.as_ref().is_some_and(|before| *before != now) {
            change.emit("change", &[("query", now.0.as_str().into()), ("shown", now.1.into())]);
        }
        before = Some(now);
    });
    effect::in_page(move || {
        if let Source::Failed(message) = state.source.get() {
            failure.emit("error", &[("message", message.into()), ("cause", "catalog".into())]);
        }
    });
    // When the reader asks for something else, failed downloads get another chance.
    effect::in_page(move || {
        state.filter.track();
        state.picked.track();
        state.later.ask_again();
    });
    effect::in_page(move || {
        if state.later.asked.get() > 0 {
            later.emit("later", &[]);
        }
    });
    let mut was_open: Option<Option<u16>> = None;
    effect::in_page(move || {
        let open = state.open();
        if let (Some(was_open), Some(number)) = (was_open, open)
            && was_open != open
        {
            let project = state.index.get_untracked().catalog.projects[usize::from(number)].id;
            select.emit("select", &[("project", project.into())]);
        }
        was_open = Some(open);
    });
}
