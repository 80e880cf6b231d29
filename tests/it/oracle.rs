//! Filtering compared with a second, plain implementation of the promised behaviour, on random catalogs and filters. It
//! shares nothing with the engine but the records and the names of the facets.

use std::cmp::{Ordering, Reverse};

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sandbox_explorer::facet::{FACETS, Index, N_FACETS};
use sandbox_explorer::filter::{self, Filter, Sort};
use sandbox_explorer::model::{Activity, Label, Level, Maturity, Project, Text};

use crate::random;
use crate::tiny::{PLAIN, catalog, day, stars};

const NAMES: [&str; 6] = ["Kmesh", "kcp", "KubeSlice", "mesh", "Café", "Sops mesh"];
const TEXTS: [&str; 6] = ["", "a service mesh", "meshed kube", "网格", "服务网格 kcp", "Café"];
const WORDS: [&str; 10] = ["mesh", "kube", "kbue", "KCP", "网格", "服", "ｋｃｐ", "café", "e", "zz"];
const TAGS: [&str; 4] = ["cli", "ebpf", "mesh", "gpu"];
const LANGUAGES: [&str; 3] = ["Go", "Rust", "C++"];

/// The fields of a project that matter here, chosen from the lists above.
#[rustfmt::skip]
fn project() -> impl Strategy<Value = Project> {
    let texts = (select(&NAMES[..]), select(&NAMES[..]), any::<bool>(), select(&TEXTS[..]), select(&TEXTS[..]), select(&TEXTS[..]));
    let values = (
        select(&["1", "2"][..]), select(&["mesh", "storage", "proxy"][..]), select(&["MIT", "Apache-2.0"][..]),
        subsequence(&LANGUAGES[..], 1..=3), subsequence(&TAGS[..], 0..=4),
        select(&[None, Some("china"), Some("europe")][..]), select(&Level::ALL[..]),
    );
    let numbers = (2020u16..2023, 0u8..3, 2023u16..2025, prop::option::of(0u32..4), prop::option::of(1u8..4));
    (texts, values, numbers).prop_map(|((name, former, renamed, en, zh, owner), values, numbers)| {
        let (part, category, licence, languages, tags, region, level) = values;
        Project {
            name, part, category, licence, region,
            former_names: if renamed { vec![former].leak() } else { &[] },
            summary: Text { en, zh },
            owner: (!owner.is_empty()).then_some(Label { en: owner, ..Label::default() }),
            languages: languages.leak(),
            tags: tags.leak(),
            maturity: Maturity { level, ..PLAIN.maturity },
            first_commit: day(numbers.0, numbers.1, 0),
            accepted: day(numbers.2, 1, 1),
            stars: numbers.3.and_then(stars),
            activity: numbers.4.map(|month| Activity { last_commit: day(2025, month, 1), as_of: day(2025, 6, 1), source: "" }),
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
        "maturity" => vec![project.maturity.level.slug()],
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

/// 2 where something stands that means the same as a word.
fn synonym(text: &str, word: &str) -> u32 {
    let same = ["mesh", "网格", "服务网格", "service mesh"];
    let stands = |other: &&str| {
        let text = plain(text);
        let ends = |at: usize| !text[at + other.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        *other != word
            && text
                .match_indices(*other)
                .any(|(at, _)| place(&text[at..], other) > 3 && ends(at) && place(&text[..at + other.len()], other) > 3)
    };
    if same.contains(&word) && same.iter().any(stands) { 2 } else { 0 }
}

/// 4 where the word occurs with two letters swapped.
fn slip(text: &str, word: &str) -> u32 {
    let text = plain(text);
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    if word == "kbue" && words.any(|word| word == "kube") { 4 } else { 0 }
}

/// Greater for a better match; `None` for none.
fn rank(project: &Project, search: &str, forgives: bool) -> Option<u32> {
    let category = match project.category {
        "mesh" => ["Service Mesh", "服务网格"],
        "storage" => ["Storage", "存储"],
        _ => ["Proxy", "代理"],
    };
    let owner = project.owner.unwrap_or_default();
    let tags = [project.tags, project.languages, &[owner.en, owner.zh]].concat();
    let places = [
        (5, vec![project.name]),
        (4, project.former_names.to_vec()),
        (3, tags),
        (3, category.to_vec()),
        (2, vec![project.summary.en, project.summary.zh]),
    ];
    let rank = |quality: &dyn Fn(&str) -> u32| {
        let best = |texts: &Vec<&str>| texts.iter().map(|text| quality(text)).max().unwrap_or(0);
        let found: Vec<(u32, u32)> = places
            .iter()
            .map(|(weight, texts)| (*weight, best(texts)))
            .filter(|row| row.1 > 0)
            .map(|row| if row == (4, 2) { (1, 2) } else { row })
            .collect();
        let all: u32 = found.iter().map(|row| row.0 - 1).sum();
        found.iter().map(|(weight, best)| weight * 6 + best).max().map(|best| best * 20 + all)
    };
    let search = plain(search);
    let words: Vec<&str> = search.split_whitespace().collect();
    let word_rank = |word: &&str| {
        rank(&|text| match place(text, word) {
            0 if forgives => synonym(text, word).max(slip(text, word)),
            0 => synonym(text, word),
            found => found,
        })
    };
    let apart = words.iter().map(word_rank).sum();
    let joined = [words.join(" "), words.concat()];
    let all = rank(&|text| joined.iter().map(|all| place(text, all)).max().unwrap_or(0));
    let together = all.filter(|_| words.len() > 1 && !forgives).map(|rank| rank * words.len() as u32);
    std::cmp::max(apart, together)
}

fn holds(index: &Index, project: &Project, filter: &Filter, facet: usize) -> bool {
    let slugs = slugs(project, FACETS[facet].key);
    let chosen = &filter.chosen[facet];
    chosen.is_empty() || chosen.iter().any(|&value| slugs.contains(&index.values(facet)[usize::from(value)].slug))
}

fn by_name(a: &Project, b: &Project) -> Ordering {
    a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase())
}

/// The projects that pass, in order. Slips are forgiven where nothing is found without.
fn shown(index: &Index, scope: &[u16], filter: &Filter, may_forgive: bool) -> Vec<u16> {
    let project = |number: &u16| &index.catalog.projects[usize::from(*number)];
    let is_found = |number| rank(project(number), &filter.search, false).is_some();
    let forgives = may_forgive && !scope.iter().any(is_found);
    let rank = |project, search| rank(project, search, forgives);
    let mut shown = scope.to_vec();
    shown.retain(|number| {
        let project = project(number);
        rank(project, &filter.search).is_some() && (0..N_FACETS).all(|facet| holds(index, project, filter, facet))
    });
    shown.sort_by(|a, b| {
        let (a, b) = (project(a), project(b));
        let stars = |project: &Project| project.stars.map_or(-1, |count| i64::from(count.value));
        match filter.sort {
            Sort::Accepted => rank(b, &filter.search).cmp(&rank(a, &filter.search)),
            Sort::Name => by_name(a, b),
            Sort::FirstCommit => a.first_commit.cmp(&b.first_commit).then_with(|| by_name(a, b)),
            Sort::Age => {
                let age = |project: &Project| project.accepted.tenths_since(project.first_commit);
                age(b).cmp(&age(a)).then_with(|| by_name(a, b))
            }
            Sort::Stars => Reverse(stars(a)).cmp(&Reverse(stars(b))).then_with(|| by_name(a, b)),
            Sort::LastCommit => {
                // No project is as old as this.
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
        prop_assert_eq!(usize::from(outcome.total), scope.len());
        for (facet, row) in FACETS.iter().enumerate() {
            let mut without = filter.clone();
            without.chosen[facet].clear();
            let n_without = shown(&index, &scope, &without, true).len() - expected.len();
            prop_assert_eq!(usize::from(outcome.without[facet]), n_without, "without {}", row.key);
            for value in 0..index.values(facet).len() as u16 {
                without.chosen[facet] = vec![value];
                let count = outcome.counts[facet][usize::from(value)];
                prop_assert_eq!(usize::from(count), shown(&index, &scope, &without, true).len(), "{} {}", row.key, value);
            }
        }
        let unsearched = Filter { search: String::new(), ..filter };
        let n_without = shown(&index, &scope, &unsearched, true).len() - expected.len();
        prop_assert_eq!(usize::from(outcome.without_search), n_without, "without the search");
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
