//! Texts with placeholders.

use crate::text::cut;

/// A text with `N` placeholders, the first one is `{0}`. A missing or extra placeholder does not
/// compile.
#[derive(Clone, Copy)]
pub struct Message<const N: usize>(&'static str);

impl<const N: usize> Message<N> {
    /// A message that contains each placeholder once, in any order.
    pub(super) const fn new(text: &'static str) -> Message<N> {
        let bytes = text.as_bytes();
        let (mut at, mut n_gaps, mut seen) = (0, 0, 0_u32);
        while at < bytes.len() {
            if bytes[at] == b'{' {
                let gap = bytes[at + 1].wrapping_sub(b'0');
                assert!((gap as usize) < N && bytes[at + 2] == b'}', "a gap is a number below N in braces");
                seen |= 1 << gap;
                n_gaps += 1;
            }
            at += 1;
        }
        assert!(n_gaps == N && seen.count_ones() as usize == N, "each gap must stand there once");
        Message(text)
    }

    /// A message of a text made at run time, with these placeholders.
    pub(super) fn made(text: String) -> Message<N> {
        Message(text.leak())
    }

    /// The text with its placeholders filled.
    #[must_use]
    pub fn fill(&self, parts: [&str; N]) -> String {
        fill(self.0, &parts)
    }
}

fn fill(mut text: &str, parts: &[&str]) -> String {
    let mut filled = String::new();
    while !text.is_empty() {
        filled.push_str(cut(&mut text, b'{'));
        let gap = cut(&mut text, b'}');
        let part = gap.bytes().next().and_then(|digit| parts.get(usize::from(digit & 15)));
        filled.push_str(part.unwrap_or(&""));
    }
    filled
}

/// A string of an interface: a text, or one with placeholders.
pub(super) trait Interface {
    /// Its text.
    fn text(&self) -> &'static str;

    /// The place of its text.
    fn place(&mut self) -> &mut &'static str;
}

impl Interface for &'static str {
    fn text(&self) -> &'static str {
        self
    }

    fn place(&mut self) -> &mut &'static str {
        self
    }
}

impl<const N: usize> Interface for Message<N> {
    fn text(&self) -> &'static str {
        self.0
    }

    fn place(&mut self) -> &mut &'static str {
        &mut self.0
    }
}
