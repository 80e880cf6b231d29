//! ChromeDriver: starts it, ends it, and sends it commands. A hand-written client, because WebDriver is JSON over HTTP
//! and the crates for it bring an asynchronous runtime and a hundred others along.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// The key under which WebDriver hands out elements.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A ChromeDriver with one session, which is one Chromium with an empty profile. Both end when it is dropped.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    agent: ureq::Agent,
    address: String,
    session: String,
}

impl Driver {
    /// Starts ChromeDriver on a port of its own choice, and a headless Chromium. `logging`: whether it writes down what
    /// the console says and what goes over the network, which costs it time.
    ///
    /// # Panics
    /// If either cannot be started; the message says what is missing.
    #[must_use]
    pub fn start(logging: bool) -> Driver {
        // A port that is free for IPv4 may be taken for IPv6; then ChromeDriver gives up at once.
        let (process, port) =
            (0..5).find_map(|_| start_process()).expect("chromedriver ends without saying on which port it listens");
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(120)))
            .build();
        let address = format!("http://127.0.0.1:{port}");
        let mut driver = Driver { process, agent: config.into(), address, session: String::new() };
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
        let level = if logging { "ALL" } else { "OFF" };
        let answer = driver.request(
            "POST",
            "/session",
            &json!({ "capabilities": { "alwaysMatch": {
                "browserName": "chrome",
                "goog:chromeOptions": { "args": flags },
                "goog:loggingPrefs": { "browser": level, "performance": level },
            } } }),
        );
        let answer = answer.unwrap_or_else(|error| panic!("chromium does not start: {error}"));
        driver.session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        driver
    }

    /// Sends a command to the session and returns its value.
    ///
    /// # Errors
    /// What WebDriver answers instead: the kind of the error and its message.
    pub fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.request(method, &format!("/session/{}{path}", self.session), body)
    }

    fn request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let url = [&self.address, path].concat();
        let answer = match method {
            "GET" => self.agent.get(url).call(),
            "DELETE" => self.agent.delete(url).call(),
            _ => self.agent.post(url).content_type("application/json").send(body.to_string()),
        };
        let mut answer = answer.map_err(|error| format!("chromedriver: {error}"))?;
        // Screenshots and performance logs are larger than the 10 MB that ureq takes by itself.
        let text =
            answer.body_mut().with_config().limit(1 << 30).read_to_string().map_err(|error| error.to_string())?;
        let mut answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(kind) => {
                let message = value["message"].as_str().unwrap_or_default();
                Err(format!("{kind}: {}", message.lines().next().unwrap_or_default()))
            }
            None => Ok(value),
        }
    }
}

/// Starts ChromeDriver, and reads its port; `None`: it has ended.
fn start_process() -> Option<(Child, u16)> {
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("chromedriver: {error}; on Debian: apt-get install chromium-driver"));
    let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok());
    let Some(port) = port else {
        drop(process.kill());
        drop(process.wait());
        return None;
    };
    // What it says later must be read, or it would wait for room in the pipe one day.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Some((process, port))
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Chromium first: ChromeDriver would leave it behind.
        if !self.session.is_empty() {
            drop(self.send("DELETE", "", &Value::Null));
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
