//! "Where a change goes" of docs/development.md, executed: each row has a patch that touches only the files that the row names. It
//! is applied to a copy of the project, which is built, and what it adds shows up. `cargo xtask test changes` runs them.

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
        let is_named = allowed.iter().any(|pattern| docs::matches(pattern, path));
        assert!(is_named, "{patch}.patch touches {path}, which the row does not name: {allowed:?}");
    }
    // The commands of the section print the rest; after them nothing is stale and no list lacks anything.
    tree::run(tree.cargo().args(["documents"]));
    tree::run(tree.cargo().args(["test", "--quiet", "--test", "it", "generated"]).env("UPDATE", "1"));
    tree::run(tree.cargo().args(["test", "--quiet", "--test", "it", "--", "generated", "tidy", "options"]));
    tree
}

/// The first view of one project's card, with the facets and the details that work without code.
fn first_view(tree: &Tree, more: &[&str]) -> String {
    tree.explorer(&[&["prerender", "--as", "shadow", "--scope", "project=youki,kmesh"], more].concat())
}

#[track_caller]
fn shows(html: &str, text: &str) {
    assert!(html.contains(text), "no {text} in {html}");
}

#[test]
fn a_project_is_a_file() {
    let tree = change("a project", "project");
    shows(&tree.explorer(&["prerender", "--scope", "project=example"]), ">Example</a>");
}

#[test]
fn a_facet_is_a_row_and_its_label() {
    let html = first_view(&change("a facet", "facet"), &[]);
    shows(&html, "Owned by");
    shows(&html, "name=\"owner\"");
}

#[test]
fn a_field_is_a_declaration_and_the_place_that_shows_it() {
    let html = first_view(&change("a field of a project", "field"), &[]);
    shows(&html, "https://kmesh.net/blog");
}

#[test]
fn a_language_is_a_file_and_its_rows() {
    let html = first_view(&change("a language", "language"), &["--lang", "fr"]);
    shows(&html, "Rechercher");
}

#[test]
fn a_view_is_a_file_and_its_rows() {
    let html = first_view(&change("a view", "view"), &["--view", "names"]);
    shows(&html, "<ul class=\"se-names\"><li>youki</li><li>Kmesh</li></ul>");
}

#[test]
fn an_attribute_is_a_row_and_what_it_does() {
    let tree = change("an attribute", "attribute");
    shows(&first_view(&tree, &[]), "class=\"se-views\"");
    assert!(!first_view(&tree, &["--without-views"]).contains("class=\"se-views\""));
    shows(&tree.read("npm/element.d.ts"), "withoutViews");
    for path in ["npm/custom-elements.json", "npm/class.js", "docs/reference.md"] {
        shows(&tree.read(path), "without-views");
    }
}

#[test]
fn a_component_is_a_file_and_its_style() {
    let html = first_view(&change("a component", "component"), &[]);
    shows(&html, "<span class=\"se-stamp\">2024</span>");
    shows(&html, ".se-stamp {");
}
