//! Folding and slugs.

use catalog::text::{fold, slug};
use proptest::prelude::*;

use crate::random;

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
    check_fold("Café Łódź Straße façade", "cafe lodz strasse facade");
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
fn a_letter_in_several_characters_is_the_letter_in_one() {
    check_fold("Cre\u{301}dito, u\u{308}ber, A\u{30a}ngstro\u{308}m, \u{212b}", "credito, uber, angstrom, a");
    check_fold("Tiếng Việt, Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tieng viet, tieng viet");
    check_fold("Țepeș, ǚ, Ǻ, ẞ, Ɓ", "tepes, u, a, ss, Ɓ");
    check_fold("Й й Ё Ўў И\u{306}", "и и е уу и");
    check_fold("ΆΈΉΊΌΎΏ άέήίόύώ Σσς ΑΩ", "αεηιουω αεηιουω σσσ αω");
    // Syllables and voiced kana are composed; other letters lose their marks.
    check_fold("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} 하\u{11ab}", "한글 한");
    check_fold("か\u{3099}き\u{3099}つ\u{3099}と\u{3099}は\u{3099}ほ\u{309a}う\u{3099}ゝ\u{3099}", "がぎづどばぽゔゞ");
    check_fold("カ\u{3099}チ\u{3099}ツ\u{3099}フ\u{309a}ホ\u{3099}ウ\u{3099}ヽ\u{3099}", "がぢづぷぼゔゞ");
    // Combinations that do not exist: the mark is dropped.
    check_fold("あ\u{3099}か\u{309a}な\u{3099}が\u{3099}", "あかなが");
    // Characters that are neither visible nor searched for.
    check_fold("Kuber\u{ad}netes\u{fe0f} \u{feff}x\u{200d}y \u{301}", "kubernetes xy ");
}

#[test]
fn a_letter_may_fold_to_several() {
    check_fold("Ænix æther ǼǢ Œuvre Straße ẞ Þór Ĳssel ﬁ ﬄ", "aenix aether aeae oeuvre strasse ss thor ijssel fi ffl");
    check_fold("№ Ⅷ ⅳ ℕℤ ª º", "no viii iv nz a o");
}

#[test]
fn raised_circled_and_mathematical_letters_are_plain() {
    check_fold("¹²³⁰⁴⁹ ₀₁₂₉ ①⑨ ❶❾ ➀➊ ⓪", "123049 0129 19 19 11 0");
    check_fold("ⒶⓏⓐⓩ 🄰🅉 🅐🅩 🅰🆉 𝐀𝐳 𝗕𝘇 𝒜𝓏 𝟎𝟗𝟘", "azaz az az az az bz az 090");
    check_fold("µ μ Μ", "μ μ μ");
}

#[test]
fn half_width_kana_and_katakana_are_hiragana() {
    check_fold("ｱｲｳﾝ ｦｧｰ ﾌﾟﾛﾊﾞ カタカナ・ヴヵヾ", "あいうん をぁー ぷろば かたかな-ゔゕゞ");
    // A mark where there can be none.
    check_fold("ｱﾞ aﾞ", "あ a");
}

#[test]
fn signs_of_trademarks_are_dropped_and_long_dashes_are_hyphens() {
    check_fold("IBM® Spool™ X℠, a—b−c", "ibm spool x, a-b-c");
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
    #![proptest_config(random::quick())]

    #[test]
    fn folding_small_things_twice(text in "[a-cÉé\u{301}\u{308}ßÆŒﬁ³①Ⅱ𝗕™ｶｳﾞﾟ・かはう\u{3099}\u{309a}\u{1112}\u{1161}\u{11ab}한하À-ȳḀ-ỹΆ-џ]{0,8}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_twice_is_folding_once(text in ".*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
