//! The application that a server prints, as a program with several threads.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use e2e::server::Server;
use e2e::visitor::Visitor;

use super::built;

/// The server; it ends when this is dropped.
pub(crate) struct App {
    program: Child,
    origin: String,
}

impl App {
    pub(crate) fn start() -> App {
        let mut program = Command::new(built("axum").join("server"))
            .env("PORT", "0")
            .env("PKG", built("axum").join("pkg"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let mut origin = String::new();
        let output = program.stdout.as_mut().expect("it is piped");
        BufReader::new(output).read_line(&mut origin).expect("it says its address");
        App { program, origin: origin.trim().to_owned() }
    }

    pub(crate) fn get(&self, path: &str) -> String {
        let mut answer = ureq::get(format!("{}{path}", self.origin)).call().expect("it answers");
        answer.body_mut().read_to_string().expect("text")
    }

    /// Ends it; returns what it has said of mistakes.
    fn end(mut self) -> String {
        self.program.kill().expect("it was running");
        let mut said = String::new();
        let errors = self.program.stderr.as_mut().expect("it is piped");
        errors.read_to_string(&mut said).expect("text");
        said
    }
}

impl Drop for App {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

/// A visitor of what the server has printed, whose code arrives when `visitor.server` lets it.
pub(crate) fn visitor() -> Visitor {
    let app = App::start();
    let server = Server::start(&[("/pkg/", built("axum").join("pkg"))]);
    server.page("/", &app.get("/"));
    server.page("/sandbox-explorer.css", &app.get("/sandbox-explorer.css"));
    let visitor = Visitor::comes_to(server);
    visitor.looks_at_page();
    visitor.reads_chinese();
    visitor
}

#[test]
fn every_card_is_in_the_page_in_the_language_told() {
    let app = App::start();
    let html = app.get("/");
    assert_eq!(html.matches("<article").count(), 27);
    assert!(html.contains("27 个项目"));
    assert!(!html.contains(" style="), "a policy may forbid it");
    assert!(app.get("/sandbox-explorer.css").contains(".se-explorer"));
    assert_eq!(app.end(), "");
}

#[test]
fn many_requests_at_once_are_answered_alike_and_nothing_panics() {
    let app = App::start();
    // Head and end contain a nonce.
    let body = || {
        let html = app.get("/");
        let (start, end) = (html.find("<body"), html.find("id=\"end\""));
        html[start.expect("a body")..end.expect("its end")].to_owned()
    };
    let first = body();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..6).for_each(|_| assert!(body() == first)));
        }
    });
    assert_eq!(app.end(), "");
}
