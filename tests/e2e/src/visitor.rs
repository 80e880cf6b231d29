//! Someone who reads a page with the explorer on it: finds things by role and name, uses mouse and keyboard, and at the
//! end has seen no error and has talked to nobody but the page's own server. The one page object of all tests; it is
//! the same for the element, the standalone page and what bundlers make.

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::{Browser, Element};
use crate::engine::Engine;
use crate::server::Server;
use crate::site;
use crate::wait::{PATIENCE, eventually, until};

/// What the visitor looks for by name, in a language.
#[derive(Debug)]
pub struct Words {
    /// The search box.
    pub search: &'static str,
    /// The sort control.
    pub sort: &'static str,
    /// The facets' group, and the button that unfolds it.
    pub filters: &'static str,
    /// The chips' group.
    pub active: &'static str,
    /// The button that clears all.
    pub clear_all: &'static str,
    /// The dialog's buttons.
    pub close: &'static str,
    /// To the project before.
    pub previous: &'static str,
    /// To the project after.
    pub next: &'static str,
    /// All projects, as the status has it.
    pub all: &'static str,
    /// The group of the views' buttons.
    pub view: &'static str,
}

/// In English.
pub static ENGLISH: Words = Words {
    search: "Search projects",
    sort: "Sort",
    filters: "Filters",
    active: "Active filters",
    clear_all: "Clear all",
    close: "Close",
    previous: "Previous",
    next: "Next",
    all: "52 projects",
    view: "View",
};

/// In Chinese.
pub static CHINESE: Words = Words {
    search: "搜索项目",
    sort: "排序",
    filters: "筛选",
    active: "当前筛选条件",
    clear_all: "全部清除",
    close: "关闭",
    previous: "上一个",
    next: "下一个",
    all: "52 个项目",
    view: "视图",
};

/// A value of a facet as it is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FacetOption {
    /// Its name.
    pub name: String,
    /// How many projects ticking it would show.
    pub count: u64,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether it can be.
    pub enabled: bool,
}

/// The visitor.
#[derive(Debug)]
pub struct Visitor {
    /// The visitor's browser.
    pub browser: Browser,
    /// The page's server.
    pub server: Server,
    words: Cell<&'static Words>,
    /// Which of the page's elements is looked at; `None`: the page itself.
    looking_at: Cell<Option<u32>>,
    done: Cell<bool>,
}

impl Visitor {
    /// Comes to a server, without opening a page yet.
    #[must_use]
    pub fn comes_to(server: Server) -> Visitor {
        Visitor::with(Browser::default(), server)
    }

    /// The same with a browser of one's own.
    #[must_use]
    pub fn with(browser: Browser, server: Server) -> Visitor {
        Visitor { browser, server, words: Cell::new(&ENGLISH), looking_at: Cell::new(Some(0)), done: Cell::new(false) }
    }

    /// Reads a blog post that has this in it, without waiting for the explorer.
    #[must_use]
    pub fn reads(explorer: &str) -> Visitor {
        let visitor = Visitor::comes_to(site::server());
        visitor.reads_next(explorer);
        visitor
    }

    /// Reads another post.
    pub fn reads_next(&self, explorer: &str) {
        self.server.page("/post.html", &site::post(explorer));
        self.open("/post.html");
    }

    /// Reads a blog post with the element in it, with these attributes, and waits until its cards are there.
    #[must_use]
    pub fn sees(attributes: &str) -> Visitor {
        let visitor = Visitor::reads(&site::tag(attributes));
        visitor.waits_for_cards();
        visitor
    }

    /// Waits until all cards are there that the status speaks of.
    #[track_caller]
    pub fn waits_for_cards(&self) {
        until("the cards", || {
            let shown: usize = self.status().split(' ').next()?.parse().ok()?;
            (self.see_cards().len() == shown).then_some(())
        });
    }

    /// Opens an address on the page's server.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.browser.open(&[&self.server.origin(), path].concat());
    }

    /// Reads Chinese from now on.
    pub fn reads_chinese(&self) {
        self.words.set(&CHINESE);
    }

    /// Reads English from now on.
    pub fn reads_english(&self) {
        self.words.set(&ENGLISH);
    }

    /// The words that the visitor looks for.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.words.get()
    }

    /// Looks at the nth explorer of the page from now on.
    pub fn looks_at(&self, nth: u32) {
        self.looking_at.set(Some(nth));
    }

    /// Looks at the page itself, outside of any shadow root.
    pub fn looks_at_page(&self) {
        self.looking_at.set(None);
    }

    #[track_caller]
    pub(crate) fn ask(&self, question: &str, about: &[&str]) -> Value {
        let mut arguments = vec![json!(question), json!(self.looking_at.get())];
        arguments.extend(about.iter().map(|word| json!(word)));
        self.browser.run(include_str!("look.js"), &arguments)
    }

    fn texts(&self, question: &str, about: &[&str]) -> Vec<String> {
        let answer = self.ask(question, about);
        let texts = answer.as_array().into_iter().flatten();
        texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    fn text(&self, question: &str, about: &[&str]) -> String {
        self.ask(question, about).as_str().unwrap_or_default().to_owned()
    }

    // ── finding ──

    /// Finds something by its role and name, as soon as it is there.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element {
        until(&format!("{role} “{name}”"), || Element::of(&self.ask("find", &[role, name])))
    }

    /// The same inside something else; of a labelled control, its label, which is what people click on.
    #[track_caller]
    pub fn find_within(&self, outer: (&str, &str), role: &str, name: &str) -> Element {
        let what = format!("{role} “{name}” in {} “{}”", outer.0, outer.1);
        until(&what, || Element::of(&self.ask("within", &[outer.0, outer.1, role, name])))
    }

    /// Whether something of this role and name can be seen now.
    #[must_use]
    pub fn sees_now(&self, role: &str, name: &str) -> bool {
        Element::of(&self.ask("find", &[role, name])).is_some()
    }

    /// The names of everything that can be seen of this role.
    #[must_use]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.texts("names", &[role])
    }

    /// The same inside something else.
    #[must_use]
    pub fn names_within(&self, outer: (&str, &str), role: &str) -> Vec<String> {
        self.texts("namesWithin", &[outer.0, outer.1, role])
    }

    /// All text of something, as it is read aloud; empty when it is not there.
    #[must_use]
    pub fn text_of(&self, role: &str, name: &str) -> String {
        self.text("text", &[role, name])
    }

    /// Clicks on something, as soon as that is possible.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        let target = self.find(role, name);
        self.click_on(&target);
    }

    #[track_caller]
    fn click_on(&self, target: &Element) {
        // WebKit's driver takes a thing for visible of which half a pixel is, and then clicks on what is beside it.
        let script = "const { top, bottom } = arguments[0].getBoundingClientRect();
            if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'nearest' })";
        drop(self.browser.try_run(script, &[target.as_argument()]));
        // Not every driver waits by itself until what was below the window has been laid out.
        let mut error = String::new();
        let deadline = Instant::now() + PATIENCE / 4;
        while Instant::now() < deadline {
            match self.browser.click(target) {
                Ok(()) => return,
                Err(it) => error = it,
            }
            self.browser.run("arguments[0].scrollIntoView({ block: 'center' })", &[target.as_argument()]);
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("cannot click: {error}");
    }

    /// Presses keys in turn, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.browser.press(keys);
    }

    /// Role and name of what has the focus.
    #[must_use]
    pub fn focused(&self) -> Option<(String, String)> {
        let answer = self.ask("focused", &[]);
        let text = |at: usize| answer[at].as_str().unwrap_or_default().to_owned();
        answer.is_array().then(|| (text(0), text(1)))
    }

    /// Waits until this has the focus.
    #[track_caller]
    pub fn expect_focus(&self, role: &str, name: &str) {
        eventually(|| self.focused(), &Some((role.to_owned(), name.to_owned())));
    }

    // ── cards ──

    /// The names on the cards that are shown, in order.
    #[must_use]
    pub fn see_cards(&self) -> Vec<String> {
        self.texts("cards", &[])
    }

    /// Waits until these cards are shown, in this order.
    #[track_caller]
    pub fn expect_cards(&self, names: &[&str]) {
        eventually(|| self.see_cards(), names);
    }

    /// Waits until these cards are shown, in any order.
    #[track_caller]
    pub fn expect_set_of_cards(&self, mut names: Vec<String>) {
        names.sort();
        let sorted = || {
            let mut cards = self.see_cards();
            cards.sort();
            cards
        };
        eventually(sorted, &names);
    }

    /// Waits until this many cards are shown.
    #[track_caller]
    pub fn expect_number_of_cards(&self, number: u64) {
        eventually(|| self.see_cards().len() as u64, &number);
    }

    /// All text on a card.
    #[must_use]
    pub fn read_card(&self, project: &str) -> String {
        self.text("card", &[project])
    }

    /// What the status says.
    #[must_use]
    pub fn status(&self) -> String {
        self.text("status", &[])
    }

    /// Waits until the status says this.
    #[track_caller]
    pub fn expect_status(&self, status: &str) {
        eventually(|| self.status(), status);
    }

    // ── tabs ──

    /// The tabs with their counts.
    #[must_use]
    pub fn tabs(&self) -> Vec<(String, u64)> {
        let tabs = self.names("tab");
        tabs.iter()
            .map(|tab| {
                let (name, count) = tab.rsplit_once(' ').unwrap_or((tab, ""));
                (name.to_owned(), count.parse().unwrap_or_else(|_| panic!("a tab without a count: {tab}")))
            })
            .collect()
    }

    /// The tab that is chosen, without its count.
    #[must_use]
    pub fn chosen_tab(&self) -> String {
        let chosen = self.texts("selected", &[]).join(" and ");
        chosen.rsplit_once(' ').map(|(name, _)| name.to_owned()).unwrap_or(chosen)
    }

    /// Picks a tab with the mouse.
    #[track_caller]
    pub fn pick_tab(&self, name: &str) {
        self.click("tab", name);
    }

    // ── facets ──

    /// The values of a facet as they are offered.
    #[must_use]
    pub fn options(&self, facet: &str) -> Vec<FacetOption> {
        let answer = self.ask("options", &[facet]);
        let options = answer.as_array().into_iter().flatten();
        options
            .map(|option| FacetOption {
                name: option[0].as_str().unwrap_or_default().to_owned(),
                count: option[1].as_u64().unwrap_or_default(),
                ticked: option[2] == true,
                enabled: option[3] == true,
            })
            .collect()
    }

    /// One of them.
    #[track_caller]
    #[must_use]
    pub fn option(&self, facet: &str, name: &str) -> FacetOption {
        until(&format!("{facet}: {name}"), || self.options(facet).into_iter().find(|option| option.name == name))
    }

    /// Ticks or unticks a value.
    #[track_caller]
    pub fn tick(&self, facet: &str, name: &str) {
        let target = self.find_within(("group", facet), "checkbox", name);
        self.click_on(&target);
    }

    // ── search and sort ──

    /// Types into the search box, after what is there.
    #[track_caller]
    pub fn type_search(&self, text: &str) {
        let target = self.find("searchbox", self.words().search);
        self.browser.type_into(&target, text);
    }

    /// What stands in the search box.
    #[must_use]
    pub fn searched(&self) -> String {
        let target = self.find("searchbox", self.words().search);
        let value = self.browser.run("return arguments[0].value", &[target.as_argument()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Chooses an order.
    #[track_caller]
    pub fn sort_by(&self, order: &str) {
        let option = || Element::of(&self.ask("option", &[self.words().sort, order]));
        let target = until(&format!("order “{order}”"), option);
        self.click_on(&target);
    }

    /// The order that is chosen.
    #[must_use]
    pub fn order(&self) -> String {
        self.text("order", &[self.words().sort])
    }

    /// The orders that are offered.
    #[must_use]
    pub fn orders(&self) -> Vec<String> {
        self.texts("orders", &[self.words().sort])
    }

    // ── chips ──

    /// The chips, by what they show.
    #[must_use]
    pub fn chips(&self) -> Vec<String> {
        let words = self.words();
        let buttons = self.texts("textsWithin", &["group", words.active, "button"]);
        buttons.into_iter().filter(|text| text != words.clear_all).collect()
    }

    /// Waits until these chips are there.
    #[track_caller]
    pub fn expect_chips(&self, chips: &[&str]) {
        eventually(|| self.chips(), chips);
    }

    /// Takes a filter back by its chip.
    #[track_caller]
    pub fn remove_chip(&self, chip: &str) {
        self.click("button", &format!("Remove filter: {chip}"));
    }

    /// Clears all filters by the button beside the chips.
    #[track_caller]
    pub fn clear_all(&self) {
        let target = self.find_within(("group", self.words().active), "button", self.words().clear_all);
        self.click_on(&target);
    }

    // ── details ──

    /// Opens a project's details by its card.
    #[track_caller]
    pub fn open_details(&self, project: &str) {
        self.click("button", project);
        self.expect_details(project);
    }

    /// Waits until the details of this project are open.
    #[track_caller]
    pub fn expect_details(&self, project: &str) {
        eventually(|| self.names("dialog"), &[project][..]);
    }

    /// Waits until no details are open.
    #[track_caller]
    pub fn expect_no_details(&self) {
        eventually(|| self.names("dialog"), &[] as &[&str]);
    }

    /// The links in the details: name, address, target, rel.
    #[must_use]
    pub fn links_in_details(&self, project: &str) -> Vec<[String; 4]> {
        self.links(("dialog", project))
    }

    /// The links inside of something: name, address, target, rel.
    #[must_use]
    pub fn links(&self, outer: (&str, &str)) -> Vec<[String; 4]> {
        let answer = self.ask("links", &[outer.0, outer.1]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let links = answer.as_array().into_iter().flatten();
        links.map(|link| [text(&link[0]), text(&link[1]), text(&link[2]), text(&link[3])]).collect()
    }

    // ── the author's side ──

    /// Runs a script of the page's author; `explorer` is the first element on the page.
    #[track_caller]
    pub fn author_runs(&self, script: &str) -> Value {
        let script = format!("const explorer = document.querySelector('sandbox-explorer'); {script}");
        self.browser.run(&script, &[])
    }

    /// The events of this name so far, by their details.
    #[must_use]
    pub fn heard(&self, name: &str) -> Vec<Value> {
        let events = self.browser.run(
            "return window.heard.filter((event) => event.name == arguments[0]).map(({ detail, plain }) => {
                if (!plain) throw Error(`${arguments[0]}: the detail is not plain data`);
                return detail;
            })",
            &[json!(name)],
        );
        events.as_array().cloned().unwrap_or_default()
    }

    // ── the end ──

    /// Every line in the console since the start or the last `clear_console`: warnings, and requests that were answered
    /// with an error, which not every console has.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let mut console = self.browser.console();
        if !Engine::current().tells_failed_requests {
            let is_told = |path: &String| {
                console.iter().any(|line| line.contains("Failed to load resource") && line.contains(path))
            };
            let untold: Vec<_> = self.server.failures().into_iter().filter(|path| !is_told(path)).collect();
            console.extend(untold.iter().map(|path| format!("SEVERE: Failed to load resource: 404 {path}")));
        }
        console
    }

    /// Forgets what stands in the console.
    pub fn clear_console(&self) {
        self.browser.clear_console();
        self.server.forget_failures();
    }

    /// Takes lines out of the console that are expected there; each must stand there exactly once.
    #[track_caller]
    pub fn expect_console(&self, parts: &[&str]) {
        let mut console = until(&format!("{parts:?} in the console"), || {
            let console = self.console();
            parts.iter().all(|part| console.iter().any(|line| line.contains(part))).then_some(console)
        });
        for part in parts {
            let before = console.len();
            console.retain(|line| !line.contains(part));
            assert_eq!(before - console.len(), 1, "“{part}” in the console: {:#?}", self.console());
        }
        assert!(console.is_empty(), "the console says more than expected: {console:#?}");
        self.clear_console();
    }

    /// Ends the visit: nothing was said in the console, and nothing was asked of another server.
    ///
    /// # Panics
    /// If something was.
    #[track_caller]
    pub fn expect_quiet(&self) {
        self.done.set(true);
        let console = self.console();
        assert!(console.is_empty(), "the console is not empty: {console:#?}");
        let origin = self.server.origin();
        let mut elsewhere = self.browser.requests();
        assert!(!elsewhere.is_empty(), "the network log is not being written");
        // Nobody is asked for these, and files of the visitor's own machine neither.
        let here = [&origin, "data:", "blob:", "file:"];
        // Its server may speak through a WebSocket as well.
        elsewhere.retain(|url| {
            let url = url.replacen("ws:", "http:", 1);
            !here.iter().any(|here| url.starts_with(*here))
        });
        assert!(elsewhere.is_empty(), "requests to other servers: {elsewhere:#?}");
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("console at the end: {:#?}", self.console());
        } else {
            assert!(self.done.get() || !self.browser.is_watched(), "a visit ends with expect_quiet()");
        }
    }
}
