//! Reads a bullet: a name with an address, a text, and around them further links, badges and marks.

use super::kind::{BEFORE_TEXT, LONGEST_NAME, bare_address, has_words, lead, main_link, name_before};
use super::link::{host_name, link_name};
use super::page::Bullet;
use super::piece::{Piece, shown};
use crate::address;
use crate::draft::{Draft, Value};
use crate::marks::{self, Badge};
use crate::report::Report;
use crate::target::{Plain, Target};

/// What ends a sentence, so that code behind it is a mark.
const ENDS: [char; 5] = ['.', '。', '!', ')', ']'];
/// What may be before links that say by their text what they are.
const BEFORE_LINKS: [char; 8] = ['(', '[', '.', '。', '-', '|', ')', ']'];

/// The draft of an entry, without its place.
pub(super) fn entry(bullet: &Bullet, report: &mut Report) -> Draft {
    let mut reading = Reading { draft: Draft::at(bullet.line), line: bullet.line, report };
    let mut pieces = bullet.pieces.clone();
    reading.marks(&mut pieces);
    let Some(at) = main_link(&pieces) else {
        reading.unlinked(&shown(&pieces));
        return reading.draft;
    };
    let before = shown(&pieces[..at]);
    let Piece::Link { address, text, picture } = pieces[at].clone() else { return reading.draft };
    let text = if text.is_empty() { picture.unwrap_or_default() } else { text };
    let rest = pieces.split_off(at + 1);
    let all = shown(&pieces) + &shown(&rest);
    match name_before(&before) {
        // `name：[other](address) text`
        Some(name) => {
            reading.name(name);
            reading.summary(&all[before.find(name).map_or(0, |at| at + name.len())..]);
            reading.main(&address);
        }
        // `See the [name](address), which …`
        _ if has_words(&before) => {
            reading.name(&text);
            reading.summary(&all);
            reading.main(&address);
        }
        _ => {
            reading.name(&text);
            reading.main(&address);
            let rest = reading.links_after_the_name(&rest);
            reading.summary(&rest);
        }
    }
    reading.draft
}

/// The reading of a bullet.
struct Reading<'r> {
    draft: Draft,
    line: usize,
    report: &'r mut Report,
}

impl Reading<'_> {
    fn put(&mut self, target: &Target, text: &str, key: &str) {
        self.draft.put(target, &Value::Text(text.to_owned()), key, self.line, self.report);
    }

    fn name(&mut self, name: &str) {
        self.put(&Target::Plain(Plain::Name), name.trim_matches([':', '：', ' ']), "name");
    }

    fn summary(&mut self, text: &str) {
        let text = text.trim_start_matches(BEFORE_TEXT).trim();
        if has_words(text) {
            self.put(&Target::Plain(Plain::Summary), text, "text");
        }
    }

    /// The address of the name.
    fn main(&mut self, address: &str) {
        self.put(&Target::Site, address, "address");
    }

    /// A bullet without a link. An address in its text is one all the same.
    fn unlinked(&mut self, text: &str) {
        let Some(address) = bare_address(text) else {
            let (name, rest) = lead(text).unwrap_or((text.trim(), ""));
            self.name(name);
            self.summary(rest);
            return;
        };
        let (before, after) = text.split_once(address).unwrap_or((text, ""));
        let (name, rest) = lead(before).unwrap_or((before, ""));
        let name = name.trim_matches(BEFORE_TEXT).trim_end_matches(['(', '（', '<']).trim();
        self.name(if name.is_empty() { address::host(address) } else { name });
        self.summary(&format!("{rest} {}", after.trim_start_matches([')', '>', '）'])));
        self.main(address);
    }

    /// Takes the links that directly follow the name, such as `[name](…) [[crate](…)] - text`, and returns the text after them.
    fn links_after_the_name(&mut self, pieces: &[Piece]) -> String {
        let mut at = 0;
        for (n, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(text)
                    if !text.is_empty()
                        && text
                            .chars()
                            .all(|c| matches!(c, '[' | ']' | '(' | ')' | ' ' | ',' | '/' | '|' | '&' | '、')) => {}
                Piece::Picture { .. } => at = n + 1,
                Piece::Code(mark)
                    if marks::is_licence(mark) || marks::language(mark).is_some() || stars(mark).is_some() =>
                {
                    self.mark(mark);
                    at = n + 1;
                }
                Piece::Link { address, text, .. } => {
                    if piece.is_link() {
                        self.further(address, text);
                    }
                    at = n + 1;
                }
                _ => break,
            }
        }
        shown(&pieces[at..]).trim_start_matches([']', ')', ' ', '）', '】']).to_owned()
    }

    /// A further link: what it is is said by its text, else by its host.
    fn further(&mut self, address: &str, text: &str) {
        let has = |name: &str| self.draft.links.iter().any(|(known, _)| known == name);
        let named = link_name(text);
        let is_repository = address::repository(address).is_some();
        let name = match named.or_else(|| host_name(address)) {
            // The code of a name that leads elsewhere.
            None if is_repository && !has("repository") => "repository",
            Some(name) => name,
            None if text.chars().count() <= LONGEST_NAME => text,
            None => address::host(address),
        };
        let target = Target::Link(name.to_owned().into());
        self.put(&target, address, "address");
    }

    /// Takes badges wherever they are, and marks and links at the end: `text ([Demo](…), [Source Code](…)) `MIT` `Go``.
    fn marks(&mut self, pieces: &mut Vec<Piece>) {
        self.badges(pieces);
        self.picture_of_repository(pieces);
        pieces.retain(|piece| {
            !matches!(piece, Piece::Picture { .. })
                && !matches!(piece, Piece::Link { text, picture: Some(alt), .. } if text.is_empty() && is_badge(alt))
        });
        let links = self.tail(pieces);
        if let Some(Piece::Text(text)) = pieces.last_mut() {
            self.licence_in_brackets(text);
        }
        // The address of the name comes first, so that it is `repository` or `website`. A wrong one is told when the name is read.
        if let Some(Piece::Link { address, .. }) = main_link(pieces).map(|at| &pieces[at]) {
            let is_repository = address::repository(address).is_some();
            let _ = self.draft.link(if is_repository { "repository" } else { "website" }, address);
        }
        for (address, text) in links.into_iter().rev() {
            self.further(&address, &text);
        }
    }

    fn badges(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            let Piece::Picture { alt, address } = piece else { continue };
            match marks::badge(alt, address) {
                Some(Badge::Licence(licence)) => self.draft.licence = Some(licence),
                Some(Badge::Language(language)) => self.draft.languages.push(language),
                None => {}
            }
        }
    }

    /// Takes what is at the end, piece by piece; returns its links, the last one first.
    fn tail(&mut self, pieces: &mut Vec<Piece>) -> Vec<(String, String)> {
        let mut links = Vec::new();
        let first = main_link(pieces).map_or(0, |at| at + 1);
        let mut in_brackets = false;
        while pieces.len() > first {
            let Some((last, others)) = pieces.split_last_mut() else { break };
            let before = others.last().map_or("", |piece| piece.shown().trim_end());
            match last {
                Piece::Text(text) if is_space(text) => {}
                // The bracket behind a link.
                Piece::Text(text) if [")", "]"].contains(&text.trim()) && others.last().is_some_and(Piece::is_link) => {
                    in_brackets = true;
                }
                Piece::Code(mark) => {
                    let shown = others.iter().rev().find(|piece| !is_space(piece.shown()));
                    let is_apart = before.ends_with(ENDS) || matches!(shown, Some(Piece::Code(_)));
                    if !is_apart && !marks::is_licence(mark) && marks::language(mark).is_none() {
                        break;
                    }
                    self.mark(mark);
                }
                Piece::Link { address, text, .. } => {
                    let is_named = link_name(text).is_some() && before.ends_with(BEFORE_LINKS);
                    if !in_brackets && !is_named {
                        break;
                    }
                    links.push((address.clone(), text.clone()));
                    // The bracket before it.
                    if others.len() > first
                        && let Some(Piece::Text(text)) = others.last_mut()
                    {
                        let kept = text.trim_end().trim_end_matches(['(', '[']).len();
                        in_brackets &= kept == text.trim_end().len();
                        text.truncate(kept);
                    }
                }
                _ => break,
            }
            pieces.pop();
        }
        links
    }

    /// Takes a licence from the end of a text: `Fast maths. [MIT]`.
    fn licence_in_brackets(&mut self, text: &mut String) {
        let end = text.trim_end().trim_end_matches('.');
        let inside = end.strip_suffix([']', ')']).and_then(|start| start.rsplit_once(['[', '(']));
        if let Some((before, licence)) = inside.filter(|(_, licence)| marks::is_licence(licence)) {
            self.draft.licence.get_or_insert(marks::licence(licence));
            let kept = before.len();
            text.truncate(kept);
        }
    }

    /// Takes the repository to which a picture leads, such as the icon of open source software.
    fn picture_of_repository(&mut self, pieces: &[Piece]) {
        let address = |piece: &Piece| match piece {
            Piece::Link { address, .. } => Some(address.clone()),
            _ => None,
        };
        let main = main_link(pieces).and_then(|at| address(&pieces[at]));
        if main.is_none_or(|address| address::repository(&address).is_some()) {
            return;
        }
        let is_picture =
            |piece: &&Piece| matches!(piece, Piece::Link { text, picture: Some(_), .. } if text.is_empty());
        let mut addresses = pieces.iter().filter(is_picture).filter_map(address);
        if let Some(found) = addresses.find(|address| address::is_repository(address)) {
            self.put(&Target::link("repository"), &found, "address");
        }
    }

    /// A mark in code: a licence, languages, or a tag.
    fn mark(&mut self, mark: &str) {
        if let Some(stars) = stars(mark) {
            self.draft.field("Stars", vec![stars.to_owned()]);
            return;
        }
        if marks::is_licence(mark) {
            self.draft.licence.get_or_insert(marks::licence(mark));
            return;
        }
        let parts: Vec<&str> = if mark.contains(' ') { vec![mark] } else { mark.split('/').collect() };
        for part in parts.into_iter().filter(|part| has_words(part)) {
            match marks::language(part) {
                Some(language) if self.draft.languages.contains(&language) => {}
                Some(language) => self.draft.languages.push(language),
                None => self.draft.field("Tags", vec![part.trim().to_owned()]),
            }
        }
    }
}

/// Whether a text only separates.
fn is_space(text: &str) -> bool {
    text.trim_matches([' ', '·', '•', '|', ',', '/', '\u{a0}', '\n', '、']).is_empty()
}

/// `★ 3.8k`
fn stars(mark: &str) -> Option<&str> {
    let number = mark.trim().strip_prefix(['★', '⭐'])?.trim();
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number)
}

/// Whether the picture of this description says something about the repository, and not what the entry is.
fn is_badge(alt: &str) -> bool {
    let alt = alt.to_lowercase();
    ["badge", "build", "crate", "ci", "license", "version", "test", "stars", "docs"]
        .iter()
        .any(|word| alt.contains(word))
}
