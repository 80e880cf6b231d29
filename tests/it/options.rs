//! The options: default, accepted and rejected values of each row.

use catalog::model::Date;
use sandbox_explorer::Options;
use sandbox_explorer::filter::View;
use sandbox_explorer::options::{ATTRIBUTES, Layout, OPTIONS, Published, Theme};

/// An accepted value, and how it changes the defaults.
type Taken = (&'static str, &'static str, fn(&mut Options));

const POST: Published = Published::On(Date { year: 2024, month: 9, day: 5 });

const TAKEN: [Taken; 44] = [
    ("lang", "zh-Hant-TW", |o| o.lang = Some("zh-Hant-TW".into())),
    ("lang", " en ", |o| o.lang = Some("en".into())),
    ("lang", "", |_| {}),
    ("theme", "auto", |_| {}),
    ("theme", "", |_| {}),
    ("theme", "light", |o| o.theme = Theme::Light),
    ("theme", "dark", |o| o.theme = Theme::Dark),
    ("scope", "part=4", |o| o.scope = "part=4".into()),
    ("scope", "colour=red", |o| o.scope = "colour=red".into()),
    ("query", "?q=mesh&language=rust", |o| o.query = "?q=mesh&language=rust".into()),
    ("query", "", |_| {}),
    ("initial-query", "q=mesh", |o| o.initial_query = "q=mesh".into()),
    ("view", "cards", |_| {}),
    ("view", "", |_| {}),
    ("view", "table", |o| o.view = View::Table),
    ("view", "timeline", |o| o.view = View::Timeline),
    ("view", "insights", |o| o.view = View::Insights),
    ("layout", "full", |_| {}),
    ("layout", "compact", |o| o.layout = Layout::Compact),
    ("layout", "single", |o| o.layout = Layout::Single),
    ("layout", "inline", |o| o.layout = Layout::Inline),
    ("published", "2024-09-05", |o| o.published = POST),
    ("published", "2024-09-05T10:00:00+02:00", |o| o.published = POST),
    ("published", "none", |o| o.published = Published::Unsaid),
    ("published", "", |_| {}),
    ("current-part", "4", |o| o.current_part = Some("4".into())),
    ("current-part", "", |_| {}),
    ("url-key", "my-explorer_2", |o| o.url_key = Some("my-explorer_2".into())),
    ("url-key", "", |_| {}),
    ("heading-level", "2", |o| o.heading_level = 2),
    ("heading-level", "3", |_| {}),
    ("heading-level", "4", |o| o.heading_level = 4),
    ("heading-level", "5", |o| o.heading_level = 5),
    ("heading-level", " 6 ", |o| o.heading_level = 6),
    ("src", "catalog.json", |o| o.src = Some("catalog.json".into())),
    ("src", " ", |_| {}),
    ("without-search", "", |o| o.without_search = true),
    ("without-search", "without-search", |o| o.without_search = true),
    ("without-search", "true", |o| o.without_search = true),
    ("without-search", "false", |_| {}),
    ("without-tabs", "", |o| o.without_tabs = true),
    ("without-facets", "", |o| o.without_facets = true),
    ("without-sort", "", |o| o.without_sort = true),
    // As in HTML, where presence alone counts.
    ("without-sort", "no", |o| o.without_sort = true),
];

/// Options that all differ from their defaults.
fn all_set() -> Options {
    Options {
        lang: Some("zh".into()),
        theme: Theme::Dark,
        scope: "part=4".into(),
        query: "q=a".into(),
        initial_query: "q=b".into(),
        view: View::Timeline,
        layout: Layout::Single,
        published: Published::Unsaid,
        current_part: Some("1".into()),
        url_key: Some("key".into()),
        heading_level: 6,
        src: Some("catalog.json".into()),
        without_search: true,
        without_tabs: true,
        without_facets: true,
        without_sort: true,
    }
}

#[track_caller]
fn check_refused(name: &str, value: &str, expected: &str) {
    let mut options = all_set();
    let refused = options.set(name, Some(value)).unwrap_err();
    assert_eq!(refused.to_string(), expected);
    assert_eq!(options, all_set(), "a refused value changes nothing");
}

#[test]
fn each_option_takes_its_values_and_touches_no_other() {
    for (name, value, change) in TAKEN {
        let (mut options, mut expected) = (Options::default(), Options::default());
        options.set(name, Some(value)).unwrap();
        change(&mut expected);
        assert_eq!(options, expected, "{name}={value:?}");
    }
}

#[test]
fn the_names_are_promises_and_each_is_tried_here() {
    let names: Vec<&str> = OPTIONS.iter().map(|row| row.name).collect();
    let mut tried: Vec<&str> = TAKEN.iter().map(|row| row.0).collect();
    tried.dedup();
    assert_eq!(tried, names);
}

#[test]
fn without_its_attribute_each_option_has_its_default() {
    let defaults = Options {
        lang: None,
        theme: Theme::Auto,
        scope: String::new(),
        query: String::new(),
        initial_query: String::new(),
        view: View::Cards,
        layout: Layout::Full,
        published: Published::Page,
        current_part: None,
        url_key: None,
        heading_level: 3,
        src: None,
        without_search: false,
        without_tabs: false,
        without_facets: false,
        without_sort: false,
    };
    let mut options = all_set();
    for row in &OPTIONS {
        options.set(row.name, None).unwrap();
    }
    assert_eq!(options, defaults);
    assert_eq!(options, Options::default());
}

/// What the documentation calls the default is the default.
#[test]
fn a_default_that_is_a_value_has_the_effect_of_no_attribute() {
    let mut n = 0;
    for row in ATTRIBUTES.iter().take(OPTIONS.len()) {
        let Some(value) = row.default.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) else { continue };
        let [mut set, mut absent] = [all_set(), all_set()];
        set.set(row.name, Some(value)).unwrap();
        absent.set(row.name, None).unwrap();
        assert_eq!(set, absent, "{}", row.name);
        n += 1;
    }
    assert!(n >= 4);
}

#[test]
fn a_value_that_cannot_be_used_is_refused_by_name() {
    check_refused("theme", "blue", "attribute theme: cannot use \"blue\"; allowed: auto, light, dark");
    check_refused("theme", "Dark", "attribute theme: cannot use \"Dark\"; allowed: auto, light, dark");
    let views = View::ALL.map(View::slug).join(", ");
    check_refused("view", "grid", &format!("attribute view: cannot use \"grid\"; allowed: {views}"));
    check_refused("layout", "tiny", "attribute layout: cannot use \"tiny\"; allowed: full, compact, single, inline");
    for day in ["5.9.2024", "2024-9-5", "2024-02-30", "yesterday", "2024-09", "发表于2024年"] {
        let expected = format!("attribute published: cannot use \"{day}\"; allowed: a day such as 2024-09-05, none");
        check_refused("published", day, &expected);
    }
    check_refused("url-key", "a b", "attribute url-key: cannot use \"a b\"; allowed: letters, digits, - and _");
    check_refused("url-key", "a=b", "attribute url-key: cannot use \"a=b\"; allowed: letters, digits, - and _");
    check_refused("url-key", "键", "attribute url-key: cannot use \"键\"; allowed: letters, digits, - and _");
    for level in ["1", "7", "h3", "03", ""] {
        let expected = format!("attribute heading-level: cannot use \"{level}\"; allowed: 2, 3, 4, 5, 6");
        check_refused("heading-level", level, &expected);
    }
}

#[test]
fn a_long_value_is_refused_in_a_short_line() {
    let eighty = "键".repeat(80);
    let line = |shown: &str| format!("attribute theme: cannot use \"{shown}\"; allowed: auto, light, dark");
    check_refused("theme", &eighty, &line(&eighty));
    // Formerly the whole value was printed in the console, at any length.
    check_refused("theme", &format!("{eighty}键"), &line(&format!("{eighty}…")));
    check_refused("theme", &eighty.repeat(100_000), &line(&format!("{eighty}…")));
}

#[test]
fn a_name_that_does_not_exist_is_refused() {
    check_refused("colour", "red", "unknown attribute colour");
    check_refused("Theme", "dark", "unknown attribute Theme");
    check_refused("base", "/", "unknown attribute base");
    assert!(Options::default().set("", None).is_err());
}
