//! The npm package in pages of frameworks, which set attributes, move, remove and reinsert elements in
//! their own way. `cargo xtask test-hosts` builds the pages and runs this.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use e2e::browser::Browser;
use e2e::catalog::{Catalog, has};
use e2e::server::Server;
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

fn directory(framework: &str) -> PathBuf {
    let path = site::root().join("target/hosts").join(framework);
    assert!(path.exists(), "there is no {}: run `cargo xtask test-hosts {framework}` first", path.display());
    path
}

/// Uses every button of the page, which is the same in all frameworks.
fn check(visitor: &Visitor) {
    let press = |button: &str| {
        visitor.looks_at_page();
        visitor.click("button", button);
        visitor.looks_at(0);
    };
    let heard = || visitor.author_runs("return document.querySelector('output').textContent");
    let catalog = Catalog::read();
    let rust = catalog.count(|project| has(&project["languages"], "Rust"));
    let rust_of_part_4 = catalog.count(|project| project["part"] == "4" && has(&project["languages"], "Rust"));

    visitor.open("/");
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    let heading = "return explorer.shadowRoot.querySelector('article :is(h1,h2,h3,h4,h5,h6)').localName";
    assert_eq!(visitor.author_runs(heading), "h2");
    assert!(!visitor.sees_now("combobox", "Sort"), "a boolean attribute that is true is not heard");

    // What it has put into slots is in its place; next has none.
    if visitor.author_runs("return !!explorer.querySelector('[slot]')") == true {
        let places = "return [...explorer.querySelectorAll('[slot]')].map((it) => it.checkVisibility() && it.assignedSlot?.name)";
        eventually(|| visitor.author_runs(places), &json!(["header", "card-youki"]));
        // What the page refuses does not open.
        press("Refuse");
        visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=youki]').click()");
        eventually(heard, &json!("select youki"));
        visitor.expect_no_details();
    }

    // The page receives the reader's events, and whatever it changes then, the reader's filter stays.
    visitor.tick("Language", "Rust");
    eventually(heard, &json!(format!("language=rust: {rust_of_part_4}")));
    press("Sortable");
    eventually(|| visitor.sees_now("combobox", "Sort"), &true);
    press("All parts");
    visitor.expect_status(&format!("{rust} of 52 projects"));
    press("Chinese");
    visitor.reads_chinese();
    visitor.expect_chips(&["Rust"]);

    // A reordered list must not restart the explorer.
    visitor.author_runs(
        "window.kept = [explorer, explorer.shadowRoot.querySelector('article')];
         window.moves = 0;
         const count = (changes) => changes.forEach(({ removedNodes }) => [...removedNodes].includes(explorer) && moves++);
         new MutationObserver(count).observe(explorer.parentNode, { childList: true })",
    );
    let places = || {
        visitor.author_runs("return [...explorer.parentNode.children].filter((it) => it.matches('p, sandbox-explorer')).indexOf(explorer)")
    };
    assert_eq!(places(), 0);
    for place in [2, 1, 0] {
        press("Rotate");
        eventually(places, &json!(place));
    }
    assert_ne!(visitor.author_runs("return moves"), 0, "it was never moved, so this has shown nothing");
    let same = "return kept[0] == explorer && kept[1] == explorer.shadowRoot.querySelector('article')";
    assert_eq!(visitor.author_runs(same), true);
    visitor.expect_chips(&["Rust"]);

    press("Remove");
    eventually(|| visitor.author_runs("return explorer"), &json!(null));
    press("Put back");
    visitor.waits_for_cards();
    visitor.expect_status("52 个项目");
    visitor.expect_chips(&[]);
    visitor.type_search("mesh");
    eventually(|| heard().as_str().is_some_and(|heard| heard.starts_with("q=mesh: ")), &true);
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('a').length"), 1, "the fallback, once");
    visitor.expect_quiet();
}

fn check_built(framework: &str) {
    check(&Visitor::comes_to(Server::start(&[("/", directory(framework).join("dist"))])));
}

/// What the tool prints, in a page of its own.
fn check_printed(framework: &str) {
    let visitor = Visitor::comes_to(Server::start(&[("/", directory(framework).join("dist"))]));
    visitor.open("/?printed");
    visitor.waits_for_cards();
    visitor.expect_status("13 projects");
    let heading = "return explorer.shadowRoot.querySelector('article :is(h1,h2,h3,h4,h5,h6)').localName";
    assert_eq!(visitor.author_runs(heading), "h2");
    assert_eq!(visitor.author_runs("return explorer.querySelectorAll('li > a').length"), 13, "the list inside");
    visitor.expect_quiet();
}

mod react {
    use super::*;

    #[test]
    fn what_the_tool_prints_works() {
        check_printed("react");
    }

    #[test]
    fn a_page_sets_moves_removes_and_puts_back() {
        check_built("react");
    }

    #[test]
    fn what_react_owns_stays_where_it_is_and_what_it_repeats_late_disturbs_nobody() {
        let visitor = Visitor::comes_to(Server::start(&[("/", directory("react").join("dist"))]));
        visitor.open("/?owned");
        let press = |button: &str| {
            visitor.looks_at_page();
            visitor.click("button", button);
            visitor.looks_at(0);
        };
        let both_have_cards = || {
            for explorer in [1, 0] {
                visitor.looks_at(explorer);
                visitor.waits_for_cards();
            }
        };
        both_have_cards();
        // The div has one more child, which is ours.
        let texts = || {
            visitor.author_runs(
                "return [explorer, document.querySelector('#owned')].map((it) =>
                    it && [...it.childNodes].map((node) => node.textContent).filter(Boolean).join())",
            )
        };
        let expect = |text: &str| eventually(texts, &json!([text, text]));
        expect("2 links,first,second");
        press("Reverse");
        expect("2 links,second,first");
        press("Fewer");
        expect("1 links,first");
        press("Fewer");
        expect("None");
        press("More");
        press("More");
        expect("2 links,third1,third0");
        both_have_cards();
        press("Toggle");
        eventually(texts, &json!(["2 links,third1,third0", null]));
        press("Toggle");
        expect("2 links,third1,third0");
        both_have_cards();

        visitor.type_search("service mesh");
        let heard = || visitor.author_runs("return document.querySelector('output').textContent");
        eventually(heard, &json!("q=service+mesh"));
        assert_eq!(visitor.searched(), "service mesh");
        press("Part 4");
        visitor.expect_status("13 of 52 projects");
        assert_eq!(visitor.searched(), "");
        press("Fewer");
        expect("1 links,third0");
        visitor.expect_status("13 of 52 projects");
        visitor.expect_quiet();
    }
}

mod react18 {
    use super::*;

    #[test]
    fn the_wrapper_of_the_documents_hands_over_attributes_lists_slots_and_events() {
        let visitor = Visitor::comes_to(Server::start(&[("/", directory("react18").join("dist"))]));
        let press = |button: &str| {
            visitor.looks_at_page();
            visitor.click("button", button);
            visitor.looks_at(0);
        };
        let heard =
            || visitor.author_runs("return document.querySelector('output').textContent.split(' | ').filter(Boolean)");
        let card = "return explorer.querySelector('p').assignedSlot?.closest('article').querySelector('[data-project]').dataset.project";
        visitor.open("/");
        visitor.waits_for_cards();
        visitor.expect_chips(&["Rust"]);
        eventually(heard, &json!(["ready 52"]));
        assert_eq!(visitor.author_runs("return explorer.querySelector('b').checkVisibility()"), true);
        eventually(|| visitor.author_runs(card), &json!("youki"));
        visitor.author_runs("explorer.shadowRoot.querySelector('article [data-project=youki]').click()");
        eventually(|| heard().get(1).cloned(), &Some(json!("select youki refused")));
        visitor.expect_no_details();
        press("Allow");
        visitor.open_details("youki");
        visitor.press(&["Escape"]);
        visitor.expect_no_details();
        eventually(|| heard().as_array().is_some_and(|all| all.contains(&json!("close youki"))), &true);
        press("Other card");
        eventually(|| visitor.author_runs(card), &json!("kuasar"));
        press("Chinese");
        visitor.reads_chinese();
        // The reader's filter is the reader's: React has written no attribute.
        visitor.expect_chips(&["Rust"]);
        assert_eq!(visitor.author_runs("return explorer.getAttribute('query')"), Value::Null);
        press("Ours");
        visitor.expect_cards(&["Loom"]);
        press("Toggle");
        eventually(|| visitor.author_runs("return explorer"), &json!(null));
        press("Toggle");
        visitor.expect_cards(&["Loom"]);
        visitor.expect_quiet();
    }
}

mod vue {
    #[test]
    fn what_the_tool_prints_works() {
        super::check_printed("vue");
    }

    #[test]
    fn a_page_sets_moves_removes_and_puts_back() {
        super::check_built("vue");
    }
}

mod svelte {
    #[test]
    fn what_the_tool_prints_works() {
        super::check_printed("svelte");
    }

    #[test]
    fn a_page_sets_moves_removes_and_puts_back() {
        super::check_built("svelte");
    }
}

mod solid {
    #[test]
    fn what_the_tool_prints_works() {
        super::check_printed("solid");
    }

    #[test]
    fn a_page_sets_moves_removes_and_puts_back() {
        super::check_built("solid");
    }
}

mod leptos {
    use super::*;

    /// The component is not an element: it is looked for in the page.
    #[test]
    fn what_the_tool_prints_works() {
        let visitor = Visitor::comes_to(Server::start(&[("/", directory("leptos").join("dist"))]));
        visitor.looks_at_page();
        visitor.open("/");
        visitor.waits_for_cards();
        visitor.expect_status("13 projects");
        assert!(!visitor.sees_now("combobox", "Sort"));
        assert_eq!(visitor.browser.run("return document.querySelector('article h2') != null", &[]), json!(true));
        visitor.expect_quiet();
    }
}

mod next {
    use super::*;

    /// A server of Next; it ends when this is dropped.
    struct Next(Child, SocketAddr);

    impl Next {
        /// `start`: the built page; `dev`: with React's warnings.
        fn runs(command: &str) -> Next {
            let mut process = Command::new("node")
                .args(["server.mjs", command])
                .current_dir(directory("next"))
                .env("NEXT_TELEMETRY_DISABLED", "1")
                .env("NO_COLOR", "1")
                .stdout(Stdio::piped())
                .spawn()
                .expect("node runs");
            let mut lines =
                BufReader::new(process.stdout.take().expect("stdout is piped")).lines().map_while(Result::ok);
            let address = lines.find_map(|line| line.split_once("http://")?.1.trim().parse().ok());
            // Later output must be read, or the process would block when the pipe is full.
            std::thread::spawn(move || lines.for_each(|line| println!("next {line}")));
            Next(process, address.expect("next says where it listens"))
        }
    }

    impl Drop for Next {
        fn drop(&mut self) {
            drop(self.0.kill());
            drop(self.0.wait());
        }
    }

    #[test]
    fn a_page_sets_moves_removes_and_puts_back() {
        let next = Next::runs("start");
        check(&Visitor::comes_to(Server::of_another_program(next.1)));
    }

    #[test]
    fn the_server_writes_the_attributes_and_the_fallback() {
        let next = Next::runs("start");
        let html = ureq::get(&format!("http://{}/", next.1)).call().expect("an answer").into_body().read_to_string();
        let html = html.expect("text");
        let tag = html.split("sandbox-explorer").nth(1).expect("the tag");
        for part in [r#"scope="part=4""#, r#"heading-level="2""#, r#"without-sort="""#, r#">Sandbox projects</a>"#] {
            assert!(tag.contains(part), "no {part} in {tag}");
        }
    }

    #[test]
    fn react_has_nothing_to_warn_of_while_it_takes_over() {
        let next = Next::runs("dev");
        let browser = Browser::default();
        let visitor = Visitor::with(browser, Server::of_another_program(next.1));
        for address in ["/", "/first#explorer=language=go"] {
            visitor.open(address);
            visitor.waits_for_cards();
            // It has hydrated when it responds.
            visitor.tick("Language", "Rust");
            let heard = "return document.querySelector('output').textContent != ''";
            eventually(|| visitor.author_runs(heard), &json!(true));
        }
        // Its own advice to developers is not our warning.
        let serious = |line: &&String| !line.starts_with("INFO") && !line.starts_with("DEBUG");
        let console = visitor.browser.console();
        let serious: Vec<_> = console.iter().filter(serious).collect();
        assert!(serious.is_empty(), "{serious:#?}");
        visitor.browser.clear_console();
        visitor.expect_quiet();
    }

    /// A visitor in the first post, where the explorer and Next's router write the same history.
    fn in_first_post(next: &Next) -> Visitor {
        let visitor = Visitor::comes_to(Server::of_another_program(next.1));
        visitor.open("/first");
        visitor.waits_for_cards();
        visitor.author_runs(
            "window.kept = true;
             window.changes = 0;
             for (const name of ['pushState', 'replaceState']) {
                 const original = History.prototype[name];
                 History.prototype[name] = function (...all) { window.changes++; return original.apply(this, all) };
             }",
        );
        visitor
    }

    /// Presses a button of the page or follows a link.
    fn use_page(visitor: &Visitor, role: &str, name: &str) {
        visitor.looks_at_page();
        visitor.click(role, name);
        visitor.looks_at(0);
    }

    /// Refreshes, and waits until the server's response is there.
    fn refresh(visitor: &Visitor) {
        let rendered = || visitor.author_runs("return document.querySelector('time').textContent");
        let before = rendered();
        use_page(visitor, "button", "Refresh");
        eventually(|| rendered() != before, &true);
    }

    fn expect_address(visitor: &Visitor, address: &str) {
        let origin = visitor.server.origin();
        eventually(|| visitor.browser.url(), &*[&origin, address].concat());
    }

    /// The page was never reloaded, and both have finished writing.
    fn ends(visitor: &Visitor) {
        assert_eq!(visitor.author_runs("return window.kept"), true);
        let changes = visitor.author_runs("return window.changes").as_u64().expect("a number");
        assert!(changes < 100, "{changes} changes of the history");
        visitor.expect_quiet();
    }

    #[test]
    fn the_router_keeps_the_fragment_and_back_shows_the_filter_before() {
        let next = Next::runs("start");
        let visitor = in_first_post(&next);
        visitor.pick_tab("Service Mesh");
        expect_address(&visitor, "/first#explorer=category=service-mesh");
        refresh(&visitor);
        visitor.type_search("mesh");
        expect_address(&visitor, "/first#explorer=q=mesh%26category=service-mesh");
        refresh(&visitor);
        expect_address(&visitor, "/first#explorer=q=mesh%26category=service-mesh");
        visitor.open_details("Kmesh");
        visitor.browser.back();
        visitor.expect_no_details();
        visitor.browser.forward();
        visitor.expect_details("Kmesh");
        visitor.browser.back();
        visitor.expect_no_details();
        // Others may change the URL without affecting the filter, and Back restores ours.
        use_page(&visitor, "link", "With a parameter");
        expect_address(&visitor, "/first?x=1");
        refresh(&visitor);
        assert_eq!(visitor.searched(), "mesh");
        visitor.browser.back();
        expect_address(&visitor, "/first#explorer=q=mesh%26category=service-mesh");
        visitor.browser.back();
        eventually(|| visitor.searched(), "");
        assert_eq!(visitor.chosen_tab(), "Service Mesh");
        visitor.browser.back();
        visitor.expect_status("52 projects");
        refresh(&visitor);
        expect_address(&visitor, "/first");
        // In entries that the router and the page have created.
        use_page(&visitor, "button", "Replace");
        expect_address(&visitor, "/first?y=1");
        use_page(&visitor, "button", "Push by hand");
        expect_address(&visitor, "/first?z=1");
        visitor.pick_tab("Service Mesh");
        expect_address(&visitor, "/first?z=1#explorer=category=service-mesh");
        visitor.pick_tab("All");
        expect_address(&visitor, "/first?z=1");
        visitor.browser.back();
        eventually(|| visitor.chosen_tab(), "Service Mesh");
        visitor.browser.back();
        eventually(|| visitor.chosen_tab(), "All");
        expect_address(&visitor, "/first?z=1");
        visitor.browser.back();
        expect_address(&visitor, "/first?y=1");
        visitor.expect_status("52 projects");
        ends(&visitor);
    }

    #[test]
    fn the_router_goes_to_another_page_and_back() {
        let next = Next::runs("start");
        let visitor = in_first_post(&next);
        let title = || visitor.author_runs("return document.querySelector('h1').textContent");
        visitor.pick_tab("Service Mesh");
        visitor.pick_tab("Observability");
        expect_address(&visitor, "/first#explorer=category=observability");
        use_page(&visitor, "link", "Second");
        eventually(title, &json!("second"));
        visitor.expect_status("52 projects");
        visitor.browser.back();
        eventually(title, &json!("first"));
        eventually(|| visitor.chosen_tab(), "Observability");
        expect_address(&visitor, "/first#explorer=category=observability");
        visitor.browser.back();
        eventually(|| visitor.chosen_tab(), "Service Mesh");
        visitor.browser.back();
        visitor.expect_status("52 projects");
        use_page(&visitor, "link", "Part 1 in the second");
        eventually(title, &json!("second"));
        visitor.expect_status("13 of 52 projects");
        visitor.expect_chips(&["Part 1 · 2023 H1"]);
        visitor.browser.back();
        eventually(title, &json!("first"));
        visitor.expect_status("52 projects");
        ends(&visitor);
    }

    #[test]
    fn so_does_the_older_router() {
        let next = Next::runs("start");
        let visitor = Visitor::comes_to(Server::of_another_program(next.1));
        visitor.open("/old/first");
        visitor.waits_for_cards();
        visitor.author_runs("window.kept = true");
        let title = || visitor.author_runs("return document.querySelector('h1').textContent");
        visitor.pick_tab("Service Mesh");
        expect_address(&visitor, "/old/first#explorer=category=service-mesh");
        visitor.pick_tab("Observability");
        expect_address(&visitor, "/old/first#explorer=category=observability");
        use_page(&visitor, "link", "Section");
        expect_address(&visitor, "/old/first#section");
        visitor.pick_tab("Service Mesh");
        expect_address(&visitor, "/old/first#section&explorer=category=service-mesh");
        use_page(&visitor, "link", "Second");
        eventually(title, &json!("second"));
        visitor.expect_status("52 projects");
        visitor.browser.back();
        eventually(title, &json!("first"));
        expect_address(&visitor, "/old/first#section&explorer=category=service-mesh");
        eventually(|| visitor.chosen_tab(), "Service Mesh");
        visitor.browser.back();
        eventually(|| visitor.chosen_tab(), "Observability");
        expect_address(&visitor, "/old/first#section");
        visitor.author_runs("history.go(-2)");
        eventually(|| visitor.chosen_tab(), "Service Mesh");
        // The first entry, several times.
        for _ in 0..2 {
            visitor.browser.back();
            visitor.expect_status("52 projects");
            expect_address(&visitor, "/old/first");
            visitor.browser.forward();
            eventually(|| visitor.chosen_tab(), "Service Mesh");
        }
        assert_eq!(visitor.author_runs("return window.kept"), true);
        visitor.expect_quiet();
    }

    #[test]
    fn links_to_places_in_the_page_leave_the_filter() {
        let next = Next::runs("start");
        let visitor = in_first_post(&next);
        visitor.pick_tab("Service Mesh");
        for link in ["Section", "Section as HTML"] {
            expect_address(&visitor, "/first#explorer=category=service-mesh");
            use_page(&visitor, "link", link);
            expect_address(&visitor, "/first#section");
            assert_eq!(visitor.chosen_tab(), "Service Mesh");
            refresh(&visitor);
            assert_eq!(visitor.chosen_tab(), "Service Mesh");
            visitor.browser.back();
        }
        use_page(&visitor, "link", "Part 4");
        visitor.expect_status("13 of 52 projects");
        refresh(&visitor);
        expect_address(&visitor, "/first#explorer=part=4");
        visitor.browser.back();
        eventually(|| visitor.chosen_tab(), "Service Mesh");
        ends(&visitor);
    }
}
