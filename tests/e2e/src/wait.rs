//! Waiting for a condition, by polling. Nothing here or in the tests sleeps for a fixed time.

use std::fmt::Debug;
use std::time::{Duration, Instant};

/// How long something may take before it counts as failed. Generous: a busy machine is not a bug.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// Between two polls; each pause is longer than the one before, because polling costs the page time.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

fn rest(pause: Duration) -> Duration {
    std::thread::sleep(pause);
    LONGEST_PAUSE.min(pause * 3 / 2)
}

/// Polls until `look` returns something.
///
/// # Panics
/// If it never does; the message says what was waited for.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = FIRST_PAUSE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        pause = rest(pause);
    }
}

/// Polls until `look` returns the expected value.
///
/// # Panics
/// If it never does; the message shows the last value.
#[track_caller]
pub fn eventually<T: PartialEq<E> + Debug, E: Debug + ?Sized>(mut look: impl FnMut() -> T, expected: &E) {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = FIRST_PAUSE;
    loop {
        let seen = look();
        if seen == *expected {
            return;
        }
        assert!(Instant::now() < deadline, "expected {expected:?}\n    seen {seen:?}");
        pause = rest(pause);
    }
}
