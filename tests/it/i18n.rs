//! Languages: which tag selects which, and how each writes counts, numbers and dates.

use catalog::model::{Date, Field, LEVELS, Label, Text};
use sandbox_explorer::filter::Sort;
use sandbox_explorer::i18n::{self, LANGUAGES, Lang, number};

use crate::tiny::day;

#[track_caller]
fn check_tag(tag: &str, expected: Option<Lang>) {
    assert_eq!(Lang::from_tag(tag), expected, "{tag:?}");
}

#[track_caller]
fn check_date(date: Date, en: &str, zh: &str) {
    assert_eq!((Lang::En.messages().date(date).as_str(), Lang::Zh.messages().date(date).as_str()), (en, zh));
}

#[test]
fn a_tag_means_a_language_by_its_first_part() {
    for tag in ["zh", "zh-CN", "ZH_cn", " zh-hans ", "zh-Hans-HK", "zh-SG"] {
        check_tag(tag, Some(Lang::Zh));
    }
    for tag in ["zh-Hant", "zh-Hant-CN", "zh-TW", "zh_HK", "ZH-mo"] {
        check_tag(tag, Some(Lang::ZhHant));
    }
    for tag in ["en", "en-GB", "EN", "en-US-x-private"] {
        check_tag(tag, Some(Lang::En));
    }
}

#[test]
fn other_languages_are_not_ours() {
    check_tag("ar-XB", Some(Lang::Mirrored));
    for tag in ["fr", "ar", "ar-EG", "", "-", "zho", "e", "english", "x-zh", "中文"] {
        check_tag(tag, None);
    }
}

#[test]
fn each_language_is_selected_by_its_own_tag() {
    for lang in LANGUAGES {
        check_tag(lang.tag(), Some(lang));
    }
    assert_eq!(Lang::default(), Lang::En);
}

#[test]
fn a_text_without_a_language_falls_back_to_the_other() {
    let check = |text: Text, en: &str, zh: &str| assert_eq!((Lang::En.of(text), Lang::Zh.of(text)), (en, zh));
    check(Text { en: "both", zh: "都有" }, "both", "都有");
    check(Text { en: "english", zh: "" }, "english", "english");
    check(Text { en: "", zh: "中文" }, "中文", "中文");
    check(Text::default(), "", "");
}

#[test]
fn a_name_without_traditional_chinese_is_as_in_simplified() {
    let check = |label: Label, expected: [&str; 3]| {
        assert_eq!([Lang::En, Lang::Zh, Lang::ZhHant].map(|lang| lang.label(label)), expected);
    };
    check(Label { en: "network", zh: "网络", zh_hant: "網路" }, ["network", "网络", "網路"]);
    check(Label { en: "network", zh: "网络", zh_hant: "" }, ["network", "网络", "网络"]);
    check(Label { en: "network", zh: "", zh_hant: "" }, ["network"; 3]);
}

#[test]
fn names_of_tables_are_in_traditional_chinese() {
    let catalog = sandbox_explorer::data::bundled();
    let hant = Lang::ZhHant;
    assert_eq!(hant.category(catalog, "scheduling-orchestration"), "排程與編排");
    assert_eq!(hant.region(catalog, "community"), "社群");
    let repository = catalog.sources.iter().find(|source| source.slug == "repository").unwrap();
    assert_eq!(hant.label(repository.name), "專案儲存庫");
    // An unknown category is shown as its slug.
    assert_eq!(hant.category(catalog, "no-such"), "no-such");
}

#[test]
fn numbers_have_a_comma_at_each_thousand() {
    for (n, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (19_000, "19,000"), (u32::MAX, "4,294,967,295")] {
        assert_eq!(number(n), expected);
    }
}

#[test]
fn dates_say_as_much_as_is_known() {
    check_date(day(2024, 10, 17), "17 Oct 2024", "2024 年 10 月 17 日");
    check_date(day(2024, 9, 0), "Sep 2024", "2024 年 9 月");
    check_date(day(2024, 0, 0), "2024", "2024 年");
    check_date(day(2015, 1, 1), "1 Jan 2015", "2015 年 1 月 1 日");
    check_date(day(2026, 12, 31), "31 Dec 2026", "2026 年 12 月 31 日");
}

#[test]
fn one_is_not_plural() {
    let (en, zh) = (Lang::En.messages(), Lang::Zh.messages());
    assert_eq!([0, 1, 2, 1000].map(|n| en.projects(n)), ["0 projects", "1 project", "2 projects", "1,000 projects"]);
    assert_eq!([0, 1, 2, 1000].map(|n| zh.projects(n)), ["0 个项目", "1 个项目", "2 个项目", "1,000 个项目"]);
    assert_eq!(en.shown(1, 1), "1 project");
    assert_eq!(zh.shown(1, 1), "1 个项目");
    let (en, zh) = (Lang::En.late(), Lang::Zh.late());
    assert_eq!((en.years(10), en.years(11), en.years(0)), ("1 year".into(), "1.1 years".into(), "0.0 years".into()));
    assert_eq!(zh.years(10), "1.0 年");
}

#[test]
fn gaps_are_filled_in_the_order_of_each_language() {
    let (en, zh) = (Lang::En.messages(), Lang::Zh.messages());
    assert_eq!(en.without.fill(["Go", &en.projects(1)]), "Without the filter Go: 1 project");
    assert_eq!(zh.without.fill(["Go", &zh.projects(1)]), "去掉条件（Go）：1 个项目");
    assert_eq!(en.since.fill(["Incubating", "2025"]), "Incubating since 2025");
    assert_eq!(zh.since.fill(["孵化", "2025"]), "2025 年晋级为孵化项目");
}

#[test]
fn what_fills_a_gap_is_never_a_gap_itself() {
    assert_eq!(Lang::En.messages().without.fill(["{1}", "{0}"]), "Without the filter {1}: {0}");
}

#[test]
fn the_status_says_how_many_of_how_many() {
    let (en, zh) = (Lang::En.messages(), Lang::Zh.messages());
    assert_eq!((en.shown(12, 52), zh.shown(12, 52)), ("12 of 52 projects".into(), "12 / 52 个项目".into()));
    assert_eq!((en.shown(52, 52), zh.shown(0, 0)), ("52 projects".into(), "0 个项目".into()));
    assert_eq!(en.shown(1000, 2400), "1,000 of 2,400 projects");
    assert_eq!(zh.shown(1000, 2400), "1,000 / 2,400 个项目");
}

#[test]
fn the_default_order_is_called_what_it_does() {
    let en = Lang::En.messages();
    for (searching, listed, expected) in [
        (false, false, "Newest in the Sandbox"),
        (true, false, "Best match"),
        (false, true, "As listed"),
        (true, true, "Best match"),
    ] {
        assert_eq!(Sort::Accepted.label(en, searching, listed), expected);
        assert_eq!(Sort::Name.label(en, searching, listed), "Name");
    }
}

#[test]
fn fields_levels_and_orders_have_names_of_their_own() {
    for lang in LANGUAGES {
        let messages = lang.messages();
        let fields = Field::ALL.map(|field| lang.field(field));
        let levels = LEVELS.map(|level| messages.level(level));
        let sorts = Sort::ALL.map(|sort| sort.label(messages, false, false));
        for names in [&fields[..], &levels, &sorts] {
            let mut unique = names.to_vec();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), names.len(), "{lang:?}: {names:?}");
            assert!(!unique.contains(&""), "{lang:?}: {names:?}");
        }
    }
}

#[test]
fn dates_count_years_in_tenths() {
    for (from, to, expected) in [
        (day(2021, 3, 18), day(2023, 3, 7), 20),
        (day(2023, 1, 11), day(2023, 9, 19), 7),
        (day(2015, 8, 13), day(2023, 5, 17), 78),
        (day(2024, 1, 1), day(2024, 1, 1), 0),
        (day(2024, 1, 2), day(2024, 1, 1), 0),
    ] {
        assert_eq!(to.tenths_since(from), expected, "{from} to {to}");
    }
}

#[test]
fn dates_print_as_iso_8601() {
    let printed = [day(2024, 9, 6), day(2024, 9, 0), day(2024, 0, 0)].map(|date| date.to_string());
    assert_eq!(printed, ["2024-09-06", "2024-09", "2024"]);
}

#[test]
fn a_text_in_another_language_than_the_interface_has_its_own_tag() {
    for (lang, english, chinese) in [
        (Lang::En, None, Some("zh")),
        (Lang::Mirrored, None, Some("zh")),
        (Lang::Zh, Some("en"), None),
        (Lang::ZhHant, Some("en"), Some("zh-Hans")),
    ] {
        assert_eq!((lang.tag_of("An OCI runtime"), lang.tag_of("OCI 容器运行时")), (english, chinese), "{lang:?}");
    }
}

#[test]
fn the_element_learns_the_languages_as_they_are_written() {
    let text: &'static str = i18n::print(sandbox_explorer::data::CHINESE).leak();
    let [learned, written] = i18n::strings(text).unwrap();
    assert_eq!(learned, written);
    assert!(i18n::strings(sandbox_explorer::data::FEATURES).is_none());
    // Where it is cut off, the strings of another language are in their place.
    for end in (0..text.len()).step_by(97).filter_map(|end| text.get(..end)) {
        assert!(i18n::strings(end).is_none_or(|[learned, _]| learned.iter().flatten().all(|text| !text.is_empty())));
    }
}
