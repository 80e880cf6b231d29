//! Timers.

use wasm_bindgen::prelude::*;

use super::window;

/// How long a page without idle callbacks is left alone, in milliseconds.
const IDLE: i32 = 50;

/// Calls back after the next frame has been painted.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let later = Closure::once_into_js(move || after_update(callback));
    _ = window().request_animation_frame(later.unchecked_ref());
}

/// Calls back after pending changes have been applied to the page: updates run in a microtask.
pub fn after_update(callback: impl FnOnce() + 'static) {
    set_timeout(0, callback);
}

/// Calls back when the page has nothing else to do.
pub fn when_idle(callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    // Safari has no idle callbacks.
    if window().request_idle_callback(callback.unchecked_ref()).is_err() {
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), IDLE);
    }
}

/// A clock, in milliseconds.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Calls back after this many milliseconds.
pub fn set_timeout(milliseconds: i32, callback: impl FnOnce() + 'static) {
    // Not by gloo, whose `Timeout::forget` keeps the closure as long as the program lives: every mounted explorer would leak some.
    let callback = Closure::once_into_js(callback);
    _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}
