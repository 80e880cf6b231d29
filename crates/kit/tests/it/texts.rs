//! The texts: the examples of npm/snippets with the author's attributes, list, colours and addresses.

use sandbox_explorer::Lang;
use sandbox_explorer::options::{ATTRIBUTES, Kind};
use sandbox_explorer_kit::{Choice, Files, HOSTS, Notice, Piece, Place, host, notices, policy, text};

/// A choice of these values.
pub(crate) fn choice(values: &[(&str, &str)]) -> Choice {
    let mut choice = Choice::default();
    values.iter().for_each(|(name, value)| choice.set(name, value).unwrap());
    choice
}

pub(crate) fn files() -> Files {
    let json = r#"{
        "sandbox-explorer.js": { "raw": 5400, "gzip": 2700, "brotli": 2300, "integrity": "sha384-LOADER" },
        "sandbox-explorer.core.js": { "raw": 1, "gzip": 1, "brotli": 10000, "integrity": "sha384-CORE" },
        "sandbox-explorer.wasm": { "raw": 1, "gzip": 1, "brotli": 80000 },
        "sandbox-explorer.later.wasm": { "raw": 1, "gzip": 1, "brotli": 50000 },
        "sandbox-explorer.features.txt": { "raw": 1, "gzip": 1, "brotli": 30000 },
        "sandbox-explorer.zh.txt": { "raw": 1, "gzip": 1, "brotli": 6000 },
        "sandbox-explorer.reader.wasm": { "raw": 1, "gzip": 1, "brotli": 20000 }
    }"#;
    Files::read(json.as_bytes().to_vec()).unwrap()
}

fn pieces(name: &str, values: &[(&str, &str)]) -> Vec<Piece> {
    text(&choice(values), host(name).unwrap(), &files(), Lang::En)
}

/// The text for the post.
fn post(name: &str, values: &[(&str, &str)]) -> String {
    pieces(name, values).pop().unwrap().text
}

fn all(name: &str, values: &[(&str, &str)]) -> String {
    pieces(name, values).into_iter().map(|piece| piece.text).collect()
}

const YOUKI: (&str, &str) = ("scope", "project=youki");

#[track_caller]
fn check_begins(name: &str, values: &[(&str, &str)], expected: &str) {
    let text = post(name, values);
    assert!(text.starts_with(expected), "{name}: {text}");
}

#[test]
fn each_host_writes_attributes_in_its_own_way() {
    let values = &[("scope", "part=4"), ("without-tabs", ""), ("heading-level", "2"), ("lang", "zh")];
    let html = "lang=\"zh\" scope=\"part=4\" heading-level=\"2\" without-tabs";
    check_begins(
        "html",
        values,
        &format!("<script type=\"module\" src=\"sandbox-explorer.js\"></script>\n<sandbox-explorer {html}>\n  <ul"),
    );
    check_begins("hugo", values, &format!("{{{{< sandbox-explorer {html}=\"\" >}}}}\n"));
    check_begins(
        "jekyll",
        values,
        &format!("{{% include sandbox-explorer.html {html}=\"\" fallback=\"part-4-zh.html\" %}}\n"),
    );
    check_begins("eleventy", values, &format!("{{% sandboxExplorer '{html}' %}}\n"));
    check_begins("hexo", values, &format!("{{% sandbox_explorer {html}=\"\" %}}\n"));
    let jsx = "lang=\"zh\" scope=\"part=4\" heading-level={2} without-tabs";
    check_begins("astro", values, &format!("<SandboxExplorer {jsx}>\n"));
    check_begins("docusaurus", values, &format!("<SandboxExplorer {jsx}>\n"));
    check_begins("vitepress", values, &format!("<sandbox-explorer {html}>\n"));
    check_begins("mkdocs", values, &format!("<div>\n<sandbox-explorer {html}>\n"));
    let data = "data-lang=\"zh\" data-scope=\"part=4\" data-heading-level=\"2\" data-without-tabs";
    check_begins("pelican", values, &format!("<div data-sandbox-explorer {data}>\n"));
    check_begins("div", values, &format!("<div data-sandbox-explorer {data}>\n"));
    check_begins("sphinx", values, &format!(".. raw:: html\n\n   <sandbox-explorer {html}>\n     <ul"));
    check_begins("wordpress-shortcode", values, &format!("[sandbox-explorer {html}]\n"));
    for name in ["react", "solid", "svelte"] {
        assert!(post(name, values).contains(&format!("<sandbox-explorer {jsx}>\n")), "{}", post(name, values));
    }
    assert!(
        post("vue", values)
            .contains("<sandbox-explorer lang=\"zh\" scope=\"part=4\" :heading-level=\"2\" without-tabs>\n")
    );
    let props = "<SandboxExplorer lang=\"zh\" scope=\"part=4\" heading_level=2 without_tabs=true/>\n";
    assert!(post("leptos", values).contains(props), "{}", post("leptos", values));
    let query = "?lang=zh&amp;scope=part%3D4&amp;heading-level=2&amp;without-tabs=\"";
    assert!(post("iframe", values).contains(query), "{}", post("iframe", values));
}

#[test]
fn without_options_there_are_no_attributes() {
    for (name, expected) in [
        ("html", "<script type=\"module\" src=\"sandbox-explorer.js\"></script>\n<sandbox-explorer>\n"),
        ("eleventy", "{% sandboxExplorer %}\n"),
        ("hugo", "{{< sandbox-explorer >}}\n"),
        ("iframe", "<iframe src=\"sandbox-explorer/sandbox-explorer.frame.html\" title"),
        ("pelican", "<div data-sandbox-explorer>\n"),
    ] {
        check_begins(name, &[], expected);
    }
}

/// Whatever is chosen, nothing of the example is left, and every chosen value is there.
#[test]
fn every_attribute_reaches_every_host_that_can_take_it() {
    let value = |name: &str, allowed: &str, kind: Kind| match (name, kind) {
        ("heading-level", _) => "5".to_owned(),
        ("scope" | "query", _) => "part=3".to_owned(),
        ("published", _) => "2024-09-05".to_owned(),
        ("base", _) => "https://files.example/x/".to_owned(),
        ("lang", _) => "zh-Hant".to_owned(),
        (_, Kind::Choice) => allowed.split(", ").last().unwrap().to_owned(),
        (_, Kind::Flag) => "true".to_owned(),
        _ => "chosen-7".to_owned(),
    };
    for host in HOSTS {
        for attribute in &ATTRIBUTES {
            let value = value(attribute.name, attribute.allowed, attribute.kind);
            let choice = choice(&[(attribute.name, &value)]);
            let text: String = text(&choice, host, &files(), Lang::En).into_iter().map(|piece| piece.text).collect();
            let told = notices(&choice, host).contains(&Notice::NotTaken(attribute.name));
            let said = match (attribute.kind, attribute.name) {
                (Kind::Flag, name) => name.to_owned(),
                (_, "published") if host.slug == "leptos" => "year: 2024, month: 9, day: 5".to_owned(),
                (Kind::Choice, _) if host.slug == "leptos" => format!("::{}{}", value[..1].to_uppercase(), &value[1..]),
                (_, "scope" | "query") if host.slug == "iframe" => "part%3D3".to_owned(),
                _ => value.clone(),
            };
            let is_there = text.contains(&said) || text.contains(&said.replace('-', "_"));
            // One or the other: what is left out is told.
            assert_eq!(is_there, !told, "{} {} {told}: {text}", host.slug, attribute.name);
            assert!(!post_of(host.slug, &choice).contains("heading-level=\"2\""), "{}", host.slug);
        }
    }
}

fn post_of(name: &str, choice: &Choice) -> String {
    text(choice, host(name).unwrap(), &files(), Lang::En).pop().unwrap().text
}

#[test]
fn the_list_of_the_scope_is_inside() {
    for host in HOSTS.iter().filter(|host| !["leptos", "iframe"].contains(&host.slug)) {
        let text = all(host.slug, &[YOUKI]);
        assert!(text.contains(">youki</a>"), "{}: {text}", host.slug);
        assert!(!text.contains("https://www.cncf.io/sandbox-projects/"), "{}: {text}", host.slug);
        let chinese = all(host.slug, &[YOUKI, ("lang", "zh")]);
        assert!(chinese.contains("<ul lang=\"zh\">") && chinese.contains(">youki</a>"), "{}: {chinese}", host.slug);
        // A blank line would end the tag in Markdown.
        let post = post(host.slug, &[YOUKI]);
        let tag = post.split_once("<ul").map_or("", |(_, rest)| rest.split("</ul>").next().unwrap_or_default());
        assert!(!tag.contains("\n\n"), "{}: {post}", host.slug);
    }
    // Nothing is known of another catalog's projects.
    assert!(!post("html", &[("src", "catalog.json")]).contains("youki"));
    let choice = choice(&[("src", "catalog.json")]);
    assert!(notices(&choice, host("html").unwrap()).contains(&Notice::OtherCatalog));
    assert!(notices(&choice, host("div").unwrap()).contains(&Notice::NotTaken("src")));
}

#[test]
fn links_to_posts_are_inside_as_well() {
    let values = &[YOUKI, ("link", "part=4 /posts/4?a=1&b=2 Part 4: “<new>”")];
    let html = "<li><a data-part=\"4\" href=\"/posts/4?a=1&amp;b=2\">Part 4: “&lt;new&gt;”</a></li>";
    assert!(post("html", values).contains(html), "{}", post("html", values));
    assert!(post("react", values).contains(html), "{}", post("react", values));
    let leptos = "<SandboxExplorer scope=\"project=youki\">\n            <a data-part=\"4\" href=\"/posts/4?a=1&amp;b=2\">{\"Part 4: “<new>”\"}</a>\n";
    assert!(post("leptos", values).contains(leptos), "{}", post("leptos", values));
    assert!(notices(&choice(values), host("iframe").unwrap()).contains(&Notice::NoLinks));
    let braces = post("svelte", &[YOUKI, ("link", "project=youki /y {count} of *them*")]);
    assert!(braces.contains("&#123;count&#125; of &#42;them&#42;"), "{braces}");
}

#[test]
fn the_loader_is_pinned_where_that_is_possible() {
    for host in HOSTS {
        let choice = choice(&[("integrity", "true")]);
        let text: String = text(&choice, host, &files(), Lang::En).into_iter().map(|piece| piece.text).collect();
        let told = notices(&choice, host).contains(&Notice::NoIntegrity);
        assert_eq!(text.matches("sha384-LOADER").count(), usize::from(!told), "{}: {text}", host.slug);
        let without = sandbox_explorer_kit::text(&choice, host, &Files::default(), Lang::En);
        assert!(without.iter().all(|piece| !piece.text.contains("integrity=\"\"")), "{}", host.slug);
    }
    check_begins(
        "html",
        &[("integrity", "true")],
        "<script type=\"module\" src=\"sandbox-explorer.js\" integrity=\"sha384-LOADER\"></script>\n",
    );
    assert!(all("vitepress", &[("integrity", "")]).contains("sandbox-explorer.js`, integrity: 'sha384-LOADER' }]]"));
    assert!(all("sphinx", &[("integrity", "")]).contains("{\"type\": \"module\", \"integrity\": \"sha384-LOADER\"})]"));
    assert!(all("docusaurus", &[("integrity", "")]).contains("')} integrity=\"sha384-LOADER\" />\n      </Head>"));
}

#[test]
fn the_files_may_be_elsewhere() {
    let base = ("base", "https://files.example/sandbox-explorer");
    for host in HOSTS {
        let text = all(host.slug, &[base]);
        let told = notices(&choice(&[base]), host).contains(&Notice::NotTaken("base"));
        assert_eq!(text.contains("https://files.example/sandbox-explorer"), !told, "{}: {text}", host.slug);
    }
    check_begins(
        "html",
        &[base],
        "<script type=\"module\" src=\"https://files.example/sandbox-explorer/sandbox-explorer.js\"></script>\n",
    );
    assert!(
        all("astro", &[base]).contains("src=\"https://files.example/sandbox-explorer/sandbox-explorer.js\"></script>")
    );
    assert!(all("vitepress", &[base]).contains("src: 'https://files.example/sandbox-explorer/sandbox-explorer.js' }"));
    assert!(all("hugo", &[base]).contains("relURL \"https://files.example/sandbox-explorer/sandbox-explorer.js\" }}"));
    let frame = post("iframe", &[base]);
    assert!(
        frame.contains("<iframe src=\"https://files.example/sandbox-explorer/sandbox-explorer.frame.html"),
        "{frame}"
    );
    assert!(
        frame.contains("<script src=\"https://files.example/sandbox-explorer/sandbox-explorer.frames.js\""),
        "{frame}"
    );
    assert!(post("react", &[base]).contains("base=\"https://files.example/sandbox-explorer\""));
}

#[test]
fn at_the_top_what_is_needed_first_is_loaded_with_the_page() {
    let text = post("html", &[("loading", "eager"), ("integrity", "")]);
    let expected = "<link rel=\"modulepreload\" href=\"sandbox-explorer.core.js\" integrity=\"sha384-CORE\">\n\
        <link rel=\"preload\" as=\"fetch\" crossorigin href=\"sandbox-explorer.wasm\">\n<script type=\"module\"";
    assert!(text.starts_with(expected) && text.contains(" loading=\"eager\""), "{text}");
    let preloads = |values: &[(&str, &str)]| {
        let text = post("html", &[&[("loading", "eager")], values].concat());
        text.lines()
            .filter_map(|line| Some(line.split_once("crossorigin href=\"")?.1.trim_end_matches("\">").to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(preloads(&[("lang", "zh")]), ["sandbox-explorer.wasm", "sandbox-explorer.zh.txt"]);
    assert_eq!(preloads(&[("view", "table")]), ["sandbox-explorer.wasm", "sandbox-explorer.later.wasm"]);
    assert_eq!(preloads(&[("src", "c.json")]), ["sandbox-explorer.wasm", "sandbox-explorer.reader.wasm"]);
    let search = ["sandbox-explorer.wasm", "sandbox-explorer.later.wasm", "sandbox-explorer.features.txt"];
    assert_eq!(preloads(&[("query", "q=mesh")]), search);
    let head = |name: &str, values: &[(&str, &str)]| {
        let found = pieces(name, values).into_iter().find(|piece| piece.place == Place::Head);
        found.map(|piece| piece.text).unwrap_or_default()
    };
    assert!(head("hugo", &[("loading", "eager")]).contains("href=\"/sandbox-explorer/sandbox-explorer.core.js\">\n"));
    assert_eq!(head("hugo", &[]), "");
    assert!(notices(&choice(&[("loading", "eager")]), host("react").unwrap()).contains(&Notice::NoPreload));
    assert!(post("iframe", &[("loading", "eager")]).contains("title=\"CNCF Sandbox projects\" loading=\"eager\""));
}

#[test]
fn colours_are_a_rule_of_the_page_or_of_its_style_sheet() {
    let values = &[("accent", "light-dark(#a3195b, #ff8ac2)"), ("radius", "4px")];
    let rule = "sandbox-explorer {\n  --sandbox-explorer-accent: light-dark(#a3195b, #ff8ac2);\n  --sandbox-explorer-radius: 4px;\n}\n";
    check_begins("html", values, &format!("<style>\n{rule}</style>\n<script"));
    let style =
        |name: &str| pieces(name, values).into_iter().find(|piece| piece.place == Place::Style).map(|piece| piece.text);
    assert_eq!(style("hugo").as_deref(), Some(rule));
    assert_eq!(style("html"), None);
    assert!(
        post("sphinx", values).starts_with(".. raw:: html\n\n   <style>\n   sandbox-explorer {\n     --sandbox"),
        "{}",
        post("sphinx", values)
    );
    assert!(post("pelican", values).contains("<style>\n[data-sandbox-explorer] {\n"));
    assert!(notices(&choice(values), host("iframe").unwrap()).contains(&Notice::NoTokens));
    assert!(!post("iframe", values).contains("#a3195b"));
}

#[test]
fn the_policy_allows_what_the_text_needs_and_no_more() {
    let of = |name: &str, values: &[(&str, &str)]| policy(&choice(values), host(name).unwrap());
    assert_eq!(of("html", &[]), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    let there = ("base", "https://files.example:8080/x/");
    assert_eq!(
        of("html", &[there]),
        "script-src https://files.example:8080 'wasm-unsafe-eval'; connect-src https://files.example:8080"
    );
    // The shortcode's files stay with its plugin.
    assert_eq!(of("wordpress-shortcode", &[there]), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    let src = ("src", "https://lists.example/catalog.json");
    assert_eq!(of("hugo", &[src]), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://lists.example");
    assert_eq!(of("iframe", &[]), "frame-src 'self'; script-src 'self'");
    let styled = of("html", &[("radius", "4px")]);
    // Of "\nsandbox-explorer {\n  --sandbox-explorer-radius: 4px;\n}\n", by openssl.
    assert!(styled.ends_with("; style-src 'sha256-U7FloFG1ZN30idgB8Se84yGdDEWo+j2gTz6ayjpl1AI='"), "{styled}");
    assert_ne!(styled, of("html", &[("radius", "5px")]));
    assert!(!of("hugo", &[("radius", "4px")]).contains("style-src"));
}
