//! Folding of characters for search (case, width, accents), and small work on texts.
//!
//! Texts are searched where they stand, character by character ([`search`](crate::search)), so the wasm carries no second copy of
//! them; and no Unicode tables: `char::to_lowercase` alone would cost several kilobytes.

/// Lower-case Latin letters with a mark …
const MARKED: &str = "àáâãäåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšßţťŧùúûüũūŭůűųŵýÿŷźżž";
/// … and the plain letter for each, in the same order.
const PLAIN: &[u8] = b"aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttt\
                       uuuuuuuuuuwyyyzzz";

/// The form of a character that search compares: lower case, half width, without its accent.
pub(crate) fn fold_char(c: char) -> char {
    let shifted = match c {
        '\0'..='\u{7f}' => return c.to_ascii_lowercase(),
        // Full-width forms stand 0xFEE0 above their ASCII twins.
        '\u{ff01}'..='\u{ff5e}' => return char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' => return ' ',
        '\u{2018}' | '\u{2019}' => return '\'',
        // Capitals: 32 below in Latin-1; in Latin Extended-A the even one of a pair, in two stretches the odd one.
        '×' => c as u32,
        'Ÿ' => 'ÿ' as u32,
        'À'..='Þ' => c as u32 + 32,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => c as u32 | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => (c as u32 + 1) & !1,
        'ß'..='ž' => c as u32,
        // Chinese, and all else.
        _ => return c,
    };
    let c = char::from_u32(shifted).unwrap_or(c);
    MARKED.chars().position(|marked| marked == c).map_or(c, |at| PLAIN[at] as char)
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
