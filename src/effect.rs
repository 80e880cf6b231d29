//! Leptos' effects, of one type internally: a closure is boxed before it becomes an effect, so that the program contains Leptos' code for
//! it once and not once per closure.

use std::any::Any;

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

/// Leptos' `StoredValue`, which nobody reads: keeps a value until the owner is cleaned up. On a server it is dropped at once: the owner may
/// be dropped on another thread, where Leptos would panic over a value bound to this one.
pub fn store_value(value: impl Any) {
    if dom::IS_LIVE {
        let value: Box<dyn Any> = Box::new(value);
        StoredValue::new_local(value);
    }
}
