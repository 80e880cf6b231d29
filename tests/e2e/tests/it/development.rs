//! The build of `cargo xtask serve`: the same as a release, and readable.

use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;

#[test]
fn the_development_build_works() {
    let visitor = Visitor::comes_to(Server::start(&[("/embed/", site::development_build().to_owned())]));
    let loader = r#"<script type="module" src="/embed/sandbox-explorer.js"></script>"#;
    let page = ["<!doctype html><title>Development</title>", loader, &site::tag("")].concat();
    visitor.server.page("/development.html", &page);
    visitor.open("/development.html");
    visitor.waits_for_cards();
    visitor.open_details("youki");
    visitor.expect_quiet();
}
