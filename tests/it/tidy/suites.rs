//! No suite of tests is silently smaller than it looks. A test program that runs nothing exits with 0, and `cargo xtask test` looks at
//! exit codes only.

use super::{files, none, read};

const SUITES: [&str; 10] = [
    "tests/it",
    "tests/browser",
    "tests/changes",
    "tests/e2e/tests/examples",
    "tests/e2e/tests/it",
    "crates/check/tests/it",
    "crates/cli/tests/it",
    "crates/import/tests/it",
    "crates/kit/tests/it",
    "crates/refresh/tests/it",
];

/// A file of tests that no `mod` names is never compiled.
#[test]
fn every_file_of_a_suite_belongs_to_it() {
    let mut wrong = Vec::new();
    for suite in SUITES {
        let files = files(suite, "rs");
        let is_named = |name: &str| {
            let mut lines = files.iter().flat_map(|(_, text)| text.lines());
            lines.any(|line| ["", "pub ", "pub(crate) "].iter().any(|scope| line == format!("{scope}mod {name};")))
        };
        for (path, _) in &files {
            let path = path.strip_suffix("/mod.rs").or(path.strip_suffix(".rs")).unwrap_or(path);
            let (_, name) = path.rsplit_once('/').unwrap();
            if name != "main" && !is_named(name) {
                wrong.push(format!("{path}: no `mod {name};` in {suite}"));
            }
        }
    }
    none(&wrong);
}

/// A filter that matches no test is not an error of cargo.
#[test]
fn no_step_filters_tests_by_name() {
    let steps = read("xtask/src/test.rs");
    let commands = steps.lines().filter(|line| line.contains("--test ") || line.contains("cargo test"));
    none(&commands.filter(|line| line.contains("::\"") || line.contains(":: ")).map(str::to_owned).collect::<Vec<_>>());
}
