//! Folding and slugs.

use proptest::prelude::*;
use sandbox_explorer::text::{fold, slug};

#[track_caller]
fn check_fold(text: &str, expected: &str) {
    assert_eq!(fold(text), expected);
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
}
