//! What a bullet is, judged by what is in it, and the places of its name and its address.

use super::page::Bullet;
use super::piece::{Piece, shown};
use crate::address;

/// What a bullet is.
#[derive(PartialEq, Debug)]
pub(super) enum Kind {
    /// It begins with a link, or with a name and a separator before one.
    Entry,
    /// A name for the bullets below it.
    Group,
    /// A line of a table of contents.
    Contents,
    /// A name and a text, without an address.
    Unlinked,
    /// Text.
    Prose,
}

/// What stands between a name and its text.
const SEPARATORS: &[&str] = &["：", " - ", " – ", " — ", " -- ", ": ", " | ", "—", "–"];
/// What may stand before the text.
pub(super) const BEFORE_TEXT: &[char] =
    &['-', '–', '—', ':', '：', '|', '·', '•', '，', ',', '、', ' ', '\u{a0}', '\n', '→', '>', '~', '='];
/// The longest name before a separator.
pub(super) const LONGEST_NAME: usize = 60;

/// The kind of a bullet, by what is in it.
pub(super) fn kind(bullet: &Bullet) -> Kind {
    let is_outer = !bullet.bullets.is_empty();
    if let Some(at) = main_link(&bullet.pieces) {
        let is_first = !has_words(&shown(&bullet.pieces[..at]));
        return if is_first || !is_outer { Kind::Entry } else { Kind::Group };
    }
    let text = shown(&bullet.pieces);
    if bullet.pieces.iter().any(Piece::is_anchor) {
        return Kind::Contents;
    }
    if is_outer {
        return Kind::Group;
    }
    if bare_address(&text).is_some() {
        return Kind::Entry;
    }
    let is_named = lead(&text).is_some_and(|(name, _)| has_words(name));
    if is_named { Kind::Unlinked } else { Kind::Prose }
}

/// Whether a text has a letter or a digit.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The link that the bullet is about: the first with a text; else one around a picture.
pub(super) fn main_link(pieces: &[Piece]) -> Option<usize> {
    let with_text = pieces.iter().position(Piece::is_link);
    with_text.or_else(|| {
        let is_picture =
            |piece: &Piece| matches!(piece, Piece::Link { picture: Some(alt), .. } if !alt.trim().is_empty());
        pieces.iter().position(is_picture).filter(|_| shown(pieces).trim().is_empty())
    })
}

/// The name before a separator, and the text after it.
pub(super) fn lead(text: &str) -> Option<(&str, &str)> {
    let found = SEPARATORS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len())));
    let (at, length) = found.min_by_key(|(at, _)| *at)?;
    let (name, rest) = (text[..at].trim(), text[at + length..].trim());
    (!name.is_empty() && name.chars().count() <= LONGEST_NAME && !rest.is_empty()).then_some((name, rest))
}

/// The name in what is before a link: `name：[other](…)`. A number is none.
pub(super) fn name_before(before: &str) -> Option<&str> {
    let ends = SEPARATORS.iter().filter_map(|mark| before.find(mark));
    let name = before[..ends.min()?].trim();
    (name.chars().count() <= LONGEST_NAME && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// An address that stands in a text as it is.
pub(super) fn bare_address(text: &str) -> Option<&str> {
    let at = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | '，' | '。' | '）' | '"');
    let address = text[at..].split(ends).next()?.trim_end_matches(['.', ',', ';', ':']);
    (!address::host(address).is_empty()).then_some(address)
}

/// The name of a group: without what stands behind it.
pub(super) fn group_name(bullet: &Bullet) -> String {
    let at = bullet.pieces.iter().position(|piece| matches!(piece, Piece::Link { .. })).unwrap_or(bullet.pieces.len());
    let before = shown(&bullet.pieces[..at]);
    // 静态类型检查，也可以参考 …
    let all = shown(&bullet.pieces);
    let name = lead(&all).map_or(before.as_str(), |(name, _)| name);
    let name = name.split('，').next().unwrap_or(name);
    name.trim_matches(|c: char| BEFORE_TEXT.contains(&c) || matches!(c, '[' | '(' | '（')).to_owned()
}
