//! Rules for texts, slugs, dates and addresses. What passes is safe to show: links are http(s) only, and no character can affect
//! the text around it.

use crate::model::Date;
use crate::text::{has, has_control};

/// Rejects a text that is blank or contains a character that does not belong in a line of text.
///
/// # Errors
/// What is wrong with the text.
pub fn text(text: &str) -> Result<(), &'static str> {
    // Most texts, and faster than character by character.
    let (eights, rest) = text.as_bytes().as_chunks();
    if eights.iter().all(|&eight| eight.is_ascii() && !has_control(eight) && !has(eight, 0x7f))
        && rest.iter().all(|byte| matches!(byte, b' '..=b'~'))
        && text.bytes().any(|byte| byte != b' ')
    {
        return Ok(());
    }
    if text.chars().all(is_blank) {
        return Err("is empty; leave the key out if there is nothing to say");
    }
    text.chars().try_for_each(sign)
}

/// Rejects a character that ends the line, is invisible, or changes how the text around it reads.
///
/// # Errors
/// What is wrong with the character.
pub fn sign(c: char) -> Result<(), &'static str> {
    match c {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
            Err("contains a line break or another control character")
        }
        // Embeddings and isolates, which would also change the direction of the text that a page prints after this one. Joiners
        // and marks of one direction stay: Persian, Hindi and emoji need them.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Err("contains a character that changes text direction"),
        // With these, two different names could look the same.
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}' | '\u{e0000}'..='\u{e007f}' => {
            Err("contains an invisible character")
        }
        '\u{fffd}' => Err("contains U+FFFD, the mark of a broken character"),
        _ => Ok(()),
    }
}

/// A text in which white space of any kind is a space, or a line break if it may have several lines; `None` if it has nothing to say or a
/// character that does not belong in a text.
#[must_use]
pub fn tidied(text: &str, has_lines: bool) -> Option<String> {
    let mut tidy = String::with_capacity(text.len());
    // The white space since the last word.
    let mut space = None;
    for c in text.chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' if has_lines => space = Some('\n'),
            ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => space = space.or(Some(' ')),
            _ => {
                sign(c).ok()?;
                if let Some(space) = space.take().filter(|_| !tidy.is_empty()) {
                    tidy.push(space);
                }
                tidy.push(c);
            }
        }
    }
    (!tidy.chars().all(is_blank)).then_some(tidy)
}

/// Whether a character is invisible.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{200b}'
                ..='\u{200f}' | '\u{2060}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        )
}

/// Whether a text can be a name in query strings: lower-case letters and digits, `-` between them.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.bytes().all(inside) && !text.starts_with('-') && !text.ends_with('-')
}

/// The date in `2024-09-26`, `2024-09` or `2024`, if there is such a day.
///
/// ```
/// use sandbox_explorer_catalog::{check::date, model::Date};
///
/// assert_eq!(date("2024-02-29"), Ok(Date { year: 2024, month: 2, day: 29 }));
/// assert_eq!(date("2023-02-29"), Err("no such day in the calendar"));
/// ```
///
/// # Errors
/// What is wrong with the date.
pub fn date(text: &str) -> Result<Date, &'static str> {
    const FORM: &str = "must be a date such as 2024-09-26, 2024-09 or 2024";
    let mut numbers = [0; 3];
    for (at, b) in text.bytes().enumerate() {
        let (dash, n) = (matches!(at, 4 | 7), usize::from(at > 4) + usize::from(at > 7));
        match b {
            b'-' if dash => {}
            b'0'..=b'9' if !dash && at < 10 => numbers[n] = numbers[n] * 10 + u16::from(b - b'0'),
            _ => return Err(FORM),
        }
    }
    if !matches!(text.len(), 4 | 7 | 10) {
        return Err(FORM);
    }
    let [year, month, day] = numbers;
    if !(1900..=2100).contains(&year) {
        return Err("the year must be between 1900 and 2100");
    }
    if text.len() >= 7 && !(1..=12).contains(&month) {
        return Err("no such month in the calendar");
    }
    if text.len() == 10 && !(1..=days(year, month)).contains(&day) {
        return Err("no such day in the calendar");
    }
    Ok(Date { year, month: month as u8, day: day as u8 })
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether one date is certainly earlier than another; a date with only a month may be any day of it. Nothing is certain about a
/// missing date (year 0).
#[must_use]
pub fn is_before(date: Date, other: Date) -> bool {
    if date.year == 0 || other.year == 0 || date.year != other.year {
        return date.year != 0 && date.year < other.year;
    }
    if date.month == 0 || other.month == 0 || date.month != other.month {
        return date.month != 0 && date.month < other.month;
    }
    date.day != 0 && date.day < other.day
}

/// Rejects an address that is not http or https to a plain host.
///
/// # Errors
/// What is wrong with the address.
pub fn address(text: &str) -> Result<(), &'static str> {
    const HOST: &str = "needs a plain host, such as https://example.org/";
    // Browsers reject ports above 65535.
    const PORTS: u32 = 65_535;
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Err("must begin with https:// or http://");
    };
    // Browsers treat a backslash as a slash, and characters outside ASCII can look like others: both hide where a link leads.
    if !text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'\\' | b'"' | b'<' | b'>')) {
        return Err("contains a space or another character that must be percent-encoded");
    }
    let (mut host, mut port) = (0, None);
    for b in rest.bytes() {
        match (b, port) {
            (b'/' | b'?' | b'#', _) => break,
            (b':', None) => port = Some(0),
            (b'0'..=b'9', Some(n)) if n <= PORTS => port = Some(n * 10 + u32::from(b - b'0')),
            (b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', None) => host += 1,
            (b'.' | b'-' | b'_', None) if host > 0 => host += 1,
            _ => return Err(HOST),
        }
    }
    if host == 0 || port == Some(0) || port > Some(PORTS) {
        return Err(HOST);
    }
    Ok(())
}
