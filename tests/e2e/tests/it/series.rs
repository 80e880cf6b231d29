//! The page's own posts of the series.

use e2e::visitor::Visitor;
use e2e::wait::eventually;

const POSTS: &str = r#"<a data-project="youki" href="/posts/youki.html">youki, at last</a>
    <a data-part="4" href="https://blog.example/part-4">The fourth part</a>
    <a data-part="1" href="javascript:alert(1)">A trap</a>"#;

fn reads() -> Visitor {
    let visitor = Visitor::reads(&format!("<sandbox-explorer loading=eager current-part=4>{POSTS}</sandbox-explorer>"));
    visitor.waits_for_cards();
    visitor
}

#[test]
fn a_card_leads_to_the_post_that_presents_its_project() {
    let visitor = reads();
    let link = |project: &str| {
        let card = visitor.read_card(project);
        let links = visitor.links(("article", &card));
        let of_post = |link: &&[String; 4]| link[0].starts_with("Read the article");
        links.iter().find(of_post).map(|[name, href, ..]| (name.clone(), href.clone()))
    };
    let (name, href) = link("youki").expect("the post on youki");
    assert_eq!(name, "Read the article: youki");
    assert!(href.ends_with("/posts/youki.html"), "{href}");
    let (_, href) = link("KAITO").expect("the post on its part");
    assert_eq!(href, "https://blog.example/part-4");
    // The only link for Part 1 runs a script, and Part 2 has none.
    assert_eq!(link("Headlamp"), None);
    assert_eq!(link("Copa"), None);
    visitor.expect_quiet();
}

#[test]
fn details_list_the_posts_by_their_titles() {
    let visitor = reads();
    visitor.open_details("youki");
    let links = visitor.links_in_details("youki");
    let names: Vec<&str> = links.iter().map(|link| link[0].as_str()).collect();
    assert!(names.contains(&"youki, at last") && names.contains(&"The fourth part"), "{names:?}");
    visitor.expect_quiet();
}

#[test]
fn the_parts_say_which_one_the_reader_is_in() {
    let visitor = reads();
    let here = "return [...explorer.shadowRoot.querySelectorAll('[aria-current=true]')].map((it) => it.innerText.replace(/\\s+/g, ' ').trim())";
    eventually(|| visitor.author_runs(here).to_string(), r#"["Part 4 · 2024 H2 this post 13"]"#);
    visitor.author_runs("explorer.currentPart = '2'");
    eventually(|| visitor.author_runs(here).to_string().contains("Part 2"), &true);
    visitor.expect_quiet();
}
