//! Writes the JSON of requests.

use crate::data::tree::Tree;
use crate::text::decimal;

/// A text in quotation marks.
pub(super) fn text(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                json.push_str("\\u00");
                json.extend([16, 1].map(|of| char::from_digit(u32::from(c) / of % 16, 16).unwrap_or('0')));
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

/// Values between brackets, separated by commas.
pub(super) fn list<T>(json: &mut String, items: impl IntoIterator<Item = T>, write: impl Fn(&mut String, T)) {
    json.push('[');
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            json.push(',');
        }
        write(json, item);
    }
    json.push(']');
}

/// A value of any kind. Numbers are whole or have up to three digits behind the point.
pub(super) fn tree(json: &mut String, value: &Tree) {
    match value {
        Tree::Null => json.push_str("null"),
        Tree::Flag(flag) => json.push_str(if *flag { "true" } else { "false" }),
        Tree::Number(number) => self::number(json, *number),
        Tree::String(of) => text(json, of),
        Tree::List(items) => list(json, items, tree),
        Tree::Map(entries) => {
            json.push('{');
            for (n, (key, value)) in entries.iter().enumerate() {
                if n > 0 {
                    json.push(',');
                }
                text(json, key);
                json.push(':');
                tree(json, value);
            }
            json.push('}');
        }
    }
}

/// Formatting numbers of any size would bring ten kilobytes.
fn number(json: &mut String, number: f64) {
    let thousandths = (number.abs() * 1000.0 + 0.5) as u64;
    if number < 0.0 {
        json.push('-');
    }
    json.push_str(&decimal((thousandths / 1000) as u32));
    let rest = (thousandths % 1000) as u32;
    if rest > 0 {
        json.push('.');
        json.push_str(decimal(1000 + rest)[1..].trim_end_matches('0'));
    }
}
