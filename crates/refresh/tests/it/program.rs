//! The program: its exit codes, and error messages that say what was expected.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};
use std::{fs, thread};

use crate::{changed, files};

fn run(arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_refresh")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// A landscape with a moved repository, and a copy of the data.
fn copy() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir_all(directory.path().join("data/projects")).unwrap();
    for (name, text) in files() {
        fs::write(directory.path().join("data").join(name), text).unwrap();
    }
    let landscape =
        changed(&[("repo_url: https://github.com/kcl-lang/kcl\n", "repo_url: https://github.com/kcl-project/kcl\n")]);
    fs::write(directory.path().join("landscape.yml"), landscape).unwrap();
    directory
}

/// Answers one request with this text.
fn serve(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        stream.write_all(answer.as_bytes()).unwrap();
    });
    format!("http://{address}/landscape.yml")
}

#[test]
fn exit_codes_say_whether_something_is_different() {
    let same = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/landscape.yml");
    let (code, out, _) = run(&["--landscape", same.to_str().unwrap()]);
    assert_eq!(code, 0, "{out}");
    assert!(out.starts_with("No difference that is not a recorded dispute.\n10 other CNCF projects"), "{out}");

    let copy = copy();
    let path = |name: &str| copy.path().join(name).to_str().unwrap().to_owned();
    let (landscape, data) = (path("landscape.yml"), path("data"));
    let base = ["--landscape", &landscape, "--data", &data];
    let (code, out, _) = run(&base);
    assert_eq!(code, 1);
    assert!(out.contains("kcl      repository  https://github.com/kcl-lang/kcl  https://github.com/kcl-project/kcl  landscape | landscape"), "{out}");

    let apply = [&base[..], &["--as-of", "2026-11-20", "--apply", "kcl.repository"]].concat();
    let (code, out, _) = run(&apply);
    assert_eq!(code, 0);
    assert!(out.contains("written: projects/kcl.toml\nwritten: sources.toml\n"), "{out}");
    let written = fs::read_to_string(path("data/projects/kcl.toml")).unwrap();
    assert!(written.contains("repository = \"https://github.com/kcl-project/kcl\"\n"));
    let (code, out, _) = run(&apply);
    assert_eq!(code, 0);
    assert!(out.contains("Nothing to write."), "{out}");
    assert_eq!(fs::read_to_string(path("data/projects/kcl.toml")).unwrap(), written);
    assert_eq!(run(&base).0, 0);
}

#[test]
fn apply_without_a_value_is_all() {
    let copy = copy();
    let path = |name: &str| copy.path().join(name).to_str().unwrap().to_owned();
    let (code, out, _) = run(&["--apply", "--landscape", &path("landscape.yml"), "--data", &path("data")]);
    assert_eq!(code, 0);
    assert!(out.contains("written: projects/kcl.toml\n"), "{out}");
}

#[test]
fn what_cannot_be_used_is_one_line_that_says_what_was_expected() {
    let copy = copy();
    let file = |name: &str, text: &str| {
        let path = copy.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let lost = serve("HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot found");
    for (path, expected) in [
        (copy.path().join("none.yml").to_str().unwrap().to_owned(), "expected a readable file"),
        (copy.path().to_str().unwrap().to_owned(), "expected a readable file"),
        (file("broken.yml", "landscape: [\n"), "not YAML"),
        (file("other.yml", "cards: []\n"), "no list under the key `landscape`; expected the landscape.yml"),
        (file("page.yml", "<!doctype html>\n<html><body>Sign in</body></html>\n"), "expected the landscape.yml"),
        (lost, "404; expected the file itself, such as https://raw.githubusercontent.com/"),
        ("http://127.0.0.1:1/x".to_owned(), "expected the file itself"),
    ] {
        let (code, out, error) = run(&["--landscape", &path]);
        assert_eq!((code, out.as_str()), (2, ""), "{path}: {error}");
        assert!(error.starts_with(&format!("error: --landscape {path}: ")) && error.contains(expected), "{error}");
        assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    }
    let (code, _, error) = run(&["--toc", &file("toc.md", "# Hello\n")]);
    assert_eq!(code, 2);
    assert!(error.contains("expected docs/projects.md"), "{error}");
    let (code, _, error) = run(&["--landscape", "x", "--data", "/nowhere"]);
    assert_eq!(code, 2);
    assert!(error.contains("expected a directory such as data/"), "{error}");
    assert_eq!(run(&[]).0, 2);
}

#[test]
fn an_address_is_read() {
    let text = changed(&[]);
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}", text.len());
    let (code, out, error) = run(&["--landscape", &serve(answer.leak())]);
    assert_eq!(code, 0, "{out}{error}");
}
