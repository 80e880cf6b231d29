//! The minimum Rust version of the library, which Cargo.toml declares as `rust-version`. Where that toolchain is installed, it compiles
//! the library; elsewhere only the declared versions are checked, and the step says so.

use crate::command::{cargo, command, on_path, read, run};
use crate::{project, tools};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeSet;

/// The library as its users build it: alone, on a server, in a browser.
const BUILDS: [&[&str]; 3] =
    [&[], &["--features", "ssr"], &["--features", "csr", "--target", "wasm32-unknown-unknown"]];

/// Editions, and the Rust version that introduced each.
const EDITIONS: [(&str, &str); 2] = [("2021", "1.56"), ("2024", "1.85")];

pub(crate) fn check() -> Result<()> {
    let metadata = read(cargo("metadata").args(["--format-version", "1", "--locked", "--features", "csr,ssr"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let library = packages.iter().find(|package| package["name"] == "sandbox-explorer").context("no library")?;
    let minimum = library["rust_version"].as_str().context("no rust-version in Cargo.toml")?;

    let edition = library["edition"].as_str().unwrap_or_default();
    let needed = EDITIONS.iter().find(|row| row.0 == edition).with_context(|| format!("edition {edition}?"))?.1;
    ensure!(number(needed) <= number(minimum), "edition {edition} needs Rust {needed}, Cargo.toml promises {minimum}");
    let wrong = too_new(&metadata, packages, library, minimum);
    ensure!(wrong.is_empty(), "Cargo.toml promises Rust {minimum}, and these need more:\n{}", wrong.join("\n"));

    if let Some(toolchain) = installed(minimum)? {
        println!("Rust {minimum} is installed, so it compiles the library.");
        for arguments in BUILDS {
            let mut check = command("rustup");
            check.args(["run", &toolchain, "cargo", "check", "--locked", "--lib"]).args(arguments);
            run(check.env("CARGO_TARGET_DIR", project::target().join("minimum")))?;
        }
        return Ok(());
    }
    println!(
        "Rust {minimum} is not installed, so it did NOT compile the library. Checked instead: the edition, what each dependency \
         promises, and by clippy that the library calls nothing of the standard library that is newer. Not checked: newer syntax. \
         `rustup toolchain install {minimum}` makes this step compile."
    );
    tools::component("clippy", "cargo-clippy")?;
    tools::wasm_target()?;
    for arguments in BUILDS {
        run(cargo("clippy").args(["--locked", "--lib"]).args(arguments).args([
            "--",
            "-D",
            "clippy::incompatible_msrv",
        ]))?;
    }
    Ok(())
}

/// The dependencies of the library, without those of its tests, that need a newer Rust than the library declares.
fn too_new(metadata: &Value, packages: &[Value], library: &Value, minimum: &str) -> Vec<String> {
    let nodes = metadata["resolve"]["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = library["id"].as_str().into_iter().collect();
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id);
        for dependency in node.and_then(|node| node["deps"].as_array()).into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array().map_or(&[][..], Vec::as_slice);
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                open.extend(dependency["pkg"].as_str());
            }
        }
    }
    let of_ours = packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| reached.contains(id)));
    let newer = of_ours.filter(|package| package["rust_version"].as_str().is_some_and(|v| number(v) > number(minimum)));
    newer.map(|package| format!("{} {}: {}", package["name"], package["version"], package["rust_version"])).collect()
}

/// The name of the toolchain of this version, if it is installed.
fn installed(minimum: &str) -> Result<Option<String>> {
    if !on_path("rustup") {
        return Ok(None);
    }
    let list = read(command("rustup").args(["toolchain", "list"]))?;
    let mut names = list.lines().filter_map(|line| line.split_whitespace().next());
    Ok(names.find(|name| is_version(name, minimum)).map(str::to_owned))
}

/// Whether a toolchain's name, such as `1.88.0-x86_64-unknown-linux-gnu`, is of this version.
fn is_version(name: &str, version: &str) -> bool {
    let (of, _) = name.split_once('-').unwrap_or((name, ""));
    of.starts_with(|c: char| c.is_ascii_digit()) && number(of)[..2] == number(version)[..2]
}

/// `1.88` as numbers that can be compared.
fn number(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(number("1.88") > number("1.9.1") && number("1.88.0") == number("1.88"));
        assert!(is_version("1.88.0-x86_64-unknown-linux-gnu", "1.88") && is_version("1.88", "1.88.0"));
        assert!(!is_version("stable-x86_64-unknown-linux-gnu", "1.88") && !is_version("1.95.0-x86_64", "1.88"));
    }

    #[test]
    fn a_dependency_that_needs_more_is_named_and_a_test_s_is_not() {
        let package = |id: &str, rust: &str| serde_json::json!({ "id": id, "name": id, "version": "1.0.0", "rust_version": rust });
        let packages =
            [package("ours", "1.88"), package("new", "1.90"), package("old", "1.60"), package("test", "1.94")];
        let metadata = serde_json::json!({ "resolve": { "nodes": [
            { "id": "ours", "deps": [
                { "pkg": "old", "dep_kinds": [{ "kind": null }] },
                { "pkg": "test", "dep_kinds": [{ "kind": "dev" }] },
            ] },
            { "id": "old", "deps": [{ "pkg": "new", "dep_kinds": [{ "kind": "build" }] }] },
        ] } });
        let wrong = too_new(&metadata, &packages, &packages[0], "1.88");
        assert_eq!(wrong, ["\"new\" \"1.0.0\": \"1.90\""]);
        assert!(too_new(&metadata, &packages, &packages[0], "1.90").is_empty());
    }
}
