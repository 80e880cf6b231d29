//! A long list, split into pieces; only those near the viewport have their items.
//!
//! Every other piece is folded: one element as high as its items, with their names in lines, each about where its item would be. So
//! find-in-page, which fires no event, finds every name and scrolls to the right place, where the piece is unfolded like any other;
//! and assistive technology can read on. Lines outside the viewport are not laid out (`content-visibility`). `hidden="until-found"`
//! would hide them from assistive technology, and does not work in browsers before 2025. For printing, all pieces are unfolded.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MediaQueryList};

use super::Element;
use super::arranged::LongList;
use super::long_list::List;
use crate::dom::Items;
use crate::page::{set_timeout, window};

/// After how many milliseconds the items outside the viewport follow a change: after its paint, and before the reader scrolls to them.
const WAIT: i32 = 100;

pub(super) struct Pieces {
    list: Rc<RefCell<List>>,
    observer: IntersectionObserver,
    _near: Closure<dyn FnMut(js_sys::Array)>,
    _printing: Vec<EventListener>,
}

impl Pieces {
    pub(super) fn new(element: Element, items: Items) -> Pieces {
        let options = IntersectionObserverInit::new();
        options.set_root_margin("800px");
        options.set_root(items.scroller.as_ref().map(|scroller| &scroller.0));
        let list = Rc::new(RefCell::new(List::new(element, items)));
        let observed = list.clone();
        let near = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut near = Vec::new();
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    near.push(entry.target());
                }
            }
            let is_finished = observed.borrow_mut().finish();
            if is_finished || observed.borrow_mut().come(&near) {
                (observed.borrow().items.moved)();
            }
        });
        let observer = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options);
        let observer = observer.expect("a browser of today");
        list.borrow_mut().observer = Some(observer.clone());
        // Browsers report printing by events; tools that only preview it change the media type.
        let paper: Option<MediaQueryList> = window().match_media("print").ok().flatten();
        let mut printing = Vec::new();
        for event in ["beforeprint", "afterprint"] {
            let printed = list.clone();
            printing.push(EventListener::new(&window(), event, move |_| {
                printed.borrow_mut().print(event == "beforeprint")
            }));
        }
        if let Some(paper) = paper {
            let printed = list.clone();
            let medium = paper.clone();
            printing.push(EventListener::new(&paper, "change", move |_| printed.borrow_mut().print(medium.matches())));
        }
        Pieces { list, observer, _near: near, _printing: printing }
    }
}

impl LongList for Pieces {
    fn arrange(&self, shown: &[u16], ready: usize) {
        if self.list.borrow_mut().arrange(shown, ready) {
            let list = Rc::downgrade(&self.list);
            set_timeout(WAIT, move || {
                let Some(list) = list.upgrade() else { return };
                if list.borrow_mut().finish() {
                    (list.borrow().items.moved)();
                }
            });
        }
    }
}

impl Drop for Pieces {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
