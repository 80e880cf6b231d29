//! The pages around the explorer, and the tools they are made with.

use std::fs;
use std::process::Command;

use serde_json::Value;

use e2e::site;
use e2e::visitor::Visitor;

/// A page with styles that affect its content.
pub(crate) struct Page<'a> {
    /// Its name, in messages and of its screenshot.
    pub(crate) name: &'static str,
    /// Empty: quirks mode.
    pub(crate) doctype: &'static str,
    /// Attributes of `<html>`.
    pub(crate) html: &'static str,
    /// The content of its head.
    pub(crate) head: &'static str,
    /// The HTML around the explorer. The explorer must fill the innermost element with `data-column`.
    pub(crate) around: [&'a str; 2],
    /// Attributes of the explorer.
    pub(crate) explorer: &'static str,
}

pub(crate) const PLAIN: Page<'static> =
    Page { name: "", doctype: "<!doctype html>", html: "", head: "", around: ["", ""], explorer: "" };

/// The pages. Bare CSS in `head` is put into a `<style>`.
pub(crate) static PAGES: &[Page<'static>] = &[
    Page { name: "plain", ..PLAIN },
    // ── tools that sites are made with ──
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
    // ── global resets ──
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
    // ── ancestors ──
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
pub(crate) fn serve_tools(visitor: &Visitor) {
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

/// Tailwind's output for its own entry and the class names used here.
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
    pub(crate) fn is_zoomed(&self) -> bool {
        self.head.contains("zoom:")
    }

    pub(crate) fn html(&self) -> String {
        let explorer = site::tag(self.explorer);
        let post = include_str!("../../../pages/hostile/post.html");
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

    pub(crate) fn open(&self, visitor: &Visitor) {
        let path = format!("/{}.html", self.name);
        visitor.server.page(&path, &self.html());
        visitor.open(&path);
        visitor.waits_for_cards();
        // Cards below the viewport are checked as well.
        visitor.author_runs(
            "const sheet = new CSSStyleSheet();
             sheet.replaceSync('* { content-visibility: visible !important }');
             explorer.shadowRoot.adoptedStyleSheets.push(sheet)",
        );
    }
}

/// The parts of the page that have changed since before the explorer started.
pub(crate) fn changes(visitor: &Visitor) -> Value {
    visitor.author_runs("return window.witness()")
}
