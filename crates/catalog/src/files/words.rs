//! The tables of search: traditional characters with their simplified forms, and groups of synonyms.

use std::path::Path;

use super::{Entries, FieldKind, Key, Kind, Line, List, Mistake, Slugs, from_file};
use crate::kind::Name;
use crate::limits::ROWS;
use crate::text::fold;

/// A traditional character and its simplified form.
pub(super) type Pair = (char, char);

/// Reads `traditional.toml`.
pub(super) fn pairs(dir: &Path, mistakes: &mut Vec<Mistake>) -> Vec<Pair> {
    let keys = [Key::need_some("pairs", Kind::Line)];
    let mut pairs: Vec<Pair> = Vec::new();
    from_file(dir, "traditional.toml", &keys, mistakes, |entries, _| {
        for line in List::<Line>::read(&mut entries.read(&keys, &Slugs::default())) {
            for pair in line.split(' ') {
                let refuse = |reason: &str| entries.refuse("pairs", &["\"", pair, "\": ", reason]);
                let chars: Vec<char> = pair.chars().collect();
                match chars[..] {
                    [one, other] if one == other || pair.is_ascii() => refuse("both are the same, or no Chinese"),
                    [one, _] if pairs.iter().any(|known| known.0 == one) => refuse("its first character occurs twice"),
                    [one, other] if pairs.iter().any(|known| known.0 == other || known.1 == one) => {
                        refuse("one of them is traditional here and simplified there");
                    }
                    [_, other] if pairs.iter().filter(|known| known.1 == other).count() == 2 => {
                        refuse("its second character has two others already");
                    }
                    [one, other] => pairs.push((one, other)),
                    _ => refuse("must be two characters, the traditional one first"),
                }
            }
        }
    });
    pairs
}

/// The pairs as one text.
pub(super) fn joined(pairs: &[Pair]) -> String {
    pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect()
}

/// Reads `synonyms.toml`; returns a line per group, with its words folded as search compares them.
pub(super) fn synonyms(dir: &Path, pairs: &[Pair], mistakes: &mut Vec<Mistake>) -> String {
    let rows = [Key::need_some("group", Kind::Line)];
    let keys = [Key::need_some("words", Kind::Name)];
    let mut known: Vec<(String, usize)> = Vec::new();
    from_file(dir, "synonyms.toml", &rows, mistakes, |entries, report| {
        if entries.get("group").is_none() {
            entries.refuse("group", &["missing"]);
        }
        for (n, tree) in entries.items("group", ROWS).iter().enumerate() {
            let Some(group) = Entries::open(tree, entries.item("group", n), &keys, report) else { continue };
            let words = List::<Name>::read(&mut group.read(&keys, &Slugs::default()));
            if words.len() == 1 {
                group.refuse("words", &["\"", words[0], "\" needs another word that means the same"]);
            }
            for word in words {
                let refuse = |reason: &[&str]| group.refuse("words", &[&["\"", word, "\" "], reason].concat());
                let folded: String = fold(word).chars().filter(|c| !" -_/.&".contains(*c)).collect();
                if folded.chars().count() < 2 {
                    refuse(&["is too short to mean something"]);
                } else if let Some((traditional, simple)) = pairs.iter().find(|pair| folded.contains(pair.0)) {
                    let [traditional, simple] = [traditional, simple].map(ToString::to_string);
                    refuse(&["has ", &traditional, ", which is searched for as ", &simple]);
                } else if let Some((_, other)) = known.iter().find(|(known, _)| *known == folded) {
                    refuse(&["is already in group[", &other.to_string(), "]"]);
                } else {
                    known.push((folded, n));
                }
            }
        }
    });
    let groups = known.chunk_by(|one, other| one.1 == other.1);
    let lines = groups.map(|group| group.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}
