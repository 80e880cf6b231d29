//! Detects that the look of the page may have changed.

use crate::effect;
use crate::page::{Host, Watch};
use crate::signal::Cell;

/// Counts possible changes of colours or language of the page here.
pub(super) fn changes_around(host: &Host) -> Cell<u32> {
    let changes = Cell::new(0);
    let host = host.clone();
    effect::now(move || {
        changes.track();
        // A new watch each time: the place may have been moved.
        effect::keep(Watch::page(&host, move || changes.update(|n: &mut u32| *n += 1)));
    });
    changes
}
