//! Style: a file for each view, colours in one place, no rule for what does not exist.

use std::collections::BTreeSet;

use super::{code, files, none, read};

/// Views without a style of their own.
const WITHOUT_STYLE: [&str; 8] = ["controls", "date", "fact", "live", "lazy_list", "note", "project", "section"];
/// Style sheets without a view: the lists, the colours, print, and the page's own, which only index.html
/// loads.
const WITHOUT_VIEW: [&str; 7] = ["chunk", "index", "kit", "page", "page_tools", "print", "tokens"];

fn stems(directory: &str, ending: &str) -> BTreeSet<String> {
    let stem = |(path, _): (String, String)| {
        path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default().to_owned()
    };
    files(directory, ending).into_iter().map(stem).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[test]
fn a_view_and_its_style_have_one_name() {
    let views = &stems("src/view", "rs") - &set(&WITHOUT_STYLE);
    let styles = &stems("style", "css") - &set(&WITHOUT_VIEW);
    assert_eq!(views, styles);
}

#[test]
fn every_view_and_style_is_listed() {
    let lines = |path: &str, before: &str, after: &str| -> BTreeSet<String> {
        let text = read(path);
        let name = |line: &str| Some(line.strip_prefix(before)?.strip_suffix(after)?.to_owned());
        text.lines().filter_map(name).collect()
    };
    let listed = ["src/view.rs", "src/view/controls.rs", "src/view/project.rs", "src/view/views.rs"].map(|list| {
        ["mod ", "pub mod ", "pub(crate) mod "]
            .iter()
            .fold(BTreeSet::new(), |all, before| &all | &lines(list, before, ";"))
    });
    assert_eq!(listed.iter().fold(BTreeSet::new(), |all, some| &all | some), stems("src/view", "rs"));
    let [first, later] = ["index", "chunk"].map(|list| lines(&format!("style/{list}.css"), "@import \"", ".css\";"));
    assert_eq!(&first | &later, &stems("style", "css") - &set(&["index", "kit", "page", "page_tools", "prerendered"]));
    assert!(read("style/index.css").ends_with("@import \"chunk.css\";\n"), "what comes with the chunk comes last");
}

#[test]
fn colours_stand_in_tokens_alone() {
    let mut wrong = Vec::new();
    for (path, text) in files("style", "css") {
        if ["style/tokens.css", "style/page.css", "style/page_tools.css"].contains(&path.as_str()) {
            continue;
        }
        for (n, line) in text.lines().enumerate() {
            // A mask's value is opacity, not a colour.
            if line.contains("mask") {
                continue;
            }
            let is_hex = |piece: &str| {
                let digits = piece.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8)
                    && !piece[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
            };
            let has_hex = line.contains(':') && line.split('#').skip(1).any(is_hex);
            if has_hex || ["rgb(", "rgba(", "hsl(", "oklch(", "light-dark("].iter().any(|name| line.contains(name)) {
                wrong.push(format!("{path}:{}: a colour, which belongs to tokens.css: {}", n + 1, line.trim()));
            }
        }
    }
    none(&wrong);
}

/// The names in a text that begin with `before`.
fn names<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let end = |at: usize| text[at + before.len()..].find(ends).map_or(text.len(), |n| at + before.len() + n);
    text.match_indices(before).map(|(at, _)| &text[at..end(at)]).collect()
}

#[test]
fn every_rule_is_for_something_that_exists() {
    let views: String = files("src/view", "rs").into_iter().map(|file| file.1).collect();
    let made = names(&views, "se-");
    let mut wrong = Vec::new();
    for (path, text) in files("style", "css") {
        for class in names(&text, ".se-") {
            if !made.contains(&class[1..]) {
                wrong.push(format!("{path}: no view makes {class}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_custom_property_is_set() {
    let tokens = read("style/tokens.css");
    let views: String = files("src/view", "rs").into_iter().map(|file| file.1).collect();
    let mut wrong = Vec::new();
    for (path, text) in files("style", "css") {
        for used in text.split("var(--se-").skip(1) {
            let name = used.split([',', ')']).next().unwrap_or_default();
            let is_set = tokens.contains(&format!("--se-{name}:")) || text.contains(&format!("--se-{name}:"));
            if !is_set && !views.contains(&format!("\"--se-{name}\"")) {
                wrong.push(format!("{path}: nobody sets --se-{name}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn rust_sets_no_colour_and_no_style() {
    let mut wrong = Vec::new();
    for (path, text) in files("src/view", "rs") {
        for (n, line) in code(&text) {
            if ["\"style\"", "rgb(", "hsl(", "\"#", "\"fill\"", "\"stroke\""].iter().any(|name| line.contains(name)) {
                wrong.push(format!("{path}:{n}: looks belong to style/: {}", line.trim()));
            }
        }
    }
    none(&wrong);
}
