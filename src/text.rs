//! Folding and matching of search text: case, width and accents, and Chinese by substring.
//!
//! Texts are searched where they stand. Matching ignores ASCII case by itself; only what needs more than that (accents,
//! full-width forms) is folded ahead, once, by `build.rs`, which compiles this very file. So the wasm carries no second copy
//! of the texts and no Unicode tables: `char::to_lowercase` alone would cost several kilobytes.

/// Lower-case Latin letters with a mark …
const MARKED: &str = "àáâãäåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšßţťŧùúûüũūŭůűųŵýÿŷźżž";
/// … and the plain letter for each, in the same order.
const PLAIN: &[u8] = b"aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttt\
                       uuuuuuuuuuwyyyzzz";

/// The form of a character that search compares: lower case, half width, without its accent.
pub(crate) fn fold_char(c: char) -> char {
    let shifted = match c {
        // Full-width forms stand 0xFEE0 above their ASCII twins.
        '\u{ff01}'..='\u{ff5e}' => c as u32 - 0xfee0,
        '\u{3000}' | '\u{a0}' => 0x20,
        '\u{2018}' | '\u{2019}' => 0x27,
        // Capitals: 32 below in Latin-1; in Latin Extended-A the even one of a pair, in two stretches the odd one.
        '×' => c as u32,
        'Ÿ' => 'ÿ' as u32,
        'À'..='Þ' => c as u32 + 32,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => c as u32 | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => (c as u32 + 1) & !1,
        _ => c as u32,
    };
    let c = char::from_u32(shifted).unwrap_or(c).to_ascii_lowercase();
    match MARKED.chars().position(|marked| marked == c) {
        Some(at) if !c.is_ascii() => PLAIN[at] as char,
        _ => c,
    }
}

/// Folds a text to the form that search compares: `fold("Ｃａｆé")` is `"cafe"`.
///
/// ```
/// assert_eq!(sandbox_explorer::text::fold("Ｃａｆé 服务网格"), "cafe 服务网格");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// How well a word is found in a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Found {
    /// Somewhere inside a word.
    Inside,
    /// At the beginning of a word; anywhere in Chinese text, which does not mark its words.
    Prefix,
    /// As the whole text.
    Whole,
}

/// Finds a folded word in a text, ignoring ASCII case; the best place counts. An empty word is found nowhere.
#[must_use]
pub fn find(text: &str, folded_word: &str) -> Option<Found> {
    let (text, word) = (text.as_bytes(), folded_word.as_bytes());
    let first = *word.first()?;
    let mut best = None;
    // Compared as bytes: UTF-8 cannot match from the middle of a character, and `str::find` would bring 2.5 kB with it.
    for at in 0..(text.len() + 1).saturating_sub(word.len()) {
        if text[at].to_ascii_lowercase() == first && text[at..at + word.len()].eq_ignore_ascii_case(word) {
            if word.len() == text.len() {
                return Some(Found::Whole);
            }
            if at == 0 || !text[at - 1].is_ascii_alphanumeric() {
                return Some(Found::Prefix);
            }
            best = Some(Found::Inside);
        }
    }
    best
}

/// The slug of a value that is also a name: `"Apache-2.0"` is `apache-2.0`, `"Visual Basic"` is `visual-basic`.
#[must_use]
pub fn slug(name: &str) -> String {
    name.chars().map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

/// Cuts off the text before a separator, which goes too; after the last one, all the rest. By bytes, as `str::split` would bring a
/// kilobyte with it.
pub fn cut<'a>(text: &mut &'a str, separator: u8) -> &'a str {
    let end = text.bytes().position(|b| b == separator).unwrap_or(text.len());
    let first = text.get(..end).unwrap_or_default();
    *text = text.get(end + 1..).unwrap_or_default();
    first
}

/// A number in digits. Not by `to_string`, which would bring all of `core::fmt` with it.
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

/// Joins texts. One short function; the standard library's is most of a kilobyte.
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

/// Puts texts together.
#[must_use]
pub fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// A text that means itself in HTML, between tags and in double quotes.
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
