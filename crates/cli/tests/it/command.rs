//! The command, run in a directory of its own; and catalogs for it.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use sandbox_explorer::data;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What a run has printed and told, and its exit status.
pub struct Run {
    pub out: String,
    pub told: String,
    pub code: i32,
}

impl Run {
    /// A run with this input in this directory.
    pub fn with(args: &[&str], input: &str, directory: &Path) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox-explorer"));
        command.args(args).current_dir(directory);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let input = input.to_owned();
        // It may end before it has read its input, and print before it has read all of it.
        let fed = std::thread::spawn(move || drop(pipe.write_all(input.as_bytes())));
        let output = child.wait_with_output().unwrap();
        fed.join().unwrap();
        let [out, told] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        Run { out, told, code: output.status.code().unwrap() }
    }

    /// A run in a directory with these files.
    pub fn of(args: &[&str], files: &[(&str, &str)]) -> (Run, TempDir) {
        let directory = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(directory.path().join(name), text).unwrap();
        }
        (Run::with(args, "", directory.path()), directory)
    }
}

/// Answers one request with this.
pub fn serve(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/list.md", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(answer.as_bytes());
    });
    address
}

/// Projects about which nothing is wrong, whatever a catalog requires: copies of a bundled one with facts of their own.
pub fn projects(n: usize) -> Vec<Value> {
    let bundled: Value = serde_json::from_str(data::JSON).unwrap();
    let project = |n| {
        let mut project = bundled["projects"][0].clone();
        project["id"] = json!(format!("loom-{n}"));
        project["name"] = json!(format!("Loom {n}"));
        project["category"] = json!("weaving");
        project["summary"] = json!({ "en": format!("Weaves {n} threads."), "zh": format!("织 {n} 根线。") });
        project["links"] = json!({
            "website": format!("https://loom-{n}.example/"),
            "repository": format!("https://loom-{n}.example/code"),
        });
        for key in ["former_names", "former_repositories", "disputes", "purpose"] {
            project.as_object_mut().unwrap().remove(key);
        }
        project
    };
    (0..n).map(project).collect()
}

/// A catalog with a category of its own, as people write it.
pub fn catalog(projects: &[Value]) -> String {
    let name = json!({ "en": "Weaving", "zh": "编织", "zh-Hant": "編織" });
    let about = json!({ "en": "Cloth.", "zh": "布。" });
    let categories = json!([{ "slug": "weaving", "name": name, "about": about, "hue": 123 }]);
    serde_json::to_string_pretty(&json!({ "categories": categories, "projects": projects })).unwrap()
}
