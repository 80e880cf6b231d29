//! Detects that the look of the page may have changed.

use leptos::prelude::*;

use crate::effect::{render_effect, store_value};
use crate::page::{Host, PageObserver};
use crate::signal::ErasedSignal;

/// Counts possible changes of colours or language of the page here.
pub(super) fn changes_around(host: &Host) -> ErasedSignal<u32> {
    let changes = ErasedSignal::new(0);
    let host = host.clone();
    render_effect(move || {
        changes.track();
        // A new watch each time: the place may have been moved.
        store_value(PageObserver::surroundings(&host, move || changes.update(|n: &mut u32| *n += 1)));
    });
    changes
}
