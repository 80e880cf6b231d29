//! Cleans texts so that the reader of catalogs accepts them, and reads the dates and yes/no of lists.

use sandbox_explorer_catalog::check;
use sandbox_explorer_catalog::limits::NAME;

/// Characters of a text with line breaks.
pub(crate) const TEXT: usize = 10_000;

/// A text on one line: runs of white space become one space; characters that are invisible or turn the direction are dropped.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        let start = line.len();
        line.extend(word.chars().filter(|&c| check::sign(c).is_ok()));
        if line.len() == start {
            line.truncate(before);
        }
    }
    line
}

/// A text whose line breaks stay.
pub(crate) fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(line).collect();
    lines.join("\n").trim().to_owned()
}

/// Shortens a text to a number of characters, and says whether it had to.
pub(crate) fn shortened(text: &mut String, most: usize) -> bool {
    let Some((end, _)) = text.char_indices().nth(most.saturating_sub(1)) else { return false };
    if text[end..].chars().nth(1).is_none() {
        return false;
    }
    text.truncate(end);
    text.push('…');
    true
}

/// A name, shortened if it is too long.
pub(crate) fn name(text: &str) -> (String, bool) {
    let mut name = line(text);
    let is_shortened = shortened(&mut name, NAME);
    (name, is_shortened)
}

/// A date as the reader of catalogs accepts it. A time after the day is dropped.
pub(crate) fn date(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let day = text.split_once(['T', ' ']).map_or(text, |(day, time)| {
        let is_time = time.starts_with(|c: char| c.is_ascii_digit());
        if is_time { day } else { text }
    });
    match check::date(day) {
        // A year alone is too little to be a day.
        Ok(_) if day.len() > 4 => Ok(day.to_owned()),
        Ok(_) => Err("must be a date such as 2024-09-26 or 2024-09"),
        Err(why) => Err(why),
    }
}

/// A date of any year, for extra fields.
pub(crate) fn day(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let year = text.get(..4).and_then(|year| year.parse::<u16>().ok()).filter(|year| *year >= 1000);
    let Some(year) = year else { return date(text) };
    // Which days there are depends on whether it is a leap year.
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let same = date(&format!("{}{}", if is_leap { 2000 } else { 2001 }, &text[4..]))?;
    Ok(format!("{year}{}", &same[4..]))
}

/// `true` and `false` in the words of the catalog.
pub(crate) fn plain(text: &str) -> &str {
    match text {
        "true" | "True" | "TRUE" => "yes",
        "false" | "False" | "FALSE" => "no",
        text => text,
    }
}

/// A key as a name for people: `summary_use_case` is `Summary use case`.
pub(crate) fn humanised(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let words = line(&words);
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_lines_and_lose_what_cannot_be_seen() {
        assert_eq!(line("  a\u{200b}b \u{feff} c\td\u{202e} "), "ab c d");
        assert_eq!(paragraphs("\n one  line \n\ntwo\u{0} \n"), "one line\n\ntwo");
        let mut text = "一二三四".to_owned();
        assert!(!shortened(&mut text, 4));
        assert!(shortened(&mut text, 3));
        assert_eq!(text, "一二…");
    }

    #[test]
    fn a_date_is_a_real_day_or_month() {
        assert_eq!(date("2024-02-29T10:00:00Z").as_deref(), Ok("2024-02-29"));
        assert_eq!(date("2024-02").as_deref(), Ok("2024-02"));
        for wrong in ["2023-02-29", "2024", "24-02-01", "TBD", "2024-1-2", ""] {
            assert!(date(wrong).is_err() && day(wrong).is_err(), "{wrong}");
        }
        assert!(date("1898-05-01").is_err());
        assert_eq!(day("1998-05-01").as_deref(), Ok("1998-05-01"));
        assert!(day("1900-02-29").is_err() && day("1904-02-29").is_ok());
    }
}
