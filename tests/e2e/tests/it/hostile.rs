//! On pages with habits of their own: frameworks' style sheets, resets that reach everything, other directions and sizes, patched
//! registries, scripts that move the element. The explorer keeps its shape on each, and leaves each as it was.
//!
//! With `$E2E_PICTURES` set, every page is also photographed into that directory, to be looked at; `$E2E_ONLY` keeps to the pages
//! with this in their name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// A page that does this to whatever stands on it.
struct Page<'a> {
    /// Its name, in messages and as that of its picture.
    name: &'static str,
    /// Empty: the browser is in quirks mode.
    doctype: &'static str,
    /// Attributes of `<html>`.
    html: &'static str,
    /// What stands in its head.
    head: &'static str,
    /// What stands around the explorer. The innermost element with `data-column` is what the explorer has to fill.
    around: [&'a str; 2],
    /// Attributes of the explorer.
    explorer: &'static str,
}

const PLAIN: Page<'static> =
    Page { name: "", doctype: "<!doctype html>", html: "", head: "", around: ["", ""], explorer: "" };

/// The pages. Bare CSS in `head` stands in a `<style>`.
static PAGES: &[Page<'static>] = &[
    Page { name: "plain", ..PLAIN },
    // ── what sites are made with ──
    Page {
        name: "bootstrap",
        head: r#"<link rel="stylesheet" href="/tools/bootstrap.css" />"#,
        around: [r#"<div class="container"><div class="row"><div class="col-md-9" data-column>"#, "</div></div></div>"],
        ..PLAIN
    },
    Page {
        name: "bootstrap-dark-modal",
        html: r#"data-bs-theme="dark""#,
        head: r#"<link rel="stylesheet" href="/tools/bootstrap.css" />"#,
        around: [
            r#"<div class="d-flex flex-column align-items-center text-center text-uppercase"><div class="card w-100">
               <div class="card-body lh-1 fw-bold fst-italic" data-column>"#,
            "</div></div></div>",
        ],
        ..PLAIN
    },
    Page {
        name: "tailwind",
        head: r#"<link rel="stylesheet" href="/tools/tailwind.css" />"#,
        around: [r#"<div class="mx-auto max-w-3xl px-4 text-center leading-none tracking-widest"><div data-column>"#, "</div></div>"],
        ..PLAIN
    },
    Page {
        name: "tailwind-dark",
        head: r#"<link rel="stylesheet" href="/tools/tailwind.css" />"#,
        around: [r#"<div class="bg-gray-950 text-gray-100 p-4" data-column>"#, "</div>"],
        ..PLAIN
    },
    Page {
        name: "wordpress",
        head: r#"<link rel="stylesheet" href="/pages/hostile/wordpress.css" />"#,
        around: [
            r#"<div class="has-global-padding is-layout-constrained"><div class="alignwide is-layout-flex" data-column>"#,
            "</div></div>",
        ],
        ..PLAIN
    },
    // ── resets that reach everything ──
    Page { name: "all-unset", head: "<style>* { all: unset !important }</style>", ..PLAIN },
    Page {
        name: "content-box-red",
        head: "<style>* { box-sizing: content-box !important; color: red !important }</style>",
        ..PLAIN
    },
    Page { name: "all-inline", head: "<style>* { display: inline !important }</style>", ..PLAIN },
    Page {
        name: "all-flex",
        head: "<style>.flexed, .flexed * { display: flex !important }</style>",
        around: [r#"<div data-column><div class="flexed"><div><div>"#, "</div></div></div></div>"],
        ..PLAIN
    },
    // ── inherited by accident ──
    Page {
        name: "poster",
        head: "<style>main { text-align: center; text-transform: uppercase; letter-spacing: .3em; word-spacing: 1em;
            text-indent: 3em; text-shadow: 2px 2px 3px #888; font-variant: small-caps; font-style: italic; font-weight: 900;
            cursor: crosshair; text-decoration: none }</style>",
        ..PLAIN
    },
    Page {
        name: "printers-nightmare",
        head: "<style>.hostile { line-height: 0; white-space: pre; word-break: break-all; hyphens: auto; text-align: justify;
            text-align-last: justify; list-style: square inside; tab-size: 99; line-break: anywhere; text-wrap: nowrap;
            quotes: none; border-spacing: 9px; caption-side: bottom }</style>",
        around: [r#"<div class="hostile">"#, "</div>"],
        ..PLAIN
    },
    Page {
        name: "gradient-text",
        head: "<style>main { background: linear-gradient(90deg, #000, #333); -webkit-background-clip: text;
            -webkit-text-fill-color: transparent; -webkit-text-stroke: 1px #999; caret-color: transparent;
            text-emphasis: dot; fill: red; stroke: red; stroke-width: 9px }
            main > p { -webkit-text-fill-color: #222 }</style>",
        ..PLAIN
    },
    // ── direction and size ──
    Page { name: "rtl", html: r#"dir="rtl""#, ..PLAIN },
    Page { name: "rtl-by-style", head: "<style>body { direction: rtl }</style>", ..PLAIN },
    Page { name: "zoomed-root", head: "<style>html { zoom: 1.5 }</style>", ..PLAIN },
    Page { name: "zoomed-column", head: "<style>main { zoom: 1.5 }</style>", ..PLAIN },
    Page { name: "huge-root", head: "<style>html { font-size: 32px }</style>", ..PLAIN },
    Page {
        name: "tiny-root",
        head: "<style>html { font-size: 62.5% } p, h1, li { font-size: 1.6rem }</style>",
        ..PLAIN
    },
    // ── the document ──
    Page { name: "base", head: r#"<base href="/elsewhere/" target="_blank" />"#, explorer: "url-key=x", ..PLAIN },
    Page { name: "quirks", doctype: "", around: ["<center><table width=100%><tr><td data-column>", "</table></center>"], ..PLAIN },
    // ── around it ──
    Page {
        name: "transformed",
        head: "<style>header { position: fixed; inset: 0 0 auto; height: 90px; z-index: 2147483647; background: #eee }
            .moved { transform: translate(0, 10px) rotate(.0001deg); filter: contrast(1); perspective: 100px; will-change: transform;
                contain: paint; overflow: hidden; border-radius: 20px; backdrop-filter: blur(1px); isolation: isolate }</style>",
        around: [r#"<header>Header</header><div class="moved" data-column>"#, "</div>"],
        ..PLAIN
    },
    Page {
        name: "flex-row",
        head: "<style>.row { display: flex; gap: 16px } aside { width: 90px; flex: none } .main { flex: 1 }</style>",
        around: [r#"<div class="row"><div class="main" data-column>"#, "</div><aside>Further reading</aside></div>"],
        ..PLAIN
    },
    Page {
        name: "grid",
        head: "<style>.grid { display: grid; grid-template-columns: 80px 1fr; justify-items: center; align-items: center }
            .cell { width: 100% }</style>",
        around: [r#"<div class="grid"><aside>Contents</aside><div class="cell" data-column>"#, "</div></div>"],
        ..PLAIN
    },
    Page {
        name: "centred-item",
        head: "<style>.flex { display: flex; flex-direction: column; align-items: center }</style>",
        around: [r#"<div class="flex" data-column>"#, "</div>"],
        ..PLAIN
    },
    Page {
        name: "shrunk-to-fit",
        head: "<style>.outer { display: grid; justify-items: center } .fit { width: fit-content } .float { float: left }</style>",
        around: [
            r#"<div data-column><div class="outer"><div class="fit"><div class="float"><div style="display: inline-block">"#,
            "</div></div></div></div></div>",
        ],
        ..PLAIN
    },
    // ── other registries ──
    Page {
        name: "forced-polyfill",
        head: r#"<script>window.customElements = { forcePolyfill: true }</script><script src="/tools/custom-elements.js"></script>"#,
        ..PLAIN
    },
    Page { name: "scoped-registry", head: r#"<script src="/tools/scoped-registry.js"></script>"#, ..PLAIN },
];

/// Real style sheets and scripts, under `/tools/`.
fn serve_tools(visitor: &Visitor) {
    for (path, tool) in [
        ("/tools/bootstrap.css", "bootstrap/dist/css/bootstrap.min.css"),
        ("/tools/custom-elements.js", "@webcomponents/custom-elements/custom-elements.min.js"),
        (
            "/tools/scoped-registry.js",
            "@webcomponents/scoped-custom-element-registry/scoped-custom-element-registry.min.js",
        ),
    ] {
        let text = fs::read_to_string(site::node_module(tool)).unwrap_or_else(|error| panic!("{tool}: {error}"));
        visitor.server.page(path, text.split("//# sourceMappingURL").next().unwrap_or_default());
    }
    visitor.server.page("/tools/tailwind.css", &tailwind());
}

/// What Tailwind makes of its own entry and of the class names used here.
fn tailwind() -> String {
    const SCRIPT: &str = "import { compile } from 'tailwindcss';
        import { readFileSync } from 'node:fs';
        const base = process.cwd() + '/node_modules/tailwindcss';
        const loadStylesheet = async (id, from) => {
            const path = id == 'tailwindcss' ? base + '/index.css' : from + '/' + id;
            return { path, base, content: readFileSync(path, 'utf8') };
        };
        const { build } = await compile('@import \"tailwindcss\";', { base, loadStylesheet });
        process.stdout.write(build(process.argv.slice(1)))";
    let classes = PAGES.iter().flat_map(|page| page.around).flat_map(|text| text.split(['"', ' ']));
    let output = Command::new("node")
        .current_dir(site::node_module("..").as_path())
        .args(["--input-type=module", "-e", SCRIPT, "--"])
        .args(classes)
        .output()
        .expect("node runs");
    assert!(output.status.success(), "tailwind: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("CSS is text")
}

impl Page<'_> {
    fn is_zoomed(&self) -> bool {
        self.head.contains("zoom:")
    }

    fn html(&self) -> String {
        let explorer = site::tag(self.explorer);
        let post = include_str!("../../pages/hostile/post.html");
        let [before, after] = self.around;
        let parts = [
            ("{html}", self.html),
            ("{head}", self.head),
            ("{before}", before),
            ("{explorer}", &explorer),
            ("{after}", after),
        ];
        let post = parts.iter().fold(post.to_owned(), |post, (place, text)| post.replace(place, text));
        [self.doctype, "\n", &post].concat()
    }

    fn open(&self, visitor: &Visitor) {
        let path = format!("/{}.html", self.name);
        visitor.server.page(&path, &self.html());
        visitor.open(&path);
        visitor.waits_for_cards();
        // Cards below the window are looked at as well.
        visitor.author_runs(
            "const sheet = new CSSStyleSheet();
             sheet.replaceSync('* { content-visibility: visible !important }');
             explorer.shadowRoot.adoptedStyleSheets.push(sheet)",
        );
    }
}

/// What is wrong with how the explorer looks; empty: nothing.
fn problems(visitor: &Visitor) -> Vec<String> {
    let problems = visitor.author_runs(include_str!("hostile.js"));
    problems.as_array().into_iter().flatten().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// What of the page is not as it was before the explorer came.
fn changes(visitor: &Visitor) -> Value {
    visitor.author_runs("return window.witness()")
}

/// Looks at the page at both widths, with the details open and closed.
fn look_around(visitor: &Visitor, page: &Page<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for width in [360, 1200] {
        visitor.browser.resize(width, 900);
        // The explorer notices its width in the next frame.
        visitor.author_runs("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        let mut note = |what: &str| {
            found.extend(problems(visitor).iter().map(|problem| format!("{}{what}, {width} px: {problem}", page.name)));
            photograph(visitor, width, &format!("{}{what}-{width}", page.name));
        };
        note("");
        // By the method: ChromeDriver misses what is under `zoom`.
        visitor.author_runs("explorer.show('youki')");
        visitor.expect_details("youki");
        note("-details");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
    }
    found
}

/// A picture of the window, if pictures are wanted.
fn photograph(visitor: &Visitor, width: u32, name: &str) {
    let Some(directory) = std::env::var_os("E2E_PICTURES").filter(|it| !it.is_empty()).map(PathBuf::from) else {
        return;
    };
    let file: &Path = &directory.join(name).with_extension("png");
    let top = "explorer.scrollIntoView({ behavior: 'instant' })";
    visitor.author_runs(&format!("if (!explorer.shadowRoot.querySelector('dialog[open]')) {top}"));
    let parameters = json!({ "format": "png", "captureBeyondViewport": false });
    let picture = visitor.browser.devtools("Page.captureScreenshot", &parameters);
    // Base64 is undone by Node, which the build needs anyway.
    const SCRIPT: &str = "require('node:fs').writeFileSync(process.argv[1], Buffer.from(require('node:fs').readFileSync(0, 'latin1'), 'base64'))";
    let mut node =
        Command::new("node").args(["-e", SCRIPT]).arg(file).stdin(Stdio::piped()).spawn().expect("node runs");
    let mut pipe = node.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut pipe, picture["data"].as_str().unwrap_or_default().as_bytes()).expect("node reads");
    drop(pipe);
    assert!(node.wait().is_ok_and(|status| status.success()), "{} could not be written, {width} px", file.display());
}

#[test]
fn it_keeps_its_shape_on_every_page_and_leaves_the_page_as_it_was() {
    it_keeps_its_shape(|page| !page.is_zoomed());
}

#[test]
fn it_keeps_its_shape_on_pages_with_zoom() {
    if Engine::current().skips("hostile::it_keeps_its_shape_on_pages_with_zoom") {
        return;
    }
    it_keeps_its_shape(|page| page.is_zoomed());
}

#[track_caller]
fn it_keeps_its_shape(on: fn(&Page<'static>) -> bool) {
    let visitor = Visitor::comes_to(site::server());
    visitor.browser.prefers("reduced-motion", "reduce");
    visitor.browser.prefers("color-scheme", "light");
    serve_tools(&visitor);
    let only = std::env::var("E2E_ONLY").ok();
    let mut found = Vec::new();
    for page in PAGES
        .iter()
        .filter(|page| on(page))
        .filter(|page| only.as_ref().is_none_or(|only| page.name.contains(only.as_str())))
    {
        visitor.browser.resize(1200, 900);
        page.open(&visitor);
        found.extend(look_around(&visitor, page));
        let changes = changes(&visitor);
        found.extend(changes.as_array().into_iter().flatten().map(|change| format!("{}: {change}", page.name)));
    }
    assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
    visitor.expect_quiet();
}

#[test]
fn another_base_changes_neither_where_files_come_from_nor_the_pages_address() {
    let visitor = Visitor::comes_to(site::server());
    let page = Page { name: "base", head: r#"<base href="/elsewhere/" />"#, explorer: "url-key=x", ..PLAIN };
    page.open(&visitor);
    visitor.tick("Language", "Rust");
    let address = [&visitor.server.origin(), "/base.html#x=language=rust"].concat();
    eventually(|| visitor.browser.url(), &address);
    visitor.browser.back();
    visitor.expect_status("52 projects");
    let elsewhere: Vec<String> =
        visitor.server.requests().into_iter().filter(|path| path.starts_with("/elsewhere")).collect();
    assert!(elsewhere.is_empty(), "asked for {elsewhere:?}");
    visitor.expect_quiet();
}

#[test]
fn patched_registries_get_a_whole_element() {
    let visitor = Visitor::comes_to(site::server());
    serve_tools(&visitor);
    for page in PAGES.iter().filter(|page| ["forced-polyfill", "scoped-registry"].contains(&page.name)) {
        page.open(&visitor);
        // Attributes and properties are heard, and a made element is a full one too.
        visitor.author_runs("explorer.setAttribute('scope', 'part=4')");
        visitor.expect_status("13 projects");
        visitor.author_runs("explorer.scope = 'part=1'");
        visitor.expect_status("13 projects");
        visitor.author_runs("explorer.remove(); document.querySelector('form').after(explorer)");
        visitor.expect_status("13 projects");
        visitor.author_runs(
            "const made = document.createElement('sandbox-explorer');
             made.loading = 'eager';
             made.scope = 'project=youki';
             explorer.replaceWith(made)",
        );
        visitor.expect_cards(&["youki"]);
        visitor.author_runs(
            "const div = document.createElement('div');
             div.dataset.sandboxExplorer = '';
             div.dataset.loading = 'eager';
             div.dataset.scope = 'project=kmesh';
             explorer.replaceWith(div)",
        );
        visitor.expect_cards(&["Kmesh"]);
    }
    visitor.expect_quiet();
}

#[test]
fn an_element_of_the_same_name_that_was_there_first_stays_what_it_is() {
    let visitor = Visitor::comes_to(site::server());
    let page = Page {
        name: "taken",
        head: "<script>customElements.define('sandbox-explorer', class extends HTMLElement {
            connectedCallback() { this.dataset.owner = 'somebody else'; } })</script>",
        around: ["", "<div data-sandbox-explorer><p>Another list</p></div>"],
        ..PLAIN
    };
    visitor.server.page("/taken.html", &page.html());
    visitor.open("/taken.html");
    visitor.expect_console(&["sandbox-explorer> 0.1.0 ignored: undefined is there"]);
    assert_eq!(
        visitor.author_runs("return [explorer.dataset.owner, explorer.shadowRoot]"),
        json!(["somebody else", null])
    );
    visitor.looks_at_page();
    assert!(visitor.sees_now("link", "All CNCF Sandbox projects"), "the author's own list is gone");
    assert_eq!(changes(&visitor), json!([]));
    assert!(
        !visitor.server.requests().iter().any(|path| path.ends_with(".wasm")),
        "a program that nobody uses was loaded"
    );
    visitor.expect_quiet();
}

#[test]
fn of_two_loaders_the_first_serves_all() {
    let loader =
        fs::read_to_string(site::shipped("embed").join("sandbox-explorer.js")).expect("the loader can be read");
    for (version, warning) in [("9.9.9", Some("sandbox-explorer> 9.9.9 ignored: 0.1.0 is there")), ("0.1.0", None)] {
        let visitor = Visitor::comes_to(site::server());
        let other = loader.replace("0.1.0", version);
        assert!(other.contains(version), "the loader says its version");
        visitor.server.page("/other/sandbox-explorer.js", &other);
        let second =
            [r#"<script type="module" src="/other/sandbox-explorer.js"></script>"#, &site::tag("scope=part=4")]
                .concat();
        let page = Page { name: "twice", around: ["", &second], ..PLAIN };
        page.open(&visitor);
        visitor.looks_at(1);
        visitor.expect_status("13 projects");
        match warning {
            Some(warning) => visitor.expect_console(&[warning]),
            None => assert_eq!(visitor.console(), Vec::<String>::new()),
        }
        let asked = visitor.server.requests();
        assert_eq!(
            asked.iter().filter(|path| path.ends_with(".wasm")).collect::<Vec<_>>(),
            ["/embed/sandbox-explorer.wasm"]
        );
        visitor.expect_quiet();
    }
}

/// Moves the explorer to and fro between two places, once a frame.
const MOVE: &str = "
    const places = [...document.querySelectorAll('.place')];
    let frames = 60;
    return new Promise((done) => {
        const move = () => {
            const place = places[frames % 2];
            arguments[0] == 'moveBefore' ? place.moveBefore(explorer, null) : place.append(explorer);
            if (--frames) requestAnimationFrame(move);
            else done(places.length);
        };
        move();
    })";

/// Someone on a page with two places for the explorer, who has searched and filtered.
fn between_two_places() -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let page = Page {
        name: "moving",
        around: [r#"<div class="place">"#, r#"</div><hr /><div class="place"></div>"#],
        ..PLAIN
    };
    page.open(&visitor);
    visitor.type_search("mesh");
    visitor.tick("Language", "Go");
    visitor.expect_chips(&["“mesh”", "Go"]);
    visitor
}

#[test]
fn a_framework_may_move_it_every_frame() {
    let visitor = between_two_places();
    let cards = visitor.see_cards();
    let program = visitor.author_runs("window.box = explorer.shadowRoot.querySelector('input'); return box.value");
    assert_eq!(program, "mesh");

    // As frameworks did it until lately: out of the document and in again. It is never made anew.
    visitor.author_runs(MOVE);
    assert_eq!(
        visitor.author_runs("return box.isConnected && box == explorer.shadowRoot.querySelector('input')"),
        true
    );
    assert_eq!(visitor.searched(), "mesh");
    visitor.expect_chips(&["“mesh”", "Go"]);
    assert_eq!(visitor.see_cards(), cards);
    visitor.expect_quiet();
}

#[test]
fn it_may_be_moved_without_leaving_the_document_while_the_reader_types() {
    if Engine::current().skips("hostile::it_may_be_moved_without_leaving_the_document_while_the_reader_types") {
        return;
    }
    let visitor = between_two_places();
    visitor.type_search(" b");
    visitor.expect_focus("searchbox", "Search projects");
    visitor.author_runs(&MOVE.replace("arguments[0]", "'moveBefore'"));
    visitor.press(&["Backspace", "Backspace", "e", "s"]);
    visitor.expect_focus("searchbox", "Search projects");
    assert_eq!(visitor.searched(), "meshes");
    visitor.expect_chips(&["“meshes”", "Go"]);
    visitor.expect_quiet();
}
