//! Results of searches whose words no project has all, and words without influence on the result.

use catalog::model::{Catalog, Project, Text};
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter, Outcome};

use crate::searches::SEARCHES;
use crate::tiny::{PLAIN, catalog, ids};

fn ask(index: &Index, search: &str) -> (Outcome, String, String) {
    let everything = filter::scope(index, &Filter::default());
    let filter = Filter { search: search.into(), ..Filter::default() };
    let outcome = filter::apply(index, &everything, &filter);
    let (shown, unmatched) = (ids(index, &outcome.shown), outcome.unmatched_words(&filter).join(" "));
    (outcome, shown, unmatched)
}

/// The result in the bundled projects.
fn shown(search: &str) -> String {
    ask(Index::bundled(), search).1
}

#[test]
fn a_word_that_no_project_has_takes_nothing_away() {
    for (search, without) in
        [("terraform unicorns", "terraform"), ("unicorns service mesh", "service mesh"), ("独角兽 备份", "备份")]
    {
        let (outcome, found, unmatched) = ask(Index::bundled(), search);
        assert_eq!(found, shown(without), "{search}");
        assert!(!found.is_empty() && !outcome.apart, "{search}");
        assert_eq!(unmatched, outcome.missing.join(" "));
        assert!(search.contains(&unmatched) && !unmatched.is_empty(), "{unmatched}");
    }
    // A typo is tolerated first, and the message names the word too.
    let (_, found, unmatched) = ask(Index::bundled(), "inspector gadjet unicorns");
    assert_eq!((found.split(' ').next(), unmatched.as_str()), (Some("inspektor-gadget"), "inspector gadjet unicorns"));
    assert_eq!(shown("unicorns"), "");
    assert_eq!(shown("unicorns zzzzzz"), "");
}

/// Three projects have "common"; one of these also has "rare", and another project has only "rare".
/// Two have "third".
static APART: Catalog = catalog(&[
    Project { id: "common", tags: &["common"], ..PLAIN },
    Project { id: "common-too", tags: &["common"], summary: Text { en: "Common", zh: "" }, ..PLAIN },
    Project { id: "rare", tags: &["rare"], ..PLAIN },
    Project { id: "both", summary: Text { en: "A rare and common thing", zh: "" }, ..PLAIN },
    Project { id: "third", tags: &["third"], ..PLAIN },
    Project { id: "third-too", tags: &["third"], ..PLAIN },
]);

#[test]
fn where_no_project_has_all_words_those_with_most_come_first_and_rare_words_count_more() {
    let index = Index::new(&APART);
    let (outcome, found, unmatched) = ask(&index, "common rare third");
    assert_eq!(found.split(' ').next(), Some("both"), "{found}");
    assert!(outcome.apart && outcome.missing.is_empty());
    assert_eq!(unmatched, "common rare third");
    let (_, found, _) = ask(&index, "common third");
    assert_eq!(found.split(' ').next(), Some("third"), "{found}");
    // If a project has all words, no words are named.
    let (outcome, found, _) = ask(&index, "common rare");
    assert_eq!((found.as_str(), outcome.apart), ("both", false));
}

#[test]
fn what_is_about_the_words_comes_before_what_only_mentions_them_all() {
    static MENTIONS: Catalog = catalog(&[
        Project { id: "mentions", features: &[Text { en: "Deletes what is stale, keeps images", zh: "" }], ..PLAIN },
        Project {
            id: "about",
            tags: &["images"],
            summary: Text { en: "Stale images are its business", zh: "" },
            ..PLAIN
        },
        Project { id: "other", tags: &["other"], ..PLAIN },
    ]);
    let index = Index::new(&MENTIONS);
    let (outcome, found, unmatched) = ask(&index, "delete stale images");
    assert_eq!((found.as_str(), unmatched.as_str(), outcome.apart), ("about mentions", "", false));
    // A feature with exactly these words counts.
    assert_eq!(ask(&index, "keeps images").1, "mentions");
}

#[test]
fn a_chinese_compound_that_is_only_mentioned_is_also_read_as_its_parts() {
    static MENTIONS: Catalog = catalog(&[
        Project { id: "mentions", features: &[Text { en: "", zh: "升级与备份恢复" }], ..PLAIN },
        Project {
            id: "about", tags: &["backup"], summary: Text { en: "", zh: "备份数据，也能恢复" }, ..PLAIN
        },
        Project { id: "other", summary: Text { en: "", zh: "备份" }, ..PLAIN },
    ]);
    let (outcome, found, unmatched) = ask(&Index::new(&MENTIONS), "备份恢复");
    assert_eq!((found.as_str(), unmatched.as_str(), outcome.apart), ("about mentions", "", false));
    // If a project is about the compound as it was typed, its parts do not count.
    static TOLD: Catalog = catalog(&[
        Project { id: "told", summary: Text { en: "", zh: "备份恢复平台" }, ..PLAIN },
        Project { id: "parts", summary: Text { en: "", zh: "备份数据，也能恢复" }, ..PLAIN },
    ]);
    assert_eq!(ask(&Index::new(&TOLD), "备份恢复").1, "told");
}

#[test]
fn counts_and_ways_out_are_those_of_what_is_shown() {
    let index = Index::bundled();
    let everything = filter::scope(index, &Filter::default());
    let mut asked = Filter { search: "rust dashboard".into(), ..Filter::default() };
    let outcome = filter::apply(index, &everything, &asked);
    assert!(outcome.apart && outcome.shown.len() > 2);
    assert_eq!(outcome.without_search as usize + outcome.shown.len(), everything.len());
    for facet in 0..outcome.counts.len() {
        for value in 0..outcome.counts[facet].len() as u16 {
            asked.chosen[facet] = vec![value];
            let chosen = filter::apply(index, &everything, &asked);
            assert_eq!(outcome.count(facet, value) as usize, chosen.shown.len());
            assert!(chosen.shown.iter().all(|number| outcome.shown.contains(number)));
            asked.chosen[facet].clear();
        }
    }
}

#[test]
fn what_a_page_selects_has_every_word() {
    let index = Index::bundled();
    let scope = |search: &str| filter::scope(index, &Filter { search: search.into(), ..Filter::default() }).len();
    assert_eq!((scope("terraform unicorns"), scope("rust dashboard")), (0, 0));
    assert!(scope("a tool for terraform") > 0);
}

#[test]
fn words_that_say_nothing_decide_nothing() {
    for (search, plain) in [
        ("a tool to shrink images", "shrink images"),
        ("How to back up my databases?", "back up databases"),
        ("a dashboard for Kubernetes", "dashboard Kubernetes"),
        ("怎么备份数据库", "备份数据库"),
        ("有没有日志采集工具", "日志采集"),
        ("什麼是混沌工程", "混沌工程"),
        ("用 Rust 写的容器运行时", "rust 容器运行时"),
        ("請問資料庫備份軟體", "資料庫備份"),
    ] {
        assert_eq!(shown(search), shown(plain), "{search}");
        assert!(!shown(search).is_empty(), "{search}");
    }
    // No other word was typed, or not yet.
    assert!(!shown("in").is_empty() && !shown("a").is_empty() && !shown("工具").is_empty());
    // These are parts of other words.
    assert_ne!(shown("用户"), shown("户"));
}

#[test]
fn chinese_that_stands_nowhere_is_found_by_its_parts() {
    for (search, first) in [
        ("镜像瘦身工具", "slimtoolkit"),
        ("数据库备份恢复", "kanister"),
        ("显卡共享调度", "hami"),
        ("集群日志采集方案", "logging-operator"),
        ("镜像的漏洞怎么修", "copa"),
    ] {
        let found = shown(search);
        assert_eq!(found.split(' ').next(), Some(first), "{search}: {found}");
    }
    // Chinese of which no part matches is named as it was typed.
    for (search, named) in [("独角兽备份", "独角兽"), ("獨角獸備份", "獨角獸"), ("Terraform Unicorns", "Unicorns")]
    {
        assert_eq!(ask(Index::bundled(), search).2, named);
    }
}

#[test]
fn one_letter_more_does_not_empty_what_was_found() {
    let index = Index::bundled();
    let more = [
        "kubernetes dashboards",
        "etcd alternatives",
        "terraform unicorns",
        "mesh for java",
        "数据库备份工具",
        "显卡共享调度",
    ];
    for search in SEARCHES.iter().map(|row| row.0).chain(more) {
        let mut was_found = false;
        for (at, c) in search.char_indices() {
            let typed = &search[..at + c.len_utf8()];
            let is_found = !ask(index, typed).1.is_empty();
            assert!(is_found || !was_found, "{typed:?} empties what was found");
            // One or two letters match many texts by chance.
            was_found |= is_found && typed.chars().count() > 2;
        }
        assert!(!shown(search).is_empty(), "{search}");
    }
    // An unknown word, letter by letter.
    let terraform = shown("terraform");
    for typed in ["terraform ", "terraform u", "terraform un", "terraform uni", "terraform unicorns"] {
        assert_eq!(shown(typed), terraform, "{typed}");
    }
}

#[test]
fn on_the_way_to_another_form_of_a_word_nothing_vanishes() {
    for (from, to) in
        [("monitor", "monitoring"), ("deploy", "deployment"), ("verif", "verification"), ("schedul", "scheduling")]
    {
        let whole: Vec<String> = shown(to).split(' ').map(str::to_owned).collect();
        for n in from.len()..to.len() {
            let found = shown(&to[..n]);
            let lost: Vec<&String> = whole.iter().filter(|id| !found.split(' ').any(|other| other == *id)).collect();
            assert!(lost.is_empty(), "{:?} loses {lost:?}", &to[..n]);
        }
    }
}
