//! Effects, all of one type: a closure is boxed before it becomes an effect, so that the program contains Leptos' code for it once
//! and not once per closure.

use std::any::Any;

use leptos::prelude::*;

use crate::dom;
use crate::page;
use crate::signal::Cell;

/// Runs at once, and again whenever something that it has read changes, until the owner is cleaned up. On a server it runs once.
pub fn now(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

fn boxed(mut run: Box<dyn FnMut()>) {
    if dom::IS_LIVE {
        keep(RenderEffect::new(move |_| run()));
    } else {
        untrack(run);
    }
}

/// Like [`now`], but runs only once the elements being built are in the page, and only in a browser. (Leptos' `Effect` would work
/// too; this way the program contains only one kind of effect.)
pub fn in_page(run: impl FnMut() + 'static) {
    boxed_in_page(Box::new(run));
}

fn boxed_in_page(mut run: Box<dyn FnMut()>) {
    if dom::IS_LIVE {
        let is_there = Cell::new(false);
        page::spawn(async move { is_there.set(true) });
        now(move || {
            if is_there.get() {
                run();
            }
        });
    }
}

/// Keeps a value until the owner is cleaned up. On a server it is dropped at once: the owner may be dropped on another thread,
/// where Leptos would panic over a value bound to this one.
pub fn keep(value: impl Any) {
    if dom::IS_LIVE {
        let value: Box<dyn Any> = Box::new(value);
        StoredValue::new_local(value);
    }
}
