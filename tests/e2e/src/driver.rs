//! Starts a driver, ends it, and sends it commands. A hand-written client, because WebDriver is JSON over HTTP, and
//! the crates for it depend on an asynchronous runtime and a hundred others.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// The key under which WebDriver returns elements.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How to start an engine's driver, and its capabilities.
#[derive(Debug)]
pub struct Launch {
    /// The driver.
    pub program: &'static str,
    /// Its arguments; `{port}` is a free port.
    pub arguments: &'static [&'static str],
    /// Additional environment variables of the driver, and so of the browser.
    pub environment: Vec<(&'static str, String)>,
    /// The text that it prints before the port it has chosen; `None`: it listens on the given port.
    pub says: Option<&'static str>,
    /// How to install it.
    pub package: &'static str,
    /// The capabilities of the session.
    pub capabilities: Value,
}

/// A driver with one session, which is one browser with an empty profile. Both end when it is dropped.
#[derive(Debug)]
pub struct Driver {
    /// Where driver and browser put what they need for a while, such as the profile. They leave it behind when they are ended, and
    /// after some hundred tests a disk is full.
    temporary: TempDir,
    process: Child,
    agent: ureq::Agent,
    address: String,
    session: String,
}

impl Driver {
    /// Starts a driver on its own port, and its browser.
    ///
    /// # Panics
    /// If either cannot be started; the message says what is missing.
    #[must_use]
    pub fn start(launch: &Launch) -> Driver {
        let temporary = tempfile::tempdir().expect("a folder for temporary files");
        // A port that is free for IPv4 may be in use for IPv6, or may be taken before the driver gets it; then the
        // driver gives up.
        let (process, port) = (0..5)
            .find_map(|_| start_process(launch, temporary.path()))
            .unwrap_or_else(|| panic!("{} ends without listening on a port", launch.program));
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(120)))
            .build();
        let address = format!("http://127.0.0.1:{port}");
        let mut driver = Driver { temporary, process, agent: config.into(), address, session: String::new() };
        let wanted = json!({ "capabilities": { "alwaysMatch": launch.capabilities } });
        let answer = driver.request("POST", "/session", &wanted);
        let answer = answer.unwrap_or_else(|error| panic!("{}: the browser does not start: {error}", launch.program));
        driver.session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        driver
    }

    /// The folder of the temporary files of the driver and its browser. It is gone when the driver is.
    #[must_use]
    pub fn temporary(&self) -> &Path {
        self.temporary.path()
    }

    /// Sends a command to the session and returns its value.
    ///
    /// # Errors
    /// WebDriver's error instead: its kind and its message.
    pub fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.request(method, &format!("/session/{}{path}", self.session), body)
    }

    /// The same for commands that only fail because of a mistake in the tests.
    #[track_caller]
    pub fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        self.send(method, path, body).unwrap_or_else(|error| panic!("{method} {path} {body}: {error}"))
    }

    /// Runs the body of a function in the page.
    ///
    /// # Errors
    /// The exception's message, or why the script could not run.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.send("POST", "/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    fn request(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let url = [&self.address, path].concat();
        let answer = match method {
            "GET" => self.agent.get(url).call(),
            "DELETE" => self.agent.delete(url).call(),
            _ => self.agent.post(url).content_type("application/json").send(body.to_string()),
        };
        let mut answer = answer.map_err(|error| format!("the driver: {error}"))?;
        // Screenshots and performance logs are larger than ureq's default limit of 10 MB.
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

/// Starts the driver, and waits until it listens; `None`: it has ended.
fn start_process(launch: &Launch, temporary: &Path) -> Option<(Child, u16)> {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr()).ok()?.port().to_string();
    let mut process = Command::new(launch.program)
        .args(launch.arguments.iter().map(|argument| argument.replace("{port}", &free)))
        .env("TMPDIR", temporary)
        .envs(launch.environment.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}; {}", launch.program, launch.package));
    let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
    let port = match launch.says {
        Some(words) => lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once(words)?;
            rest.trim_end_matches('.').parse().ok()
        }),
        None => listens(&mut process, free.parse().ok()?),
    };
    let Some(port) = port else {
        drop(process.kill());
        drop(process.wait());
        return None;
    };
    // Later output must be read, or the driver would block when the pipe is full.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Some((process, port))
}

fn listens(process: &mut Child, port: u16) -> Option<u16> {
    while process.try_wait().is_ok_and(|ended| ended.is_none()) {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Some(port);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser first: the driver would leave it running.
        if !self.session.is_empty() {
            drop(self.send("DELETE", "", &Value::Null));
        }
        drop(self.process.kill());
        drop(self.process.wait());
        // Processes of the browser may still write for a moment.
        for _ in 0..50 {
            if std::fs::remove_dir_all(self.temporary()).is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
