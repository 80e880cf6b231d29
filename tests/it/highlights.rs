//! Where in a text a search stands: what the views mark.

use proptest::prelude::*;
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::model::Project;
use sandbox_explorer::search::{self, Search};

/// A text with what is marked in brackets.
fn marked(text: &str, search: &Search) -> String {
    let mut marked = String::new();
    let mut from = 0;
    for range in search.highlights(text) {
        marked += &format!("{}[{}]", &text[from..range.start], &text[range.clone()]);
        from = range.end;
    }
    marked + &text[from..]
}

/// Expects the marks in a text that is given with them.
#[track_caller]
fn check(search: &str, expected: &str) {
    assert_eq!(marked(&expected.replace(['[', ']'], ""), &Search::new(search, 0)), expected, "{search:?}");
}

/// The same where slips are forgiven in every word.
#[track_caller]
fn check_forgiven(search: &str, expected: &str) {
    assert_eq!(marked(&expected.replace(['[', ']'], ""), &Search::new(search, !0)), expected, "{search:?}");
}

#[test]
fn words_are_marked_wherever_they_stand() {
    check("ebpf", "A mesh by [eBPF] for [eBPF]-users");
    check("kmesh go", "[Kmesh] is written in [Go]");
    check("", "nothing");
    check("zz", "nothing");
}

#[test]
fn where_a_word_stands_as_one_its_letters_in_others_are_not_marked() {
    check("go", "[Go], a category of its own");
    check("go", "a cate[go]ry of its own");
}

#[test]
fn chinese_is_marked_character_by_character() {
    check("程序", "用 eBPF [程序]，无需改应用[程序]");
    check("序程", "程序");
    check("gpu虚拟", "[GPU 虚拟]化，[GPU] 与[虚拟]机");
}

#[test]
fn what_folds_together_is_marked_as_it_stands() {
    check("cafe", "Le [Café], ＣＡＦ, [ｃａｆｅ]");
    check("CAFÉ", "[cafe]");
    check("日誌", "[日志]管道與[日誌]");
    check("日志", "[日誌]");
    // One simplified character, two traditional ones.
    check("发", "出[發]，頭[髮]");
}

#[test]
fn spaces_and_hyphens_are_loose() {
    check("kube slice", "[KubeSlice]");
    check("open ebs", "[OpenEBS]");
    check("kubeburner", "[kube-burner] burns kube");
    check("multicluster", "[multi-cluster], [Multi Cluster]");
    check("kube-burner", "[KubeBurner]");
    check("cicd", "[CI/CD]");
    check("gpu共享", "[GPU 共享]");
}

#[test]
fn a_word_is_not_found_across_others() {
    check("ebs", "the BS");
    check("thea", "the app");
    check("app", "map p");
    check("asset", "as set");
}

#[test]
fn words_that_mean_the_same_are_marked() {
    check("k8s", "[Kubernetes] and [k8s]");
    check("service mesh", "[服务网格] is a [mesh]");
    check("iac", "[Infrastructure as Code], [基础设施即代码]");
    check("供應鏈", "[supply-chain] security");
}

#[test]
fn short_words_that_mean_the_same_stand_alone() {
    check("人工智能", "Containers for [AI] maintained");
    check("command line", "[CLI], not a client");
}

#[test]
fn the_same_ends_are_other_characters() {
    // Each two end with the same bytes.
    for (text, word) in [("é", "©"), ("中", "席"), ("文", "惇")] {
        assert_eq!(text.as_bytes().last(), word.as_bytes().last());
        check(word, text);
    }
}

#[test]
fn a_forgiven_slip_is_marked_as_the_text_has_it() {
    check_forgiven("gadjet", "Inspektor [Gadget]");
    check_forgiven("inspector gadjet", "[Inspektor] [Gadget]s");
    check_forgiven("kubernets", "on [Kubernetes] ");
    // Swapped, missing, too many.
    check_forgiven("mehs", "a [mesh]");
    check_forgiven("storge", "[storage]");
    check_forgiven("storrage", "[storage]");
    // Longer words may have two.
    check_forgiven("koordinatr", "[Koordinator]");
    check_forgiven("opemgimini", "[openGemini]");
}

#[test]
fn short_words_and_first_letters_must_be_right() {
    check_forgiven("kpc", "kcp");
    check_forgiven("mxxh", "mesh");
    check_forgiven("nesh", "mesh");
    check_forgiven("mehs", "messages");
}

#[test]
fn a_long_chinese_word_is_forgiven_for_being_several() {
    check_forgiven("大模型推理", "[推理]：[大语言模型]");
    check_forgiven("密鑰管理", "[管理]与[机密]");
    check("密鑰管理", "管理与机密");
}

/// The texts that a search looks at.
fn texts(project: &Project, index: &Index) -> Vec<&'static str> {
    let category = index.catalog.category(project.category).map(|category| category.name);
    let words =
        [project.summary].into_iter().chain(project.features.iter().copied()).chain(project.owner).chain(category);
    let names = [project.name].into_iter().chain([project.former_names, project.tags, project.languages].concat());
    names.chain(words.flat_map(|text| [text.en, text.zh])).collect()
}

/// What somebody might type: a piece of a text, words of the table, a word with one letter changed, anything.
fn typed() -> impl Strategy<Value = String> {
    let index = Index::bundled();
    let n_projects = index.catalog.projects.len();
    let piece = (0..n_projects, any::<prop::sample::Index>(), 0usize..200, 1usize..30).prop_map(
        move |(project, text, from, n)| {
            let texts = texts(&index.catalog.projects[project], index);
            let chars: Vec<char> = texts[text.index(texts.len())].chars().collect();
            chars.iter().skip(from % chars.len()).take(n).collect()
        },
    );
    let slipped = (0..n_projects, 0usize..20, "[a-z]").prop_map(move |(project, at, letter)| {
        let mut name: Vec<char> = index.catalog.projects[project].name.chars().collect();
        let at = at % name.len();
        name[at] = letter.chars().next().unwrap_or('x');
        name.into_iter().collect()
    });
    let words = prop::sample::select(
        &["k8s", "服務", "日誌", "网格", "ci/cd", "mesh", "ＧＰＵ", "-", "é", "a", "kuberntes"][..],
    );
    let mixed = prop::collection::vec(prop_oneof![words.prop_map(str::to_owned), "[a-zà-ž ]{1,6}"], 1..4)
        .prop_map(|words| words.join(" "));
    prop_oneof![2 => piece, 1 => slipped, 2 => mixed, 1 => ".*"]
}

proptest! {
    #[test]
    fn marks_lie_between_characters_in_order_and_apart(text in "[ a-eà-žＡ-ｚ服務务网格。/-]{0,40}|.*", search in typed(), forgiven in any::<u32>()) {
        let mut end = None;
        for range in Search::new(&search, forgiven).highlights(&text) {
            prop_assert!(range.start < range.end);
            prop_assert!(end.is_none_or(|end| end < range.start), "{range:?} touches what ends at {end:?}");
            prop_assert!(text.get(range.clone()).is_some(), "{range:?}");
            end = Some(range.end);
        }
    }

    #[test]
    fn what_is_found_is_marked_and_what_is_marked_is_found(search in typed()) {
        let index = Index::bundled();
        let everything = filter::scope(index, &Filter::default());
        let filter = Filter { search, ..Filter::default() };
        let outcome = filter::apply(index, &everything, &filter);
        let found = outcome.search(&filter);
        for &number in &everything {
            let project = &index.catalog.projects[usize::from(number)];
            let is_marked = texts(project, index).iter().any(|text| !found.highlights(text).is_empty());
            let is_shown = outcome.shown.contains(&number);
            prop_assert!(!is_shown || is_marked || found.is_empty(), "{} is shown without a mark", project.id);
            // Of several words one may stand where another is missing.
            if search::words(&filter.search).len() == 1 && outcome.forgiven == 0 {
                prop_assert!(is_shown || !is_marked, "{} is marked and not shown", project.id);
            }
        }
    }

    #[test]
    fn any_piece_of_a_text_is_found_in_it(text in "[a-zÀ-žＡ-ｚ服务网格。-]{1,20}", from in 0usize..20, n in 1usize..20) {
        let chars: Vec<char> = text.chars().collect();
        let piece: String = chars.iter().skip(from % chars.len()).take(n).collect();
        let search = Search::new(&piece, 0);
        prop_assert!(search.is_empty() || !search.highlights(&text).is_empty());
    }

    #[test]
    fn nothing_else_is_found(text in "[ab]{0,6}", word in "[ab]{1,3}") {
        prop_assert_eq!(Search::new(&word, 0).highlights(&text).is_empty(), !text.contains(&word));
    }
}
