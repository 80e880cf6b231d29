//! Folding, finding and slugs.

use proptest::prelude::*;
use sandbox_explorer::text::{Found, find, fold, slug};

#[track_caller]
fn check_fold(text: &str, expected: &str) {
    assert_eq!(fold(text), expected);
}

#[track_caller]
fn check_find(text: &str, word: &str, expected: Option<Found>) {
    assert_eq!(find(text, word), expected, "{word:?} in {text:?}");
}

#[test]
fn case_does_not_count() {
    check_fold("OVN-Kubernetes 2", "ovn-kubernetes 2");
}

#[test]
fn width_does_not_count() {
    check_fold("ＳＯＰＳ", "sops");
    check_fold("Ｋ８ｓ（ｇｐｔ）！～", "k8s(gpt)!~");
    check_fold("a\u{3000}b\u{a0}c", "a b c");
}

#[test]
fn accents_do_not_count() {
    check_fold("Café Łódź Straße façade", "cafe lodz strase facade");
    check_fold("naïve Ångström Žižkov", "naive angstrom zizkov");
    check_fold("Donald’s ‘word’", "donald's 'word'");
}

#[test]
fn a_marked_capital_is_its_small_letter() {
    for capital in ('À'..='ž').chain(['Ÿ']).filter(|c| c.is_uppercase()) {
        // `İ` alone becomes two characters, a plain i and a dot.
        let small: String = capital.to_lowercase().filter(|c| *c != '\u{307}').collect();
        check_fold(&capital.to_string(), &fold(&small));
    }
}

#[test]
fn what_is_no_letter_is_left_alone() {
    for text in ["×÷", "中文、服务网格。", "2 × 3 ÷ 4 = 1.5", "🦀 √ € “”", ""] {
        check_fold(text, text);
    }
}

#[test]
fn the_best_place_of_a_word_counts() {
    check_find("youki", "youki", Some(Found::Whole));
    check_find("Open vSwitch", "open", Some(Found::Prefix));
    check_find("kube-burner", "burn", Some(Found::Prefix));
    check_find("openebs", "ebs", Some(Found::Inside));
    check_find("rebase, base", "base", Some(Found::Prefix));
    check_find("base camp", "camping", None);
    check_find("base", "basement", None);
}

#[test]
fn the_text_may_be_in_any_case_of_ascii() {
    check_find("SOPS", "sops", Some(Found::Whole));
    check_find("TrestleGRC", "grc", Some(Found::Inside));
}

#[test]
fn chinese_is_found_anywhere() {
    for word in ["服务", "服务网格", "网格", "格"] {
        assert!(find("基于 eBPF 的服务网格", word).is_some(), "{word}");
    }
    check_find("服务网格", "服务网格", Some(Found::Whole));
    check_find("服务网格", "网服", None);
}

#[test]
fn bytes_inside_a_character_are_not_found() {
    // Each two end with the same bytes.
    for (text, word) in [("é", "©"), ("中", "席"), ("文", "惇")] {
        assert_eq!(text.as_bytes().last(), word.as_bytes().last());
        check_find(text, word, None);
    }
}

#[test]
fn the_empty_word_is_found_nowhere() {
    check_find("youki", "", None);
    check_find("", "", None);
    check_find("", "a", None);
}

#[test]
fn a_slug_is_lower_case_without_spaces() {
    for (name, expected) in [("Apache-2.0", "apache-2.0"), ("Visual Basic .NET", "visual-basic-.net"), ("C++", "c++")] {
        assert_eq!(slug(name), expected);
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in ".*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_piece_of_a_text_is_found_in_it(text in "[ a-zÀ-žＡ-ｚ服务网格。-]{1,20}", from in 0usize..20, n in 1usize..20) {
        let folded: Vec<char> = fold(&text).chars().collect();
        let piece: String = folded.iter().skip(from % folded.len()).take(n).collect();
        prop_assert!(find(&fold(&text), &fold(&piece)).is_some());
    }

    #[test]
    fn nothing_else_is_found(text in "[ab]{0,6}", word in "[ab]{1,3}") {
        prop_assert_eq!(find(&text, &word).is_some(), text.contains(&word));
    }
}
