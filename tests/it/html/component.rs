//! The component as a server prints it: usable before any code runs, and as the application has told it to be.

use catalog::model::{Catalog, Project};
use leptos::prelude::*;
use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::state::given;
use sandbox_explorer::{Layout, Options, Published, SandboxExplorer, Theme, View};

use super::node::Node;
use crate::tiny::{PLAIN, catalog};

fn print<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new_root(None).with(|| view().to_html())
}

fn page<V: IntoView>(view: impl FnOnce() -> V) -> Node {
    Node::parse(&print(view))
}

#[test]
fn it_prints_every_card_and_what_works_without_code() {
    let page = page(|| view! { <SandboxExplorer/> });
    assert_eq!(page.all("article").len(), 52);
    // Tabs are radio buttons by which the style filters, details are popovers, and what is entered has a name.
    assert_eq!(page.filter(&|node| node.attr("type") == Some("radio")).len(), 18);
    assert_eq!(page.filter(&|node| node.attr("popover").is_some()).len(), 52);
    assert_eq!(page.one("searchbox").attr("name"), Some("q"));
}

#[test]
fn it_has_the_language_that_the_application_tells() {
    for lang in LANGUAGES {
        let (tag, messages) = (lang.tag(), lang.messages());
        let page = page(|| view! { <SandboxExplorer lang=tag/> });
        assert_eq!(page.one("region").attr("lang"), Some(lang.tag()));
        assert!(page.text().contains(&messages.shown(52, 52)), "{tag}");
    }
    let told = page(|| {
        let lang = RwSignal::new("zh".to_owned());
        view! { <SandboxExplorer lang/> }
    });
    assert_eq!(told.one("region").attr("lang"), Some(Lang::Zh.tag()));
}

#[test]
fn each_prop_takes_the_place_of_its_option() {
    let options = || Options { scope: "part=1".into(), heading_level: 5, without_tabs: true, ..Options::default() };
    let page = page(|| {
        view! {
            <SandboxExplorer
                options=options()
                scope="part=4"
                query="language=rust"
                theme=Theme::Dark
                layout=Layout::Compact
                published=Published::Unsaid
                current_part="4"
                url_key="x"
                without_sort=true
            />
        }
    });
    let rust = page.all("article").len();
    assert!((1..13).contains(&rust), "{rust}");
    assert_eq!(page.tags("h5").len(), rust);
    assert_eq!(page.all("combobox").len(), 0);
    assert_eq!(page.all("radiogroup").len(), 0);
    let region = page.one("region");
    assert_eq!(region.attr("data-style"), Some("color-scheme:dark;"));
    assert_eq!(region.attr("data-layout"), Some("compact"));
}

#[test]
fn other_views_are_printed_too() {
    let table = page(|| view! { <SandboxExplorer view=View::Table/> });
    assert!(table.tags("table")[0].tags("tr").len() >= 52);
}

#[test]
fn it_shows_a_catalog_of_the_application_and_indexes_it_once() {
    static OWN: Catalog = catalog(&[Project { id: "own", name: "Our own", ..PLAIN }]);
    for _ in 0..2 {
        let own = page(|| view! { <SandboxExplorer catalog=&OWN/> });
        assert_eq!(own.one("article").one("heading").text(), "Our own");
    }
    let index: &'static Index = Box::leak(Box::new(Index::new(&OWN)));
    let own = page(|| view! { <SandboxExplorer catalog=index/> });
    assert_eq!(own.all("article").len(), 1);
}

#[test]
fn the_catalog_may_be_json_text() {
    let json = r#"{ "projects": [{ "id": "own", "name": "Our own", "part": "4", "category": "service-mesh", "licence": "MIT",
        "languages": ["Go"], "first_commit": "2023-05-01", "accepted": "2024-09", "tags": [], "features": [], "sources": {},
        "summary": { "en": "A list of ours.", "zh": "我们的列表。" },
        "links": { "website": "https://own.example/", "repository": "https://own.example/code" },
        "maturity": { "level": "sandbox", "since": "2024-09", "as_of": "2026-11-22", "source": "landscape" },
        "snapshot": { "commit": "abc1234", "date": "2026-11-20" } }, { "id": "no spaces" }] }"#;
    for own in [
        page(|| view! { <SandboxExplorer catalog=json/> }),
        page(|| view! { <SandboxExplorer catalog=json.to_owned()/> }),
    ] {
        assert_eq!(own.one("article").one("heading").text(), "Our own");
    }
    // A server renders it for every request, and must not read it every time.
    let [first, second] = [given(json).unwrap(), given(json).unwrap()];
    assert!(std::ptr::eq(first, second));
}

#[test]
fn json_text_without_a_project_is_refused_as_that_of_a_src() {
    for (json, why) in [
        (r#"{ "projects": [] }"#, "catalog: no projects"),
        ("[,]", "catalog: invalid JSON in line 1, column 2: expected a value"),
    ] {
        let refused = page(|| view! { <SandboxExplorer catalog=json/> });
        assert!(refused.one("region").text().contains(why), "{}", refused.one("region").text());
        assert!(refused.all("article").is_empty());
    }
    // Another catalog is on its way.
    let coming = page(|| view! { <SandboxExplorer catalog="{}" src="/own.json"/> });
    assert!(!coming.one("region").text().contains("catalog:"), "{}", coming.one("region").text());
}

#[test]
fn a_policy_against_style_attributes_does_no_harm() {
    for theme in [Theme::Light, Theme::Dark, Theme::Auto] {
        let html = print(|| view! { <SandboxExplorer theme/> });
        assert!(!html.contains(" style="));
        let sheet = sandbox_explorer::style();
        for rest in html.split(" data-style=\"").skip(1) {
            let value = rest.split('"').next().unwrap();
            assert!(sheet.contains(&format!("[data-style=\"{value}\"]")), "{value}");
        }
    }
}

#[test]
fn the_style_sheet_has_all_that_is_imported_and_nothing_to_import() {
    let sheet = sandbox_explorer::style();
    for file in ["cards", "details", "picks", "prerendered"] {
        let text = std::fs::read_to_string(format!("style/{file}.css")).unwrap();
        let selector = text.lines().find(|line| line.starts_with(".se-")).unwrap();
        assert!(sheet.contains(selector), "{file}: {selector}");
    }
    assert!(!sheet.contains("@import") && !sheet.contains("/*"));
    assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
}

#[test]
fn attributes_of_the_application_are_on_its_outermost_element() {
    let page = page(|| view! { <SandboxExplorer attr:id="explorer" attr:class="mine"/> });
    let own = page.filter(&|node| node.attr("id") == Some("explorer"));
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].attr("class"), Some("mine"));
    assert_eq!(own[0].all("region").len(), 1);
}
