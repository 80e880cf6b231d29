//! A browser: a window with a page, a console, and a record of network requests. Nothing here knows what the page shows.

use std::cell::{Cell, RefCell};
use std::path::Path;

use serde_json::{Value, json};

use crate::driver::{Driver, ELEMENT};
use crate::engine::{Beyond, Engine, chromium};

/// A browser of the current engine, with an empty profile. It ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Driver,
    beyond: Box<dyn Beyond>,
    console: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    watched: bool,
    wheels: Cell<u32>,
}

/// A handle to an element of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element(String);

impl Element {
    /// The element in the result of a script, if it is one.
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
    /// Starts one without recording console and network, because recording costs time.
    #[must_use]
    pub fn unwatched() -> Browser {
        Browser::start(false)
    }

    fn start(watched: bool) -> Browser {
        let (driver, beyond) = (Engine::current().start)(watched);
        let browser = Browser {
            driver,
            beyond,
            console: RefCell::default(),
            requests: RefCell::default(),
            watched,
            wheels: Cell::default(),
        };
        browser.resize(1200, 900);
        browser
    }

    /// The folder of its temporary files. It is gone when the browser is.
    #[must_use]
    pub fn temporary(&self) -> &Path {
        self.driver.temporary()
    }

    /// Whether its console and network are recorded.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        self.watched
    }

    #[track_caller]
    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        self.driver.must(method, path, body)
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

    /// Runs the body of a function in the page, with `arguments`. Awaits a promise.
    #[track_caller]
    pub fn run(&self, body: &str, arguments: &[Value]) -> Value {
        self.try_run(body, arguments).unwrap_or_else(|error| panic!("{error}\n  in {body}"))
    }

    /// The same, for scripts that may fail.
    pub fn try_run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.driver.run(body, arguments)
    }

    /// Clicks the middle of an element with the mouse, after scrolling it into view.
    ///
    /// # Errors
    /// If a person with a mouse could not: it is not visible, or something covers it.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.driver.send("POST", &format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element, which gets the focus.
    #[track_caller]
    pub fn type_into(&self, element: &Element, text: &str) {
        self.send("POST", &format!("/element/{}/value", element.0), &json!({ "text": text }));
    }

    /// Enters the nth frame of the page, or leaves it: everything that is run, found, clicked and pressed from then on is
    /// there.
    pub fn enters_frame(&self, nth: Option<u32>) {
        self.send("POST", "/frame", &json!({ "id": nth }));
    }

    /// Presses keys in turn on the focused element: `Escape`, `Home`, `a`, or `Shift+Tab`.
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

    /// The role and the name of an element for assistive technology.
    #[must_use]
    pub fn spoken(&self, element: &Element) -> (String, String) {
        let read = |what: &str| {
            let value = self.send("GET", &format!("/element/{}/{what}", element.0), &Value::Null);
            value.as_str().unwrap_or_default().to_owned()
        };
        (read("computedrole"), read("computedlabel"))
    }

    /// Clicks at a point of the window, whatever is there.
    #[track_caller]
    pub fn click_at(&self, x: u32, y: u32) {
        let actions = json!([
            { "type": "pointerMove", "x": x, "y": y },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.send("POST", "/actions", &json!({ "actions": [mouse] }));
    }

    /// Turns the wheel over a point of the window.
    #[track_caller]
    pub fn wheel_at(&self, x: u32, y: u32, by: i32) {
        let scroll = json!({ "type": "scroll", "origin": "viewport", "x": x, "y": y, "deltaX": 0, "deltaY": by });
        // A new wheel each time: WebKitGTK uses the total of all turns of a wheel as the distance.
        let id = self.wheels.replace(self.wheels.get() + 1);
        let wheel = json!({ "type": "wheel", "id": format!("wheel {id}"), "actions": [scroll] });
        self.send("POST", "/actions", &json!({ "actions": [wheel] }));
    }

    /// Clicks an element with this mouse button (1: the middle one), while a key is held.
    #[track_caller]
    pub fn click_with(&self, element: &Element, button: u8, held: Option<&str>) {
        let keys = |kind: &str| held.map(|key| json!({ "type": kind, "value": code(key) }));
        let pause = || json!({ "type": "pause" });
        let keyboard: Vec<Value> = [keys("keyDown"), Some(pause()), Some(pause()), Some(pause()), keys("keyUp")]
            .into_iter()
            .flatten()
            .collect();
        let mut mouse = vec![
            json!({ "type": "pointerMove", "origin": element.as_argument(), "x": 0, "y": 0 }),
            json!({ "type": "pointerDown", "button": button }),
            json!({ "type": "pointerUp", "button": button }),
        ];
        if held.is_some() {
            mouse.insert(0, pause());
        }
        let actions = json!([
            { "type": "key", "id": "keyboard", "actions": keyboard },
            { "type": "pointer", "id": "mouse", "actions": mouse },
        ]);
        self.send("POST", "/actions", &json!({ "actions": actions }));
    }

    /// The open tabs.
    #[must_use]
    pub fn tabs(&self) -> Vec<String> {
        let tabs = self.send("GET", "/window/handles", &Value::Null);
        tabs.as_array().into_iter().flatten().filter_map(|tab| Some(tab.as_str()?.to_owned())).collect()
    }

    /// Switches to another tab.
    #[track_caller]
    pub fn looks_at_tab(&self, tab: &str) {
        self.send("POST", "/window", &json!({ "handle": tab }));
    }

    /// Closes the current tab.
    #[track_caller]
    pub fn closes_tab(&self) {
        self.send("DELETE", "/window", &Value::Null);
    }

    /// A command of the DevTools protocol, which only Chromium has.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        chromium::devtools(&self.driver, command, parameters)
    }

    /// Sets the size of the page.
    pub fn resize(&self, width: u32, height: u32) {
        self.beyond.resize(&self.driver, width, height);
    }

    /// Sets a preference of the system: `prefers("color-scheme", "dark")`.
    pub fn prefers(&self, feature: &str, value: &str) {
        self.beyond.prefers(&self.driver, feature, value);
    }

    /// Switches the page to print media.
    pub fn prints(&self) {
        self.beyond.prints(&self.driver);
    }

    /// Prints the first page of the document.
    #[track_caller]
    pub fn print_page(&self) {
        self.send("POST", "/print", &json!({ "pageRanges": ["1"] }));
    }

    /// Runs the garbage collector.
    pub fn collect_garbage(&self) {
        self.beyond.collect_garbage(&self.driver);
    }

    /// A screenshot of the page from its top, as high as the page and at most `height`, as PNG in base64.
    #[must_use]
    pub fn picture(&self, width: u32, height: u32, scale: f64) -> String {
        let page = self.run("return document.documentElement.scrollHeight", &[]).as_u64().unwrap_or_default();
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": page.min(height.into()), "scale": scale });
        let parameters = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
        self.devtools("Page.captureScreenshot", &parameters)["data"].as_str().unwrap_or_default().to_owned()
    }

    /// Every line in the console since the start or the last `clear_console`, warnings included.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let mut console = self.console.borrow_mut();
        console.extend(self.beyond.console(&self.driver));
        console.clone()
    }

    /// Discards the lines of the console.
    pub fn clear_console(&self) {
        drop(self.console());
        self.console.borrow_mut().clear();
    }

    /// Every address that the page has requested.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let mut requests = self.requests.borrow_mut();
        requests.extend(self.beyond.requests(&self.driver));
        requests.clone()
    }
}

/// The WebDriver code of a key.
fn code(key: &str) -> String {
    let code = match key {
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "F2" => '\u{E032}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "End" => '\u{E010}',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
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
