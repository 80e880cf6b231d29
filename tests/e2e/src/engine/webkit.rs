//! WebKitGTK, by WebKitWebDriver, in the small browser that comes with it, on its own virtual screen. WebDriver is the only
//! interface, so the rest is done from outside: the screen's settings contain the system's preferences, a recorder in the
//! page (`pages/console.js`) reads the console, and a proxy receives all requests to other servers.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use super::Beyond;
use crate::driver::{Driver, Launch};
use crate::elsewhere::{Elsewhere, PROBE};
use crate::wait::until;

/// As high as the highest window of the tests, a frame with the whole explorer.
const SCREEN: (u32, u32) = (2000, 6500);
const PACKAGE: &str = "on Debian: apt-get install webkit2gtk-driver xvfb xsettingsd";

#[derive(Debug)]
struct WebKit {
    settings: Settings,
    elsewhere: Elsewhere,
    _screen: Process,
}

/// A process that ends when this is dropped.
#[derive(Debug)]
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The preferences of the system, as a desktop provides them to programs.
#[derive(Debug)]
struct Settings {
    directory: PathBuf,
    teller: Option<Process>,
    dark: std::cell::Cell<bool>,
    still: std::cell::Cell<bool>,
}

impl Settings {
    fn new() -> Settings {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let directory = std::env::temp_dir().join(format!("e2e-webkit-{}-{number}", std::process::id()));
        fs::create_dir_all(directory.join("gtk-3.0")).expect("a directory for the settings");
        // The browser's own buttons would not let its window be as narrow as a phone.
        let style = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";
        fs::write(directory.join("gtk-3.0/gtk.css"), style).expect("a style for the browser's own buttons");
        let settings = Settings { directory, teller: None, dark: false.into(), still: false.into() };
        settings.write();
        settings
    }

    fn file(&self) -> PathBuf {
        self.directory.join("xsettingsd.conf")
    }

    fn write(&self) {
        let theme = if self.dark.get() { "Adwaita-dark" } else { "Adwaita" };
        let moves = u8::from(!self.still.get());
        let text = format!("Net/ThemeName \"{theme}\"\nGtk/EnableAnimations {moves}\n");
        fs::write(self.file(), text).expect("the settings can be written");
    }

    /// Makes programs read them again.
    fn tell(&self) {
        self.write();
        let id = self.teller.as_ref().expect("xsettingsd runs").0.id().to_string();
        let told = Command::new("kill").args(["-HUP", &id]).status();
        assert!(told.is_ok_and(|status| status.success()), "xsettingsd has ended");
    }
}

impl Drop for Settings {
    fn drop(&mut self) {
        self.teller = None;
        drop(fs::remove_dir_all(&self.directory));
    }
}

pub(super) fn start(_watched: bool) -> (Driver, Box<dyn Beyond>) {
    let (screen, display) = screen();
    let mut settings = Settings::new();
    let teller = Command::new("xsettingsd")
        .arg("-c")
        .arg(settings.file())
        .env("DISPLAY", &display)
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("xsettingsd: {error}; {PACKAGE}"));
    settings.teller = Some(Process(teller));

    let elsewhere = Elsewhere::start();
    let home = settings.directory.display().to_string();
    let driver = Driver::start(&Launch {
        program: "WebKitWebDriver",
        arguments: &["--port={port}"],
        environment: vec![
            ("DISPLAY", display),
            ("LANGUAGE", "en_US".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            // Without a graphics card, layers cost more than they save: more than twice the time per frame.
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".to_owned()),
            ("XDG_CONFIG_HOME", home.clone()),
            ("XDG_CACHE_HOME", home.clone()),
            ("XDG_DATA_HOME", home),
        ],
        says: None,
        package: PACKAGE,
        capabilities: json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser(), "args": ["--automation"] },
            "timeouts": { "script": 110_000 },
            "proxy": {
                "proxyType": "manual",
                "httpProxy": elsewhere.address(),
                "sslProxy": elsewhere.address(),
                "noProxy": ["127.0.0.1"],
            },
        }),
    });
    // An empty record is meaningful only if a request would be recorded.
    driver.must("POST", "/url", &json!({ "url": PROBE }));
    until("a request to elsewhere to be seen", || elsewhere.take().contains(&PROBE.to_owned()).then_some(()));
    (driver, Box::new(WebKit { settings, elsewhere, _screen: Process(screen) }))
}

/// A virtual screen, and its name.
fn screen() -> (Child, String) {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{}x{}x24", SCREEN.0, SCREEN.1)])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("Xvfb: {error}; {PACKAGE}"));
    let mut stdout = screen.stdout.take().expect("stdout is piped");
    let (mut number, mut byte) = (String::new(), [0]);
    while stdout.read(&mut byte).is_ok_and(|n| n == 1) && byte != *b"\n" {
        number.push(char::from(byte[0]));
    }
    assert!(!number.is_empty(), "Xvfb ends without a screen");
    (screen, format!(":{number}"))
}

/// The browser's program, which is not on the `PATH`.
fn browser() -> PathBuf {
    let libraries = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    libraries
        .chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")])
        .map(|directory| directory.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("there is no webkit2gtk-4.1/MiniBrowser; {PACKAGE}"))
}

/// Waits until a condition is true in the page.
#[track_caller]
fn until_page(driver: &Driver, what: &str, script: &str, arguments: &[Value]) {
    until(what, || (driver.run(script, arguments) == Ok(Value::Bool(true))).then_some(()));
}

/// Waits until the page has been notified of changes around it, which happens before the next frame. On a busy machine
/// without a graphics card, a frame takes seconds.
fn next_frame(driver: &Driver) {
    let script = "return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";
    driver.run(script, &[]).unwrap_or_else(|error| panic!("no next frame: {error}"));
}

impl Beyond for WebKit {
    fn resize(&self, driver: &Driver, width: u32, height: u32) {
        // Without a window manager, keys go to the window below the mouse, which stays in the middle of the screen.
        let set = |outer: u64| {
            let (x, y) = ((SCREEN.0 - width) / 2, (u64::from(SCREEN.1) - outer) / 2);
            let area = json!({ "x": x, "y": y, "width": width, "height": outer });
            driver.must("POST", "/window/rect", &area);
        };
        set(height.into());
        // The window's own buttons take some of the space.
        let script =
            "return innerWidth == arguments[0] && outerHeight - innerHeight < 200 && outerHeight == arguments[1]";
        until_page(driver, "a new size", script, &[json!(width), json!(height)]);
        let inner = driver.run("return innerHeight", &[]).ok().and_then(|it| it.as_u64()).unwrap_or_default();
        set(2 * u64::from(height) - inner);
        let script = "return innerWidth == arguments[0] && innerHeight == arguments[1]";
        until_page(driver, "a new size", script, &[json!(width), json!(height)]);
        next_frame(driver);
    }

    fn prefers(&self, driver: &Driver, feature: &str, value: &str) {
        match feature {
            "color-scheme" => self.settings.dark.set(value == "dark"),
            "reduced-motion" => self.settings.still.set(value == "reduce"),
            _ => panic!("nobody knows how WebKitGTK would prefer {feature}: {value}"),
        }
        self.settings.tell();
        let script = "return matchMedia(`(prefers-${arguments[0]}: ${arguments[1]})`).matches";
        until_page(driver, "a new preference", script, &[json!(feature), json!(value)]);
        next_frame(driver);
    }

    fn prints(&self, _: &Driver) {
        panic!("WebKitGTK shows no page as it would be printed");
    }

    fn console(&self, driver: &Driver) -> Vec<String> {
        let script =
            "return typeof takeConsole == 'function' ? takeConsole() : ['SEVERE: nobody writes down the console']";
        // A browser that has died has no console; the cause of death is reported elsewhere.
        let lines = driver.run(script, &[]).unwrap_or_default();
        lines.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }

    fn requests(&self, driver: &Driver) -> Vec<String> {
        let page = driver.must("GET", "/url", &Value::Null);
        let mut requests = self.elsewhere.take();
        requests.extend(page.as_str().map(str::to_owned));
        requests
    }

    fn collect_garbage(&self, driver: &Driver) {
        // There is no command for it, but it collects when much is thrown away.
        let script = "for (let n = 0; n < 60; n++) new Array(1e6).fill(n)";
        drop(driver.run(script, &[]));
    }
}
