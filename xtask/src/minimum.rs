//! The minimum Rust version of the library, which Cargo.toml declares as `rust-version`. Where that toolchain is installed, it compiles
//! the library; elsewhere only the declared versions are checked, and the step says so. (Cargo itself refuses an edition that the
//! version does not have.)

use crate::command::{command, on_path, read, run};
use crate::{project, tools};
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The library as its users build it: alone, on a server, in a browser.
const BUILDS: [&str; 3] = ["--lib", "--lib --features ssr", "--lib --features web --target wasm32-unknown-unknown"];

/// The same, after installing that toolchain.
pub(crate) fn install() -> Result<()> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --locked --no-deps"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let library = packages.iter().find(|package| package["name"] == "sandbox-explorer").context("no library")?;
    let minimum = library["rust_version"].as_str().context("no rust-version in Cargo.toml")?;
    let install = format!("rustup toolchain install {minimum} --profile minimal --target wasm32-unknown-unknown");
    run(&mut command(&install))?;
    check()
}

pub(crate) fn check() -> Result<()> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --locked --features web,ssr"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let library = packages.iter().find(|package| package["name"] == "sandbox-explorer").context("no library")?;
    let minimum = library["rust_version"].as_str().context("no rust-version in Cargo.toml")?;

    // Without the dependencies of tests.
    let tree = "cargo tree --locked --target all --edges normal,build --features web,ssr --prefix none --format {p}";
    let newer = too_new(&read(&mut command(tree))?, packages, minimum);
    ensure!(newer.is_empty(), "Cargo.toml promises Rust {minimum}, and these need more:\n{}", newer.join("\n"));

    let list = if on_path(&["rustup"]) { read(&mut command("rustup toolchain list"))? } else { String::new() };
    let mut toolchains = list.lines().filter_map(|line| line.split_whitespace().next());
    if let Some(toolchain) = toolchains.find(|name| is_version(name, minimum)) {
        println!("Rust {minimum} is installed, so it compiles the library.");
        for build in BUILDS {
            let mut check = command(&format!("rustup run {toolchain} cargo check --locked {build}"));
            run(check.env("CARGO_TARGET_DIR", project::root().join("target/minimum")))?;
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
    for build in BUILDS {
        run(&mut command(&format!("cargo clippy --locked {build} -- -D clippy::incompatible_msrv")))?;
    }
    Ok(())
}

/// The packages of a `cargo tree` that need a newer Rust than `minimum`.
fn too_new(tree: &str, packages: &[Value], minimum: &str) -> Vec<String> {
    let needs = |package: &Value| {
        let version = package["rust_version"].as_str().filter(|version| number(version) > number(minimum))?;
        let name = format!("{} v{}", package["name"].as_str()?, package["version"].as_str()?);
        let is_used = tree.lines().any(|line| line.split_whitespace().take(2).eq(name.split(' ')));
        is_used.then(|| format!("{name}: {version}"))
    };
    packages.iter().filter_map(needs).collect()
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
        let package =
            |name: &str, rust: &str| serde_json::json!({ "name": name, "version": "1.0.0", "rust_version": rust });
        let packages = [package("new", "1.90"), package("old", "1.60"), package("test", "1.94")];
        let tree = "ours v1.0.0 (/work)\nold v1.0.0\nnew v1.0.0 (proc-macro)\nold v1.0.0 (*)";
        assert_eq!(too_new(tree, &packages, "1.88"), ["new v1.0.0: 1.90"]);
        assert!(too_new(tree, &packages, "1.90").is_empty());
    }
}
