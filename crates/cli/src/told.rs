//! What subcommands tell about a list: numbers, and not more lines than anybody reads.

use std::fmt::Display;

/// Lines that are told without --verbose.
const LINES: usize = 20;

/// The first of these lines, all of them with --verbose, and how many more there are. `n_others`: those that were only counted.
pub(crate) fn lines<T: Display>(all: &[T], n_others: usize, is_verbose: bool) -> String {
    let n_told = if is_verbose { all.len() } else { LINES.min(all.len()) };
    let mut told: String = all[..n_told].iter().map(|line| format!("  {line}\n")).collect();
    if n_told < all.len() {
        told += &format!("  and {} more (--verbose tells all)\n", grouped(all.len() - n_told + n_others));
    } else if n_others > 0 {
        told += &format!("  and {} more, which were only counted\n", grouped(n_others));
    }
    told
}

/// A number of things: `1 entry`, `1,560 entries`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A number with commas between thousands.
pub(crate) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
