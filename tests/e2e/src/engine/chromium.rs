//! Chromium, by ChromeDriver. Its DevTools protocol provides what WebDriver lacks.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Beyond;
use crate::driver::{Driver, Launch};

#[derive(Default, Debug)]
struct Chromium {
    /// The preferences of the system; each change sends all of them.
    preferred: RefCell<BTreeMap<String, String>>,
}

pub(super) fn start(watched: bool) -> (Driver, Box<dyn Beyond>) {
    let flags = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        "--lang=en-US",
    ];
    // Recording costs time.
    let level = if watched { "ALL" } else { "OFF" };
    let driver = Driver::start(&Launch {
        program: "chromedriver",
        arguments: &["--port=0"],
        environment: Vec::new(),
        says: Some("started successfully on port "),
        package: "on Debian: apt-get install chromium-driver",
        capabilities: json!({
            "browserName": "chrome",
            // As in the other engines: on a busy machine half a minute is short.
            "timeouts": { "script": 110_000 },
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": level, "performance": level },
        }),
    });
    (driver, Box::new(Chromium::default()))
}

/// A command of the DevTools protocol.
#[track_caller]
pub(crate) fn devtools(driver: &Driver, command: &str, parameters: &Value) -> Value {
    driver.must("POST", "/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
}

fn log(driver: &Driver, kind: &str) -> Vec<Value> {
    // A browser that has died has no log; the cause of death is reported elsewhere.
    let log = driver.send("POST", "/se/log", &json!({ "type": kind })).unwrap_or_default();
    log.as_array().cloned().unwrap_or_default()
}

impl Beyond for Chromium {
    fn resize(&self, driver: &Driver, width: u32, height: u32) {
        // A window is never narrower than 500 px; a page may be.
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        devtools(driver, "Emulation.setDeviceMetricsOverride", &size);
    }

    fn prefers(&self, driver: &Driver, feature: &str, value: &str) {
        let mut preferred = self.preferred.borrow_mut();
        // The only preference whose name does not begin like this.
        let name = if feature == "forced-colors" { feature.to_owned() } else { format!("prefers-{feature}") };
        preferred.insert(name, value.to_owned());
        let features: Vec<_> = preferred.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        devtools(driver, "Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    fn prints(&self, driver: &Driver) {
        devtools(driver, "Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    fn console(&self, driver: &Driver) -> Vec<String> {
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let log = log(driver, "browser");
        log.iter().map(|entry| format!("{}: {}", text(entry, "level"), text(entry, "message"))).collect()
    }

    fn requests(&self, driver: &Driver) -> Vec<String> {
        let mut requests = Vec::new();
        for entry in log(driver, "performance") {
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
        requests
    }

    fn collect_garbage(&self, driver: &Driver) {
        devtools(driver, "HeapProfiler.collectGarbage", &json!({}));
    }
}
