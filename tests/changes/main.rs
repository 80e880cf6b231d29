//! "Where a change goes" of docs/development.md, executed: each row has a patch that touches only the files that the row names. It
//! is applied to a copy of the project, built, and what it adds shows up. `cargo xtask test changes` runs them.

mod docs;
mod tree;

use tree::Tree;

/// Applies the patch of a row and checks that it stays within the files of the row.
#[track_caller]
fn change(row: &str, patch: &str) -> Tree {
    let tree = Tree::fresh();
    let touched = tree.apply(patch);
    assert!(!touched.is_empty(), "{patch} changes nothing");
    let allowed = docs::files(row);
    for path in &touched {
        assert!(
            allowed.iter().any(|pattern| docs::matches(pattern, path)),
            "{patch} touches {path}; the row names {allowed:?}"
        );
    }
    tree
}

#[test]
fn a_project_is_a_file() {
    let tree = change("a project", "project");
    let list = tree.explorer(&["prerender", "--scope", "project=example"]);
    assert!(list.contains(">Example<"), "{list}");
}
