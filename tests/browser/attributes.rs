//! Attributes that change while the explorer is mounted.

use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, document, settle, warnings};

#[test]
async fn the_language_changes_live_and_the_filter_stays() {
    let visitor = Visitor::comes(&[("lang", "en"), ("query", "category=service-mesh")]).await;
    visitor.set("lang", Some("zh-CN")).await;
    assert_eq!(visitor.status(), "2 / 52 个项目");
    assert_eq!(visitor.cards(), "Kmesh Sermant");
    assert!(visitor.names("[role=tab]").contains(&"全部 52".to_owned()));
    assert_eq!(visitor.one("[role=region]").get_attribute("lang").unwrap(), "zh");
    visitor.set("lang", Some("fr")).await;
    assert_eq!(visitor.one("[role=region]").get_attribute("lang").unwrap(), "en");
}

#[test]
async fn without_a_language_of_its_own_it_follows_the_pages() {
    let root = document().document_element().unwrap();
    let before = root.get_attribute("lang");
    root.set_attribute("lang", "zh-CN").unwrap();
    let visitor = Visitor::comes(&[]).await;
    assert_eq!(visitor.status(), "52 个项目");
    root.set_attribute("lang", "en-GB").unwrap();
    settle().await;
    assert_eq!(visitor.status(), "52 projects");
    // The nearest one counts.
    visitor.place.set_attribute("lang", "zh").unwrap();
    let near = Visitor::beside(visitor.place.clone());
    drop(visitor);
    let mut near = near;
    document().body().unwrap().append_child(&near.place).unwrap();
    near.mount(&[]);
    settle().await;
    assert_eq!(near.status(), "52 个项目");
    match before {
        Some(before) => root.set_attribute("lang", &before).unwrap(),
        None => root.remove_attribute("lang").unwrap(),
    }
}

#[test]
async fn the_scope_changes_live() {
    let visitor = Visitor::comes(&[("scope", "part=4")]).await;
    visitor.set("scope", Some("project=youki,kcp")).await;
    assert_eq!((visitor.cards().as_str(), visitor.status().as_str()), ("youki kcp", "2 projects"));
    assert_eq!(visitor.all("[role=tab]").len(), 3);
    assert_eq!(visitor.names("select option")[0], "As listed");
    visitor.set("scope", None).await;
    assert_eq!((visitor.all("article").len(), visitor.all("[role=tab]").len()), (52, 18));
}

#[test]
async fn the_query_changes_live_and_is_told() {
    let visitor = Visitor::comes(&[]).await;
    visitor.set("query", Some("part=4&sort=name")).await;
    assert_eq!(visitor.all("article").len(), 13);
    let change = visitor.events().last().unwrap().clone();
    assert!(
        change
            .starts_with(r#"change {"query":"part=4&sort=name","shown":13,"projects":["cartography","hami","kaito","#),
        "{change}"
    );
    let n_events = visitor.events().len();
    // The same query again, with unknown parts: no event.
    visitor.set("query", Some("?colour=red&sort=name&part=4")).await;
    assert_eq!(visitor.events().len(), n_events);
    visitor.set("query", None).await;
    assert_eq!(visitor.all("article").len(), 52);
}

#[test]
async fn parts_come_and_go_and_the_filter_stays() {
    let visitor = Visitor::comes(&[("query", "q=mesh")]).await;
    for (attribute, selector) in [
        ("without-search", "[role=search]"),
        ("without-tabs", "[role=tablist]"),
        ("without-facets", "fieldset"),
        ("without-sort", "select"),
    ] {
        assert!(!visitor.all(selector).is_empty(), "{selector}");
        visitor.set(attribute, Some("")).await;
        assert!(visitor.all(selector).is_empty(), "{attribute}");
        // There are five with their features, which are loaded later and not here.
        assert_eq!(visitor.all("article").len(), 2, "{attribute}");
        visitor.set(attribute, None).await;
        assert!(!visitor.all(selector).is_empty(), "{selector}");
    }
}

#[test]
async fn the_level_of_headings_changes_live() {
    let visitor = Visitor::comes(&[("scope", "part=4")]).await;
    visitor.set("heading-level", Some("5")).await;
    assert_eq!((visitor.all("article h5").len(), visitor.all("article h3").len()), (13, 0));
}

#[test]
async fn what_cannot_be_used_is_refused_in_one_line_and_changes_nothing() {
    let mut visitor = None;
    let lines = warnings(async || {
        let comes = Visitor::comes(&[("theme", "blue"), ("colour", "red")]).await;
        comes.set("heading-level", Some("9")).await;
        comes.set("view", Some("cards")).await;
        visitor = Some(comes);
    });
    assert_eq!(
        lines.await,
        [
            "sandbox-explorer: attribute theme: cannot use \"blue\"; allowed: auto, light, dark",
            "sandbox-explorer: unknown attribute colour",
            "sandbox-explorer: attribute heading-level: cannot use \"9\"; allowed: 2, 3, 4, 5, 6",
        ]
    );
    assert_eq!(visitor.unwrap().all("article h3").len(), 52);
}
