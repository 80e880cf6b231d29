//! Folding of characters for search (case, width, accents), and small text functions.
//!
//! Texts are searched in place, character by character (`search` of the explorer), so the wasm contains no second copy of them; and no
//! Unicode tables: `char::to_lowercase` alone would cost several kilobytes.

use std::str::Chars;

pub use folded::{Folded, first_folded, folded};
pub use utf8::from_utf8;

mod folded;
mod utf8;

/// The folded forms of the Latin letters from À on, by position: a plain lower-case letter, or a space for a letter that is its own
/// folded form; for a pair without a plain form, the small letter is one (`+`) or 32 (`*`) code points higher.
const LATIN: &[u8] = b"aaaaaa*ceeeeiiiidnooooo ouuuuy*saaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeeggg\
    ggggghhhhiiiiiiiiii+ jjkk llllllllllnnnnnn + oooooo+ rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs             \
    \x20                  oo             uu                            aaiioouuuuuuuuuu aaaa    ggkkoooo  j   gg  nna\
    a  ooaaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy";

/// The same from Ḁ on: Vietnamese, and letters with marks below.
const MORE_LATIN: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprr\
    rrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy s  s aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// Greek and Cyrillic small letters with an accent, each followed by the letter without it.
const MARKED: &str = "άαέεήηίιόούυώωϊιϋυΐιΰυςσйиёеїіўуѓгќкѐеѝи";

/// The plain form of a character: lower case, half width, without its accent. Search folds more, see [`folded`].
pub fn fold_char(c: char) -> char {
    let (table, at) = match c {
        '\0'..='\u{7f}' => return c.to_ascii_lowercase(),
        // Full-width forms are 0xFEE0 above their ASCII equivalents.
        '\u{ff01}'..='\u{ff5e}' => return moved(c, -0xfee0).to_ascii_lowercase(),
        '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' => return ' ',
        '\u{2010}'..='\u{2013}' => return '-',
        '\u{2018}' | '\u{2019}' => return '\'',
        'À'..='ȳ' => (LATIN, c as usize - 'À' as usize),
        'Ḁ'..='ỹ' => (MORE_LATIN, c as usize - 'Ḁ' as usize),
        // The signs for kelvin and ångström, which are these letters.
        '\u{212a}' => return 'k',
        '\u{212b}' => return 'a',
        'Ά'..='џ' => return unmarked(c),
        // Chinese, and everything else.
        _ => return c,
    };
    match table.get(at) {
        Some(b' ') | None => c,
        Some(b'+') => moved(c, 1),
        Some(b'*') => moved(c, 32),
        Some(&plain) => plain as char,
    }
}

/// A Greek or Cyrillic letter in lower case, without its accent.
fn unmarked(c: char) -> char {
    let small = match c {
        'Ά' => 'ά',
        'Έ'..='Ί' => moved(c, 37),
        'Ό' => 'ό',
        'Ύ' | 'Ώ' => moved(c, 63),
        'Α'..='Ϋ' | 'А'..='Я' => moved(c, 32),
        'Ѐ'..='Џ' => moved(c, 80),
        c => c,
    };
    let mut chars = MARKED.chars();
    while let (Some(marked), Some(plain)) = (chars.next(), chars.next()) {
        if marked == small {
            return plain;
        }
    }
    small
}

fn moved(c: char, by: i32) -> char {
    char::from_u32((c as u32).wrapping_add_signed(by)).unwrap_or(c)
}

/// Whether a character is not a letter of its own: accents and other combining marks, variation selectors, the later parts of a Korean
/// syllable, invisible characters such as a soft hyphen, and the signs of trademarks.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '®' | '\u{300}'..='\u{36f}' | '\u{1160}'..='\u{11ff}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{20d0}'..='\u{20ff}' | '℠' | '™' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{ff9e}' | '\u{ff9f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The letters of a text, each with its marks composed into one character. The same letter is written as one character or as several (é
/// is also e and U+0301), and readers cannot see which: macOS and some keyboards decompose it.
pub fn letters(text: &str) -> Letters<'_> {
    Letters(text.chars())
}

/// See [`letters`].
#[derive(Clone)]
pub struct Letters<'t>(Chars<'t>);

impl<'t> Letters<'t> {
    /// The rest of the text.
    pub fn rest(&self) -> &'t str {
        self.0.as_str()
    }

    fn with_marks(&mut self, mut letter: char) -> char {
        loop {
            let mut after = self.0.clone();
            match after.next() {
                Some(mark) if is_mark(mark) => letter = with_mark(letter, mark),
                _ => return letter,
            }
            self.0 = after;
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let letter = self.0.next()?;
        // The first byte of the next character shows in most cases that it is not a mark.
        match self.rest().as_bytes().first() {
            None | Some(0..0xc2) => Some(letter),
            Some(0xc2 | 0xcc | 0xcd | 0xe1..=0xe3 | 0xef..) => Some(self.with_marks(letter)),
            _ => Some(letter),
        }
    }
}

/// A letter composed with a mark: Korean and Japanese as one character; others without accent and in lower case, because the composed
/// character folds to the same.
fn with_mark(letter: char, mark: char) -> char {
    let (c, by) = (letter as u32, mark as u32);
    let both = match (letter, mark) {
        // Consonant and vowel; then the consonant that ends a syllable.
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => 0xac00 + ((c - 0x1100) * 21 + by - 0x1161) * 28,
        ('가'..='힣', '\u{11a8}'..='\u{11c2}') if (c - 0xac00) % 28 == 0 => c + by - 0x11a7,
        ('う'..='ヽ', '\u{3099}' | '\u{309a}') => voiced(c, by - 0x3098),
        (_, '\u{300}'..='\u{36f}') => return fold_char(letter),
        _ => c,
    };
    char::from_u32(both).unwrap_or(letter)
}

/// The kana with the mark for a voiced (1) or half-voiced (2) sound; these follow the plain one. The same for か and カ.
fn voiced(c: u32, by: u32) -> u32 {
    let hiragana = if c < 0x30a0 { c } else { c - 0x60 };
    let is_followed = match hiragana {
        // う and ゔ are far apart.
        0x3046 => return c + 0x4e,
        0x304b..=0x3062 => by == 1 && c % 2 == 1,
        0x3064..=0x3069 => by == 1 && c.is_multiple_of(2),
        0x306f..=0x307d => c.is_multiple_of(3),
        0x309d => true,
        _ => false,
    };
    if is_followed { c + by } else { c }
}

/// Folds a text to the form that search compares: `fold("Ｃａｆé")` is `"cafe"`.
///
/// ```
/// assert_eq!(sandbox_explorer_catalog::text::fold("Ｃａｆé 服务网格"), "cafe 服务网格");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text).filter(|&c| !is_mark(c)).collect()
}

/// Different texts, numbered in order of first appearance, and found by hash.
#[derive(Default)]
pub struct Numbered<'t> {
    /// Each text, by its number.
    pub texts: Vec<&'t str>,
    /// The numbers plus one, each at the hash of its text or in the next free slot; 0 is free. At most half of the slots are taken.
    slots: Vec<u16>,
}

impl<'t> Numbered<'t> {
    /// The number of a text; the next one if it is new.
    pub fn number(&mut self, text: &'t str) -> u16 {
        if self.slots.len() <= 2 * self.texts.len() {
            self.slots = vec![0; (4 * self.texts.len()).next_power_of_two().max(64)];
            for number in 0..self.texts.len() {
                let slot = self.slot(self.texts[number]);
                self.slots[slot] = number as u16 + 1;
            }
        }
        let slot = self.slot(text);
        if self.slots[slot] == 0 {
            self.texts.push(text);
            self.slots[slot] = self.texts.len() as u16;
        }
        self.slots[slot] - 1
    }

    /// The number of a text, if it has one.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<u16> {
        let number = *self.slots.get(self.slot(text))?;
        number.checked_sub(1)
    }

    /// The slot of a text, or the free one for it.
    fn slot(&self, text: &str) -> usize {
        let hash = text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut slot = (hash ^ hash >> 15) as usize;
        loop {
            // A power of two, or none yet.
            slot &= self.slots.len().wrapping_sub(1);
            match self.slots.get(slot) {
                Some(&number) if number > 0 && self.texts[usize::from(number) - 1] != text => slot += 1,
                _ => return slot,
            }
        }
    }
}

/// The slug of a value that is also a name: `"Apache-2.0"` is `apache-2.0`, `"Visual Basic"` is `visual-basic`. Commas, which separate
/// slugs in links, are semicolons.
#[must_use]
pub fn slug(name: &str) -> String {
    let sign = |c: char| match c {
        ' ' => '-',
        ',' => ';',
        c => c.to_ascii_lowercase(),
    };
    name.chars().map(sign).collect()
}

/// Splits off the text before the next separator and drops the separator; returns the rest if there is none. Works on bytes, because
/// `str::split` would add a kilobyte.
pub fn cut<'a>(text: &mut &'a str, separator: u8) -> &'a str {
    let end = text.bytes().position(|b| b == separator).unwrap_or(text.len());
    let first = text.get(..end).unwrap_or_default();
    *text = text.get(end + 1..).unwrap_or_default();
    first
}

/// A number in digits. Not by `to_string`, which would add all of `core::fmt`.
#[must_use]
pub fn decimal(mut n: u32) -> String {
    let mut digits = Vec::with_capacity(10);
    while n > 0 || digits.is_empty() {
        digits.push((b'0' + (n % 10) as u8) as char);
        n /= 10;
    }
    digits.into_iter().rev().collect()
}

/// Tenths as a decimal number: 31 is "3.1".
#[must_use]
pub fn tenths(n: u32) -> String {
    concat(&[&decimal(n / 10), ".", &decimal(n % 10)])
}

/// Joins texts. One short function; the standard library's is almost a kilobyte.
#[must_use]
pub fn join(parts: &[&str], separator: &str) -> String {
    let mut joined = String::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            joined.push_str(separator);
        }
        joined.push_str(part);
    }
    joined
}

/// Concatenates texts.
#[must_use]
pub fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// Escapes a text for HTML, as content or inside a double-quoted attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// The repository's name in its address: "mozilla/sops".
#[must_use]
pub fn repository(mut address: &str) -> &str {
    // Skips the scheme, the empty segment and the host.
    (0..3).for_each(|_| _ = cut(&mut address, b'/'));
    address
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// Whether one of eight bytes is below that of a space. All at once: byte by byte takes most of the time of reading a catalog.
#[inline(always)]
#[must_use]
pub fn has_control(eight: [u8; 8]) -> bool {
    let eight = u64::from_ne_bytes(eight);
    eight.wrapping_sub(ONES * 0x20) & !eight & HIGH != 0
}

/// Whether one of eight bytes is this one.
#[inline(always)]
#[must_use]
pub fn has(eight: [u8; 8], byte: u8) -> bool {
    let same_is_zero = u64::from_ne_bytes(eight) ^ (ONES * u64::from(byte));
    same_is_zero.wrapping_sub(ONES) & !same_is_zero & HIGH != 0
}
