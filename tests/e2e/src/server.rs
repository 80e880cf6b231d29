//! A file server in this process that can be told to fail: behaves like the host of a blog, including its mistakes. Written by hand
//! because its responses must be controlled to the byte: types, headers, compression, delays.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use crate::engine::Engine;
use crate::wait::eventually;

/// The path of the console recorder, for engines that need one.
const RECORDER: &str = "/e2e-console.js";

/// A fault of a file.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It is missing.
    Missing,
    /// The start page is sent instead, as by single-page hosts.
    StartPage,
    /// It has this content.
    Content(Vec<u8>),
    /// It has this MIME type.
    Type(&'static str),
    /// It is delayed.
    Late(Duration),
    /// It does not arrive until the fault is mended.
    Held,
}

/// The server; it stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    directories: Vec<(String, PathBuf)>,
    compressed: bool,
    changing: Mutex<Changing>,
}

#[derive(Debug, Default)]
struct Changing {
    pages: HashMap<String, String>,
    headers: Vec<(String, String)>,
    faults: HashMap<String, Fault>,
    cached: HashSet<String>,
    requests: Vec<String>,
    failures: Vec<String>,
    offline: bool,
    brotli: HashMap<PathBuf, Arc<Vec<u8>>>,
    stopped: bool,
}

impl Server {
    /// Serves directories, each under a prefix such as `/embed/`, on a free port.
    #[must_use]
    pub fn start(directories: &[(&str, PathBuf)]) -> Server {
        Server::with(directories, false)
    }

    /// The same, with all text and programs compressed by brotli, like a good host.
    #[must_use]
    pub fn compressed(directories: &[(&str, PathBuf)]) -> Server {
        Server::with(directories, true)
    }

    fn with(directories: &[(&str, PathBuf)], compressed: bool) -> Server {
        let directories = directories.iter().map(|(prefix, path)| ((*prefix).to_owned(), path.clone())).collect();
        let shared = Arc::new(Shared { directories, compressed, changing: Mutex::default() });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if serving.changing().stopped {
                    break;
                }
                let shared = Arc::clone(&serving);
                // An error here is a browser that has disconnected.
                std::thread::spawn(move || shared.serve(&stream).unwrap_or_default());
            }
        });
        Server { address, shared }
    }

    /// A server of another program at this address: it can be visited, but not made to fail.
    #[must_use]
    pub fn of_another_program(address: SocketAddr) -> Server {
        Server { address, shared: Arc::default() }
    }

    /// Its origin: `http://127.0.0.1:40123`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves a page that is not a file.
    pub fn page(&self, path: &str, html: &str) {
        self.shared.changing().pages.insert(path.to_owned(), html.to_owned());
    }

    /// Sends this header line with every response.
    pub fn header(&self, name: &str, value: &str) {
        self.shared.changing().headers.push((name.to_owned(), value.to_owned()));
    }

    /// Sets a fault for the file at this path.
    pub fn fault(&self, path: &str, fault: Fault) {
        self.shared.changing().faults.insert(path.to_owned(), fault);
    }

    /// Removes the fault.
    pub fn mend(&self, path: &str) {
        self.shared.changing().faults.remove(path);
    }

    /// Lets browsers cache the file at this path for ten minutes, like GitHub Pages; or ends that for future requests.
    pub fn lets_keep(&self, path: &str, keep: bool) {
        let cached = &mut self.shared.changing().cached;
        _ = if keep { cached.insert(path.to_owned()) } else { cached.remove(path) };
    }

    /// Closes every connection, as if there were no network; or ends that.
    pub fn goes_offline(&self, offline: bool) {
        self.shared.changing().offline = offline;
    }

    /// The requested paths so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.shared.changing().requests.clone()
    }

    /// The paths with an error response, as many times as it was sent, since the last `forget_failures`.
    #[must_use]
    pub fn failures(&self) -> Vec<String> {
        self.shared.changing().failures.clone()
    }

    /// Forgets which paths had an error response.
    pub fn forget_failures(&self) {
        self.shared.changing().failures.clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.changing().stopped = true;
        // Wakes the listener, which then sees that it should stop.
        drop(TcpStream::connect(self.address));
    }
}

impl Shared {
    fn changing(&self) -> MutexGuard<'_, Changing> {
        self.changing.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn serve(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        loop {
            let mut request = String::new();
            if reader.read_line(&mut request)? == 0 {
                return Ok(());
            }
            let mut line = String::new();
            while reader.read_line(&mut line)? > 2 {
                line.clear();
            }
            if self.changing().offline {
                return Ok(());
            }
            let target = request.split(' ').nth(1).unwrap_or("/");
            let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
            let answer = self.answer(&path);
            // In one write: a second one would wait for the acknowledgement of the first.
            (&mut &*stream).write_all(&answer)?;
        }
    }

    fn answer(&self, path: &str) -> Vec<u8> {
        if path == RECORDER {
            let script = include_str!("../pages/console.js");
            let kind = content_type(path);
            return format!(
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{script}",
                script.len()
            )
            .into_bytes();
        }
        let (page, fault, headers) = {
            let mut changing = self.changing();
            changing.requests.push(path.to_owned());
            (changing.pages.get(path).cloned(), changing.faults.get(path).cloned(), changing.headers.clone())
        };
        let mut kind = content_type(path);
        let mut content = page.map(|html| (Arc::new(html.into_bytes()), false)).or_else(|| self.file(path));
        match fault {
            None => {}
            Some(Fault::Missing) => content = None,
            Some(Fault::StartPage) => {
                kind = "text/html; charset=utf-8";
                content = Some((Arc::new(b"<!doctype html><title>Start</title>".to_vec()), false));
            }
            Some(Fault::Content(bytes)) => content = Some((Arc::new(bytes), false)),
            Some(Fault::Type(other)) => kind = other,
            Some(Fault::Late(time)) => std::thread::sleep(time),
            Some(Fault::Held) => eventually(|| self.is_held(path), &false),
        }
        // Browsers request it by themselves.
        if content.is_none() && path == "/favicon.ico" {
            return b"HTTP/1.1 204 No Content\r\n\r\n".to_vec();
        }
        if content.is_none() {
            self.changing().failures.push(path.to_owned());
        }
        let status = if content.is_some() { "200 OK" } else { "404 Not Found" };
        let (body, in_brotli) = content.unwrap_or_else(|| (Arc::new(b"not found".to_vec()), false));
        let recorded = status == "200 OK" && kind.starts_with("text/html") && !in_brotli;
        let body = if recorded && Engine::current().needs_recorder { Arc::new(with_recorder(&body)) } else { body };
        let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nContent-Type: {kind}\r\n", body.len());
        let keep = self.changing().cached.contains(path);
        head += if keep { "Cache-Control: max-age=600\r\n" } else { "Cache-Control: no-store\r\n" };
        if in_brotli {
            head += "Content-Encoding: br\r\n";
        }
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        [head.as_bytes(), b"\r\n", body.as_slice()].concat()
    }

    fn is_held(&self, path: &str) -> bool {
        let changing = self.changing();
        matches!(changing.faults.get(path), Some(Fault::Held)) && !changing.stopped
    }

    /// The content of a file, and whether it is in brotli.
    fn file(&self, path: &str) -> Option<(Arc<Vec<u8>>, bool)> {
        let under = |row: &&(String, PathBuf)| path.starts_with(&row.0);
        let (prefix, directory) = self.directories.iter().filter(under).max_by_key(|row| row.0.len())?;
        let mut file = directory.join(path[prefix.len()..].trim_start_matches('/'));
        if path.split('/').any(|part| part == "..") {
            return None;
        }
        if file.is_dir() {
            file = file.join("index.html");
        }
        if !file.is_file() {
            return None;
        }
        if !self.compressed {
            return Some((Arc::new(fs::read(file).ok()?), false));
        }
        if let Some(ready) = self.changing().brotli.get(&file) {
            return Some((Arc::clone(ready), true));
        }
        let ready = Arc::new(brotli(&file));
        self.changing().brotli.insert(file, Arc::clone(&ready));
        Some((ready, true))
    }
}

/// A page that records its console. Before everything else in it, and from a file, which most policies allow.
fn with_recorder(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!(r#"<script src="{RECORDER}"></script>"#);
    let place = ["<head>", "<!doctype html>"].into_iter().find_map(|tag| Some(page.find(tag)? + tag.len()));
    let (before, after) = page.split_at(place.unwrap_or_default());
    [before, &script, after].concat().into_bytes()
}

/// A file compressed like `brotli -q 11`. By Node, which the build needs anyway.
fn brotli(file: &Path) -> Vec<u8> {
    const SCRIPT: &str = "const { readFileSync } = require('node:fs');
        process.stdout.write(require('node:zlib').brotliCompressSync(readFileSync(process.argv[1])))";
    let output = Command::new("node").args(["-e", SCRIPT]).arg(file).output().expect("node compresses");
    assert!(output.status.success(), "node: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "text/html; charset=utf-8",
    }
}
