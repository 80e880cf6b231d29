//! Firefox, by geckodriver. What WebDriver lacks can be done by scripts in the browser's own context, if Marionette
//! allows it: they observe console and network like the developer tools, and no page is changed for it.

use serde_json::{Value, json};

use super::Beyond;
use crate::driver::{Driver, Launch};

#[derive(Debug)]
struct Firefox;

/// Records the console's lines and the requested addresses. The arguments of `console.log` are known only in the pages'
/// own process, which sends them here.
const WATCH: &str = "
    const watch = (gBrowser.e2e = { lines: [], requests: [] });
    const level = { warn: 'WARNING', error: 'SEVERE', assert: 'SEVERE' };
    Services.ppmm.addMessageListener('e2e:console', ({ data }) =>
        watch.lines.push(`${level[data.level] ?? 'INFO'}: ${data.text}`));
    const listen = () => {
        const { classes, interfaces } = Components;
        const storage = classes['@mozilla.org/consoleAPI-storage;1'].getService(interfaces.nsIConsoleAPIStorage);
        const principal = classes['@mozilla.org/systemprincipal;1'].createInstance(interfaces.nsIPrincipal);
        const word = (it) => {
            try { return String(it) } catch { return typeof it }
        };
        storage.addLogEventListener(({ level, filename, arguments: words }) => {
            // The browser's own scripts log too.
            if (/^(resource|chrome):/.test(filename)) return;
            const text = Array.from(words ?? [], word).join(' ');
            // The window's own messages, when it cannot store an address as a bookmark.
            if (text.includes('.sys.mjs: ')) return;
            Services.cpmm.sendAsyncMessage('e2e:console', { level, text });
        }, principal);
    };
    Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(`(${listen})()`)}`, true);
    watch.listener = {
        observe(message) {
            if (!(message instanceof Ci.nsIScriptError) || message.isFromChromeContext) return;
            // Messages about the sandbox in which Marionette runs the tests' scripts, and advice on web pages.
            if (/^(XrayWrapper denied|This page is in Quirks Mode|When rendering the <html>)/.test(message.errorMessage)) return;
            const text = `${message.errorMessage} ${message.sourceName}`;
            const failed = message.category == 'Script Loader' ? 'Failed to load resource: ' : '';
            const level = message.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE';
            if (!/^data:/.test(message.sourceName)) watch.lines.push(`${level}: ${failed}${text}`);
        },
    };
    Services.console.registerListener(watch.listener);
    watch.observer = {
        observe(channel) {
            const { loadInfo, URI } = channel.QueryInterface(Ci.nsIHttpChannel);
            const own = loadInfo?.triggeringPrincipal.isSystemPrincipal;
            // A navigation is triggered by the system, but is a request all the same.
            const visit = loadInfo?.externalContentPolicyType == Ci.nsIContentPolicy.TYPE_DOCUMENT;
            if (!own || visit) watch.requests.push(URI.spec);
        },
    };
    Services.obs.addObserver(watch.observer, 'http-on-modify-request')";

pub(super) fn start(watched: bool) -> (Driver, Box<dyn Beyond>) {
    let driver = Driver::start(&Launch {
        program: "geckodriver",
        arguments: &["--port=0", "--websocket-port=0", "--allow-system-access"],
        // Its screen: the largest page that fits.
        environment: [("MOZ_HEADLESS_WIDTH", "1920"), ("MOZ_HEADLESS_HEIGHT", "1400")]
            .map(|(name, value)| (name, value.to_owned()))
            .to_vec(),
        says: Some("Listening on 127.0.0.1:"),
        package: "cargo install geckodriver, and on Debian: apt-get install firefox-esr",
        capabilities: json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": "/usr/bin/firefox-esr",
                "args": ["-headless", "-width", "1900", "-height", "1300"],
                "prefs": {
                    "intl.accept_languages": "en-US",
                    "app.normandy.enabled": false,
                    "browser.newtabpage.enabled": false,
                    // No preallocated process for the next page: each costs a second.
                    "dom.ipc.processPrelaunch.enabled": false,
                    "dom.ipc.processCount": 1,
                    "datareporting.policy.dataSubmissionEnabled": false,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "security.allow_parent_unrestricted_js_loads": true,
                    // Readers have this setting; geckodriver lets files read files.
                    "security.fileuri.strict_origin_policy": true,
                    // Wheel events take the path of real ones; only there `overscroll-behavior` applies.
                    "remote.events.async.wheel.enabled": true,
                    // Other scroll bars take space from a page that grows.
                    "ui.useOverlayScrollbars": 1,
                },
            },
            "timeouts": { "script": 110_000 },
        }),
    });
    if watched {
        in_browser(&driver, WATCH, &[]);
    }
    (driver, Box::new(Firefox))
}

/// Runs a script in the browser instead of the page.
#[track_caller]
fn in_browser(driver: &Driver, body: &str, arguments: &[Value]) -> Value {
    let context = |name: &str| driver.must("POST", "/moz/context", &json!({ "context": name }));
    context("chrome");
    let answer = driver.run(body, arguments);
    context("content");
    answer.unwrap_or_else(|error| panic!("{error}\n  in {body}"))
}

fn texts(answer: &Value) -> Vec<String> {
    answer.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

impl Beyond for Firefox {
    fn resize(&self, driver: &Driver, width: u32, height: u32) {
        // A window is never narrower than 450 px; the part of it that shows the page may be.
        let script = "
            const { style } = gBrowser.selectedBrowser;
            [style.flex, style.minWidth, style.width, style.height] =
                ['none', '0', `${arguments[0]}px`, `${arguments[1]}px`]";
        in_browser(driver, script, &[json!(width), json!(height)]);
        let arrived = "return new Promise((done) => {
            const look = () => innerWidth == arguments[0] && innerHeight == arguments[1] ? done() : setTimeout(look, 10);
            look();
        })";
        drop(driver.run(arrived, &[json!(width), json!(height)]));
    }

    fn prefers(&self, driver: &Driver, feature: &str, value: &str) {
        let (setting, number) = match (feature, value) {
            ("color-scheme", "dark") => ("layout.css.prefers-color-scheme.content-override", 0),
            ("color-scheme", "light") => ("layout.css.prefers-color-scheme.content-override", 1),
            ("reduced-motion", "reduce") => ("ui.prefersReducedMotion", 1),
            ("forced-colors", "active") => ("browser.display.document_color_use", 2),
            _ => panic!("nobody knows how Firefox would prefer {feature}: {value}"),
        };
        in_browser(driver, "Services.prefs.setIntPref(...arguments)", &[json!(setting), json!(number)]);
    }

    fn prints(&self, driver: &Driver) {
        in_browser(driver, "gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print'", &[]);
    }

    fn console(&self, driver: &Driver) -> Vec<String> {
        texts(&in_browser(driver, "return gBrowser.e2e.lines.splice(0)", &[]))
    }

    fn requests(&self, driver: &Driver) -> Vec<String> {
        let mut requests = texts(&in_browser(driver, "return gBrowser.e2e.requests.splice(0)", &[]));
        // Files are not requested over the network.
        let page = driver.must("GET", "/url", &Value::Null);
        requests.extend(page.as_str().filter(|url| url.starts_with("file:")).map(str::to_owned));
        requests
    }

    fn collect_garbage(&self, driver: &Driver) {
        let script = "for (const what of ['child-gc-request', 'child-cc-request', 'child-gc-request'])
            Services.obs.notifyObservers(null, what)";
        in_browser(driver, script, &[]);
    }
}
