//! The views as HTML, queried by role, name and text, in both languages; and the component, as a server prints it.

mod card;
mod compare;
mod component;
mod controls;
mod details;
mod element;
mod insights;
mod logo;
mod many;
pub mod node;
mod others;
mod readme;
mod server;
mod signals;
mod table;
mod timeline;

use catalog::model::{Catalog, Links, Project, Text};
use catalog::{pack, packed};
use leptos::prelude::*;
use node::Node;
use sandbox_explorer::Options;
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::page::Host;
use sandbox_explorer::state::State;
use sandbox_explorer::view::{explorer, later};

use crate::tiny::{PLAIN, catalog};

/// The live view with these attributes, each `name=value`, or a name alone.
#[track_caller]
fn render(attributes: &[&str]) -> Node {
    let mut options = Options::default();
    for attribute in attributes {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        options.set(name, Some(value)).unwrap();
    }
    let state = || State::new(options, Host::page(), Index::bundled(), sandbox_explorer::reader::here(), later::here());
    Node::parse(&Owner::new_root(None).with(|| explorer(state()).to_string()))
}

/// The live view in each language.
fn in_each_language(query: &str) -> impl Iterator<Item = (Lang, Node)> {
    let query = format!("query={query}");
    LANGUAGES.into_iter().map(move |lang| (lang, render(&[&format!("lang={}", lang.tag()), &query])))
}

fn names(nodes: &[&Node]) -> Vec<String> {
    nodes.iter().map(|node| node.name()).collect()
}

#[test]
fn the_whole_is_a_named_region_in_its_language() {
    for (lang, page) in in_each_language("") {
        let region = page.one("region");
        assert_eq!(region.attr("lang"), Some(lang.tag()));
        assert_eq!(region.name(), lang.messages().explorer);
    }
    assert_eq!(render(&["lang=zh-TW"]).one("region").attr("lang"), Some("zh-Hant"));
    assert_eq!(render(&["lang=ar-XB"]).one("region").attr("dir"), Some("rtl"));
    assert_eq!(render(&["lang=fr"]).one("region").attr("lang"), Some("en"));
}

#[test]
fn a_theme_is_a_colour_scheme() {
    let style = |theme| render(&[theme]).one("region").attr("style").unwrap_or_default().to_owned();
    assert!(style("theme=dark").contains("color-scheme:dark"));
    assert!(style("theme=light").contains("color-scheme:light"));
    assert!(!style("theme=auto").contains("color-scheme"));
}

#[test]
fn each_part_can_be_left_out() {
    let whole = render(&[]);
    for (attribute, role, n) in [
        ("without-search", "search", 1),
        ("without-tabs", "tab", 18),
        ("without-facets", "checkbox", 32),
        ("without-sort", "combobox", 1),
    ] {
        assert_eq!(whole.all(role).len(), n, "{role}");
        let page = render(&[attribute]);
        assert_eq!(page.all(role).len(), 0, "{attribute}");
        assert_eq!(page.all("article").len(), 52, "{attribute}");
    }
    let page = render(&["without-search", "without-tabs", "without-facets", "without-sort"]);
    let roles = ["search", "searchbox", "tablist", "tabpanel", "fieldset", "checkbox", "combobox"];
    assert_eq!(page.filter(&|node| roles.contains(&node.role())).len(), 0);
    assert!(!page.text().contains("Filters"));
    assert_eq!(page.one("status").text(), "52 projects");
}

#[test]
fn a_scope_decides_what_exists() {
    let page = render(&["scope=part=4"]);
    assert_eq!(page.all("article").len(), 13);
    assert_eq!(page.one("status").text(), "13 projects");
    assert_eq!(page.all("tab")[0].name(), "All 13");
    // All 13 are in part 4, so there is no part to choose.
    assert!(!names(&page.all("group")).contains(&"Part of the series".to_owned()));
    assert!(names(&render(&[]).all("group")).contains(&"Part of the series".to_owned()));

    let page = render(&["scope=project=youki,kmesh"]);
    let headings = names(&page.all("heading"));
    assert_eq!(headings, ["youki", "Kmesh"]);
    assert_eq!(names(&page.all("tab")), ["All 2", "Container Runtime 1", "Service Mesh 1"]);
}

#[test]
fn a_query_decides_what_is_shown() {
    let page = render(&["query=category=service-mesh"]);
    assert_eq!(names(&page.all("heading")), ["Kmesh", "Sermant"]);
    assert_eq!(page.one("status").text(), "2 of 52 projects");
}

#[test]
fn a_query_that_finds_nothing_says_so_and_offers_ways_out() {
    let page = render(&["query=q=mesh&language=python&region=china"]);
    assert_eq!(page.all("article").len(), 0);
    assert!(page.text().contains("No projects match all of these filters."), "{}", page.text());
    let ways: Vec<String> =
        names(&page.all("button")).into_iter().filter(|name| name.starts_with("Without the filter ")).collect();
    let n = |query: &str| match render(&[&format!("query={query}")]).all("article").len() {
        1 => "1 project".to_owned(),
        n => format!("{n} projects"),
    };
    // Krkn, in Python, has "chaos mesh" in its purpose.
    let (n_any_language, n_anywhere) = (n("q=mesh&region=china"), n("q=mesh&language=python"));
    assert_eq!(
        ways,
        [
            format!("Without the filter Language = Python: {n_any_language}"),
            format!("Without the filter Origin = China: {n_anywhere}")
        ]
    );

    let zh = render(&["lang=zh", "query=q=youki&language=go"]);
    assert!(zh.text().contains("没有同时满足这些条件的项目。"));
    let ways: Vec<String> = names(&zh.all("button")).into_iter().filter(|name| name.starts_with("去掉")).collect();
    assert_eq!(ways.len(), 2);
    assert!(ways.contains(&"去掉条件（编程语言：Go）：1 个项目".to_owned()), "{ways:?}");
}

#[test]
fn an_empty_scope_is_not_blamed_on_the_reader() {
    let page = render(&["scope=part=1&language=python"]);
    assert_eq!(page.one("status").text(), "0 projects");
    assert!(page.text().contains("There are no projects here."));
    assert!(!names(&page.all("button")).contains(&"Clear all".to_owned()));
}

#[test]
fn nothing_unknown_and_nothing_empty_is_shown() {
    for (lang, page) in in_each_language("") {
        check_tidy(&page, lang.tag());
    }
}

/// No value that a program would print for a missing one, and no empty element where one was left out.
#[track_caller]
fn check_tidy(page: &Node, whose: &str) {
    let text = page.text();
    let words = text.split(|c: char| c.is_ascii_whitespace() || ",;:()（），；：、。".contains(c));
    for word in words {
        assert!(
            !["null", "None", "Some", "undefined", "unknown", "Unknown", "未知", "NaN"].contains(&word),
            "{whose}: {word}"
        );
    }
    for node in
        page.filter(&|node| ["dd", "dt", "li", "h2", "h3", "h4", "p", "b", "button", "a"].contains(&node.tag.as_str()))
    {
        let hidden = node.attr("aria-hidden") == Some("true");
        let has_button = !node.tags("button").is_empty();
        assert!(
            hidden || has_button || !node.name().is_empty(),
            "{whose}: an empty {} ({:?})",
            node.tag,
            node.attr("class")
        );
    }
}

/// A state of the bundled catalog with default options. Only under an owner.
fn default_state() -> State {
    State::new(Options::default(), Host::page(), Index::bundled(), sandbox_explorer::reader::here(), later::here())
}

#[test]
fn what_comes_from_data_is_text_and_never_markup() {
    static EVIL: Catalog = catalog(&[Project {
        id: "evil",
        name: "<img src=x onerror=alert(1)>",
        summary: Text { en: "a < b & \"c\" <script>alert(1)</script>", zh: "" },
        links: Links { website: "https://e.example/?a=1&lt=2&quot;", ..PLAIN.links },
        ..PLAIN
    }]);
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        let state = default_state();
        state.catalog.index.set(Box::leak(Box::new(Index::new(&EVIL))));
        state.set_query("project=evil");
        explorer(state).to_string()
    });
    let page = Node::parse(&html);
    assert_eq!(page.tags("img").len() + page.tags("script").len(), 0);
    let card = page.one("article");
    assert_eq!(card.one("heading").text(), EVIL.projects[0].name);
    assert_eq!(card.all("link")[0].attr("href"), Some(EVIL.projects[0].links.website));
    assert_eq!(page.one("dialog").name(), EVIL.projects[0].name);
    assert!(page.one("dialog").text().contains(EVIL.projects[0].summary.en));
}

#[test]
fn what_leads_elsewhere_than_to_the_web_is_no_link() {
    // Packed text is not checked when it is unpacked: a shifted column may contain anything.
    let project = Project {
        id: "evil",
        name: "Evil",
        links: Links {
            website: "javascript:alert(1)",
            repository: "data:text/html,hello",
            docs: Some("https://user@e.example/"),
            sandbox_request: Some("/relative"),
            onboarding: Some(" https://e.example/"),
            onboarding_other: Some("Apache-2.0"),
            devstats: Some("https://e.example/devstats"),
            chat: Some("javascript:alert(2)"),
            adopters: Some("ftp://e.example/"),
            ..PLAIN.links
        },
        former_repositories: &["javascript:alert(3)"],
        ..PLAIN
    };
    let text = pack::print(&catalog(vec![project, Project { id: "other", name: "Other", ..PLAIN }].leak()));
    let index: &'static Index =
        Box::leak(Box::new(Index::new(Box::leak(Box::new(packed::unpack(text.leak()).unwrap())))));
    for query in ["project=evil", "project=evil,other", "view=table&project=evil", "view=timeline"] {
        let html = Owner::new_root(None).with(|| {
            let state = default_state();
            state.catalog.index.set(index);
            state.set_query(query);
            explorer(state).to_string()
        });
        let page = Node::parse(&html);
        let hrefs: Vec<&str> =
            page.filter(&|node| node.attr("href").is_some()).iter().filter_map(|it| it.attr("href")).collect();
        assert!(
            hrefs
                .iter()
                .all(|href| href.starts_with("https://plain.example/") || *href == "https://e.example/devstats"),
            "{query}: {hrefs:?}"
        );
        // Its text is still there.
        assert!(query == "view=timeline" || page.text().contains("Website"), "{query}");
    }
}
