//! The attributes, which may all change at any time.

use e2e::catalog::Catalog;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

#[test]
fn a_scope_limits_what_exists() {
    let visitor = Visitor::sees("scope=part=4");
    visitor.expect_set_of_cards(Catalog::read().names(|project| project["part"] == "4"));
    visitor.expect_status("13 projects");
    visitor.author_runs("explorer.scope = 'category=service-mesh'");
    visitor.expect_set_of_cards(Catalog::read().names(|project| project["category"] == "service-mesh"));
    visitor.author_runs("explorer.removeAttribute('scope')");
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

#[test]
fn a_scope_of_projects_keeps_their_order() {
    let visitor = Visitor::sees("scope=project=youki,kmesh,hami");
    visitor.expect_cards(&["youki", "Kmesh", "HAMi"]);
    visitor.author_runs("explorer.scope = 'project=hami,youki'");
    visitor.expect_cards(&["HAMi", "youki"]);
    visitor.expect_quiet();
}

#[test]
fn a_query_is_where_the_reader_starts_and_reflects_where_they_are() {
    let visitor = Visitor::sees("query=language=rust&amp;sort=name");
    visitor.expect_chips(&["Rust"]);
    assert_eq!(visitor.order(), "Name");
    visitor.pick_tab("Container Runtime");
    eventually(
        || visitor.author_runs("return explorer.query"),
        &serde_json::json!("category=container-runtime&language=rust&sort=name"),
    );
    assert_eq!(visitor.author_runs("return explorer.getAttribute('query') == explorer.query"), true);
    visitor.author_runs("explorer.query = 'q=mesh'");
    visitor.expect_chips(&["“mesh”"]);
    assert_eq!(visitor.searched(), "mesh");
    assert_eq!(visitor.order(), "Best match");
    visitor.author_runs("explorer.removeAttribute('query')");
    visitor.expect_status("52 projects");
    // Unknown parts are ignored.
    visitor.author_runs("explorer.query = 'colour=red&language=klingon&part=4&category=x'");
    visitor.expect_status("13 of 52 projects");
    visitor.expect_quiet();
}

#[test]
fn parts_can_be_left_out() {
    let visitor = Visitor::sees("");
    for (attribute, role, name) in [
        ("without-search", "searchbox", "Search projects"),
        ("without-tabs", "tab", "All"),
        ("without-facets", "group", "Language"),
        ("without-sort", "combobox", "Sort"),
    ] {
        assert!(visitor.sees_now(role, name), "{role} {name}");
        visitor.author_runs(&format!("explorer.setAttribute('{attribute}', '')"));
        eventually(|| visitor.sees_now(role, name), &false);
        visitor.expect_number_of_cards(52);
        visitor.author_runs(&format!("explorer.removeAttribute('{attribute}')"));
        eventually(|| visitor.sees_now(role, name), &true);
    }
    visitor.expect_quiet();
}

#[test]
fn headings_have_the_level_asked_for() {
    let visitor = Visitor::sees("heading-level=4");
    let levels = || {
        visitor.author_runs(
            "const names = [...explorer.shadowRoot.querySelectorAll('article :is(h1,h2,h3,h4,h5,h6)')];
             return [...new Set(names.map((heading) => heading.localName))].join()",
        )
    };
    assert_eq!(levels(), "h4");
    visitor.author_runs("explorer.headingLevel = 2");
    eventually(levels, "h2");
    visitor.author_runs("explorer.removeAttribute('heading-level')");
    eventually(levels, "h3");
    visitor.expect_number_of_cards(52);
    visitor.expect_quiet();
}

#[test]
fn a_value_that_cannot_be_used_is_refused_in_one_line() {
    for (attribute, value, allowed) in [
        ("theme", "sepia", "auto, light, dark"),
        ("heading-level", "9", "2, 3, 4, 5, 6"),
        ("view", "grid", "cards, table, timeline, insights"),
    ] {
        let visitor = Visitor::sees(&format!("{attribute}={value}"));
        visitor.expect_number_of_cards(52);
        let line = visitor.console().join("\n");
        for part in [attribute, value, allowed, "WARNING"] {
            assert!(line.contains(part), "no “{part}” in: {line}");
        }
        visitor.expect_console(&[value]);
        // Nothing else has broken.
        visitor.pick_tab("Service Mesh");
        eventually(|| visitor.see_cards().len() < 52, &true);
        visitor.expect_quiet();
    }
}

#[test]
fn properties_set_before_the_element_is_known_count() {
    let visitor = Visitor::comes_to(site::server());
    let page = site::post("<sandbox-explorer></sandbox-explorer>")
        .replace(r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#, "");
    visitor.server.page("/post.html", &page);
    visitor.open("/post.html");
    visitor.author_runs(
        "explorer.scope = 'part=4'; explorer.loading = 'eager'; explorer.withoutTabs = true;
         return import('/embed/sandbox-explorer.js')",
    );
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    assert!(visitor.tabs().is_empty());
    // Frameworks write this value for a flag that is off.
    let flags = "explorer.setAttribute('without-tabs', 'false'); explorer.setAttribute('without-sort', '');
         return [explorer.withoutTabs, explorer.withoutSort, explorer.withoutFacets]";
    assert_eq!(visitor.author_runs(flags), json!([false, true, false]));
    eventually(|| visitor.tabs().is_empty(), &false);
    visitor.expect_quiet();
}

#[test]
fn a_catalog_of_ones_own_can_be_shown() {
    let visitor = Visitor::comes_to(site::server());
    let mut catalog: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog"))
            .expect("catalog.json is JSON");
    let projects = catalog["projects"].as_array_mut().expect("projects");
    projects.truncate(5);
    projects[0]["name"] = "<b>Bold</b>".into();
    projects[1]["links"]["website"] = "javascript:alert(1)".into();
    visitor.server.page("/own.json", &catalog.to_string());
    visitor.reads_next(&site::tag("src=/own.json"));
    // The address of the second one is rejected, with its place and the reason; the project is shown without it.
    eventually(|| visitor.see_cards().len(), &5);
    assert_eq!(visitor.author_runs("return explorer.shadowRoot.innerHTML.includes('javascript:')"), json!(false));
    assert!(visitor.see_cards().contains(&"<b>Bold</b>".to_owned()), "text is only ever text");
    let line = visitor.console().join("\n");
    assert!(line.contains("website"), "{line}");
    visitor.expect_console(&["website"]);
    visitor.author_runs("explorer.removeAttribute('src')");
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

#[test]
fn what_is_asked_for_while_a_catalog_is_on_its_way_counts() {
    let visitor = Visitor::comes_to(site::server());
    let catalog = std::fs::read_to_string(site::shipped("catalog.json")).expect("a catalog");
    visitor.server.page("/own.json", &catalog);
    let late = "<script>
        const ask = window.fetch;
        window.fetch = async (...given) => {
            if (String(given[0].url ?? given[0]).endsWith('/own.json')) await new Promise((go) => (window.go = go));
            return ask(...given);
        };
    </script>";
    visitor.reads_next(&[late, &site::tag("src=/own.json")].concat());
    eventually(|| visitor.author_runs("return !!window.go"), &true);
    visitor.author_runs("explorer.query = 'part=4&sort=name'");
    visitor.type_search("mesh");
    visitor.author_runs("window.go()");
    eventually(|| visitor.heard("ready").len(), &1);
    visitor.expect_chips(&["“mesh”", "Part 4 · 2024 H2"]);
    // Another catalog is searched by another name.
    let searched =
        visitor.browser.run("return arguments[0].value", &[visitor.find("searchbox", "Search").as_argument()]);
    assert_eq!((searched, visitor.order().as_str()), (json!("mesh"), "Name"));
    visitor.expect_quiet();
}
