//! Which modules may depend on which: each only on those above it, the engine on no browser, and the browser is
//! accessed in one place.

use super::{code, files, none, read};

/// The modules of `src/lib.rs` in reading order, and how many of them are above the line.
fn modules() -> (Vec<String>, usize) {
    let text = read("src/lib.rs");
    let module = |line: &str| Some(line.trim().strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    let (text, _) = text.split_once("} else {").expect("lib.rs has two lists");
    let (above, _) = text.split_once("// Above this line").expect("lib.rs has its line");
    let n_above = above.lines().filter_map(module).count();
    (text.lines().filter_map(module).collect(), n_above)
}

/// The module that a file belongs to.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

#[test]
fn the_engine_knows_no_browser() {
    let (modules, n_above) = modules();
    assert!(n_above >= 9, "{modules:?}");
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        if !modules[..n_above].iter().any(|module| module == module_of(&path)) {
            continue;
        }
        for (n, line) in code(&text) {
            for name in ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "feature =", "target_arch"] {
                if line.contains(name) {
                    wrong.push(format!("{path}:{n}: {name} stands above the line of lib.rs"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn each_module_knows_only_those_above_it() {
    let (modules, _) = modules();
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let Some(at) = modules.iter().position(|module| module == module_of(&path)) else { continue };
        for (n, line) in code(&text) {
            for below in &modules[at + 1..] {
                let names = [format!("crate::{below}::"), format!("crate::{below};"), format!("crate::{below} ")];
                if names.iter().any(|name| line.contains(name)) {
                    wrong.push(format!("{path}:{n}: {} stands above {below} in lib.rs and knows it", modules[at]));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn one_door_leads_to_the_browser() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let is_door = ["src/dom", "src/page"].iter().any(|door| path.starts_with(door));
        let is_rim = path.starts_with("src/bin/embed/");
        for (n, line) in code(&text) {
            for name in ["window()", "document()", "gloo", "web_sys::window", "cfg(target_arch"] {
                // The memory of WebAssembly belongs to the program, not to the page.
                let is_own = is_door || is_rim && name == "cfg(target_arch";
                if line.contains(name) && !is_own {
                    wrong.push(format!("{path}:{n}: {name} belongs to src/page"));
                }
            }
            for name in ["web_sys", "js_sys", "wasm_bindgen"] {
                if line.contains(name) && !is_door && !is_rim {
                    wrong.push(format!("{path}:{n}: {name} belongs to src/dom, src/page or src/bin/embed"));
                }
            }
            let may_choose = is_door || path == "src/lib.rs";
            if line.contains("cfg(") && line.contains("feature") && !may_choose {
                wrong.push(format!("{path}:{n}: only lib.rs, src/dom and src/page choose by feature"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_filter_and_the_query_know_no_facet_by_name() {
    let keys: Vec<&str> = sandbox_explorer::facet::FACETS.iter().map(|facet| facet.key).collect();
    let mut wrong = Vec::new();
    for path in [
        "src/filter.rs",
        "src/query.rs",
        "src/view/controls/facets.rs",
        "src/view/controls/chips.rs",
        "src/view/controls/empty.rs",
    ] {
        for (n, line) in code(&read(path)) {
            // `part` is also the attribute for styling from outside.
            let line = line.replace("attr(\"part\"", "");
            for key in &keys {
                if line.contains(&format!("\"{key}\"")) {
                    wrong.push(format!("{path}:{n}: knows the facet {key}"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn no_file_is_longer_than_one_can_read() {
    let long = |(path, text): &(String, String)| {
        let n = text.lines().count();
        (n > 320).then(|| format!("{path}: {n} lines, 320 are the most: split it at the next noun"))
    };
    let directories = [
        "src",
        "crates/catalog/src",
        "crates/check/src",
        "crates/cli/src",
        "crates/import/src",
        "crates/kit/src",
        "crates/refresh/src",
        "crates/worker/src",
        "xtask/src",
    ];
    let all = directories.map(|directory| files(directory, "rs")).concat();
    none(&all.iter().filter_map(long).collect::<Vec<_>>());
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let mut wrong = Vec::new();
    for directory in [
        "src",
        "crates/catalog/src",
        "crates/check/src",
        "crates/cli/src",
        "crates/import/src",
        "crates/kit/src",
        "crates/worker/src",
        "tests/it",
        "tests/browser",
    ] {
        for (path, text) in files(directory, "rs") {
            if !text.starts_with("//! ") {
                wrong.push(format!("{path}: begins without a sentence about itself"));
            }
        }
    }
    none(&wrong);
}

/// What an application can reach: modules of the list without `internals`.
#[test]
fn only_what_is_promised_is_public() {
    let text = read("src/lib.rs");
    let (_, without) = text.split_once("} else {").expect("lib.rs has two lists");
    let public: Vec<&str> = without.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")).collect();
    assert_eq!(public, ["query;", "export;", "prerender;"]);
    // The same modules in both.
    let all = |list: &str| -> Vec<String> {
        let name = |line: &str| Some(line.trim().trim_start_matches("pub ").strip_prefix("mod ")?.to_owned());
        list.lines().filter_map(name).collect()
    };
    assert_eq!(all(text.split("} else {").next().unwrap()), all(without));
}
