//! What can be chosen, and what is refused.

use std::collections::BTreeSet;

use sandbox_explorer::contract::tokens;
use sandbox_explorer::options::ATTRIBUTES;
use sandbox_explorer_kit::{Choice, known};

#[track_caller]
fn check_refused(name: &str, value: &str, expected: &str) {
    let mut choice = Choice::default();
    assert_eq!(choice.set(name, value), Err(expected.to_owned()));
    assert_eq!(choice, Choice::default(), "a refused value changes nothing");
}

/// Tokens are options without their prefix, so no attribute may be called like one.
#[test]
fn every_attribute_and_every_token_can_be_chosen() {
    let names: Vec<&str> = known().collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert_eq!(names.len(), ATTRIBUTES.len() + tokens().len() + 2);
}

#[test]
fn a_value_is_checked_as_the_element_checks_it() {
    check_refused("theme", "blue", "theme: cannot use \"blue\"; allowed: auto, light, dark");
    check_refused("loading", "later", "loading: cannot use \"later\"; allowed: lazy, eager");
    check_refused("heading-level", "7", "attribute heading-level: cannot use \"7\"; allowed: 2, 3, 4, 5, 6");
    check_refused("url-key", "a b", "attribute url-key: cannot use \"a b\"; allowed: letters, digits, - and _");
    check_refused(
        "published",
        "yesterday",
        "attribute published: cannot use \"yesterday\"; allowed: a day such as 2024-09-05, none",
    );
    check_refused("lang", "fr", "lang: cannot use \"fr\"; allowed: en, zh, zh-Hant");
    check_refused("src", "a\"b", "src: cannot use \"a\"b\"; expected an address");
    check_refused("base", "javascript:alert(1)", "base: cannot use \"javascript:alert(1)\"; expected an address");
    check_refused("scope", "part=4\nx", "scope: cannot use \"part=4\nx\"; it must be one line");
    let css =
        "accent: cannot use \"red; x: y\"; expected a value of CSS such as #a3195b or light-dark(#a3195b, #ff8ac2)";
    check_refused("accent", "red; x: y", css);
    check_refused("radius", "4px}", "radius: cannot use \"4px}\"; expected a value of CSS such as 4px");
    check_refused("accent", "light-dark(red, blue", &css.replace("red; x: y", "light-dark(red, blue"));
    let link = "link: cannot use \"month=4 /x y\"; expected `part=4 ADDRESS TEXT` or `project=ID ADDRESS TEXT`";
    check_refused("link", "month=4 /x y", link);
    let mut choice = Choice::default();
    let why = choice.set("colour", "red").unwrap_err();
    assert!(why.starts_with("unknown option colour; allowed: lang, theme, scope, "), "{why}");
}

#[test]
fn what_is_the_default_is_not_kept() {
    let mut choice = Choice::default();
    for (name, value) in [
        ("theme", "auto"),
        ("heading-level", "3"),
        ("loading", "lazy"),
        ("scope", ""),
        ("accent", ""),
        ("without-tabs", "false"),
    ] {
        choice.set(name, value).unwrap();
    }
    assert_eq!(choice, Choice::default());
    choice.set("theme", "dark").unwrap();
    choice.set("without-tabs", "").unwrap();
    assert_eq!((choice.get("theme"), choice.get("without-tabs")), ("dark", "true"));
    choice.set("theme", "").unwrap();
    choice.set("without-tabs", "false").unwrap();
    assert_eq!(choice, Choice::default());
}

#[test]
fn a_quotation_mark_cannot_end_a_value() {
    let mut choice = Choice::default();
    choice.set("query", "q=\"service mesh\"").unwrap();
    assert_eq!(choice.get("query"), "q=%22service mesh%22");
}
