//! Actions and events of the page's author, and the end of a visit.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::visitor::Visitor;
use crate::wait::until;

impl Visitor {
    /// Runs a script of the page's author; `explorer` is the first element on the page.
    #[track_caller]
    pub fn author_runs(&self, script: &str) -> Value {
        let script = format!("const explorer = document.querySelector('sandbox-explorer'); {script}");
        self.browser.run(&script, &[])
    }

    /// The events with this name so far, by their details.
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

    /// Every line in the console since the start or the last `clear_console`: warnings, and requests with an error
    /// response, which not every console reports.
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

    /// Discards the lines of the console.
    pub fn clear_console(&self) {
        self.browser.clear_console();
        self.server.forget_failures();
    }

    /// Removes expected lines from the console; each must occur exactly once.
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

    /// Ends the visit: the console is empty, and no other server was contacted.
    ///
    /// # Panics
    /// If either is not true.
    #[track_caller]
    pub fn expect_quiet(&self) {
        self.expect_quiet_beside(&[]);
    }

    /// The same, where the page loads files from these origins as well.
    ///
    /// # Panics
    /// If either is not true.
    #[track_caller]
    pub fn expect_quiet_beside(&self, origins: &[&str]) {
        self.done.set(true);
        let console = self.console();
        assert!(console.is_empty(), "the console is not empty: {console:#?}");
        let origin = self.server.origin();
        let mut elsewhere = self.browser.requests();
        assert!(!elsewhere.is_empty(), "the network log is not being written");
        // These do not contact a server, and files are on the visitor's own machine.
        let here = [&[origin.as_str(), "data:", "blob:", "file:"], origins].concat();
        // Its own server may also use a WebSocket.
        elsewhere.retain(|url| {
            let url = url.replacen("ws:", "http:", 1);
            !here.iter().any(|here| url.starts_with(*here))
        });
        assert!(elsewhere.is_empty(), "requests to other servers: {elsewhere:#?}");
    }
}
