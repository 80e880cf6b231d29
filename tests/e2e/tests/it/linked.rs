//! Links to an explorer and to its content: they start it, scroll it into view, and open in other tabs.

use e2e::engine::Engine;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};

const LINKS: &str = r##"<p><a href="#explorer=project=youki">youki</a> <a href="#sec">Section</a> <a href="#explorer=q=mesh">Meshes</a></p>"##;

/// A post with the explorer far below, opened at this fragment.
fn far_below(attributes: &str, fragment: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    let explorer = format!("<sandbox-explorer url-key=explorer {attributes}></sandbox-explorer>");
    let far =
        format!(r#"{LINKS}<div style="height: 6000px"></div>{explorer}<div id=sec style="height: 3000px"></div>"#);
    visitor.server.page("/post.html", &site::post(&far));
    visitor.open(&["/post.html", fragment].concat());
    visitor
}

/// The distance of its top from the top of the window.
fn top(visitor: &Visitor) -> i64 {
    visitor.author_runs("return Math.round(explorer.getBoundingClientRect().top)").as_i64().unwrap_or(i64::MAX)
}

#[track_caller]
fn expect_in_view(visitor: &Visitor) {
    eventually(|| (-1..200).contains(&top(visitor)), &true);
}

#[test]
fn a_page_opened_by_a_link_shows_what_it_is_about() {
    for attributes in ["", "loading=eager"] {
        let visitor = far_below(attributes, "#explorer=project=youki");
        visitor.expect_details("youki");
        expect_in_view(&visitor);
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        expect_in_view(&visitor);
        visitor.expect_quiet();
        drop(visitor);
        let visitor = far_below(attributes, "#top&explorer%3Dq%3Dmesh");
        visitor.expect_status("6 of 52 projects");
        expect_in_view(&visitor);
        visitor.expect_quiet();
    }
}

#[test]
fn a_link_in_the_page_is_followed() {
    let visitor = far_below("", "");
    visitor.looks_at_page();
    visitor.click("link", "youki");
    visitor.looks_at(0);
    visitor.expect_details("youki");
    expect_in_view(&visitor);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // It has already started.
    visitor.author_runs("scrollTo(0, 0)");
    visitor.looks_at_page();
    visitor.click("link", "Meshes");
    visitor.looks_at(0);
    visitor.expect_status("6 of 52 projects");
    expect_in_view(&visitor);
    // The same link again only scrolls.
    visitor.author_runs("scrollTo(0, 0)");
    visitor.looks_at_page();
    visitor.click("link", "Meshes");
    visitor.looks_at(0);
    expect_in_view(&visitor);
    visitor.expect_quiet();
}

#[test]
fn the_margin_that_the_page_keeps_free_is_kept() {
    let visitor = Visitor::comes_to(site::server());
    let far = r#"<style>html { scroll-padding-top: 80px }</style><div style="height: 6000px"></div>
        <sandbox-explorer url-key=explorer></sandbox-explorer><div style="height: 3000px"></div>"#;
    visitor.server.page("/post.html", &site::post(far));
    visitor.open("/post.html#explorer=q=mesh");
    visitor.expect_status("6 of 52 projects");
    eventually(|| (79..=81).contains(&top(&visitor)), &true);
    visitor.expect_quiet();
}

#[test]
fn a_reader_who_is_elsewhere_already_stays_there() {
    let visitor = Visitor::comes_to(site::server());
    // Scrolled before the explorer has started.
    let far = r#"<div style="height: 6000px"></div><sandbox-explorer url-key=explorer></sandbox-explorer>
        <div style="height: 3000px"></div><script>scrollTo(0, 700)</script>
        <button style="position: fixed; inset: 0 auto auto 0; width: 60px; height: 60px"
            onclick="document.querySelector('sandbox-explorer').query = 'part=4'">Part 4</button>"#;
    visitor.server.page("/post.html", &site::post(far));
    visitor.open("/post.html#explorer=q=mesh");
    visitor.expect_status("6 of 52 projects");
    assert_eq!(visitor.author_runs("return scrollY"), 700);
    // A change of the filter is not a link. The click is a user gesture: Safari's Back skips entries without one.
    visitor.browser.click_at(30, 30);
    visitor.expect_status("13 of 52 projects");
    assert_eq!(visitor.author_runs("return scrollY"), 700);
    // Nor is going back, after which the browser restores the scroll position.
    visitor.author_runs("scrollTo(0, 300)");
    visitor.browser.back();
    visitor.expect_status("6 of 52 projects");
    assert!(top(&visitor) > 1000);
    visitor.browser.reload();
    visitor.expect_status("6 of 52 projects");
    assert!(top(&visitor) > 1000);
    visitor.expect_quiet();
}

#[test]
fn an_anchor_of_the_page_starts_nothing() {
    let visitor = far_below("", "#explorers");
    visitor.author_runs("location.hash = 'explorer-guide'");
    visitor.author_runs("return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))");
    let started: Vec<String> = visitor.server.requests().into_iter().filter(|path| path.contains("core.js")).collect();
    assert!(started.is_empty(), "{started:?}");
    visitor.expect_quiet();
}

#[test]
fn a_click_on_a_name_that_is_for_the_browser_is_left_to_it() {
    let visitor = Visitor::sees("url-key=explorer");
    let name = visitor.find("link", "youki");
    for (kind, init) in [
        ("click", "ctrlKey: true"),
        ("click", "metaKey: true"),
        ("click", "shiftKey: true"),
        ("click", "altKey: true"),
        ("auxclick", "button: 1"),
    ] {
        let script = format!(
            "let taken;
             addEventListener('{kind}', (event) => {{ taken = event.defaultPrevented; event.preventDefault() }}, {{ once: true }});
             const init = {{ bubbles: true, composed: true, cancelable: true, {init} }};
             arguments[0].dispatchEvent(new MouseEvent('{kind}', init));
             return taken"
        );
        assert_eq!(visitor.browser.run(&script, &[name.as_argument()]), false, "{kind} {init}");
        visitor.expect_no_details();
    }
    // Without a key it has no address.
    visitor.reads_next(&site::tag(""));
    visitor.waits_for_cards();
    visitor.open_details("youki");
    assert!(!visitor.sees_now("link", "youki"));
    visitor.expect_quiet();
}

#[test]
fn names_open_in_other_tabs_as_any_link() {
    if Engine::current().skips("linked::names_open_in_other_tabs_as_any_link") {
        return;
    }
    let visitor = Visitor::sees("url-key=explorer");
    let origin = visitor.server.origin();
    let address = format!("{origin}/post.html#explorer=project=youki");
    let here = visitor.browser.tabs();
    for (button, held) in [(1, None), (0, Some("Control"))] {
        let name = visitor.find("link", "youki");
        visitor.browser.run("arguments[0].scrollIntoView({ block: 'center' })", &[name.as_argument()]);
        visitor.browser.click_with(&name, button, held);
        let other = until("another tab", || visitor.browser.tabs().into_iter().find(|tab| !here.contains(tab)));
        visitor.browser.looks_at_tab(&other);
        eventually(|| visitor.browser.url(), &*address);
        visitor.expect_details("youki");
        visitor.browser.closes_tab();
        visitor.browser.looks_at_tab(&here[0]);
        visitor.expect_no_details();
    }
    visitor.expect_quiet();
}

#[test]
fn a_name_that_is_a_link_opens_details_here() {
    let visitor = Visitor::sees("url-key=explorer");
    let before = visitor.author_runs("return performance.timeOrigin");
    for view in ["Table", "Timeline", "Cards"] {
        visitor.pick_view(view);
        visitor.click("link", "youki");
        visitor.expect_details("youki");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        visitor.expect_focus("link", "youki");
        visitor.press(&["Enter"]);
        visitor.expect_details("youki");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
    }
    assert_eq!(visitor.author_runs("return performance.timeOrigin"), before);
    // The other parts of the URL are kept.
    visitor.author_runs("location.hash = 'top'");
    visitor.find("link", "youki");
    let href = "const name = [...explorer.shadowRoot.querySelectorAll('a[data-project=youki]')].at(-1);
        name.blur(); name.focus(); return name.href";
    eventually(
        || visitor.author_runs(href).as_str().is_some_and(|it| it.ends_with("#top&explorer=project=youki")),
        &true,
    );
    visitor.expect_quiet();
}
