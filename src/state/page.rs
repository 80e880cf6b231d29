//! What tells that the page may look otherwise.

use crate::browser::{Host, Watch};
use crate::effect;
use crate::signal::Cell;

/// Counts how often colours or language of the page may have changed here.
pub(super) fn changes_around(host: &Host) -> Cell<u32> {
    let changes = Cell::new(0);
    let host = host.clone();
    effect::now(move || {
        changes.track();
        // Anew each time: the place may have been moved.
        effect::keep(Watch::page(&host, move || changes.update(|n: &mut u32| *n += 1)));
    });
    changes
}
