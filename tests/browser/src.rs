//! External catalogs, and long ones.

use sandbox_explorer::data;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::visitor::{Visitor, js, js_wait, name, settle, warnings};

/// An address at which a text can be fetched.
fn address(text: &str) -> String {
    let make = "return URL.createObjectURL(new Blob([a], { type: 'application/json' }))";
    js(make, &text.into(), &JsValue::UNDEFINED).as_string().unwrap()
}

/// One project as JSON.
fn project(id: &str, name: &str) -> String {
    let category = data::bundled().categories[0].slug;
    let source = data::bundled().sources[0].slug;
    format!(
        r#"{{"id":"{id}","name":"{name}","part":"1","category":"{category}","licence":"MIT","languages":["Go"],
            "first_commit":"2020-01-01","accepted":"2023-01-01","tags":["cli"],"summary":{{"en":"One.","zh":"一。"}},
            "features":[{{"en":"a","zh":"甲"}},{{"en":"b","zh":"乙"}},{{"en":"c","zh":"丙"}}],
            "links":{{"website":"https://a.example/","repository":"https://a.example/code"}},
            "maturity":{{"level":"sandbox","since":"2023-01-01","as_of":"2024-01-01","source":"{source}"}},
            "snapshot":{{"commit":"abcdef1","date":"2024-01-01"}},"sources":{{"name":"{source}"}}}}"#
    )
}

fn catalog(projects: &[String]) -> String {
    format!(r#"{{"projects":[{}]}}"#, projects.join(","))
}

/// Waits until the explorer shows something other than the loading notice.
async fn loaded(visitor: &Visitor) {
    for _ in 0..50 {
        settle().await;
        if !visitor.place.text_content().unwrap().contains("Loading the catalog") {
            break;
        }
    }
    settle().await;
}

#[test]
async fn another_catalog_is_shown_in_place_of_ours() {
    let address = address(&catalog(&[project("one", "One"), project("two", "Two")]));
    let visitor = Visitor::comes_early(&[("src", &address), ("query", "q=two")]);
    assert_eq!(visitor.all("article").len(), 0, "ours is not shown in between");
    loaded(&visitor).await;
    assert_eq!((visitor.cards().as_str(), visitor.status().as_str()), ("Two", "1 of 2 entries"));
    visitor.set("src", None).await;
    assert!(visitor.status().ends_with("52 projects"));
}

#[test]
async fn a_catalog_replaces_another_one_live() {
    // The views of the old catalog received numbers of the new one, and a smaller catalog ended the
    // program.
    let visitor = Visitor::comes(&[("query", "category=service-mesh&project=youki")]).await;
    visitor.set("src", Some(&address(&catalog(&[project("one", "One"), project("two", "Two")])))).await;
    loaded(&visitor).await;
    assert_eq!((visitor.status().as_str(), visitor.all("article").len()), ("2 entries", 2));
    visitor.set("src", Some(&address(&catalog(&[project("three", "Three")])))).await;
    loaded(&visitor).await;
    assert_eq!((visitor.status().as_str(), visitor.cards().as_str()), ("1 entry", "Three"));
    // Our catalog again, with the page's filter.
    visitor.set("src", None).await;
    assert_eq!((visitor.status().as_str(), visitor.cards().as_str()), ("2 of 52 projects", "Kmesh Sermant"));
}

#[test]
async fn a_bad_entry_is_refused_by_its_place_and_the_good_ones_are_shown() {
    let bad = project("bad", "Bad").replace("https://a.example/", "javascript:alert(1)");
    let markup = project("markup", "<b>Not bold</b>");
    let address = address(&catalog(&[project("one", "One"), bad, markup]));
    let mut seen = None;
    let lines = warnings(async || {
        let visitor = Visitor::comes(&[("src", &address)]).await;
        loaded(&visitor).await;
        seen = Some(visitor);
    });
    let lines = lines.await;
    assert!(!lines.is_empty() && lines.iter().all(|line| line.contains("projects[1].links.")), "{lines:?}");
    let visitor = seen.unwrap();
    let mut names = visitor.names("article h3");
    names.sort_unstable();
    // It costs the link, and not the project.
    assert_eq!(names, ["<b>Not bold</b>", "Bad", "One"]);
    assert_eq!(visitor.all("b").len(), 0);
}

#[test]
async fn a_catalog_that_cannot_be_had_says_why_and_gives_the_fallback_back() {
    for (address, why) in [
        (address("no json"), "JSON"),
        ("/no-such-catalog.json".to_owned(), "404"),
        (address("{}"), "projects: missing"),
    ] {
        let mut seen = None;
        _ = warnings(async || {
            let visitor = Visitor::comes(&[("src", &address)]).await;
            loaded(&visitor).await;
            seen = Some(visitor);
        })
        .await;
        let visitor = seen.unwrap();
        let notices = visitor.all("[role=alert], [role=status]");
        let text: Vec<String> = notices.iter().map(|notice| name(notice)).collect();
        assert!(
            text.iter().any(|text| text.starts_with("The catalog could not be loaded: ") && text.contains(why)),
            "{text:?}"
        );
        assert_eq!(
            visitor.place.query_selector_all("slot:not([name])").unwrap().length(),
            1,
            "the children of the element show"
        );
        assert!(visitor.events().iter().any(|event| event.starts_with("error ")), "{:?}", visitor.events());
        visitor.set("src", None).await;
        assert_eq!(
            (visitor.all("article").len(), visitor.place.query_selector_all("slot:not([name])").unwrap().length()),
            (52, 0)
        );
    }
}

#[test]
async fn of_a_list_of_2400_what_is_near_the_window_is_made() {
    let projects: Vec<String> = (0..2400).map(|n| project(&format!("p{n}"), &format!("P{n:04}"))).collect();
    let address = address(&catalog(&projects));
    let visitor = Visitor::comes(&[("src", &address), ("query", "sort=name")]).await;
    loaded(&visitor).await;
    let n_cards = || visitor.all("article").len();
    let first = n_cards();
    assert!((12..=300).contains(&first), "{first}");
    assert!(visitor.cards().starts_with("P0000 P0001 P0002 "));
    assert_eq!(visitor.status(), "2,400 entries");
    let scroll = "a.lastElementChild.scrollIntoView(); scrollTo(0, document.documentElement.scrollHeight);
                  return new Promise((done) => setTimeout(done, 200));";
    js_wait(scroll, &visitor.one("ul[role=list]:has(article)")).await;
    settle().await;
    let second = n_cards();
    assert!((1..=400).contains(&second), "{second} after {first}");
    // Projects far down are found too.
    visitor.types("p2399").await;
    assert_eq!(visitor.cards(), "P2399");
}

/// What a reader gets of each card: its elements with their attributes, except for what is hidden and for numbers that follow from its
/// place.
const TOLD: &str = "
    const told = (node) => node.nodeType == 3 ? node.data : node.hidden || node.hasAttribute('hidden') ? '' :
        [node.localName, ...[...node.attributes].filter((it) => it.value != '' && it.name != 'style').map((it) => it.name + '=' + it.value).sort(),
         ...[...node.childNodes].map(told)].join(' ').replace(/\\s+/g, ' ');
    return [...a.querySelectorAll('article')].map(told).join('\\n');";

#[test]
async fn a_card_that_becomes_that_of_another_project_keeps_nothing_of_the_first() {
    let full = |n: usize| {
        let more = r#","lang":"de","owner":"Somebody","counts":{"stars":3},"fields":{"country":"Japan"}"#;
        let one = project(&format!("f{n}"), &format!("Full {n}")).replace(r#","tags":["cli"]"#, r#","tags":["full"]"#);
        let one = one.replace(r#"{"en":"One.","zh":"一。"}"#, r#""Ein Ganzes.""#);
        format!("{}{more}}}", one.strip_suffix('}').unwrap())
    };
    let bare = |n: usize| format!(r#"{{"id":"b{n}","name":"Bare {n}","tags":["bare"]}}"#);
    let projects: Vec<String> = (0..240).map(|n| if n % 2 == 0 { full(n) } else { bare(n) }).collect();
    let address = address(&catalog(&projects));
    let told = async |visitor: &Visitor| {
        settle().await;
        js(TOLD, &visitor.place.clone().into(), &JsValue::UNDEFINED).as_string().unwrap()
    };
    let visitor = Visitor::comes(&[("src", &address), ("query", "tag=full")]).await;
    loaded(&visitor).await;
    for query in ["tag=bare", "tag=full", "q=bare", "q=full+1", ""] {
        visitor.set("query", Some(query)).await;
        let after = told(&visitor).await;
        let fresh = Visitor::comes(&[("src", &address), ("query", query)]).await;
        loaded(&fresh).await;
        let fresh = told(&fresh).await;
        // Cards far from the viewport come later.
        let id = |card: &str| card.split("data-project=").nth(1).map(|rest| rest.split(' ').next().map(str::to_owned));
        let same = |after: &&str| fresh.lines().any(|fresh| id(fresh) == id(after));
        let near: Vec<&str> = after.lines().filter(same).collect();
        assert!(near.len() > 8, "{query}: {}", near.len());
        for card in near {
            assert!(fresh.lines().any(|fresh| fresh == card), "{query}: {card}");
        }
    }
}
