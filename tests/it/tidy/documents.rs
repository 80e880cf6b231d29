//! The Markdown files: the READMEs are short, links lead to existing files and headings, no figure is in two files, and the paths,
//! commands and tests that they name exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{files, none, read};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Markdown files for people, with their texts. (The posts of the sites in `tests` are not documents.)
pub(super) fn documents() -> Vec<(String, String)> {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut all: Vec<(String, String)> =
        names.filter(|name| name.ends_with(".md")).map(|name| (name.clone(), read(&name))).collect();
    for path in ["data/README.md", "npm/README.md", "npm/snippets/README.md"] {
        all.push((path.to_owned(), read(path)));
    }
    all.extend(files("docs", "md"));
    assert!(all.len() > 10, "{all:?}");
    all
}

/// The lines outside code blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    })
}

/// A line without inline code.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

/// Inline code outside code blocks.
fn code_marks(text: &str) -> Vec<&str> {
    prose(text).flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// The addresses of links and pictures.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in prose(text) {
        let line = without_code(line);
        for before in ["](", "src=\"", "href=\""] {
            let ends = |c: char| matches!(c, ')' | '"' | ' ');
            found.extend(line.split(before).skip(1).map(|rest| rest.split(ends).next().unwrap_or_default().to_owned()));
        }
    }
    found
}

fn is_elsewhere(link: &str) -> bool {
    link.contains("://") || link.starts_with("mailto:")
}

/// The anchor that GitHub gives a heading: lower case, no punctuation, hyphens instead of spaces.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.trim().to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text).filter(|line| line.starts_with('#'));
    headings.map(|line| anchor(line.trim_start_matches('#'))).collect()
}

/// The target of a link of a document, as a path in the project.
fn target(document: &str, link: &str) -> PathBuf {
    let mut path = Path::new(document).parent().unwrap().to_owned();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            part => path.push(part),
        }
    }
    path
}

#[test]
fn anchors_are_those_of_github() {
    assert_eq!(anchor(" Put it in a page"), "put-it-in-a-page");
    assert_eq!(anchor("`src`: a catalog, of your own"), "src-a-catalog-of-your-own");
    assert_eq!(anchor("放进网页"), "放进网页");
}

#[test]
fn the_readmes_are_short() {
    for path in ["README.md", "README.zh.md"] {
        let n_bytes = read(path).len();
        assert!(n_bytes <= 8192, "{path} has {n_bytes} bytes, 8,192 are the most: details belong to docs/");
    }
}

#[test]
fn links_lead_to_files_and_headings_that_exist() {
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        for link in links(&text).iter().filter(|link| !is_elsewhere(link)) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let path = if file.is_empty() { PathBuf::from(&document) } else { target(&document, file) };
            if !root().join(&path).exists() {
                wrong.push(format!("{document}: {link} leads to no file"));
            } else if !heading.is_empty() && !anchors(&read(path.to_str().unwrap())).contains(heading) {
                wrong.push(format!("{document}: {link} leads to no heading"));
            }
        }
    }
    none(&wrong);
}

/// The package contains npm/README.md and npm/snippets, but no files of the directories above.
#[test]
fn links_of_the_npm_package_stay_in_it() {
    let build = read("npm/build.mjs");
    assert!(build.contains("'README.md']) await copyFile") && build.contains("cp(source('snippets')"));
    let mut wrong = Vec::new();
    for (document, text) in documents().iter().filter(|(path, _)| path.starts_with("npm/")) {
        for link in links(text).iter().filter(|link| !is_elsewhere(link)) {
            let path = target(document, link.split('#').next().unwrap_or_default());
            let is_packed = path.starts_with("npm/snippets")
                || ["npm/README.md", "npm/custom-elements.json", "npm/package.json"]
                    .iter()
                    .any(|known| path == Path::new(known))
                || path.to_str().unwrap().ends_with(".d.ts")
                || link.starts_with('#');
            if !is_packed {
                wrong.push(format!("{document}: {link} is not in the package"));
            }
        }
    }
    none(&wrong);
}

/// Every document can be reached from the README.
#[test]
fn every_document_can_be_reached_from_the_readme() {
    let mut seen = BTreeSet::new();
    let mut next = vec![PathBuf::from("README.md")];
    while let Some(path) = next.pop() {
        let name = path.to_str().unwrap().to_owned();
        if !seen.insert(name.clone()) || !name.ends_with(".md") {
            continue;
        }
        let text = read(&name);
        let own = links(&text).into_iter().filter(|link| !is_elsewhere(link) && !link.starts_with('#'));
        next.extend(own.map(|link| target(&name, link.split('#').next().unwrap_or_default())));
    }
    let missing = |(path, _): &(String, String)| (!seen.contains(path)).then(|| format!("no link leads to {path}"));
    none(&documents().iter().filter_map(missing).collect::<Vec<_>>());
}

/// Sizes and times in a text: `12 ms`, `2.5 kB`.
fn figures(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for unit in ["kB", "KiB", "MB", "MiB", "ms", "minutes", "seconds", "分钟", "毫秒", "秒"] {
        for (at, _) in text.match_indices(unit) {
            let follows = text[at + unit.len()..].chars().next();
            let before = text[..at].trim_end_matches([' ', '\u{a0}']);
            let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            let number = before[number.len()..].trim_start_matches(['.', ',']);
            if !number.is_empty() && !follows.is_some_and(|c| c.is_ascii_alphanumeric()) {
                found.insert(format!("{number} {unit}"));
            }
        }
    }
    found
}

#[test]
fn figures_are_seen() {
    let text = "2 kB, 1,234 ms and 2.5 KiB; 2 kByte, about minutes, 约 5 分钟";
    let expected = ["1,234 ms", "2 kB", "2.5 KiB", "5 分钟"];
    assert_eq!(figures(text).iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

/// If a size or a time is in two documents, one of them is wrong after the next measurement. (The changelog is about the past.)
#[test]
fn no_figure_is_in_two_documents() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (document, text) in documents() {
        if document == "CHANGELOG.md" {
            continue;
        }
        for figure in figures(&text) {
            places.entry(figure).or_default().push(document.clone());
        }
    }
    places.retain(|_, documents| documents.len() > 1);
    none(&places.iter().map(|(figure, documents)| format!("{figure}: {}", documents.join(", "))).collect::<Vec<_>>());
}

/// The sizes of the shipped files are in docs/development.md, and no other document repeats them in bytes or kilobytes.
#[test]
fn sizes_are_said_once() {
    let text = read("docs/development.md");
    let (_, section) = text.split_once("\n## Sizes\n").expect("a section on sizes");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| `sandbox-explorer"));
    let cells: Vec<&str> = rows.flat_map(|row| row.split('|').skip(2)).map(str::trim).collect();
    let sizes: Vec<&str> = cells.into_iter().filter(|cell| cell.len() > 4 && cell.contains(',')).collect();
    assert!(sizes.len() > 15, "{sizes:?}");
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        let rest = if document == "docs/development.md" { text.replace(section, "") } else { text };
        for size in &sizes {
            // 5,200 is 5.2 kB.
            let (thousands, rest_of_it) = size.split_once(',').unwrap();
            let short = format!("{thousands}.{} kB", &rest_of_it[..1]);
            if document != "CHANGELOG.md" && (rest.contains(&format!(" {size} ")) || rest.contains(&short)) {
                wrong.push(format!("{document}: repeats the size {size}"));
            }
        }
    }
    none(&wrong);
}

/// Files that documents name in inline code exist. `x` and `<id>` are placeholders.
#[test]
fn the_paths_that_documents_name_exist() {
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        if document == "CHANGELOG.md" || document.starts_with("npm/") {
            continue;
        }
        for mark in code_marks(&text) {
            let tops = ["src/", "data/", "docs/", "tests/", "xtask/", "npm/", "style/", "crates/", "screenshots/"];
            let is_own = tops.iter().any(|top| mark.starts_with(top));
            let is_pattern = mark.contains(['<', '*', '…', ' ', '$']) || mark.contains("/x.") || mark.contains("/xx.");
            let is_installed = mark.starts_with("xtask/node");
            // ARCHITECTURE.md omits `src/` in the names of modules.
            let places = [mark.to_owned(), format!("src/{mark}.rs"), format!("src/{mark}")];
            if is_own && !is_pattern && !is_installed && !places.iter().any(|place| root().join(place).exists()) {
                wrong.push(format!("{document}: there is no {mark}"));
            }
        }
    }
    none(&wrong);
}

/// `cargo xtask …`, and `cargo …` with an alias.
#[test]
fn the_commands_that_documents_name_exist() {
    let help = read("xtask/src/main.rs");
    let steps = read("xtask/src/test.rs");
    let aliases = read(".cargo/config.toml");
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (document, text) in documents() {
        for rest in text.split("cargo xtask ").skip(1) {
            let ends = |c: char| !(c.is_ascii_lowercase() || c == '-');
            let command = rest.split(ends).next().unwrap_or_default();
            seen.insert(command.to_owned());
            if !command.is_empty() && !help.contains(&format!("\n  {command} ")) {
                wrong.push(format!("{document}: cargo xtask {command}"));
            }
            let step = rest.strip_prefix("test ").and_then(|rest| rest.split(ends).next()).unwrap_or_default();
            if rest.starts_with("test ") && !step.is_empty() && !steps.contains(&format!("name: \"{step}")) {
                // Words after the inline code are not steps.
                let is_in_code = rest.find(['`', '\n']).is_none_or(|end| end > "test ".len());
                if is_in_code {
                    wrong.push(format!("{document}: cargo xtask test {step}"));
                }
            }
        }
        if text.contains("cargo prerender") && !aliases.contains("\nprerender = ") {
            wrong.push(format!("{document}: cargo prerender"));
        }
    }
    assert!(seen.contains("serve") && seen.contains("dist"), "{seen:?}");
    none(&wrong);
}

/// Claims name the tests that prove them.
#[test]
fn the_tests_that_documents_name_exist() {
    let comparison = read("docs/comparison.md");
    let reference = read("docs/reference.md");
    let (_, readers) = reference.split_once("\n## What readers can do\n").expect("a section on readers");
    let readers = readers.split("\n## ").next().unwrap_or_default();
    let mut names = Vec::new();
    for (text, column) in [(comparison.as_str(), 1), (readers, 2)] {
        let cells = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").nth(column));
        names.extend(cells.flat_map(code_marks));
    }
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        let exists = ["tests/e2e/tests/it", "tests/it"].iter().any(|d| root().join(format!("{d}/{name}.rs")).exists());
        assert!(exists, "there is no test {name}");
    }
}

/// The README's comparison has the same rows in both languages, and each row has its evidence.
#[test]
fn every_row_of_the_comparison_has_its_evidence() {
    let rows = |path: &str, heading: &str| -> usize {
        let text = read(path);
        let (_, section) = text.split_once(heading).unwrap_or_else(|| panic!("{path} has no {heading}"));
        section.split("\n#").next().unwrap_or_default().lines().filter(|line| line.starts_with("| ")).count() - 1
    };
    let expected = rows("docs/comparison.md", "\n## Rows\n");
    assert!(expected > 6);
    assert_eq!(rows("README.md", "\n## What is special\n"), expected, "README.md");
    assert_eq!(rows("README.zh.md", "\n## 特别之处\n"), expected, "README.zh.md");
}

/// The README's links into docs and data must work in the published crate. (Its pictures are left out, because they would be most of
/// the crate.)
#[test]
fn the_crate_has_the_documents_that_its_readme_links() {
    let manifest = read("Cargo.toml");
    let include = manifest.lines().find(|line| line.starts_with("include = ")).expect("a list of what is packed");
    // Pictures are for the repository only, and cargo packs no package inside another one.
    let is_left_out = |link: &str| link.starts_with("screenshots/") || link.starts_with("examples/");
    for link in links(&read("README.md")).iter().filter(|link| !is_elsewhere(link) && !is_left_out(link)) {
        let file = link.split('#').next().unwrap_or_default();
        let top = file.split('/').next().unwrap_or_default();
        let is_packed = [top, file].iter().any(|path| include.contains(&format!("\"/{path}\"")));
        assert!(is_packed, "{file} is not in the crate: {include}");
    }
}

/// Trunk ends with an error if one does not exist.
#[test]
fn what_trunk_watches_exists() {
    let text = read("Trunk.toml");
    let (_, list) = text.split_once("\nwatch = [").expect("Trunk.toml lists what it watches");
    let paths: Vec<&str> = list.split(']').next().unwrap_or_default().split('"').skip(1).step_by(2).collect();
    assert!(paths.contains(&"src"), "{paths:?}");
    none(&paths.iter().filter(|path| !root().join(path).exists()).map(ToString::to_string).collect::<Vec<_>>());
}
