//! Catalogs of others: what is not there is not shown, and nothing of ours is said about them.

use leptos::prelude::*;
use sandbox_explorer::Options;
use sandbox_explorer::data::{bundled, from_tree};
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::model::Project;
use sandbox_explorer::page::Host;
use sandbox_explorer::state::State;
use sandbox_explorer::view::{explorer, later};
use sandbox_explorer::{export, filter, prerender, query};

use super::node::Node;
use super::{check_tidy, names};

/// Three names and nothing else.
const NAMES: &str = r#"{ "projects": [{ "name": "Anvil" }, { "name": "Bellows" }, { "name": "Crucible" }] }"#;

/// A list that says what it is, each item of which has something else.
const TOOLS: &str = r#"{
    "title": { "en": "Tools of the forge", "zh": "锻造工具" },
    "item": { "one": { "en": "tool", "zh": "工具" }, "many": { "en": "tools", "zh": "工具" } },
    "accepted": { "en": "Joined", "zh": "加入" },
    "as_of": "2026-03-01",
    "facets": ["category", "maturity", "country"],
    "fields": [{ "slug": "country", "name": { "en": "Country", "zh": "国家" } }],
    "projects": [
        {
            "name": "Anvil", "category": "Heavy", "summary": "First line\nsecond line", "accepted": "2024-05-02",
            "first_commit": "2019-03-01", "maturity": "graduated", "licence": "MIT", "languages": ["Rust"],
            "owner": "Smith & Sons", "region": "Alps", "tags": ["iron"], "counts": { "stars": 7 },
            "links": { "website": "https://anvil.example/", "Wiki": "https://anvil.example/wiki" },
            "fields": { "country": "Japan", "shop": "https://shop.example/anvil" }
        },
        {
            "name": "Bellows", "categories": ["Heavy", "Light"], "accepted": "2023-01",
            "fields": { "country": ["Japan", "Peru"] }, "links": { "repository": "https://bellows.example/" }
        },
        {
            "name": "Crucible", "maturity": { "level": "proven", "since": "2025-01-01" }, "lang": "de",
            "summary": "Ein Tiegel für Stahl", "fields": { "country": "Peru" }
        },
        { "summary": "without a name" }
    ]
}"#;

/// What is said of the bundled projects only.
const OURS: [&str; 8] = ["CNCF", "Sandbox", "sandbox", "series", "沙箱", "系列", "本文", "文章"];

fn index(json: &str) -> &'static Index {
    let tree = serde_json::from_str(json).expect("JSON");
    let (catalog, _) = from_tree(&tree, bundled());
    Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog)))))
}

fn show(index: &'static Index, lang: Lang, query: &str) -> Node {
    let mut options = Options::default();
    options.set("lang", Some(lang.tag())).unwrap();
    options.set("query", Some(query)).unwrap();
    options.set("url-key", Some("list")).unwrap();
    let state = || State::new(options, Host::page(), index, sandbox_explorer::reader::here(), later::here());
    Node::parse(&Owner::new_root(None).with(|| explorer(state()).to_string()))
}

fn english(json: &str, query: &str) -> Node {
    show(index(json), Lang::En, query)
}

/// All that can be shown and taken out of a list, with its name.
fn everything(index: &'static Index, lang: Lang) -> Vec<(String, String)> {
    let ids: Vec<&str> = index.catalog.projects.iter().map(|project| project.id).collect();
    let one = format!("project={}", ids[0]);
    let last = format!("project={}", ids[ids.len() - 1]);
    let several = format!("project={}", ids.join(","));
    let views = ["view=table", "view=timeline", "view=insights", "q=nothing+like+it", "q=anvil", ""];
    let mut all = Vec::new();
    for query in views.into_iter().chain([&*one, &last, &several]) {
        all.push((query.to_owned(), show(index, lang, query).text_and_names()));
    }
    let attributes = [("lang", lang.tag()), ("src", "list.json")];
    for format in prerender::formats().filter(|format| !["style-src", "oembed"].contains(format)) {
        let printed = prerender::print_catalog(index.catalog, format, attributes, "", usize::MAX).unwrap();
        let text = match printed.split_once("</style>") {
            Some((_, shadow)) => Node::parse(shadow.split_once("</template>").unwrap().0).text_and_names(),
            None => printed,
        };
        all.push((format.to_owned(), text));
    }
    let projects: Vec<&'static Project> = index.catalog.projects.iter().collect();
    all.push(("csv".to_owned(), export::csv(index.catalog, &projects, lang)));
    all.push(("json".to_owned(), export::json(index.catalog, &projects, lang, "")));
    all.push(("table".to_owned(), export::markdown_table(index.catalog, &projects, lang)));
    all.push(("list".to_owned(), export::markdown_list(index.catalog, &projects, lang)));
    all.push(("file".to_owned(), export::file_name(index.catalog, "csv")));
    all
}

#[test]
fn nothing_of_ours_is_said_about_the_list_of_somebody_else() {
    for json in [NAMES, TOOLS] {
        for lang in LANGUAGES {
            for (what, text) in everything(index(json), lang) {
                for word in OURS {
                    assert!(!text.contains(word), "{} {what}: {word}: {text}", lang.tag());
                }
            }
        }
    }
}

#[test]
fn what_is_absent_leaves_no_rest() {
    for json in [NAMES, TOOLS] {
        for lang in LANGUAGES {
            let index = index(json);
            for query in ["", "view=table", "view=timeline", "view=insights", "project=anvil", "project=anvil,crucible"]
            {
                let page = show(index, lang, query).without_hidden();
                let whose = format!("{} {query}", lang.tag());
                check_tidy(&page, &whose);
                for time in page.tags("time") {
                    assert!(time.attr("datetime").is_some_and(|date| !date.starts_with('0')), "{whose}");
                }
                for link in page.tags("a") {
                    assert!(link.attr("href").is_some_and(|href| !href.is_empty()), "{whose}: {}", link.name());
                }
            }
            for (what, text) in everything(index, lang) {
                for rest in ["undefined", "null", "0000", " 0 ", "()", "（）", "[]", ": ,", "： ", "\"\"", "<>", "]( "]
                {
                    assert!(!text.contains(rest), "{} {what}: {rest:?}: {text}", lang.tag());
                }
            }
        }
    }
}

#[test]
fn a_card_of_a_name_is_a_name() {
    let page = english(NAMES, "").without_hidden();
    assert_eq!(names(&page.all("heading")), ["Anvil", "Bellows", "Crucible"]);
    for card in page.all("article") {
        assert_eq!(card.text().split_whitespace().count(), 1, "{}", card.text());
        assert_eq!((card.tags("svg").len(), card.tags("time").len()), (0, 0));
        let links: Vec<String> = names(&card.all("link"));
        assert_eq!(links.len(), 1, "only its name: {links:?}");
    }
    assert_eq!(page.one("status").text(), "3 entries");
    assert_eq!(page.all("tab").len(), 0, "nothing splits the list");
}

#[test]
fn a_list_is_called_what_it_calls_itself() {
    for (json, lang, title, search, count) in [
        (NAMES, Lang::En, "Explorer", "Search 3 entries", "3 entries"),
        (NAMES, Lang::Zh, "列表", "搜索 3 项", "3 项"),
        (TOOLS, Lang::En, "Tools of the forge", "Search 3 tools", "3 tools"),
        (TOOLS, Lang::Zh, "锻造工具", "搜索 3 个工具", "3 个工具"),
    ] {
        let page = show(index(json), lang, "");
        assert_eq!(page.one("region").name(), title);
        assert_eq!(page.one("status").text(), count);
        assert_eq!(page.one("searchbox").attr("placeholder"), Some(search));
    }
    let one = r#"{ "item": { "one": "tool", "many": "tools" }, "projects": [{ "name": "Anvil" }] }"#;
    assert_eq!(english(one, "").one("status").text(), "1 tool");
    assert_eq!(show(index(one), Lang::Zh, "").one("status").text(), "1 个 tool");
    assert_eq!(english(r#"{ "projects": [{ "name": "Anvil" }] }"#, "").one("status").text(), "1 entry");
}

#[test]
fn a_list_says_what_it_is_about() {
    let about = |json: &str, lang: Lang| {
        let page = show(index(json), lang, "");
        page.filter(&|node| node.attr("part") == Some("about")).iter().map(|node| node.text()).collect::<Vec<_>>()
    };
    let json = r#"{ "about": { "en": "Tools that last.", "zh": "耐用的工具。" }, "projects": [{ "name": "Anvil" }] }"#;
    assert_eq!(about(json, Lang::En), ["Tools that last."]);
    assert_eq!(about(json, Lang::Zh), ["耐用的工具。"]);
    assert_eq!(about(NAMES, Lang::En), [""; 0]);
}

#[test]
fn a_card_has_a_link_whatever_its_name() {
    let json = r#"{ "projects": [
        { "name": "Anvil", "links": { "Paper": "https://anvil.example/paper", "Demo": "https://anvil.example/demo" } },
        { "name": "Bellows", "links": { "website": "https://bellows.example/", "Paper": "https://bellows.example/paper" } }
    ] }"#;
    let page = english(json, "").without_hidden();
    let links: Vec<(String, Option<&str>)> = page
        .tags("a")
        .iter()
        .filter(|link| link.attr("part") == Some("link"))
        .map(|link| (link.name(), link.attr("href")))
        .collect();
    assert_eq!(
        links,
        [
            ("Paper: Anvil".to_owned(), Some("https://anvil.example/paper")),
            ("Website: Bellows".to_owned(), Some("https://bellows.example/"))
        ]
    );
    let texts: Vec<String> = page.tags("a").iter().map(|link| link.text()).collect();
    assert!(texts.contains(&"Paper".to_owned()), "{texts:?}");
}

#[test]
fn only_what_the_list_has_can_be_chosen() {
    let orders = |page: &Node| names(&page.one("combobox").all("option"));
    let switches = |page: &Node| names(&page.filter(&|node| node.attr("class") == Some("se-view")));
    let page = english(NAMES, "");
    assert_eq!(orders(&page), ["As listed", "Name"]);
    assert_eq!(switches(&page), ["Cards", "Table", "Insights"]);
    let page = english(TOOLS, "");
    assert_eq!(orders(&page), ["Joined: newest first", "Name", "Oldest first commit", "Oldest (Joined)", "Most stars"]);
    assert_eq!(switches(&page), ["Cards", "Table", "Timeline", "Insights"]);
    // A link to what is missing leads to the default.
    let page = english(NAMES, "view=timeline&sort=stars");
    assert_eq!(page.all("article").len(), 3);
    assert_eq!(query::parse(index(NAMES), "sort=stars").sort, filter::Sort::default());
    assert_eq!(query::parse(index(TOOLS), "sort=stars").sort, filter::Sort::Stars);
}

#[test]
fn what_is_not_known_comes_last() {
    let index = index(TOOLS);
    for sort in ["first-commit", "age", "stars"] {
        let shown = query::projects(index.catalog, &format!("sort={sort}"));
        assert_eq!(shown[0].id, "anvil", "{sort}");
    }
}

#[test]
fn a_list_without_dates_is_in_its_own_order() {
    let page = english(r#"{ "projects": [{ "name": "Zinc" }, { "name": "Alum" }] }"#, "");
    assert_eq!(names(&page.all("heading")), ["Zinc", "Alum"]);
}

#[test]
fn a_table_has_the_columns_of_its_list() {
    let heads = |json: &str| names(&english(json, "view=table").tags("thead")[0].tags("th"));
    assert_eq!(heads(NAMES), ["Name"]);
    assert_eq!(
        heads(TOOLS),
        [
            "Name",
            "Category",
            "Language",
            "Licence",
            "Started by",
            "Origin",
            "First commit",
            "Joined",
            "Age (Joined)",
            "Maturity",
            "Stars",
            "Country",
            "Shop"
        ]
    );
    let fields: Vec<String> = (0..20).map(|n| format!("\"field {n}\": \"x\"")).collect();
    let wide = format!("{{ \"projects\": [{{ \"name\": \"Wide\", \"fields\": {{ {} }} }}] }}", fields.join(", "));
    assert_eq!(heads(&wide).len(), 9, "a sensible number of fields");
}

#[test]
fn the_details_show_fields_and_links_by_their_names() {
    let page = english(TOOLS, "project=anvil");
    let details = page.one("dialog");
    let fact = |name: &str| {
        let row = details.filter(&|node| node.attr("class") == Some("se-fact"));
        row.into_iter().find(|row| row.tags("dt")[0].text() == name).map(|row| row.tags("dd")[0].text())
    };
    assert_eq!(fact("Country").as_deref(), Some("Japan"));
    assert_eq!(fact("Maturity").as_deref(), Some("Graduated"));
    assert_eq!(fact("Age (Joined)").as_deref(), Some("5.2 years"));
    assert_eq!(fact("Stars").as_deref(), Some("about 7"));
    assert_eq!(fact("Shop").as_deref(), Some("shop.example/anvil"));
    let hrefs: Vec<&str> = details.all("link").iter().filter_map(|link| link.attr("href")).collect();
    for href in ["https://anvil.example/wiki", "https://shop.example/anvil"] {
        assert!(hrefs.contains(&href), "{hrefs:?}");
    }
    assert!(names(&details.all("link")).contains(&"Wiki: Anvil".to_owned()));
    let summary = details.filter(&|node| node.attr("class") == Some("se-details-summary"));
    assert!(summary[0].text_and_names().contains("First line\nsecond line"), "with its lines");
    // Nothing but a name.
    let page = english(NAMES, "project=bellows").without_hidden();
    assert_eq!(names(&page.one("dialog").all("heading")), ["Bellows"]);
}

#[test]
fn a_text_says_in_which_language_it_is() {
    for (lang, query) in
        [(Lang::En, ""), (Lang::Zh, ""), (Lang::En, "project=crucible"), (Lang::Zh, "project=crucible")]
    {
        let page = show(index(TOOLS), lang, query);
        let texts = page.filter(&|node| node.attr("lang") == Some("de"));
        assert!(texts.iter().any(|node| node.text() == "Ein Tiegel für Stahl"), "{} {query}", lang.tag());
        assert!(texts.iter().all(|node| ["Ein Tiegel für Stahl", "Peru"].contains(&&*node.text())), "{query}");
    }
    let list = prerender::print_catalog(index(TOOLS).catalog, "list", [], "", 9).unwrap();
    assert!(list.contains("Crucible – <span lang=\"de\">Ein Tiegel für Stahl</span>"), "{list}");
}

#[test]
fn entries_that_could_not_be_read_are_told_in_one_line() {
    for (lang, line) in [
        (Lang::En, "1 of 4 entries could not be read"),
        (Lang::Zh, "4 个条目中有 1 个无法读取"),
        (Lang::ZhHant, "4 個條目中有 1 個無法讀取"),
    ] {
        assert!(show(index(TOOLS), lang, "").text().contains(line), "{line}");
    }
    assert!(!english(NAMES, "").text().contains("could not be read"));
}

#[test]
fn insights_have_the_charts_of_their_list() {
    let charts = |json: &str| {
        let page = english(json, "view=insights");
        names(&page.filter(&|node| node.attr("class") == Some("se-insight-name")))
    };
    assert_eq!(charts(NAMES), [] as [&str; 0]);
    assert_eq!(
        charts(TOOLS),
        ["Language", "Licence", "Origin", "Started by", "Age (Joined)", "Maturity", "Category", "Country"]
    );
    assert!(english(TOOLS, "view=insights").text().contains("Age (Joined), median: 5.2 years"));
}

#[test]
fn a_timeline_without_parts_is_one_list() {
    let page = english(TOOLS, "view=timeline");
    assert_eq!(names(&page.all("heading")), [] as [&str; 0]);
    let lines: Vec<String> = page.filter(&|node| node.tag == "title").iter().map(|title| title.text()).collect();
    assert!(lines.contains(&"Anvil: First commit Mar 2019, Joined May 2024, Graduated".to_owned()), "{lines:?}");
}

#[test]
fn fields_and_owners_are_found() {
    for (words, found) in [("peru", "bellows crucible"), ("smith", "anvil"), ("light", "bellows")] {
        let mut ids: Vec<&str> =
            query::projects(index(TOOLS).catalog, &format!("q={words}")).iter().map(|it| it.id).collect();
        ids.sort_unstable();
        assert_eq!(ids.join(" "), found, "{words}");
    }
}

#[test]
fn what_is_exported_can_be_shown_again() {
    let of = index(TOOLS).catalog;
    let projects: Vec<&'static Project> = of.projects.iter().collect();
    let json = export::json(of, &projects, Lang::Zh, "q=anything");
    let (again, mistakes) = from_tree(&serde_json::from_str(&json).expect("JSON"), bundled());
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let plain = |project: &Project| Project { similar: &[], ..*project };
    for (project, again) in of.projects.iter().zip(again.projects) {
        assert_eq!(plain(project), plain(again));
    }
    assert_eq!((of.columns, of.as_of), (again.columns, again.as_of));
    let (terms, again) = (of.terms.unwrap(), again.terms.unwrap());
    assert_eq!(
        (terms.title, terms.one, terms.many, terms.accepted),
        (again.title, again.one, again.many, again.accepted)
    );
}

#[test]
fn exports_have_the_columns_of_their_list() {
    let of = |json: &str| {
        let catalog = index(json).catalog;
        (catalog, catalog.projects.iter().collect::<Vec<_>>())
    };
    let (catalog, projects) = of(NAMES);
    assert_eq!(export::csv(catalog, &projects, Lang::En).lines().next(), Some("\u{feff}id,name"));
    assert_eq!(export::markdown_table(catalog, &projects[..1], Lang::En), "| Name |\n| --- |\n| Anvil |\n");
    assert_eq!(export::markdown_list(catalog, &projects[..1], Lang::En), "- Anvil\n");
    assert_eq!(export::file_name(catalog, "csv"), "list.csv");
    let (catalog, projects) = of(TOOLS);
    assert_eq!(
        export::csv(catalog, &projects, Lang::En).lines().next(),
        Some(
            "\u{feff}id,name,category,summary,languages,licence,owner,region,first_commit,accepted,age_in_years,maturity,\
             maturity_since,stars,tags,website,repository,\"Country\",\"Shop\",\"Wiki\""
        )
    );
    assert_eq!(
        export::markdown_list(catalog, &projects[..1], Lang::En),
        "- [Anvil](https://anvil.example/) — First line second line (Graduated, Joined 2024-05-02, MIT, Rust). \
         Source: Tools of the forge (as of 2026-03-01).\n"
    );
    assert_eq!(export::file_name(catalog, "json"), "tools-of-the-forge.json");
    assert_eq!(export::file_name(bundled(), "csv"), "sandbox-projects.csv");
}
