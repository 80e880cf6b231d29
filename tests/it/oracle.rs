//! Filtering compared with a second, plain implementation of the promised behaviour, on random catalogs and filters. It
//! shares nothing with the engine but the records and the names of the facets.

use std::cmp::{Ordering, Reverse};

use catalog::model::{Activity, LEVELS, Label, Maturity, Project, Purpose, Text};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sandbox_explorer::facet::{FACETS, Index, N_FACETS};
use sandbox_explorer::filter::{self, Filter, Sort};

use crate::random;
use crate::tiny::{PLAIN, catalog, day, stars};

const NAMES: [&str; 6] = ["Kmesh", "kcp", "KubeSlice", "mesh", "Café", "Sops mesh"];
const TEXTS: [&str; 6] = ["", "a service mesh", "meshed kube", "网格", "服务网格 kcp", "Café"];
const WORDS: [&str; 13] =
    ["mesh", "meshes", "kube", "kbue", "KCP", "网格", "服", "服务网", "ｋｃｐ", "café", "e", "zz", "the"];
const TAGS: [&str; 4] = ["cli", "ebpf", "mesh", "gpu"];
const LANGUAGES: [&str; 3] = ["Go", "Rust", "C++"];

/// The fields of a project that matter here, chosen from the lists above.
#[rustfmt::skip]
fn project() -> impl Strategy<Value = Project> {
    let texts = (select(&NAMES[..]), select(&NAMES[..]), any::<bool>(), select(&TEXTS[..]), select(&TEXTS[..]), select(&TEXTS[..]), subsequence(&TEXTS[1..], 0..3));
    let values = (
        select(&["1", "2"][..]), select(&["mesh", "storage", "proxy"][..]), select(&["MIT", "Apache-2.0"][..]),
        subsequence(&LANGUAGES[..], 1..=3), subsequence(&TAGS[..], 0..=4),
        select(&[None, Some("china"), Some("europe")][..]), select(&LEVELS[..]),
    );
    let numbers = (2020u16..2023, 0u8..3, 2023u16..2025, prop::option::of(0u32..4), prop::option::of(1u8..4));
    (texts, values, numbers).prop_map(|((name, former, renamed, en, zh, owner, purpose), values, numbers)| {
        let (part, category, licence, languages, tags, region, level) = values;
        Project {
            name, part, category, licence, region,
            former_names: if renamed { vec![former].leak() } else { &[] },
            summary: Text { en, zh },
            purpose: Purpose { en: &[], zh: purpose.leak() },
            owner: (!owner.is_empty()).then_some(Label { en: owner, ..Label::default() }),
            languages: languages.leak(),
            tags: tags.leak(),
            maturity: Maturity { level, ..PLAIN.maturity },
            first_commit: day(numbers.0, numbers.1, 0),
            accepted: day(numbers.2, 1, 1),
            counts: stars(numbers.3),
            activity: numbers.4.map(|month| Activity { last_commit: day(2025, month, 1), as_of: day(2025, 6, 1), ..Activity::BLANK }),
            ..PLAIN
        }
    })
}

fn sort() -> impl Strategy<Value = Sort> {
    select(&Sort::ALL[..])
}

/// A search, and for each facet numbers that are reduced modulo the number of its values.
type Choice = (Vec<&'static str>, [Vec<u16>; N_FACETS], Sort);

fn choice() -> impl Strategy<Value = Choice> {
    let values = || prop_oneof![3 => Just(Vec::new()), 2 => prop::collection::vec(any::<u16>(), 1..3)];
    (prop::collection::vec(select(&WORDS[..]), 0..3), std::array::from_fn(|_| values()), sort())
}

fn filter_of(index: &Index, (words, chosen, sort): Choice) -> Filter {
    let mut filter = Filter { search: words.join("  "), sort, ..Filter::default() };
    for (facet, numbers) in chosen.into_iter().enumerate() {
        let n_values = index.values(facet).len() as u16;
        for number in numbers.into_iter().filter(|_| n_values > 0).map(|number| number % n_values) {
            if !filter.chosen[facet].contains(&number) {
                filter.chosen[facet].push(number);
            }
        }
    }
    filter
}

/// The slugs that a project has in a facet.
fn slugs(project: &Project, key: &str) -> Vec<String> {
    let values = match key {
        "category" => vec![project.category],
        "part" => vec![project.part],
        "language" => project.languages.to_vec(),
        "licence" => vec![project.licence],
        "region" => Vec::from_iter(project.region),
        "maturity" => vec![project.maturity.level],
        "tag" => project.tags.to_vec(),
        _ => panic!("the oracle does not know the facet {key}"),
    };
    values.into_iter().map(|value| value.to_lowercase().replace(' ', "-")).collect()
}

fn plain(text: &str) -> String {
    text.replace('é', "e").replace("ｋｃｐ", "kcp").to_lowercase()
}

/// 5 for the whole text, 4 at the beginning of a word (anywhere in Chinese, which does not separate words), 3 inside one, 0
/// for no match.
fn place(text: &str, word: &str) -> u32 {
    let text = plain(text);
    let best = text.match_indices(word).map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let is_inside = word.is_ascii() && before.is_some_and(|c| c.is_ascii_alphanumeric());
        if text == word { 5 } else { 4 - u32::from(is_inside) }
    });
    best.max().unwrap_or(0)
}

/// The same for other forms of the word; these are the forms of "mesh".
fn form(text: &str, word: &str) -> u32 {
    let text = plain(text);
    let is_form = |other: &str| ["mesh", "meshes", "meshed"].contains(&other);
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    match is_form(word) {
        true if is_form(&text) => 5,
        true if words.any(is_form) => 4,
        _ => 0,
    }
}

/// 2 if a synonym of the word occurs.
fn synonym(text: &str, word: &str) -> u32 {
    let same = ["mesh", "网格", "服务网格", "service mesh"];
    let stands = |other: &&str| {
        let text = plain(text);
        let ends = |at: usize| {
            let rest = &text[at + other.len()..];
            !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) || rest.starts_with("ed")
        };
        *other != word
            && text
                .match_indices(*other)
                .any(|(at, _)| place(&text[at..], other) > 3 && ends(at) && place(&text[..at + other.len()], other) > 3)
    };
    if (same.contains(&word) || word == "meshes") && same.iter().any(stands) { 2 } else { 0 }
}

/// 4 if the word occurs with two letters swapped.
fn slip(text: &str, word: &str) -> u32 {
    let text = plain(text);
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    if word == "kbue" && words.any(|word| word == "kube") { 4 } else { 0 }
}

/// The rank of a project, by the quality of the match in each text. If the search has several words, matches inside the words of a
/// summary do not count.
fn rank(project: &Project, is_several: bool, quality: &dyn Fn(&str) -> u32) -> Option<u32> {
    let category = match project.category {
        "mesh" => ["Service Mesh", "服务网格"],
        "storage" => ["Storage", "存储"],
        _ => ["Proxy", "代理"],
    };
    let owner = project.owner.unwrap_or_default();
    let places = [
        (5, vec![project.name]),
        (4, project.former_names.to_vec()),
        (3, [project.tags, project.languages, &[owner.en, owner.zh]].concat()),
        (3, [&category, project.purpose.zh].concat()),
        (2, vec![project.summary.en, project.summary.zh]),
    ];
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut all = 0;
    for (n, (weight, texts)) in places.iter().enumerate() {
        let is_noise = |quality: u32| quality == 3 && is_several && *weight == 2;
        let found_in: Vec<u32> = texts.iter().map(|text| quality(text)).filter(|&q| q > 0 && !is_noise(q)).collect();
        let Some(&best) = found_in.iter().max() else { continue };
        let weight = if (*weight, best) == (4, 2) { 1 } else { *weight };
        found.push((weight, best));
        all += weight - 1;
        // In the category and the purposes, more texts with a match are better.
        all += if n == 3 { found_in.len() as u32 - 1 } else { 0 };
    }
    found.iter().map(|(weight, best)| weight * 6 + best).max().map(|best| best * 20 + all)
}

/// A word to search for; whether it may have typos, whether it must be a whole word, and whether it may be missing.
#[derive(Clone)]
struct Word {
    text: String,
    forgives: bool,
    is_alone: bool,
    may_lack: bool,
}

impl Word {
    fn rank(&self, project: &Project, is_several: bool) -> Option<u32> {
        let word = self.text.as_str();
        rank(project, is_several, &|text| {
            let text = plain(text);
            if self.forgives {
                return slip(&text, word);
            }
            let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
            let is_missing = self.is_alone && !words.any(|other| other == word);
            let stands = if is_missing { 0 } else { place(&text, word) };
            match stands.max(form(&text, word)) {
                0 => synonym(&text, word),
                found => found,
            }
        })
    }
}

/// The words of a search. "the" is a stop word unless it is the only word. If the last word is just begun, it may be missing.
fn words(search: &str) -> Vec<Word> {
    let typed = plain(search);
    let mut texts: Vec<&str> = typed.split_whitespace().collect();
    let ends_in_the = texts.last() == Some(&"the");
    if texts.iter().any(|text| *text != "the") {
        texts.retain(|text| *text != "the");
    }
    let n_words = texts.len();
    let word = |(n, text): (usize, &&str)| {
        let is_last = n > 0 && n + 1 == n_words && !ends_in_the;
        let is_begun = is_last && ["e", "zz", "服"].contains(text);
        let is_alone = is_begun && text.is_ascii();
        Word { text: (*text).to_owned(), forgives: false, is_alone, may_lack: is_begun }
    };
    texts.iter().enumerate().map(word).collect()
}

/// The rank of all words as one.
fn together(project: &Project, search: &str, is_several: bool) -> Option<u32> {
    let typed = plain(search);
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let joined = [typed.join(" "), typed.concat()];
    let all = rank(project, is_several, &|text| joined.iter().map(|all| place(text, all)).max().unwrap_or(0));
    all.filter(|_| typed.len() > 1)
}

/// The rank if every word matches.
fn exact(project: &Project, search: &str) -> Option<u32> {
    let words = words(search);
    let n_words = words.len() as u32;
    let apart: Option<u32> = words.iter().map(|word| word.rank(project, n_words > 1)).sum();
    let together = together(project, search, n_words > 1).map(|rank| (rank + 20) * n_words);
    apart.map(|apart| apart.max(together.unwrap_or(0)))
}

/// Whether every word that matches is more than mentioned: a synonym in a former name counts as little as a feature.
fn tells(ranks: &[Option<u32>], words: &[Word]) -> bool {
    ranks.iter().zip(words).all(|(rank, word)| word.may_lack || rank.is_none_or(|rank| rank >= 240))
}

/// Whether a project with all words is about each of them, or has them together.
fn is_told(projects: &[&Project], search: &str) -> bool {
    let words = words(search);
    let is_several = words.len() > 1;
    let ranks =
        |project: &Project| -> Vec<Option<u32>> { words.iter().map(|word| word.rank(project, is_several)).collect() };
    let mut matching = projects.iter().filter(|project| exact(project, search).is_some());
    matching
        .any(|project| !is_several || tells(&ranks(project), &words) || together(project, search, is_several).is_some())
}

/// The closest matches if no project has all words: the projects with all words that any project has, otherwise those with half of
/// the best weight. `is_known`: whether some project has all words after all.
fn closest(projects: &[&Project], search: &str, is_known: bool) -> Vec<Option<u32>> {
    let is_several = words(search).len() > 1;
    let is_nowhere = |word: &Word| !projects.iter().any(|project| word.rank(project, is_several).is_some());
    let mut sought: Vec<Word> = Vec::new();
    for word in words(search) {
        match word.text.as_str() {
            "kbue" if !is_known => sought.push(Word { forgives: true, ..word }),
            "服务网" if !is_known && is_nowhere(&word) => {
                sought.push(Word { text: "服务".into(), ..word.clone() });
                sought.push(Word { text: "务网".into(), ..word });
            }
            _ => sought.push(word),
        }
    }
    // Up to four letters at the end may become another word.
    if let Some(last) = sought.last_mut() {
        last.is_alone |= last.text.is_ascii() && last.text.len() < 5 && !is_known && !search.ends_with("the");
    }
    let is_several = sought.len() > 1;
    let ranks =
        |project: &&Project| -> Vec<Option<u32>> { sought.iter().map(|word| word.rank(project, is_several)).collect() };
    let rows: Vec<Vec<Option<u32>>> = projects.iter().map(ranks).collect();
    let weight = |n: usize| {
        let n_having = rows.iter().filter(|row| row[n].is_some()).count();
        if n_having == 0 || sought[n].may_lack {
            return 0;
        }
        let rarity = projects.len() * 4 / n_having;
        ((rarity * rarity) as f64).log2().floor() as u32 - 3
    };
    let weights: Vec<u32> = (0..sought.len()).map(weight).collect();
    let covered = |row: &Vec<Option<u32>>| -> u32 {
        row.iter().zip(&weights).filter(|(rank, _)| rank.is_some()).map(|(_, weight)| weight).sum()
    };
    let best = rows.iter().map(covered).max().unwrap_or(0);
    let is_told = rows.iter().any(|row| covered(row) == best && tells(row, &sought));
    let least = if best == weights.iter().sum::<u32>() && is_told { best } else { best / 2 };
    let score = |row: &Vec<Option<u32>>| {
        row.iter()
            .zip(&weights)
            .map(|(rank, weight)| rank.map_or(0, |r| if r < 240 { r } else { r + 300 }) * weight)
            .sum()
    };
    rows.iter().map(|row| (covered(row) > 0 && covered(row) >= least).then(|| score(row))).collect()
}

fn holds(index: &Index, project: &Project, filter: &Filter, facet: usize) -> bool {
    let chosen = &filter.chosen[facet];
    let Some(row) = FACETS.get(facet) else { return chosen.is_empty() };
    let slugs = slugs(project, row.key);
    chosen.is_empty() || chosen.iter().any(|&value| slugs.contains(&index.values(facet)[usize::from(value)].slug))
}

fn by_name(a: &Project, b: &Project) -> Ordering {
    a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase())
}

/// The projects that match the filter, in order.
fn shown(index: &Index, scope: &[u16], filter: &Filter, may_be_close: bool) -> Vec<u16> {
    let project = |number: &u16| &index.catalog.projects[usize::from(*number)];
    let projects: Vec<&Project> = scope.iter().map(project).collect();
    let mut ranks: Vec<Option<u32>> = projects.iter().map(|project| exact(project, &filter.search)).collect();
    if may_be_close && !is_told(&projects, &filter.search) {
        let is_known = ranks.iter().any(Option::is_some);
        let close = closest(&projects, &filter.search, is_known);
        if close.iter().any(Option::is_some) {
            ranks = close;
        }
    }
    let rank = |number: &u16| ranks[scope.iter().position(|other| other == number).unwrap()];
    let mut shown = scope.to_vec();
    shown.retain(|number| {
        rank(number).is_some() && (0..N_FACETS).all(|facet| holds(index, project(number), filter, facet))
    });
    shown.sort_by(|a, b| {
        let (rank_a, rank_b) = (rank(a), rank(b));
        let (a, b) = (project(a), project(b));
        let stars = |project: &Project| project.counts.stars.map_or(-1, |count| i64::from(count.value));
        match filter.sort {
            Sort::Accepted => rank_b.cmp(&rank_a),
            Sort::Name => by_name(a, b),
            Sort::FirstCommit => a.first_commit.cmp(&b.first_commit).then_with(|| by_name(a, b)),
            Sort::Age => {
                let age = |project: &Project| project.accepted.tenths_since(project.first_commit);
                age(b).cmp(&age(a)).then_with(|| by_name(a, b))
            }
            Sort::Stars => Reverse(stars(a)).cmp(&Reverse(stars(b))).then_with(|| by_name(a, b)),
            Sort::LastCommit => {
                // No project has a commit as old as this.
                let last = |project: &Project| project.activity.map_or(day(1, 1, 1), |activity| activity.last_commit);
                last(b).cmp(&last(a)).then_with(|| by_name(a, b))
            }
        }
    });
    shown
}

fn leak(projects: Vec<Project>) -> Index {
    Index::new(Box::leak(Box::new(catalog(projects.leak()))))
}

proptest! {
    #![proptest_config(random::cases(256, 20_000))]

    #[test]
    fn applying_a_filter_does_what_is_promised(
        projects in prop::collection::vec(project(), 0..9),
        choice in choice(),
        order in any::<u64>(),
        n_left_out in 0usize..3,
    ) {
        let index = leak(projects);
        let mut scope: Vec<u16> = (0..index.catalog.projects.len() as u16).collect();
        scope.sort_by_key(|number| order.rotate_left(u32::from(*number) * 7) % 16);
        scope.truncate(scope.len().saturating_sub(n_left_out));
        let filter = filter_of(&index, choice);

        let outcome = filter::apply(&index, &scope, &filter);
        let expected = shown(&index, &scope, &filter, true);
        prop_assert_eq!(&outcome.shown, &expected);
        prop_assert_eq!(outcome.total as usize, scope.len());
        for (facet, row) in FACETS.iter().enumerate() {
            let mut without = filter.clone();
            without.chosen[facet].clear();
            let n_without = shown(&index, &scope, &without, true).len() - expected.len();
            prop_assert_eq!(outcome.without[facet] as usize, n_without, "without {}", row.key);
            for value in 0..index.values(facet).len() as u16 {
                without.chosen[facet] = vec![value];
                let count = outcome.counts[facet][usize::from(value)];
                prop_assert_eq!(count as usize, shown(&index, &scope, &without, true).len(), "{} {}", row.key, value);
            }
        }
        let unsearched = Filter { search: String::new(), ..filter };
        let n_without = shown(&index, &scope, &unsearched, true).len() - expected.len();
        prop_assert_eq!(outcome.without_search as usize, n_without, "without the search");
    }

    #[test]
    fn a_scope_is_what_its_filter_shows_in_the_order_of_its_list(
        projects in prop::collection::vec(project(), 0..9),
        choice in choice(),
        listed in prop::collection::vec(any::<u16>(), 0..5),
    ) {
        let index = leak(projects);
        let everything: Vec<u16> = (0..index.catalog.projects.len() as u16).collect();
        let mut asked = filter_of(&index, choice);
        for number in listed.into_iter().filter(|_| !everything.is_empty()).map(|n| n % everything.len() as u16) {
            if !asked.projects.contains(&number) {
                asked.projects.push(number);
            }
        }
        let named = if asked.projects.is_empty() { &everything } else { &asked.projects };
        let mut expected = shown(&index, named, &asked, false);
        if asked.sort == Sort::Accepted {
            // Here a search filters and does not sort.
            expected.sort_by_key(|number| named.iter().position(|named| named == number));
        }
        prop_assert_eq!(filter::scope(&index, &asked), expected);
    }
}
