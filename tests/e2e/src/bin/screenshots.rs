//! Screenshots of the explorer on a plain blog page, in English and Chinese, for review and for the READMEs:
//! `cargo xtask screenshots [directory]`, by default `screenshots/` in the project's root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

fn main() {
    let directory = std::env::args().nth(1).map_or_else(|| site::root().join("screenshots"), PathBuf::from);
    std::fs::create_dir_all(&directory).expect("the directory can be made");
    let visitor = Visitor::reads("");
    visitor.browser.prefers("reduced-motion", "reduce");
    for lang in ["en", "zh"] {
        for theme in ["light", "dark"] {
            for (name, width, height) in [("wide", 1200, 1500), ("narrow", 360, 1500)] {
                let open = |attributes: &str| {
                    visitor.reads_next(&site::tag(&format!("lang={lang} {attributes}")));
                    page(&visitor, lang, theme);
                    visitor.waits_for_cards();
                };
                let file = |what: &str| directory.join(format!("{name}{what}-{theme}-{lang}.png"));
                visitor.browser.resize(width, 900);
                open("");
                take(&visitor, width, height, &file(""));
                visitor.open_details("youki");
                take(&visitor, width, 900, &file("-details"));
                visitor.press(&["Escape"]);
                if name == "wide" {
                    open("query=language=rust&amp;maturity=sandbox");
                    take(&visitor, width, 900, &file("-filtered"));
                } else {
                    visitor.click("button", visitor.words().filters);
                    take(&visitor, width, height, &file("-filters"));
                }
            }
        }
    }
    readme(&visitor, &directory);
    visitor.expect_quiet();
    println!("{}", directory.display());
}

/// The page in one of the languages and themes. Its own text changes too, because a Chinese explorer belongs to a Chinese post.
fn page(visitor: &Visitor, lang: &str, theme: &str) {
    visitor.author_runs(&format!(
        "document.documentElement.dataset.theme = '{theme}';
         document.documentElement.lang = '{lang}'"
    ));
    if lang == "zh" {
        visitor.reads_chinese();
        visitor.author_runs(
            "const words = {
               h1: '十三个新成员',
               '.lead': '2024 年下半年，又有十三个项目进入云原生计算基金会（CNCF）的沙箱，本系列也到此收尾。',
               h2: '四篇文章中的全部项目',
               'main > p:last-of-type': '感谢阅读。',
               title: '十三个新成员',
             };
             for (const [selector, text] of Object.entries(words)) document.querySelector(selector).textContent = text",
        );
    } else {
        visitor.reads_english();
    }
}

/// The screenshots in the READMEs: the element alone, sharp on any screen.
fn readme(visitor: &Visitor, directory: &Path) {
    visitor.browser.resize(1100, 900);
    for (lang, ending) in [("en", ""), ("zh", "-zh")] {
        for theme in ["light", "dark"] {
            visitor.reads_next(&site::tag(&format!(r#"lang={lang} style="margin: -8px 0""#)));
            page(visitor, lang, theme);
            visitor.author_runs("document.querySelectorAll('h1, h2, .lead').forEach((it) => it.remove())");
            visitor.waits_for_cards();
            save(visitor, 1100, 760, 1.6, &directory.join(format!("readme-{theme}{ending}.png")));
        }
    }
}

fn take(visitor: &Visitor, width: u32, height: u32, file: &Path) {
    save(visitor, width, height, 1.0, file);
}

fn save(visitor: &Visitor, width: u32, height: u32, scale: f64, file: &Path) {
    // Fonts, and one frame.
    visitor.author_runs("return document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done)))");
    eventually(|| visitor.author_runs("return document.readyState"), "complete");
    let picture = visitor.browser.picture(width, height, scale);
    // Node decodes the Base64; the build needs it anyway.
    let script = "require('node:fs').writeFileSync(process.argv[1], Buffer.from(require('node:fs').readFileSync(0, 'utf8'), 'base64'))";
    let mut node =
        Command::new("node").args(["-e", script]).arg(file).stdin(Stdio::piped()).spawn().expect("node runs");
    std::io::Write::write_all(&mut node.stdin.take().expect("a pipe"), picture.as_bytes()).expect("node reads");
    assert!(node.wait().is_ok_and(|status| status.success()), "{} could not be written", file.display());
    println!("{}", file.display());
}
