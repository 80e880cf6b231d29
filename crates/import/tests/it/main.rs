//! Imports the lists of `tests/data`, and small ones of their kinds.

use std::fs;
use std::path::Path;

use sandbox_explorer_import::{Imported, Options, import};

/// A file of `tests/data`.
#[track_caller]
fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn look() {
    for name in std::env::var("LOOK").unwrap_or_default().split_whitespace() {
        let imported = import(&file(name), &Options { name: name.into(), ..Options::default() }).unwrap();
        fs::write(format!("/tmp/look-{name}.json"), imported.json()).unwrap();
        let notes: String = imported.skipped.iter().map(|it| format!("{it}\n")).collect();
        let left: String = imported
            .left_out
            .iter()
            .map(|it| format!("left out: {} × {} (line {})\n", it.count, it.what, it.line))
            .collect();
        fs::write(
            format!("/tmp/look-{name}.txt"),
            format!("{:?} {} {}\n{notes}{left}", imported.format, imported.n_projects(), imported.n_categories()),
        )
        .unwrap();
    }
}
