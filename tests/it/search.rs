//! Searching: where words are found, which projects come first, and a list of real searches with what must come first.

use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::model::{Catalog, Project, Text};

use crate::tiny::{PLAIN, catalog, ids};

/// One project for each place a word can stand in, from the least to the most telling.
static PLACES: Catalog = catalog(&[
    Project { id: "folded", folded: "cafe", summary: Text { en: "Café", zh: "" }, ..PLAIN },
    Project { id: "feature", features: &[Text { en: "Knows xdp well", zh: "精通内核" }], ..PLAIN },
    Project { id: "summary", summary: Text { en: "Uses XDP", zh: "使用内核技术" }, ..PLAIN },
    Project { id: "tag", tags: &["xdp-tools"], ..PLAIN },
    Project { id: "language", languages: &["XDP"], ..PLAIN },
    Project { id: "owner", owner: Some(Text { en: "The XDP people", zh: "内核爱好者" }), ..PLAIN },
    Project { id: "category", category: "storage", ..PLAIN },
    Project { id: "former", former_names: &["old", "xdpd"], ..PLAIN },
    Project { id: "name", name: "kxdp", ..PLAIN },
]);

#[track_caller]
fn check_places(search: &str, expected: &str) {
    let index = Index::new(&PLACES);
    assert_eq!(found(&index, search), expected);
}

fn found(index: &Index, search: &str) -> String {
    let everything = filter::scope(index, &Filter::default());
    let outcome = filter::apply(index, &everything, &Filter { search: search.into(), ..Filter::default() });
    ids(index, &outcome.shown)
}

#[test]
fn name_before_former_name_before_tag_before_text() {
    check_places("xdp", "name former language tag owner feature summary");
}

#[test]
fn the_whole_word_comes_before_its_beginning_before_its_inside() {
    static NAMES: Catalog = catalog(&[
        Project { id: "inside", name: "rekcp", ..PLAIN },
        Project { id: "prefix", name: "edge kcp-ng", ..PLAIN },
        Project { id: "whole", name: "KCP", ..PLAIN },
    ]);
    assert_eq!(found(&Index::new(&NAMES), "kcp"), "whole prefix inside");
}

#[test]
fn every_word_must_be_found_wherever() {
    check_places("uses xdp", "summary");
    check_places("xdp people", "owner");
    check_places("xdp nowhere", "");
    // One word in a feature, the other in the name of the category.
    check_places("knows mesh", "feature");
}

#[test]
fn both_languages_are_searched() {
    check_places("内核", "owner feature summary");
    check_places("存储", "category");
    check_places("storage", "category");
}

#[test]
fn chinese_words_need_no_spaces_around_them() {
    check_places("核技", "summary");
    check_places("内核 xdp", "owner feature summary");
}

#[test]
fn case_width_and_accents_do_not_count() {
    check_places("ＸＤＰＤ", "former");
    check_places("CAFÉ", "folded");
    check_places("cafe", "folded");
    check_places("KNOWS\u{3000}XDP", "feature");
}

#[test]
fn chinese_punctuation_parts_words_as_spaces_do() {
    check_places("内核，people", "owner");
    check_places("（精通内核）、well。", "feature");
    check_places("，。", "folded feature summary tag language owner category former name");
}

/// Each search, and the project that a reader means by it.
const HELD: [(&str, &str); 34] = [
    ("istio", "kmesh"),
    ("service mesh", "kmesh"),
    ("服务网格", "kmesh"),
    ("gpu", "hami"),
    ("GPU 共享", "hami"),
    ("dockerslim", "slimtoolkit"),
    ("slim", "slimtoolkit"),
    ("k8sgpt", "k8sgpt"),
    ("gpt", "k8sgpt"),
    ("Kinvolk", "headlamp"),
    ("ＳＯＰＳ", "sops"),
    ("mozilla", "sops"),
    ("ebs", "openebs"),
    ("kcp", "kcp"),
    ("edge-mc", "kubestellar"),
    ("utam0k", "youki"),
    ("bpfd", "bpfman"),
    ("kraken", "krkn"),
    ("protobuf", "connect"),
    ("混沌", "krkn"),
    ("chaos", "krkn"),
    ("时序数据库", "opengemini"),
    ("time series", "opengemini"),
    ("oscal", "trestlegrc"),
    ("copacetic", "copa"),
    ("华为", "kmesh"),
    ("huawei java", "sermant"),
    ("rust runtime", "youki"),
    ("容器运行时", "youki"),
    ("kube burner", "kube-burner"),
    ("grpc", "connect"),
    ("日志管道", "logging-operator"),
    ("energy", "kepler"),
    ("仪表板 prometheus", "perses"),
];

#[test]
fn searches_that_readers_make_find_what_they_mean_first() {
    let index = Index::bundled();
    let first = |search| found(index, search).split(' ').next().unwrap_or_default().to_owned();
    let wrong: Vec<_> =
        HELD.iter().map(|&(search, wanted)| (search, wanted, first(search))).filter(|row| row.1 != row.2).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_project_is_first_under_its_own_names() {
    let index = Index::bundled();
    for project in index.catalog.projects {
        for name in std::iter::once(&project.name).chain(project.former_names) {
            assert_eq!(found(index, name).split(' ').next(), Some(project.id), "{name}");
        }
    }
}

#[test]
fn a_text_pasted_whole_finds_its_project() {
    let index = Index::bundled();
    for project in index.catalog.projects {
        for text in std::iter::once(&project.summary).chain(&project.owner).chain(project.features) {
            for text in [text.en, text.zh] {
                let found = found(index, text);
                assert!(found.split(' ').any(|id| id == project.id), "{}: {text}", project.id);
            }
        }
    }
}
