//! A visitor of a page with the explorer: finds things by role and name, uses mouse and keyboard, and at the end has
//! seen no error and no request to any other server. The only page object of all tests; it is the same for the element,
//! the standalone page and bundled sites.

mod author;
mod cards;
mod compare;
mod details;
mod filter;
mod find;
mod views;
mod words;

use std::cell::Cell;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Server;
use crate::site;
use crate::wait::until;
pub use filter::FacetOption;
pub use words::{CHINESE, ENGLISH, Words};

/// The visitor.
#[derive(Debug)]
pub struct Visitor {
    /// The visitor's browser.
    pub browser: Browser,
    /// The page's server.
    pub server: Server,
    words: Cell<&'static Words>,
    /// The current element of the page; `None`: the page itself.
    looking_at: Cell<Option<u32>>,
    done: Cell<bool>,
}

impl Visitor {
    /// Connects to a server, without opening a page yet.
    #[must_use]
    pub fn comes_to(server: Server) -> Visitor {
        Visitor::with(Browser::default(), server)
    }

    /// The same with a given browser.
    #[must_use]
    pub fn with(browser: Browser, server: Server) -> Visitor {
        Visitor { browser, server, words: Cell::new(&ENGLISH), looking_at: Cell::new(Some(0)), done: Cell::new(false) }
    }

    /// Reads a blog post that contains this, without waiting for the explorer.
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

    /// Reads a blog post with the element and these attributes, and waits for its cards.
    #[must_use]
    pub fn sees(attributes: &str) -> Visitor {
        let visitor = Visitor::reads(&site::tag(attributes));
        visitor.waits_for_cards();
        visitor
    }

    /// Waits until there are as many cards as the status says.
    #[track_caller]
    pub fn waits_for_cards(&self) {
        until("the cards", || {
            let shown: usize = self.status().split(' ').next()?.parse().ok()?;
            (self.see_cards().len() == shown).then_some(())
        });
    }

    /// Lays out all cards, also those outside the viewport, with the explorer at this width.
    pub fn lays_out_all(&self, width: u32) {
        self.browser.resize(width + 60, 900);
        self.author_runs(&format!(
            "explorer.style.width = '{width}px';
             const sheet = new CSSStyleSheet();
             sheet.replaceSync('* {{ content-visibility: visible !important }}');
             explorer.shadowRoot.adoptedStyleSheets.push(sheet)"
        ));
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

    /// The labels that the visitor looks for.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.words.get()
    }

    /// Looks at the nth explorer of the page from now on.
    pub fn looks_at(&self, nth: u32) {
        self.looking_at.set(Some(nth));
    }

    /// Looks at the page itself, outside any shadow root.
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
