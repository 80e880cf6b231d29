//! The one sort of the program: every instance of the standard library's would be half a kilobyte more.

use std::cmp::Ordering;

/// The places from 0 to `n`, each with its key, in the order of the keys. Places with the same key are in the order that `tie` tells, then
/// in their own.
#[must_use]
pub fn ordered(
    n: usize,
    key: &mut dyn FnMut(u32) -> u32,
    tie: &mut dyn FnMut(u32, u32) -> Ordering,
) -> Vec<(u32, u32)> {
    let mut pairs: Vec<(u32, u32)> = (0..n as u32).map(|place| (key(place), place)).collect();
    pairs.sort_unstable_by(|&(key, place), &(other_key, other)| {
        key.cmp(&other_key).then_with(|| tie(place, other)).then(place.cmp(&other))
    });
    pairs
}
