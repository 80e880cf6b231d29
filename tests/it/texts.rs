//! The index of the texts of a large catalog: with it, with a part of it and without it, each search has the same matches.

use std::collections::BTreeSet;

use catalog::model::{Catalog, Label, Project, Purpose, Text};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter, Matches, Matching};
use sandbox_explorer::search::Texts;

use crate::random;
use crate::searches::SEARCHES;
use crate::tiny::{PLAIN, catalog};

/// All steps of a search, `n` at once.
fn all(texts: &Texts, scope: &[u16], typed: &str, n: usize) -> Matches {
    let mut matching = Matching::new(scope, typed);
    loop {
        if let Some(matches) = matching.step(texts, n) {
            return matches;
        }
    }
}

/// Compares a search with the index, with half of it, and with one that grows meanwhile, with the same search without it.
#[track_caller]
fn check(index: &'static Index, indexed: &[Texts; 2], typed: &str) {
    let scope = filter::scope(index, &Filter::default());
    let expected = filter::matches(index, &scope, typed);
    for texts in indexed {
        assert_eq!(all(texts, &scope, typed, 7), expected, "{typed:?}");
    }
    let (mut growing, mut matching) = (Texts::new(index.catalog), Matching::new(&scope, typed));
    let matches = loop {
        growing.grow(1);
        if let Some(matches) = matching.step(&growing, 2) {
            break matches;
        }
    };
    assert_eq!(matches, expected, "{typed:?}, growing");
}

/// The texts of a catalog, all in the index, and half of them.
fn indexed(index: &'static Index) -> [Texts; 2] {
    let (mut whole, mut half) = (Texts::new(index.catalog), Texts::new(index.catalog));
    assert!(!whole.grow(usize::MAX));
    half.grow(index.catalog.projects.len() / 2);
    [whole, half]
}

#[test]
fn the_index_changes_no_matches() {
    let index = Index::bundled();
    let indexed = indexed(index);
    let scope = filter::scope(index, &Filter::default());
    for (n, (search, _)) in SEARCHES.into_iter().enumerate() {
        check(index, &indexed, search);
        // Some letter by letter, as they are typed.
        for (at, _) in search.char_indices().skip(1).filter(|_| n % 8 == 0) {
            let typed = &search[..at];
            assert_eq!(all(&indexed[0], &scope, typed, 64), filter::matches(index, &scope, typed), "{typed:?}");
        }
    }
    // Single characters, and names without one of their letters.
    let texts =
        index.catalog.projects.iter().flat_map(|project| [project.name, project.summary.en, project.purpose.zh[0]]);
    let chars: BTreeSet<char> = texts.flat_map(str::chars).collect();
    let typos = index.catalog.projects.iter().map(|project| {
        let letters = project.name.chars().enumerate();
        letters.filter(|&(at, _)| at != 2).map(|(_, c)| c).collect()
    });
    for typed in chars.into_iter().map(String::from).chain(typos) {
        assert_eq!(all(&indexed[0], &scope, &typed, 64), filter::matches(index, &scope, &typed), "{typed:?}");
    }
}

#[test]
fn a_traditional_character_has_one_simplified_form() {
    // Otherwise the index would fold it to another one than the word.
    let text = std::fs::read_to_string("data/traditional.toml").expect("our own file");
    let pairs: Vec<[char; 2]> = text
        .lines()
        .filter(|line| line.trim_start().starts_with('"'))
        .flat_map(|line| line.split(|c: char| c.is_ascii()).filter(|pair| !pair.is_empty()))
        .map(|pair| [pair.chars().next().unwrap(), pair.chars().last().unwrap()])
        .collect();
    assert!(pairs.len() > 300);
    for [traditional, simple] in &pairs {
        assert_eq!(pairs.iter().filter(|pair| pair[0] == *traditional).count(), 1, "{traditional}");
        assert!(pairs.iter().all(|pair| pair[0] != *simple || pair[1] == *simple), "{simple}");
    }
}

const PIECES: [&str; 52] = [
    "kube",
    "Kube",
    "slice",
    "mesh",
    "Meshes",
    "mesh-ed",
    "k8s",
    "kubernetes",
    "Kubernetes",
    "gpu",
    "GPU",
    "b",
    "B",
    "C",
    "c++",
    "网格",
    "服务网格",
    "服務網格",
    "数据库",
    "資料庫",
    "备份",
    "在",
    "é",
    "e\u{301}",
    "Cafe\u{301}",
    "Ｃａｆé",
    "ｋｃｐ",
    "\u{ad}",
    "\u{2019}",
    "ガ",
    "カ\u{3099}",
    "한",
    "\u{1112}\u{1161}\u{11ab}",
    "Ёлка",
    "ΆΛΦΑ",
    "verify",
    "verification",
    "scanning",
    "e",
    "ab",
    "Æ",
    "æn",
    "ß",
    "s",
    "³",
    "ﾊﾞ",
    "AT&T",
    "at",
    "ω",
    "B®",
    "план",
    "𝗕",
];
const GAPS: [&str; 10] = ["", "", " ", " ", "-", "_", "/", ".", "&", "\u{3000}"];

/// A text of a few of these pieces.
fn text(n: usize) -> impl Strategy<Value = &'static str> {
    prop::collection::vec((select(&PIECES[..]), select(&GAPS[..])), 0..n).prop_map(|pieces| {
        let text: String = pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
        &*text.leak()
    })
}

fn project() -> impl Strategy<Value = Project> {
    let names = (text(3), prop::collection::vec(text(3), 0..2), text(3));
    let texts = (text(6), text(6), prop::collection::vec(text(3), 0..3), subsequence(&PIECES[..], 0..4));
    (names, texts, select(&["mesh", "storage", "proxy"][..])).prop_map(|((name, former, owner), texts, category)| {
        let (en, zh, purpose, tags) = texts;
        Project {
            name,
            category,
            former_names: former.leak(),
            owner: Some(Label { en: owner, zh: owner, zh_hant: "" }),
            summary: Text { en, zh },
            purpose: Purpose { en: purpose.leak(), zh: &[] },
            tags: tags.leak(),
            features: vec![Text { en: zh, zh: en }].leak(),
            ..PLAIN
        }
    })
}

proptest! {
    #![proptest_config(random::cases(200, 20_000))]

    #[test]
    fn nor_in_any_other_catalog(
        projects in prop::collection::vec(project(), 1..12), typed in prop::collection::vec(text(4), 1..6)
    ) {
        let catalog: &'static Catalog = Box::leak(Box::new(catalog(projects.leak())));
        let index: &'static Index = Box::leak(Box::new(Index::new(catalog)));
        let indexed = indexed(index);
        for typed in typed {
            check(index, &indexed, typed);
        }
    }
}
