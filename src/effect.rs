//! Effects, all of one type: a closure is boxed before an effect is made of it, so that the program holds Leptos' code for it
//! once and not once for each closure.

use std::any::Any;

use leptos::prelude::*;

use crate::browser;

/// Runs at once, and again whenever something that it read has changed, until the owner is cleaned up. Where nothing changes
/// it runs once.
pub fn now(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    if browser::IS_LIVE {
        keep(RenderEffect::new(move |_| run()));
    } else {
        untrack(run);
    }
}

/// As [`now`], but not before the page holds what is being built.
pub fn in_page(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Keeps a value until the owner is cleaned up.
pub fn keep(value: impl Any) {
    let value: Box<dyn Any> = Box::new(value);
    StoredValue::new_local(value);
}
