//! The component in the READMEs: this file contains their Rust code, so it compiles.

use leptos::prelude::*;

use super::node::Node;

#[component]
fn Post() -> impl IntoView {
    let query = RwSignal::new(String::new());
    view! { <sandbox_explorer::SandboxExplorer scope="part=4" query/> }
}

#[test]
fn the_readmes_component_shows_part_4() {
    let owner = Owner::new_root(None);
    let page = Node::parse(&owner.with(|| view! { <Post/> }.to_html()));
    assert_eq!(page.all("article").len(), 13);
}

#[test]
fn the_readmes_have_this_component() {
    let source = include_str!("readme.rs");
    for readme in [include_str!("../../../README.md"), include_str!("../../../README.zh.md")] {
        let (_, snippet) = readme.split_once("```rust\nuse leptos::prelude::*;\n\n").expect("Rust in the README");
        let (snippet, _) = snippet.split_once("```").expect("its end");
        assert!(source.contains(&["\n\n", snippet, "\n#[test]"].concat()), "{snippet}");
    }
}
