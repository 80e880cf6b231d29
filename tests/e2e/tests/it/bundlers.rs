//! The npm package built with Vite and webpack.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;

fn check(bundler: &str) {
    let visitor = Visitor::comes_to(Server::start(&[("/", site::bundled(bundler))]));
    visitor.open("/");
    visitor.waits_for_cards();
    visitor.pick_tab("Container Runtime");
    visitor.open_details("youki");
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    visitor.expect_quiet();
}

#[test]
fn vite_builds_a_page_with_the_cards() {
    check("vite");
}

#[test]
fn webpack_builds_a_page_with_the_cards() {
    check("webpack");
}
