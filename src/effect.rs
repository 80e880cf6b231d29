//! Effects, all of one type: a closure is boxed before an effect is made of it, so that the program holds Leptos' code for it
//! once and not once for each closure.

use std::any::Any;

use leptos::prelude::*;

use crate::browser;
use crate::signal::Cell;

/// Runs at once, and again whenever something that it read has changed, until the owner is cleaned up. Where nothing changes
/// it runs once.
pub fn now(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

fn boxed(mut run: Box<dyn FnMut()>) {
    if browser::IS_LIVE {
        keep(RenderEffect::new(move |_| run()));
    } else {
        untrack(run);
    }
}

/// As [`now`], but not before the page holds what is being built, and only where things change. (Leptos' `Effect` would do; this
/// way there is one kind of effect in the program.)
pub fn in_page(run: impl FnMut() + 'static) {
    boxed_in_page(Box::new(run));
}

fn boxed_in_page(mut run: Box<dyn FnMut()>) {
    if browser::IS_LIVE {
        let is_there = Cell::new(false);
        browser::spawn(async move { is_there.set(true) });
        now(move || {
            if is_there.get() {
                run();
            }
        });
    }
}

/// Keeps a value until the owner is cleaned up. Where nothing changes it is dropped at once: a server may drop the owner on another
/// thread, where Leptos would panic over a value that is bound to this one.
pub fn keep(value: impl Any) {
    if browser::IS_LIVE {
        let value: Box<dyn Any> = Box::new(value);
        StoredValue::new_local(value);
    }
}
