//! Leptos' effects, of one type internally: a closure is boxed before it becomes an effect, so that the program contains Leptos' code for
//! it once and not once per closure.

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::*;

use crate::dom;
use crate::page;
use crate::signal::ErasedSignal;

/// Leptos' `RenderEffect`, kept until the owner is cleaned up: runs at once, and again whenever something that it has read changes. On a
/// server it runs once.
pub fn render_effect(run: impl FnMut() + 'static) {
    boxed_render_effect(Box::new(run));
}

fn boxed_render_effect(mut run: Box<dyn FnMut()>) {
    if dom::IS_LIVE {
        store_value(RenderEffect::new(move |_| run()));
    } else {
        untrack(run);
    }
}

/// Leptos' `Effect`: runs only once the elements being built are in the page, and only in a browser. It is a [`render_effect`] that
/// starts later, so that the program contains only one kind.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    if dom::IS_LIVE {
        let is_mounted = ErasedSignal::new(false);
        page::spawn_local(async move { is_mounted.set(true) });
        render_effect(move || {
            if is_mounted.get() {
                run();
            }
        });
    }
}

/// An [`effect`] that tells of each change of a value, but not of the first value: what the page or the application has said itself is no
/// news to it. What `told` reads is not tracked.
pub fn on_each_change<T: PartialEq + 'static>(value: impl Fn() -> T + 'static, mut told: impl FnMut(&T) + 'static) {
    let mut before: Option<T> = None;
    effect(move || {
        let now = value();
        if before.as_ref().is_some_and(|before| *before != now) {
            untrack(|| told(&now));
        }
        before = Some(now);
    });
}

/// Keeps a value until the owner is cleaned up, as Leptos' `StoredValue` does, but nobody can read it, and it is not bound to a thread by
/// checks of the thread, which are 2 kB of the program. On a server it is dropped at once: the owner may be dropped on another thread.
pub fn store_value(value: impl Any) {
    if dom::IS_LIVE {
        let place = KEPT.with_borrow_mut(|kept| kept.put(Box::new(value)));
        // Dropped only after the list is free again: it may keep other values.
        on_cleanup(move || drop(KEPT.with_borrow_mut(|kept| kept.take(place))));
    }
}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept { values: Vec::new(), empty: Vec::new() }) };
}

/// Values by their place.
struct Kept {
    values: Vec<Option<Box<dyn Any>>>,
    empty: Vec<usize>,
}

impl Kept {
    fn put(&mut self, value: Box<dyn Any>) -> usize {
        let place = self.empty.pop().unwrap_or_else(|| {
            self.values.push(None);
            self.values.len() - 1
        });
        self.values[place] = Some(value);
        place
    }

    fn take(&mut self, place: usize) -> Option<Box<dyn Any>> {
        self.empty.push(place);
        self.values[place].take()
    }
}
