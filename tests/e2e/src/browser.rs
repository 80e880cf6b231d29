//! A browser: a window with a page in it, a console, and a record of what went over the network. Nothing here knows
//! what the page shows.

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::driver::{Driver, ELEMENT};

/// A Chromium with an empty profile, which ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Driver,
    console: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    watched: bool,
}

/// A handle to an element of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element(String);

impl Element {
    /// The element in what a script has returned, if it is one.
    #[must_use]
    pub fn of(value: &Value) -> Option<Element> {
        value[ELEMENT].as_str().map(|id| Element(id.to_owned()))
    }

    /// As an argument of a script.
    #[must_use]
    pub fn as_argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

impl Default for Browser {
    fn default() -> Browser {
        Browser::start(true)
    }
}

impl Browser {
    /// Starts one whose console and network are not written down, because that costs it time.
    #[must_use]
    pub fn unwatched() -> Browser {
        Browser::start(false)
    }

    fn start(watched: bool) -> Browser {
        let driver = Driver::start(watched);
        let browser = Browser { driver, console: RefCell::default(), requests: RefCell::default(), watched };
        // A window is never narrower than 500 px; a page may be.
        browser.resize(1200, 900);
        browser
    }

    /// Whether its console and network are written down.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        self.watched
    }

    #[track_caller]
    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        self.driver.send(method, path, body).unwrap_or_else(|error| panic!("{method} {path} {body}: {error}"))
    }

    /// Opens an address and waits until the page has loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.send("POST", "/url", &json!({ "url": url }));
    }

    /// The page's address.
    #[must_use]
    pub fn url(&self) -> String {
        self.send("GET", "/url", &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// The back button.
    pub fn back(&self) {
        self.send("POST", "/back", &json!({}));
    }

    /// The forward button.
    pub fn forward(&self) {
        self.send("POST", "/forward", &json!({}));
    }

    /// The reload button.
    pub fn reload(&self) {
        self.send("POST", "/refresh", &json!({}));
    }

    /// Runs the body of a function in the page; `arguments` are its arguments. A promise is waited for.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        self.try_run(body, arguments).unwrap_or_else(|error| panic!("{error}\n  in {body}"))
    }

    /// The same, where failing is to be expected.
    ///
    /// # Errors
    /// The exception's message, or why the script could not run.
    pub fn try_run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.driver.send("POST", "/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Clicks in the middle of an element with the mouse, after scrolling it into view.
    ///
    /// # Errors
    /// Where someone with a mouse could not: it is not visible, or something lies over it.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.driver.send("POST", &format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element, which gets the focus.
    #[track_caller]
    pub fn type_into(&self, element: &Element, text: &str) {
        self.send("POST", &format!("/element/{}/value", element.0), &json!({ "text": text }));
    }

    /// Presses keys in turn, wherever the focus is: `Escape`, `Home`, `a`, or `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        let mut actions = Vec::new();
        for key in keys {
            let together: Vec<String> = match key.split_once('+') {
                Some((held, key)) => vec![code(held), code(key)],
                None => vec![code(key)],
            };
            actions.extend(together.iter().map(|key| json!({ "type": "keyDown", "value": key })));
            actions.extend(together.iter().rev().map(|key| json!({ "type": "keyUp", "value": key })));
        }
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.send("POST", "/actions", &json!({ "actions": [keyboard] }));
    }

    /// The role and the name that assistive technology is told of an element.
    #[must_use]
    pub fn spoken(&self, element: &Element) -> (String, String) {
        let read = |what: &str| {
            let value = self.send("GET", &format!("/element/{}/{what}", element.0), &Value::Null);
            value.as_str().unwrap_or_default().to_owned()
        };
        (read("computedrole"), read("computedlabel"))
    }

    /// A command of the DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.send("POST", "/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Gives the page this size.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    /// What the system prefers: `prefers_color_scheme("dark")`.
    pub fn prefers(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": format!("prefers-{feature}"), "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// A picture of the page from its top, as high as the page and at most `height`, as base64 of PNG.
    #[must_use]
    pub fn picture(&self, width: u32, height: u32, scale: f64) -> String {
        let page = self.run("return document.documentElement.scrollHeight", &[]).as_u64().unwrap_or_default();
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": page.min(height.into()), "scale": scale });
        let parameters = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        self.devtools("Page.captureScreenshot", &parameters)["data"].as_str().unwrap_or_default().to_owned()
    }

    /// Every line in the console since the start or the last `clear_console`, warnings and failed requests included.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let mut console = self.console.borrow_mut();
        for entry in self.log("browser") {
            let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            console.push(format!("{}: {}", text("level"), text("message")));
        }
        console.clone()
    }

    /// Forgets what stands in the console.
    pub fn clear_console(&self) {
        drop(self.console());
        self.console.borrow_mut().clear();
    }

    /// Every address that the page has asked for.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let mut requests = self.requests.borrow_mut();
        for entry in self.log("performance") {
            let message: Value =
                serde_json::from_str(entry["message"].as_str().unwrap_or_default()).unwrap_or_default();
            let message = &message["message"];
            let url = match message["method"].as_str() {
                Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
                Some("Network.webSocketCreated" | "Network.webTransportCreated") => &message["params"]["url"],
                _ => continue,
            };
            requests.push(url.as_str().unwrap_or_default().to_owned());
        }
        requests.clone()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        // A browser that has died has nothing to say; why it died is said elsewhere.
        let log = self.driver.send("POST", "/se/log", &json!({ "type": kind })).unwrap_or_default();
        log.as_array().cloned().unwrap_or_default()
    }
}

/// A key as WebDriver writes it.
fn code(key: &str) -> String {
    let code = match key {
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Backspace" => '\u{E003}',
        other => return other.to_owned(),
    };
    code.to_string()
}
