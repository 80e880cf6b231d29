//! The reader's filter in the page's URL.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

fn fragment(visitor: &Visitor) -> String {
    let url = visitor.browser.url();
    url.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default()
}

/// With a user gesture: Safari's Back skips history entries that only scripts have created.
fn edits_fragment(visitor: &Visitor, fragment: &str) {
    visitor.author_runs(&format!(
        "const button = document.body.appendChild(document.createElement('button'));
         button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9; width: 60px; height: 60px';
         button.onclick = () => {{
             button.remove();
             location.hash = '{fragment}';
         }}"
    ));
    visitor.browser.click_at(30, 30);
}

#[test]
fn back_and_forward_walk_through_the_filters() {
    let visitor = Visitor::sees("url-key=explorer");
    assert_eq!(fragment(&visitor), "");
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    let n_mesh = visitor.see_cards().len() as u64;
    visitor.tick("Part of the series", "Part 4 · 2024 H2");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh%26part=4");
    visitor.browser.back();
    visitor.expect_number_of_cards(n_mesh);
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    visitor.browser.back();
    visitor.expect_number_of_cards(52);
    visitor.browser.forward();
    visitor.expect_number_of_cards(n_mesh);
    visitor.expect_quiet();
}

#[test]
fn a_link_brings_the_filter_along() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &site::post(&site::tag("url-key=explorer query=part=1")));
    visitor.open("/post.html#top&explorer=language=rust%26sort=name");
    visitor.waits_for_cards();
    visitor.expect_chips(&["Rust"]);
    assert_eq!(visitor.order(), "Name");
    // Other parts of the fragment are kept.
    visitor.pick_tab("Container Runtime");
    eventually(|| fragment(&visitor).starts_with("top&"), &true);
    eventually(|| fragment(&visitor).contains("container-runtime"), &true);
    visitor.browser.reload();
    visitor.waits_for_cards();
    visitor.expect_chips(&["Container Runtime", "Rust"]);
    // The order is not a filter, and stays.
    visitor.clear_all();
    eventually(|| fragment(&visitor), "top&explorer=sort=name");
    visitor.sort_by("Newest in the Sandbox");
    eventually(|| fragment(&visitor), "top");
    visitor.expect_quiet();
}

#[test]
fn details_have_an_address() {
    let visitor = Visitor::sees("url-key=explorer");
    visitor.open_details("youki");
    eventually(|| fragment(&visitor), "explorer=project=youki");
    visitor.browser.reload();
    visitor.expect_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    eventually(|| fragment(&visitor), "");
    visitor.expect_quiet();
}

#[test]
fn typing_does_not_fill_the_history() {
    let visitor = Visitor::sees("url-key=explorer");
    let before = visitor.author_runs("return history.length").as_u64().unwrap_or_default();
    visitor.type_search("youki");
    visitor.expect_cards(&["youki"]);
    eventually(|| fragment(&visitor), "explorer=q=youki");
    let after = visitor.author_runs("return history.length").as_u64().unwrap_or_default();
    assert!(after <= before + 1, "{before} entries before, {after} after five letters");
    visitor.expect_quiet();
}

#[test]
fn a_fragment_edited_by_hand_is_followed() {
    let visitor = Visitor::sees("url-key=explorer");
    edits_fragment(&visitor, "explorer=part=4");
    visitor.expect_status("13 of 52 projects");
    edits_fragment(&visitor, "explorer=part=3");
    visitor.expect_status("14 of 52 projects");
    // Without our key the fragment changes nothing.
    edits_fragment(&visitor, "elsewhere");
    eventually(|| fragment(&visitor), "elsewhere");
    visitor.expect_status("14 of 52 projects");
    visitor.browser.back();
    visitor.browser.back();
    visitor.expect_status("13 of 52 projects");
    visitor.browser.back();
    eventually(|| fragment(&visitor), "");
    visitor.expect_status("13 of 52 projects");
    visitor.expect_quiet();
}

#[test]
fn two_keys_do_not_meet() {
    let visitor = Visitor::reads(&format!("{}{}", site::tag("url-key=a"), site::tag("url-key=b")));
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "a=category=service-mesh");
    visitor.looks_at(1);
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    visitor.pick_tab("Observability");
    eventually(|| fragment(&visitor), "a=category=service-mesh&b=category=observability");
    visitor.browser.back();
    visitor.expect_status("52 projects");
    visitor.looks_at(0);
    assert_eq!(visitor.chosen_tab(), "Service Mesh");
    visitor.expect_quiet();
}

#[test]
fn without_a_key_the_url_is_never_touched() {
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/post.html", &site::post(&site::tag("")));
    visitor.open("/post.html?a=1#explorer=part=4");
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    let before = visitor.browser.url();
    visitor.pick_tab("Service Mesh");
    visitor.type_search("k");
    visitor.open_details("Kmesh");
    assert_eq!(visitor.browser.url(), before);
    assert_eq!(visitor.author_runs("return history.state"), serde_json::Value::Null);
    visitor.expect_quiet();
}

/// A post with anchors, as every documentation page has them.
fn with_anchors(explorers: &str) -> String {
    format!(
        r##"<p><a href="#sec">Section</a> <a href="#">Top</a> <a href="#explorer=part=4">Part 4</a></p>{explorers}<h2 id="sec">Section</h2>"##
    )
}

fn follow(visitor: &Visitor, link: &str) {
    visitor.looks_at_page();
    visitor.click("link", link);
    visitor.looks_at(0);
}

// The fragment was once treated as that of a reader who has cleared the filter.
#[test]
fn an_anchor_of_the_page_keeps_the_filter() {
    let visitor = Visitor::reads(&with_anchors(&site::tag("url-key=explorer")));
    visitor.waits_for_cards();
    visitor.type_search("mesh");
    visitor.expect_status("6 of 52 projects");
    eventually(|| fragment(&visitor), "explorer=q=mesh");
    follow(&visitor, "Section");
    eventually(|| fragment(&visitor), "sec");
    visitor.expect_status("6 of 52 projects");
    assert_eq!(visitor.searched(), "mesh");
    // The next change is written next to the anchor.
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "sec&explorer=q=mesh%26category=service-mesh");
    // Back undoes it, and then the anchor, and then the search.
    visitor.browser.back();
    eventually(|| fragment(&visitor), "sec");
    eventually(|| visitor.chosen_tab(), "All");
    assert_eq!(visitor.searched(), "mesh");
    visitor.browser.back();
    eventually(|| fragment(&visitor), "explorer=q=mesh");
    assert_eq!(visitor.searched(), "mesh");
    visitor.browser.back();
    visitor.expect_status("52 projects");
    eventually(|| fragment(&visitor), "");
    // And forward again, in the same way.
    visitor.browser.forward();
    visitor.expect_status("6 of 52 projects");
    visitor.browser.forward();
    visitor.browser.forward();
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    follow(&visitor, "Top");
    eventually(|| fragment(&visitor), "");
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.expect_quiet();
}

#[test]
fn what_was_cleared_is_clear_again_on_the_way_forward() {
    let visitor = Visitor::sees("url-key=explorer query=part=4");
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh%26part=4");
    visitor.clear_all();
    visitor.expect_status("52 projects");
    visitor.browser.back();
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.browser.forward();
    visitor.expect_status("52 projects");
    visitor.browser.reload();
    visitor.waits_for_cards();
    visitor.expect_status("52 projects");
    visitor.author_runs("history.go(-2)");
    visitor.expect_status("13 of 52 projects");
    visitor.expect_quiet();
}

#[test]
fn a_link_of_the_page_is_followed_and_taken_back() {
    let visitor = Visitor::reads(&with_anchors(&site::tag("url-key=explorer")));
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    follow(&visitor, "Part 4");
    visitor.expect_status("13 of 52 projects");
    visitor.browser.back();
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.browser.back();
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

#[test]
fn several_steps_back_are_as_good_as_one_after_the_other() {
    let visitor = Visitor::reads(&with_anchors(&format!("{}{}", site::tag("url-key=a"), site::tag("url-key=b"))));
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "a=category=service-mesh");
    visitor.looks_at(1);
    visitor.waits_for_cards();
    visitor.pick_tab("Observability");
    eventually(|| fragment(&visitor), "a=category=service-mesh&b=category=observability");
    visitor.author_runs("history.go(-2)");
    visitor.expect_status("52 projects");
    visitor.looks_at(0);
    visitor.expect_status("52 projects");
    visitor.author_runs("history.go(2)");
    eventually(|| visitor.chosen_tab(), "Service Mesh");
    visitor.looks_at(1);
    eventually(|| visitor.chosen_tab(), "Observability");
    visitor.expect_quiet();
}

#[test]
fn two_explorers_of_one_key_agree_on_the_way_back() {
    let visitor = Visitor::reads(&site::tag("url-key=explorer").repeat(2));
    visitor.waits_for_cards();
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=category=service-mesh");
    visitor.looks_at(1);
    visitor.waits_for_cards();
    visitor.pick_tab("Observability");
    eventually(|| fragment(&visitor), "explorer=category=observability");
    visitor.browser.back();
    for nth in [0, 1] {
        visitor.looks_at(nth);
        eventually(|| visitor.chosen_tab(), "Service Mesh");
    }
    visitor.browser.back();
    for nth in [0, 1] {
        visitor.looks_at(nth);
        visitor.expect_status("52 projects");
    }
    visitor.expect_quiet();
}

#[test]
fn a_link_that_a_mail_program_has_encoded_or_decoded_is_read() {
    let visitor = Visitor::comes_to(site::server());
    let links = [
        "#explorer%3Dpart%3D4%26q%3Dmesh",
        "#explorer=part%3D4%2526q%3Dmesh",
        "#explorer=part=4&q=mesh",
        "#explorer=part=4&amp;q=mesh",
    ];
    for (n, link) in links.into_iter().enumerate() {
        let path = format!("/post-{n}.html");
        visitor.server.page(&path, &site::post(&site::tag("url-key=explorer")));
        visitor.open(&[&path, link].concat());
        visitor.waits_for_cards();
        visitor.expect_chips(&["“mesh”", "Part 4 · 2024 H2"]);
        assert_eq!(visitor.searched(), "mesh", "{link}");
    }
    // The filter is written completely again.
    visitor.pick_tab("Service Mesh");
    eventually(|| fragment(&visitor), "explorer=q=mesh%26category=service-mesh%26part=4");
    visitor.expect_quiet();
}
