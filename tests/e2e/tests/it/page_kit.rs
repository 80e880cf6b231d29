//! The configurator of the page: each control changes the preview and the text, the address restores it, and what is copied works.

use e2e::server::{Fault, Server};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

use crate::accessible::{bring_axe, check_with_axe};

fn page(visitor: &Visitor, script: &str) -> Value {
    visitor.browser.run(script, &[])
}

/// A reader of the page who has scrolled to the configurator, with all of its groups open.
fn configures(query: &str) -> Visitor {
    let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
    visitor.looks_at_page();
    visitor.browser.prefers("color-scheme", "light");
    visitor.open(&format!("/explorer/{query}"));
    reaches(&visitor);
    visitor
}

fn reaches(visitor: &Visitor) {
    eventually(
        || {
            page(
                visitor,
                "document.querySelector('#kit')?.scrollIntoView(); return !!document.querySelector('.kit form')",
            )
        },
        &json!(true),
    );
    page(visitor, "document.querySelectorAll('.kit details').forEach((it) => (it.open = true))");
}

/// Enters a value the way a reader does, by the name of the control.
#[track_caller]
fn enter(visitor: &Visitor, name: &str, value: &str) {
    let script = "const [name, value] = arguments;
        const controls = [...document.querySelectorAll('.kit :is(input, select)')];
        const named = (it) => it.labels?.[0]?.querySelector('span')?.textContent ?? it.ariaLabel;
        const control = controls.find((it) => (it.ariaLabel ?? named(it)) == name && it.type != 'color') ?? controls.find((it) => named(it) == name);
        if (!control) return false;
        if (control.type == 'checkbox') {
            control.click();
            return true;
        }
        if (control.localName == 'select' && ![...control.options].some((it) => it.value == value)) return false;
        control.value = value;
        control.dispatchEvent(new Event(control.localName == 'select' ? 'change' : 'input', { bubbles: true }));
        return true";
    assert_eq!(visitor.browser.run(script, &[name.into(), value.into()]), true, "no control {name} takes {value}");
}

/// Presses a button above the preview; the page has others of the same names.
fn press(visitor: &Visitor, name: &str) {
    let script =
        "[...document.querySelectorAll('.kit-choice button')].find((it) => it.textContent == arguments[0]).click()";
    visitor.browser.run(script, &[name.into()]);
}

/// The texts to paste, each with its heading.
fn texts(visitor: &Visitor) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('.kit-paste pre')].map((it) => [it.ariaLabel, it.textContent])";
    let pairs = page(visitor, script);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    pairs.as_array().into_iter().flatten().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

/// The text for the post, the first on the page.
fn post(visitor: &Visitor) -> String {
    texts(visitor).into_iter().next().map(|(_, text)| text).unwrap_or_default()
}

fn preview(visitor: &Visitor, script: &str) -> Value {
    page(visitor, &format!("const element = document.querySelector('#kit-preview'); {script}"))
}

/// The paragraph that is announced.
fn said(visitor: &Visitor) -> String {
    page(visitor, "return document.querySelector('.kit-said').textContent").as_str().unwrap_or_default().to_owned()
}

#[test]
fn it_is_made_when_the_reader_comes_near() {
    let visitor = Visitor::comes_to(Server::start(&[("/explorer/", site::shipped("page"))]));
    visitor.looks_at_page();
    visitor.browser.resize(1200, 700);
    visitor.open("/explorer/");
    visitor.waits_for_cards();
    assert_eq!(page(&visitor, "return document.querySelector('.kit form')"), Value::Null);
    let asked = |name: &str| visitor.server.requests().iter().any(|path| path.ends_with(name));
    assert!(!asked("/files.json") && !asked("sandbox-explorer.core.js"), "{:#?}", visitor.server.requests());
    reaches(&visitor);
    eventually(|| asked("/files.json"), &true);
    visitor.looks_at(0);
    visitor.waits_for_cards();
    visitor.expect_quiet();
}

#[test]
fn every_control_changes_the_preview_and_the_text() {
    let visitor = configures("");
    // Control, value, what the preview then has, and what the text then says. One after the other, so all are there in the end.
    for (control, value, attribute, has, says) in [
        ("Language", "zh", "lang", "zh", "lang=\"zh\""),
        ("Theme", "dark", "theme", "dark", "theme=\"dark\""),
        ("First view", "table", "view", "table", "view=\"table\""),
        ("Form", "compact", "layout", "compact", "layout=\"compact\""),
        ("Search", "", "without-search", "", " without-search"),
        ("Category tabs", "", "without-tabs", "", " without-tabs"),
        ("Filters", "", "without-facets", "", " without-facets"),
        ("Order", "", "without-sort", "", " without-sort"),
        ("Day of the post", "2024-09-05", "published", "2024-09-05", "published=\"2024-09-05\""),
        ("This post is part", "4", "current-part", "4", "current-part=\"4\""),
        ("Keep the filter in the address as", "mine", "url-key", "mine", "url-key=\"mine\""),
        ("Level of headings", "2", "heading-level", "2", "heading-level=\"2\""),
        ("Filter to begin with", "part=3", "query", "part=3", "query=\"part=3\""),
    ] {
        enter(&visitor, control, value);
        eventually(|| preview(&visitor, &format!("return element.getAttribute('{attribute}')")), &json!(has));
        eventually(|| post(&visitor).contains(says), &true);
    }
    // And back.
    enter(&visitor, "Theme", "auto");
    eventually(|| preview(&visitor, "return element.hasAttribute('theme')"), &json!(false));
    assert!(!post(&visitor).contains("theme="), "{}", post(&visitor));
    visitor.click("button", "Start again");
    eventually(
        || {
            preview(
                &visitor,
                "return element.getAttributeNames().filter((it) => !['id', 'style', 'query', 'aria-label'].includes(it))",
            )
        },
        &json!([]),
    );
    eventually(|| post(&visitor).contains("<sandbox-explorer>"), &true);
    visitor.expect_quiet();
}

/// The policy of the page lets it ask no other host, so the preview would only show that the catalog cannot be loaded.
#[test]
fn a_catalog_on_another_host_is_in_the_text_and_not_in_the_preview() {
    let visitor = configures("");
    let said = "return document.querySelector('.kit-elsewhere').textContent";
    let is_said = |visitor: &Visitor| page(visitor, said) != json!("");
    enter(&visitor, "Address of your own catalog", "https://lists.example/mine.json");
    eventually(|| post(&visitor).contains("src=\"https://lists.example/mine.json\""), &true);
    eventually(|| is_said(&visitor), &true);
    assert_eq!(preview(&visitor, "return element.hasAttribute('src')"), false);
    eventually(
        || preview(&visitor, "return element.shadowRoot.querySelector('[role=status]').textContent"),
        &json!("52 projects"),
    );
    // One on this host is shown.
    let here = page(&visitor, "return new URL('tools/cncf.json', location).href");
    for address in [here.as_str().unwrap(), "tools/cncf.json"] {
        enter(&visitor, "Address of your own catalog", address);
        eventually(|| preview(&visitor, "return element.getAttribute('src')"), &json!(address));
        eventually(|| is_said(&visitor), &false);
    }
    visitor.expect_quiet();
}

#[test]
fn the_scope_is_ticked() {
    let visitor = configures("");
    enter(&visitor, "Part 4 · 2024 H2", "");
    eventually(|| post(&visitor).contains("<sandbox-explorer scope=\"part=4\">"), &true);
    visitor.looks_at(0);
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    assert_eq!(post(&visitor).matches("<li>").count(), 13, "{}", post(&visitor));
    enter(&visitor, "Part 4 · 2024 H2", "");
    // Single projects keep the order in which they are ticked.
    for project in ["youki", "Kmesh"] {
        enter(&visitor, project, "");
    }
    eventually(|| post(&visitor).contains("scope=\"project=youki,kmesh\""), &true);
    visitor.expect_cards(&["youki", "Kmesh"]);
    let count = "return [...document.querySelectorAll('.kit-count')].map((it) => it.textContent)";
    assert_eq!(page(&visitor, count), json!(["2 projects", "2"]));
    // What no project is: it is said.
    enter(&visitor, "Part 1 · 2023 H1", "");
    eventually(
        || page(&visitor, "return document.querySelector('.kit-paste').innerText.includes('No project matches')"),
        &json!(true),
    );
    visitor.expect_quiet();
}

#[test]
fn colours_show_in_the_preview_and_their_contrast_is_said() {
    let visitor = configures("");
    let contrast = || {
        page(
            &visitor,
            "return [...document.querySelectorAll('.kit-contrasts li')].map((it) => it.innerText.replace(/\\s+/g, ' '))",
        )
    };
    eventually(|| contrast()[0].as_str().is_some_and(|it| it.starts_with("Text 16.") && it.ends_with("enough")), &true);
    enter(&visitor, "Accent", "#ffd400");
    eventually(|| contrast()[2].as_str().is_some_and(|it| it.contains("too little, 4.5 is needed")), &true);
    let accent = "return getComputedStyle(element).getPropertyValue('--sandbox-explorer-accent')";
    eventually(|| preview(&visitor, accent), "#ffd400");
    eventually(
        || post(&visitor).contains("<style>\nsandbox-explorer {\n  --sandbox-explorer-accent: #ffd400;\n}\n</style>"),
        &true,
    );
    assert!(texts(&visitor).last().is_some_and(|(_, policy)| policy.contains("style-src 'sha256-")));
    // Yellow is fine in the dark; the picker for light pages leaves it there.
    press(&visitor, "Dark");
    enter(&visitor, "Accent on light pages", "#0000cc");
    eventually(|| post(&visitor).contains("--sandbox-explorer-accent: light-dark(#0000cc, #ffd400);"), &true);
    // The author's own ground.
    press(&visitor, "Yours");
    enter(&visitor, "Background", "#102030");
    enter(&visitor, "Font", "Georgia, serif");
    let stage = "const { backgroundColor, fontFamily } = getComputedStyle(document.querySelector('#kit-stage')); return [backgroundColor, fontFamily]";
    eventually(|| page(&visitor, stage), &json!(["rgb(16, 32, 48)", "Georgia, serif"]));
    eventually(|| contrast()[0].as_str().is_some_and(|it| it.contains("too little")), &true);
    visitor.looks_at(0);
    visitor.waits_for_cards();
    // A value that could end the rule is not taken, and the control says so.
    enter(&visitor, "Corners", "4px; } body { display: none");
    let refused = "return [...document.querySelectorAll('.kit [aria-invalid=true]')].map((it) => document.getElementById(it.getAttribute('aria-describedby')).textContent)";
    eventually(|| page(&visitor, refused), &json!(["This value cannot be used."]));
    assert!(!post(&visitor).contains("radius"));
    visitor.expect_quiet();
}

#[test]
fn the_width_of_the_preview_is_that_of_the_reader() {
    let visitor = configures("");
    visitor.browser.resize(1400, 900);
    let width = || preview(&visitor, "return element.getBoundingClientRect().width");
    for (name, expected) in [("320", 320), ("768", 768)] {
        press(&visitor, name);
        eventually(width, &json!(expected));
    }
    press(&visitor, "Full");
    eventually(|| width().as_f64() > Some(700.0) && width() != json!(768.0), &true);
    visitor.expect_quiet();
}

#[test]
fn the_address_restores_it() {
    let visitor = configures("?lang=en");
    enter(&visitor, "For", "jekyll");
    enter(&visitor, "Part 4 · 2024 H2", "");
    enter(&visitor, "Theme", "dark");
    enter(&visitor, "Corners", "4px");
    eventually(|| visitor.browser.url().contains("kit="), &true);
    let url = visitor.browser.url();
    assert!(url.contains("lang=en"), "{url}");
    let before = texts(&visitor);
    visitor.browser.reload();
    reaches(&visitor);
    eventually(|| texts(&visitor), &before);
    eventually(
        || preview(&visitor, "return [element.getAttribute('scope'), element.getAttribute('theme')]"),
        &json!(["part=4", "dark"]),
    );
    assert_eq!(page(&visitor, "return document.querySelector('.kit-host select').value"), json!("jekyll"));
    visitor.expect_quiet();
}

#[test]
fn copying_works_and_is_announced() {
    let visitor = configures("?kit=host%3Dhugo");
    page(
        &visitor,
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => void copied.push(text) } })",
    );
    let expected = texts(&visitor);
    assert!(expected.len() > 2, "{expected:#?}");
    for (place, text) in &expected {
        visitor.click("button", &format!("Copy: {place}"));
        eventually(|| said(&visitor), &*format!("Copied: {place}"));
        eventually(|| page(&visitor, "return copied.at(-1)"), &**text);
    }
    assert_eq!(page(&visitor, "return document.querySelector('.kit-said').getAttribute('role')"), json!("status"));
    page(&visitor, "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    visitor.click("button", &format!("Copy: {}", expected[0].0));
    eventually(|| said(&visitor).starts_with("The browser did not allow copying."), &true);
    visitor.expect_quiet();
}

#[test]
fn it_prints_what_the_command_prints() {
    let visitor = configures("?kit=scope%3Dpart%253D4%26heading-level%3D2%26radius%3D4px");
    for host in
        ["html", "hugo", "jekyll", "astro", "sphinx", "wordpress-shortcode", "react", "vue", "leptos", "iframe", "div"]
    {
        enter(&visitor, "For", host);
        let arguments =
            ["--host", host, "--scope", "part=4", "--heading-level", "2", "--radius", "4px", "--format", "post"];
        eventually(|| post(&visitor), &*site::command("snippet", &arguments));
    }
    visitor.expect_quiet();
}

/// The files that the configurator names, copied next to a fresh page, and what it prints pasted into it.
fn pasted(visitor: &Visitor, below: &str) {
    let files = page(visitor, "return [...document.querySelectorAll('.kit-files a')].map((it) => it.textContent)");
    let names: Vec<&str> = files.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(names.len() > 3, "{names:?}");
    for name in names {
        let content = std::fs::read(site::shipped("page").join("embed").join(name)).expect("what is named ships");
        visitor.server.fault(&format!("/blog/{below}{name}"), Fault::Content(content));
    }
    let html = format!(
        "<!doctype html><html lang=en><link rel=icon href=data:,><title>A post</title><p>A post</p>{}",
        post(visitor)
    );
    visitor.server.page("/blog/post.html", &html);
    visitor.open("/blog/post.html");
}

#[test]
fn the_html_works_in_a_fresh_page() {
    let visitor = configures("");
    enter(&visitor, "Part 4 · 2024 H2", "");
    enter(&visitor, "Accent", "#a3195b");
    enter(&visitor, "Pin the loader by its hash (integrity)", "");
    enter(&visitor, "Load it", "eager");
    eventually(|| post(&visitor).contains("integrity=\"sha384-") && post(&visitor).contains("modulepreload"), &true);
    let policy = texts(&visitor).pop().unwrap().1;
    assert!(
        policy.starts_with("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'sha256-"),
        "{policy}"
    );
    // No less and no more than it says.
    visitor.server.header("Content-Security-Policy", &format!("default-src 'none'; img-src data:; {policy}"));
    pasted(&visitor, "");
    visitor.looks_at(0);
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    let accent = "return getComputedStyle(document.querySelector('sandbox-explorer')).getPropertyValue('--sandbox-explorer-accent').trim()";
    assert_eq!(page(&visitor, accent), json!("#a3195b"));
    visitor.open_details("youki");
    eventually(|| visitor.names("heading").contains(&"Features".to_owned()), &true);
    visitor.press(&["Escape"]);
    visitor.expect_quiet();
}

#[test]
fn so_do_the_div_and_the_frame() {
    for (host, below) in [("div", ""), ("iframe", "sandbox-explorer/")] {
        let visitor = configures(&format!("?kit=host%3D{host}%26scope%3Dpart%253D4"));
        eventually(|| post(&visitor).is_empty(), &false);
        pasted(&visitor, below);
        if host == "iframe" {
            page(&visitor, "document.querySelector('iframe').scrollIntoView()");
            // The optional script gives it its height.
            eventually(|| page(&visitor, "return document.querySelector('iframe').offsetHeight > 1000"), &json!(true));
            visitor.browser.enters_frame(Some(0));
        }
        visitor.looks_at(0);
        visitor.waits_for_cards();
        visitor.expect_status("13 projects");
        visitor.browser.enters_frame(None);
        visitor.expect_quiet();
    }
}

#[test]
fn links_to_posts_are_on_the_cards_of_the_preview() {
    let visitor = configures("?kit=scope%3Dproject%253Dyouki");
    visitor.click("button", "Add a link");
    enter(&visitor, "About", "project=youki");
    enter(&visitor, "Address", "/posts/youki.html");
    enter(&visitor, "Text of the link", "youki, at last");
    eventually(
        || post(&visitor).contains("<a data-project=\"youki\" href=\"/posts/youki.html\">youki, at last</a>"),
        &true,
    );
    // Another link is another element, which waits for the reader as any does.
    preview(&visitor, "element.scrollIntoView()");
    visitor.looks_at(0);
    visitor.waits_for_cards();
    let to_the_post = || {
        let links = visitor.links(("article", &visitor.read_card("youki")));
        links.iter().any(|link| link[0] == "Read the article: youki" && link[1].ends_with("/posts/youki.html"))
    };
    eventually(to_the_post, &true);
    visitor.looks_at_page();
    visitor.click("button", "Remove this link");
    eventually(|| post(&visitor).contains("data-project"), &false);
    visitor.expect_quiet();
}

#[test]
fn the_cost_follows_the_choice() {
    let visitor = configures("");
    let costs = || {
        page(&visitor, "return [...document.querySelectorAll('.kit-costs dd')].map((it) => parseFloat(it.textContent))")
    };
    eventually(|| costs().as_array().map_or(0, Vec::len), &3);
    let lazy = costs();
    assert!(lazy[0].as_f64() < Some(3.0) && lazy[1].as_f64() > Some(50.0), "{lazy}");
    enter(&visitor, "Load it", "eager");
    eventually(|| costs()[0].as_f64() > Some(50.0), &true);
    assert_eq!(costs()[1], json!(0));
    visitor.expect_quiet();
}

#[test]
fn it_works_by_keyboard() {
    let visitor = configures("");
    page(
        &visitor,
        "document.querySelectorAll('.kit details').forEach((it) => (it.open = false)); document.querySelector('.kit summary').focus()",
    );
    let focused = || {
        page(
            &visitor,
            "const it = document.activeElement; return it.closest('.kit') ? (it.ariaLabel || it.labels?.[0]?.textContent || it.textContent).trim() : ''",
        )
    };
    let mut seen = Vec::new();
    visitor.press(&["Enter"]);
    eventually(|| page(&visitor, "return document.querySelector('.kit details').open"), &json!(true));
    for _ in 0..60 {
        visitor.press(&["Tab"]);
        let name = focused().as_str().unwrap_or_default().to_owned();
        if name == "Full" {
            visitor.press(&["Tab", "Enter"]);
            eventually(|| page(&visitor, "return document.querySelector('#kit-stage').style.width"), "320px");
            seen.push(name);
            break;
        }
        seen.push(name);
    }
    assert!(seen.iter().any(|name| name == "Start again"), "{seen:#?}");
    assert_eq!(seen.last().map(String::as_str), Some("Full"), "{seen:#?}");
    visitor.expect_quiet();
}

#[test]
fn it_speaks_chinese_in_both_scripts() {
    for (lang, heading, host) in [("zh", "粘贴这段代码", "用于"), ("zh-Hant", "貼上這段程式碼", "用於")]
    {
        let visitor = configures(&format!("?lang={lang}"));
        eventually(|| visitor.names("heading").iter().any(|name| name == heading), &true);
        enter(&visitor, host, "ghost");
        eventually(|| post(&visitor).contains("/assets/sandbox-explorer/"), &true);
        let english = "return [...document.querySelectorAll('.kit :is(h3, h4, summary, label > span, legend, button, p)')].map((it) => it.textContent.trim())
            .filter((it) => it && !/[\\u4e00-\\u9fff0-9]/.test(it))";
        // Names of things are the same in all languages.
        let left = page(&visitor, english);
        let left: Vec<&str> = left.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let projects =
            page(&visitor, "return [...document.querySelectorAll('.kit-boxes span')].map((it) => it.textContent)");
        let names: Vec<&str> = projects.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let others: Vec<&&str> = left.iter().filter(|text| !names.contains(*text)).collect();
        assert!(others.is_empty(), "{lang}: {others:?}");
        visitor.expect_quiet();
    }
}

#[test]
fn axe_finds_nothing_in_it_and_it_does_not_scroll_sideways() {
    for (lang, theme) in [("en", "light"), ("zh", "dark")] {
        let visitor = configures(&format!(
            "?lang={lang}&theme={theme}&kit=host%3Djekyll%26ground%3Down%26link%3Dpart%253D4%2520%252Fa%2520b"
        ));
        bring_axe(&visitor);
        for width in [320, 1200] {
            visitor.browser.resize(width, 900);
            page(&visitor, "document.querySelector('#kit-preview').scrollIntoView()");
            visitor.looks_at(0);
            visitor.waits_for_cards();
            visitor.looks_at_page();
            let overflow = || page(&visitor, "return Math.max(0, document.documentElement.scrollWidth - innerWidth)");
            eventually(overflow, &json!(0));
            check_with_axe(&visitor, &format!("{lang}, {theme}, {width} px"));
        }
        visitor.expect_quiet();
    }
}
