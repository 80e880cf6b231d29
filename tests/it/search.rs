//! Search: where words match, which projects come first, and a list of real searches with the expected first project.

use catalog::model::{Catalog, Label, Project, Text};
use sandbox_explorer::facet::{FACETS, Index};
use sandbox_explorer::filter::{self, Filter};

use crate::searches::SEARCHES;
use crate::tiny::{PLAIN, ask, catalog, ids};

/// One project for each place where a word can occur, from the least to the most important.
static PLACES: Catalog = catalog(&[
    Project { id: "folded", summary: Text { en: "Café", zh: "" }, ..PLAIN },
    Project { id: "feature", features: &[Text { en: "Knows xdp well", zh: "精通内核" }], ..PLAIN },
    Project { id: "summary", summary: Text { en: "Uses XDP", zh: "使用内核技术" }, ..PLAIN },
    Project { id: "tag", tags: &["xdp-tools"], ..PLAIN },
    Project { id: "language", languages: &["XDP"], ..PLAIN },
    Project { id: "owner", owner: Some(Label { en: "The XDP people", zh: "内核爱好者", zh_hant: "" }), ..PLAIN },
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
    check_places("xdp", "name former language tag owner summary feature");
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
    // One word in a feature, the other in the name of the category.
    check_places("knows mesh", "feature");
}

#[test]
fn both_languages_are_searched() {
    check_places("内核", "owner summary feature");
    check_places("存储", "category");
    check_places("storage", "category");
}

#[test]
fn chinese_words_need_no_spaces_around_them() {
    check_places("核技", "summary");
    check_places("内核 xdp", "owner summary feature");
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
        let owner = project.owner.map(|owner| owner.text());
        for text in std::iter::once(&project.summary).chain(&owner).chain(project.features) {
            for text in [text.en, text.zh] {
                let found = found(index, text);
                assert!(found.split(' ').any(|id| id == project.id), "{}: {text}", project.id);
            }
        }
    }
}

#[test]
fn a_word_that_means_the_same_comes_after_the_word_itself() {
    static MESHES: Catalog = catalog(&[
        Project { id: "same-in-tag", category: "proxy", tags: &["service-mesh"], ..PLAIN },
        Project { id: "same-in-name", category: "proxy", name: "Service Mesh Kit", ..PLAIN },
        Project { id: "in-tag", category: "proxy", tags: &["网格"], ..PLAIN },
        Project { id: "in-name", category: "proxy", name: "网格工具", ..PLAIN },
    ]);
    assert_eq!(found(&Index::new(&MESHES), "网格"), "in-name same-in-name in-tag same-in-tag");
}

#[test]
fn an_abbreviation_inside_another_word_comes_after_what_it_stands_for() {
    static CODE: Catalog = catalog(&[
        Project { id: "chance", owner: Some(Label { en: "Di Giacinto", zh: "", zh_hant: "" }), ..PLAIN },
        Project { id: "meant", tags: &["infrastructure-as-code"], ..PLAIN },
    ]);
    assert_eq!(found(&Index::new(&CODE), "iac"), "meant chance");
}

#[test]
fn where_the_best_places_are_alike_the_others_tell() {
    static STORAGE: Catalog = catalog(&[
        Project { id: "tag", tags: &["zfs"], ..PLAIN },
        Project { id: "tag-and-feature", tags: &["zfs"], features: &[Text { en: "zfs", zh: "zfs" }], ..PLAIN },
        Project { id: "tag-and-summary", tags: &["zfs"], summary: Text { en: "By ZFS", zh: "" }, ..PLAIN },
    ]);
    assert_eq!(found(&Index::new(&STORAGE), "zfs"), "tag-and-summary tag tag-and-feature");
}

#[test]
fn slips_are_forgiven_only_in_words_that_stand_nowhere() {
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let ask = |search: &str| {
        let filter = Filter { search: search.into(), ..Filter::default() };
        let outcome = filter::apply(index, &everything, &filter);
        let first = outcome.shown.first().map_or("", |&number| index.catalog.projects[usize::from(number)].id);
        (first, outcome.forgiven_words(&filter).join(" "))
    };
    assert_eq!(ask("inspector gadget"), ("inspektor-gadget", "inspector".to_owned()));
    assert_eq!(ask("inspector gadjet"), ("inspektor-gadget", "inspector gadjet".to_owned()));
    assert_eq!(ask("inspektor gadget"), ("inspektor-gadget", String::new()));
    // Each word occurs in some project, and no project has both: that is not a typo.
    assert_eq!(ask("rust dashboard").1, "");
    assert_eq!(ask("qqqqqq"), ("", String::new()));
}

#[test]
fn a_facet_that_keeps_all_matches_out_makes_no_word_wrong() {
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let mut filter = Filter { search: "gadget".into(), ..Filter::default() };
    let facet = |key| FACETS.iter().position(|facet| facet.key == key).unwrap();
    filter.toggle(facet("language"), index.number(facet("language"), "rust").unwrap());
    let outcome = filter::apply(index, &everything, &filter);
    assert_eq!((outcome.shown.len(), outcome.forgiven), (0, 0));
}

#[test]
fn what_a_page_selects_by_a_search_is_not_forgiven() {
    let index = Index::bundled();
    let ask = |search: &str| filter::scope(index, &Filter { search: search.into(), ..Filter::default() }).len();
    assert_eq!((ask("kuberntes"), ask("koordinater")), (0, 0));
    assert!(ask("koordinator") > 0);
}

#[test]
fn results_do_not_jump_under_the_typing_finger() {
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let apply = |search: String| {
        let filter = Filter { search, ..Filter::default() };
        let outcome = filter::apply(index, &everything, &filter);
        let found = filter::matches(index, &everything, &filter.search).closest;
        let rank = |number: &u16| found.ranks[everything.iter().position(|other| other == number).unwrap()];
        let ranks: Vec<Option<u32>> = outcome.shown.iter().map(rank).collect();
        (outcome.shown, ranks)
    };
    let mut n_same = 0;
    for (search, _) in SEARCHES.into_iter().chain(HELD) {
        let mut before: (Vec<u16>, Vec<Option<u32>>) = apply(String::new());
        for (at, c) in search.char_indices() {
            let now = apply(search[..at + c.len_utf8()].to_owned());
            // Best first, and ties in the order of the catalog.
            for pair in now.1.windows(2).zip(now.0.windows(2)) {
                let (ranks, numbers) = pair;
                assert!(ranks[0] > ranks[1] || (ranks[0] == ranks[1] && numbers[0] < numbers[1]), "{search}");
            }
            let sorted = |shown: &[u16]| {
                let mut shown = shown.to_vec();
                shown.sort_unstable();
                shown
            };
            // If the projects are the same and all ranks are equal, before and now, the order must not change.
            let orders = |ranks: &[Option<u32>]| ranks.windows(2).map(|pair| pair[0] == pair[1]).collect::<Vec<_>>();
            if sorted(&before.0) == sorted(&now.0)
                && orders(&before.1) == orders(&now.1)
                && orders(&now.1).iter().all(|&same| same)
            {
                assert_eq!(before.0, now.0, "{search} at {at}");
                n_same += 1;
            }
            before = now;
        }
    }
    assert!(n_same > 30, "{n_same}");
}

#[test]
fn a_project_is_found_by_where_its_repository_was() {
    let index = Index::bundled();
    for (query, id) in [
        ("Azure/eraser", "eraser"),
        ("lyft cartography", "cartography"),
        ("mozilla/sops", "sops"),
        ("docker-slim/docker-slim", "slimtoolkit"),
        ("openshift/kcp", "kcp"),
    ] {
        let shown = ask(index, "", &format!("q={query}")).shown;
        assert_eq!(shown.first().map(|&number| index.catalog.projects[usize::from(number)].id), Some(id), "{query}");
    }
    // The host of a repository is not searched.
    assert!(ask(index, "", "q=github.com/lyft").shown.is_empty());
}
