//! The matches of a search in a text, which the views highlight.

use catalog::model::Project;
use catalog::text::{self, fold};
use proptest::prelude::*;
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::search::{self, Search};

use crate::random;

/// A text with its highlights in brackets.
fn marked(text: &str, search: &Search) -> String {
    let mut marked = String::new();
    let mut from = 0;
    for range in search.highlights(text) {
        marked += &format!("{}[{}]", &text[from..range.start], &text[range.clone()]);
        from = range.end;
    }
    marked + &text[from..]
}

/// Expects the highlights in brackets in this text.
#[track_caller]
fn check(search: &str, expected: &str) {
    assert_eq!(marked(&expected.replace(['[', ']'], ""), &Search::new(search, 0)), expected, "{search:?}");
}

/// The same with typos tolerated in every word.
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
    // Both words of a pair end with the same bytes.
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
    // Swapped, missing, extra letters.
    check_forgiven("mehs", "a [mesh]");
    check_forgiven("storge", "[storage]");
    check_forgiven("storrage", "[storage]");
    // Longer words may have two typos.
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

/// The texts that a search reads.
fn texts(project: &Project, index: &Index) -> Vec<&'static str> {
    let category = index.catalog.category(project.category).map(|category| category.name);
    let labels = [project.owner, category].into_iter().flatten();
    let words = [project.summary].into_iter().chain(project.features.iter().copied());
    // Purposes are searched but never shown.
    let purpose = [project.purpose.en, project.purpose.zh].concat();
    let names = [project.name].into_iter().chain([project.former_names, project.tags, project.languages].concat());
    let names = names.chain(project.extras.former_repositories.iter().map(|address| text::repository(address)));
    let names = names.chain(purpose);
    let labels = labels.flat_map(|label| [label.en, label.zh, label.zh_hant]);
    names.chain(words.flat_map(|text| [text.en, text.zh])).chain(labels).collect()
}

/// Possible input: a piece of a text, words of the table, a word with one letter changed, anything.
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

/// Letters as one character, and decomposed (NFD).
const LETTERS: [(&str, &str); 34] = [
    ("é", "e\u{301}"),
    ("É", "E\u{301}"),
    ("ü", "u\u{308}"),
    ("Ü", "U\u{308}"),
    ("ñ", "n\u{303}"),
    ("å", "a\u{30a}"),
    ("Å", "\u{212b}"),
    ("ç", "c\u{327}"),
    ("ą", "a\u{328}"),
    ("Ž", "Z\u{30c}"),
    ("ř", "r\u{30c}"),
    ("İ", "I\u{307}"),
    ("ș", "s\u{326}"),
    ("Ț", "T\u{326}"),
    ("ǎ", "a\u{30c}"),
    ("ǚ", "u\u{308}\u{30c}"),
    ("ế", "e\u{302}\u{301}"),
    ("ế", "ê\u{301}"),
    ("Ộ", "O\u{323}\u{302}"),
    ("ử", "u\u{31b}\u{309}"),
    ("ḥ", "h\u{323}"),
    ("ά", "α\u{301}"),
    ("Ώ", "Ω\u{301}"),
    ("ΐ", "ι\u{308}\u{301}"),
    ("й", "и\u{306}"),
    ("Ё", "Е\u{308}"),
    ("ї", "і\u{308}"),
    ("が", "か\u{3099}"),
    ("プ", "フ\u{309a}"),
    ("ヴ", "ウ\u{3099}"),
    ("で", "て\u{3099}"),
    ("가", "\u{1100}\u{1161}"),
    ("한", "\u{1112}\u{1161}\u{11ab}"),
    ("한", "하\u{11ab}"),
];

/// A text with every letter decomposed, if it can be.
fn apart(text: &str) -> String {
    let of =
        |c: char| LETTERS.iter().find(|row| row.0.chars().eq([c])).map_or_else(|| c.to_string(), |row| row.1.into());
    text.chars().map(of).collect()
}

#[test]
fn a_letter_is_the_same_in_one_character_and_in_several() {
    for (one, several) in LETTERS {
        // Alone, at the beginning, in the middle and at the end of a word; and with typos tolerated in the rest.
        for pattern in ["*", "*bcdefg", "abc*def", "abcdef*"] {
            let [one, several] = [one, several].map(|letter| pattern.replace('*', letter));
            for (search, text) in [(&one, &several), (&several, &one), (&several, &several), (&one, &one)] {
                check(search, &format!("x [{text}] y"));
                assert_eq!(marked(text, &Search::new(search, 0)), format!("[{text}]"), "{search}");
                // Where only the beginning of a word was typed, and in the middle of a word.
                check(search, &format!("x [{text}]zz y"));
            }
        }
    }
}

#[test]
fn a_mark_covers_the_signs_of_its_last_letter() {
    check("cre", "El Banco de [Cre\u{301}]dito");
    check("credito", "El Banco de [Cre\u{301}dito]");
    check("Cre\u{301}dito", "El Banco de [Crédito]");
    check("u\u{308}", "[ü]ber, [u\u{308}]ber, [u]nder");
    // Several words, and words written as one.
    check("de cre\u{301}dito", "[de Crédito] y [de Cre\u{301}dito]");
    check("kube-cre\u{301}", "[KubeCre\u{301}]");
    // Invisible characters: a soft hyphen, joiners, a variation selector.
    check("kubernetes", "[Kuber\u{ad}netes] [kubernetes\u{fe0f}] [kuber\u{200d}netes]");
    check("kuber\u{ad}netes", "[Kubernetes]");
    check("\u{feff}服\u{fe00}务", "[服务\u{e0100}]");
}

#[test]
fn signs_without_a_letter_are_no_search() {
    for search in ["\u{301}", " \u{301}", "\u{ad}", "\u{11ab}", "\u{3099} \u{feff}"] {
        assert!(!search::has_words(search) && Search::new(search, 0).is_empty(), "{search:?}");
    }
    // Nor is a letter separated from its marks.
    check("\u{1112}", "\u{1112}\u{1161}\u{11ab}");
    check("か", "か\u{3099}");
    check("ハ", "バ, ハ\u{309a}, [ハ]");
}

#[test]
fn capitals_begin_words_with_and_without_signs_alike() {
    // A word matched by a synonym must be separate: the letter before it decides.
    for text in ["éAI", "ÉAI", "DÉAI", "deÉai", "é AI", "éai", "AIé", "aié x", "AIÉ"] {
        let found = |text: &str| !Search::new("人工智能", 0).highlights(text).is_empty();
        assert_eq!(found(text), found(&apart(text)), "{text}");
    }
}

#[test]
fn slips_are_forgiven_in_words_with_signs() {
    for text in ["Crédito", "Cre\u{301}dito"] {
        for typed in ["cerdito", "credit0", "cre\u{301}dit0", "crédit0"] {
            check_forgiven(typed, &format!("El [{text}] x"));
        }
    }
    for text in ["Éclairs", "E\u{301}clairs", "x/Éclairs", "x/E\u{301}clairs"] {
        for typed in ["eclaris", "éclaris", "e\u{301}claris"] {
            check_forgiven(
                typed,
                &text.replace("É", "[É").replace("E\u{301}", "[E\u{301}").replace("clairs", "clairs]"),
            );
        }
    }
    // Found by a random test: the sign for ångström was not accepted as a first letter.
    for text in ["Ångström", "A\u{30a}ngstro\u{308}m", "\u{212b}ngström"] {
        check_forgiven("angstorm", &format!("[{text}]"));
    }
    check_forgiven("mehs", "a [mesh\u{301}] b");
    check_forgiven("storge", "a [sto\u{ad}rage]");
}

#[test]
fn gaps_of_every_width_are_gaps() {
    // Found by a random test: the word was folded, "a_b", and the gap in the text was not.
    check("Ａ＿b", "-。Ａ格À格服ÀÀaa服a格[Ａ＿b]");
    for gap in ["－", "＿", "／", "．", "‐", "\u{2011}", "–"] {
        check("ci/cd", &format!("[CI{gap}CD] [CI/CD]"));
        check("kubeburner", &format!("[kube{gap}burner]"));
        check(&format!("kube{gap}burner"), "[KubeBurner] [kube-burner]");
        check(&format!("{gap}kube{gap}"), "[Kube]");
    }
    for gap in ["\u{3000}", "\u{a0}", "\u{2009}", "\u{202f}"] {
        check("multicluster", &format!("[Multi{gap}Cluster]"));
        check("open ebs", &format!("[Open{gap}EBS]"));
        check(&format!("open{gap}ebs"), "[OpenEBS] [open ebs]");
    }
    // A character that is not a gap in ASCII is not a gap in full width either.
    check("ｃ＋＋", "[C++], C");
    check("c++", "[Ｃ＋＋], Ｃ");
}

proptest! {
    #![proptest_config(random::quick())]

    #[test]
    fn marks_lie_between_letters_in_order_and_apart(
        text in "[ a-eà-žＡ-ｚ服務务网格。/-]{0,40}|([a-eé\u{301}\u{308}\u{323}かは\u{3099}\u{309a}\u{1112}\u{1161}\u{11ab}한\u{ad}]|-){0,12}|.*",
        search in prop_oneof![typed(), "[a-eéかはがばぱ한\u{301}\u{3099}\u{1112}\u{1161}\u{11ab}]{1,3}"],
        forgiven in any::<u32>(),
    ) {
        let mut end = None;
        for range in Search::new(&search, forgiven).highlights(&text) {
            prop_assert!(range.start < range.end);
            prop_assert!(end.is_none_or(|end| end < range.start), "{range:?} touches what ends at {end:?}");
            prop_assert!(text.get(range.clone()).is_some(), "{range:?}");
            // Nor between a letter and its marks.
            let belongs = |at: usize| text[at..].starts_with(|c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{1161}'..='\u{11ff}'));
            prop_assert!(!belongs(range.start) && !belongs(range.end), "{range:?} parts a letter");
            end = Some(range.end);
        }
    }

    #[test]
    fn composed_and_decomposed_are_the_same(
        text in prop::collection::vec(prop_oneof![prop::sample::select(LETTERS.map(|row| row.0).to_vec()), prop::sample::select(vec!["a", "B", "bcd", "-", " ", "服务"])], 1..8),
        from in 0usize..8, n in 1usize..8, forgiven in prop_oneof![3 => Just(0u32), 1 => Just(!0u32)],
    ) {
        let search: String = text.iter().skip(from % text.len()).take(n).copied().collect();
        let text = text.concat();
        // The highlighted letters, regardless of how each is written.
        let marked = |search: &str, text: &str| {
            let mut marked = String::new();
            for range in Search::new(search, forgiven).highlights(text) {
                marked += &format!("{}: {}, ", fold(&text[..range.start]).len(), fold(&text[range]));
            }
            marked
        };
        let expected = marked(&search, &text);
        for (search, text) in [(apart(&search), text.clone()), (search.clone(), apart(&text)), (apart(&search), apart(&text))] {
            prop_assert_eq!(marked(&search, &text), expected.as_str(), "{:?} in {:?}", search, text);
        }
    }

    #[test]
    fn nothing_else_is_found(text in "[ab]{0,6}", word in "[ab]{1,3}") {
        prop_assert_eq!(Search::new(&word, 0).highlights(&text).is_empty(), !text.contains(&word));
    }
}

proptest! {
    // Each case searches the whole catalog.
    #![proptest_config(random::cases(256, 20_000))]

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
            // Of several words, one may occur where another is missing.
            if search::words(&filter.search).len() == 1 && outcome.forgiven == 0 {
                prop_assert!(is_shown || !is_marked, "{} is marked and not shown", project.id);
            }
        }
    }
}

proptest! {
    #![proptest_config(random::cases(256, 1_000_000))]

    #[test]
    fn any_piece_of_a_text_is_found_in_it(
        text in "[a-zÀ-žＡ-ｚ服务网格。-]{1,20}|[a-c \u{a0}\u{3000}\u{2009}Ａ-Ｃ－-９＿‐–_/.,，；＋+\u{ad}é\u{301}務务發髮发„“”’'\u{200b}-]{1,12}|\\PC{1,12}",
        from in 0usize..20,
        n in 1usize..20,
    ) {
        let chars: Vec<char> = text.chars().collect();
        let piece: String = chars.iter().skip(from % chars.len()).take(n).collect();
        let search = Search::new(&piece, 0);
        prop_assert!(search.is_empty() || !search.highlights(&text).is_empty(), "{:?}", piece);
    }
}
