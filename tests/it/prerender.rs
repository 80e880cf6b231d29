//! The program that prints HTML and other text for site generators.

use sandbox_explorer::facet::Index;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::{fallback, prerender};
use serde_json::Value;

use crate::html::node::Node;

/// Prints with arguments as the command takes them; `crates/cli` has the tests of the command itself.
fn run(args: &[&str]) -> Result<String, String> {
    let mut given: Vec<(&str, &str)> = Vec::new();
    let mut args = args.iter().map(|arg| arg.trim_start_matches("--"));
    while let Some(arg) = args.next() {
        given.push(match arg.split_once('=') {
            Some(pair) => pair,
            None if arg.starts_with("without-") => (arg, ""),
            None => (arg, args.next().unwrap()),
        });
    }
    let mut apart = |apart: &str| {
        let at = given.iter().position(|(name, _)| *name == apart)?;
        Some(given.remove(at).1)
    };
    let (format, base) = (apart("as").unwrap_or("list"), apart("base").unwrap_or_default());
    prerender::print(format, given, base)
}

#[track_caller]
fn check_refused(args: &[&str], expected: &str) {
    assert_eq!(run(args), Err(expected.to_owned()));
}

#[test]
fn by_itself_it_prints_the_list() {
    let list = |scope, lang| Ok(fallback::list(Index::bundled(), scope, lang));
    assert_eq!(run(&[]), list("", Lang::En));
    assert_eq!(run(&["--scope", "part=4", "--lang", "zh"]), list("part=4", Lang::Zh));
    assert_eq!(
        run(&["--as", "list", "--lang=zh-Hant-TW", "--scope=part=4&language=rust"]),
        list("part=4&language=rust", Lang::ZhHant)
    );
    let items = run(&["--scope", "part=4"]).unwrap().matches("<li>").count();
    assert_eq!(items, 13);
}

#[test]
fn links_survive_a_paragraph_of_markdown() {
    let links = run(&["--as", "links", "--scope", "part=4", "--lang", "zh"]).unwrap();
    assert_eq!(links, fallback::lines(Index::bundled(), "part=4", Lang::Zh));
    assert_eq!((links.lines().count(), links.matches("<a href=").count()), (13, 13));
    for lang in ["en", "zh", "zh-Hant"] {
        let links = run(&["--as", "links", "--lang", lang]).unwrap();
        // A blank line ends a Markdown block, an indented one starts a code block, and any other tag ends a
        // paragraph.
        assert!(links.lines().all(|line| line.starts_with("<a ") || line.starts_with("<span ")), "{links}");
        let tags: Vec<&str> = links.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap()).collect();
        assert!(tags.iter().all(|tag| ["span", "/span", "a", "/a", "br"].contains(tag)), "{tags:?}");
    }
}

#[test]
fn it_says_what_it_cannot_use() {
    check_refused(&["--theme", "blue"], "attribute theme: cannot use \"blue\"; allowed: auto, light, dark");
    check_refused(&["--lang", "fr"], "lang: cannot use \"fr\"; allowed: en, zh, zh-Hant");
    check_refused(&["--scope", "part=9"], "scope: nothing in \"part=9\" restricts the projects; example: part=4");
    check_refused(
        &["--as", "pdf"],
        "as: unknown \"pdf\"; allowed: list, links, shadow, style-src, json-ld, markdown, oembed",
    );
    check_refused(&["--src", "x.json"], "src: only the bundled catalog can be printed");
    let unknown = run(&["--colour", "red"]).unwrap_err();
    assert!(unknown.starts_with("unknown attribute \"colour\"; allowed: lang, theme, "), "{unknown}");
    assert!(run(&["--as", "oembed"]).unwrap_err().starts_with("base: oembed needs the address"));
}

#[test]
fn the_first_view_is_a_shadow_with_its_style_and_the_list() {
    let html = run(&["--as", "shadow", "--scope", "part=4", "--lang", "zh", "--heading-level", "2", "--without-sort"])
        .unwrap();
    let start = "<sandbox-explorer scope=\"part=4\" lang=\"zh\" heading-level=\"2\" without-sort=\"\"><template shadowrootmode=\"open\"><style>";
    assert!(html.starts_with(start), "{}", &html[..200]);
    let (style, rest) = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap();
    assert!(style.contains(".se-card") && !style.contains("/*") && !style.contains('<'), "{style}");
    // Only a still view needs this: with CSS alone, a tab shows only its own cards.
    let still = include_str!("../../style/prerendered.css");
    assert!(still.contains(".se-still-radio") && style.contains(".se-still-radio"), "{style}");
    assert!(style.contains("[value=\"container-runtime\"]:checked"), "{style}");
    let (view, list) = rest.split_once("</template>\n").unwrap();
    assert_eq!(list, fallback::list(Index::bundled(), "part=4", Lang::Zh) + "</sandbox-explorer>\n");
    let view = Node::parse(view);
    assert_eq!(view.all("article").len(), 13);
    assert_eq!(
        view.all("radio").len(),
        view.all("radio").iter().filter(|radio| radio.attr("name") == Some("category")).count()
    );
    assert_eq!(view.all("combobox").len(), 0);
    assert!(view.all("checkbox").iter().all(|check| check.attr("name").is_some() && check.attr("value").is_some()));
    // Each card's button opens an existing popover.
    for card in view.all("article") {
        let name = card.one("heading").one("button");
        let id = name.attr("popovertarget").unwrap();
        assert_eq!(view.filter(&|node| node.attr("id") == Some(id)).len(), 1, "{id}");
    }
}

#[test]
fn attributes_of_the_first_view_mean_themselves() {
    let html = run(&["--as", "shadow", "--scope", "part=4&language=rust", "--query", "q=\"><b>"]).unwrap();
    let start = "<sandbox-explorer scope=\"part=4&amp;language=rust\" query=\"q=&quot;&gt;&lt;b&gt;\"><template";
    assert!(html.starts_with(start), "{}", &html[..200]);
}

/// Whether a text is Chinese: one character is enough.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn json_ld_says_languages_licences_and_former_names() {
    let printed = |args: &[&str]| {
        let html = run(&[&["--as", "json-ld"], args].concat()).unwrap();
        let json = html.split_once('\n').unwrap().1.rsplit_once("\n</script>").unwrap().0;
        serde_json::from_str::<Value>(json).unwrap()
    };
    let list = printed(&["--scope", "project=youki", "--lang", "zh"]);
    let item = &list["itemListElement"][0]["item"];
    assert_eq!(list["inLanguage"], Lang::Zh.tag());
    assert!(is_chinese(item["description"].as_str().unwrap()), "{item}");
    assert_eq!(item["license"], "https://spdx.org/licenses/Apache-2.0.html");
    assert_eq!(item.get("alternateName"), None);
    assert_eq!(printed(&[])["inLanguage"], Lang::En.tag());
    let renamed = Index::bundled().catalog.projects.iter().find(|project| !project.former_names.is_empty()).unwrap();
    let list = printed(&["--scope", &format!("project={}", renamed.id)]);
    assert_eq!(list["itemListElement"][0]["item"]["alternateName"], Value::from(renamed.former_names.to_vec()));
}

#[test]
fn table_and_timeline_stand_still_too() {
    for (name, tag) in [("table", "tr"), ("timeline", "li")] {
        let html = run(&["--as", "shadow", "--scope", "part=4", "--view", name]).unwrap();
        let (_, rest) = html.split_once("</style>").unwrap();
        let view = Node::parse(rest.split_once("</template>").unwrap().0);
        assert_eq!(view.all("article").len(), 0, "{name}");
        let rows = view.filter(&|node| node.tag == tag && node.attr("data-category").is_some());
        assert_eq!(rows.len(), 13, "{name}");
        // Each name opens an existing popover.
        for row in rows {
            let id = row.one("button").attr("popovertarget").unwrap();
            assert_eq!(view.filter(&|node| node.attr("id") == Some(id)).len(), 1, "{name}: {id}");
        }
        // Controls that need the program are disabled until it has loaded.
        for head in view.tags("thead").iter().flat_map(|head| head.all("button")) {
            assert!(head.attr("disabled").is_some(), "{}", head.name());
        }
    }
}

#[test]
fn bars_that_do_nothing_yet_are_no_buttons() {
    for lang in ["en", "zh"] {
        let html = run(&["--as", "shadow", "--view", "insights", "--lang", lang]).unwrap();
        let (_, rest) = html.split_once("</style>").unwrap();
        let view = Node::parse(rest.split_once("</template>").unwrap().0);
        let charts = view.tags("section");
        assert_eq!(charts.len(), 9);
        for chart in charts {
            let name = chart.one("heading").text();
            assert_eq!(chart.all("button").len(), 0, "{name}");
            // It still has its text.
            assert!(chart.tags("rect").len() > 1 && chart.text().len() > name.len(), "{name}");
            let says = chart.filter(&|node| {
                ["aria-pressed", "aria-expanded", "disabled", "aria-label"].iter().any(|name| node.attr(name).is_some())
                    && !["ul", "table"].contains(&node.tag.as_str())
            });
            assert!(says.is_empty(), "{name}: what is no control has no state and no name of its own");
        }
    }
}

#[test]
fn json_ld_is_an_item_list_that_ends_no_script() {
    let html = run(&["--as", "json-ld", "--scope", "part=4"]).unwrap();
    let json =
        html.strip_prefix("<script type=\"application/ld+json\">\n").unwrap().strip_suffix("\n</script>\n").unwrap();
    assert!(!json.contains('<'));
    let list: Value = serde_json::from_str(json).unwrap();
    assert_eq!((&list["@type"], &list["numberOfItems"]), (&"ItemList".into(), &13.into()));
    let items = list["itemListElement"].as_array().unwrap();
    assert_eq!(items.len(), 13);
    for (n, item) in items.iter().enumerate() {
        assert_eq!(item["position"], n + 1);
        assert!(item["item"]["url"].as_str().unwrap().starts_with("http"));
        assert!(item["item"]["dateCreated"].as_str().unwrap().len() >= 4);
    }
}

#[test]
fn markdown_is_one_row_for_each_project() {
    let table = run(&["--as", "markdown", "--scope", "part=4", "--lang", "zh"]).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 15);
    for row in &rows {
        let cells = row.replace("\\|", "").matches('|').count();
        assert_eq!(cells, 6, "{row}");
    }
    assert_eq!(rows[1], "| --- | --- | --- | --- | --- |");
    assert!(rows[2..].iter().all(|row| row.starts_with("| [") && row.contains("](<http")));
    assert!(rows[2..].iter().all(|row| is_chinese(row.rsplit(" | ").next().unwrap())), "{table}");
}

#[test]
fn oembed_is_a_rich_answer_with_a_sandboxed_frame() {
    let json =
        run(&["--as", "oembed", "--scope", "part=4&q=a b", "--lang", "zh", "--base", "https://blog.example/embed"])
            .unwrap();
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    // Before parsing: parsers are lenient.
    assert!(answer["html"].as_str().unwrap().contains("&amp;lang=zh\""), "{answer}");
    let frame = Node::parse(answer["html"].as_str().unwrap());
    let frame = frame.filter(&|node| node.tag == "iframe")[0];
    assert_eq!(
        frame.attr("src"),
        Some("https://blog.example/embed/sandbox-explorer.frame.html?scope=part%3D4%26q%3Da%20b&lang=zh")
    );
    let sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
    let name = "allow-downloads allow-modals";
    for (name, value) in [("sandbox", sandbox), ("name", name), ("loading", "lazy"), ("title", "CNCF 沙箱项目")] {
        assert_eq!(frame.attr(name), Some(value), "{name}");
    }
}

#[test]
fn one_hash_lets_every_first_view_through_a_policy() {
    let policy = run(&["--as", "style-src"]).unwrap();
    assert!(policy.starts_with("style-src 'sha256-") && policy.ends_with("'\n"), "{policy}");
    let style = |html: &str| html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0.to_owned();
    let first = style(&run(&["--as", "shadow"]).unwrap());
    for args in [
        &["--lang", "zh", "--theme", "dark"][..],
        &["--scope", "part=4", "--theme", "light", "--layout", "compact"],
        &["--view", "table"],
        &["--view", "timeline"],
        &["--view", "insights"],
        &["--layout", "single", "--scope", "project=youki"],
    ] {
        let html = run(&[&["--as", "shadow"], args].concat()).unwrap();
        assert_eq!(style(&html), first, "{args:?}");
        // A hash cannot allow an attribute, and a second style would need a second hash.
        assert!(!html.contains(" style=") && html.matches("<style").count() == 1, "{args:?}");
    }
}
