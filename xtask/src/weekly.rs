//! What changes around the project: newer versions of what it is built with, and the CNCF landscape. Found by a command, proposed by a pull
//! request.

use crate::command::{command, read, run, words};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// The framework, and the glue between Rust and JavaScript, whose tool must have the same version. `cargo update` takes what needs them along.
const NEWEST: &str =
    "--package leptos --package wasm-bindgen --package wasm-bindgen-futures --package js-sys --package web-sys";
/// Both must agree: the examples use the same tool.
const LOCKS: [&str; 2] = ["Cargo.toml", "examples/Cargo.toml"];
/// What the pull request says.
const TEXT: &str = "target/proposal.md";

/// Updates Leptos and wasm-bindgen in the lock files, tests everything, and notes the result.
pub(crate) fn newest() -> Result<()> {
    for manifest in LOCKS {
        run(command(&format!("cargo update {NEWEST}")).args(["--manifest-path", manifest]))?;
    }
    let changed = read(&mut command("git diff --unified=0 Cargo.lock"))?;
    // Newer ones that Cargo.toml does not allow.
    run(&mut command("cargo update --dry-run --verbose --package leptos --package wasm-bindgen"))?;
    let versions: Vec<&str> =
        changed.lines().filter(|line| line.starts_with(['-', '+']) && line.contains("version = ")).collect();
    if versions.is_empty() {
        println!("nothing is newer");
        return Ok(());
    }
    let passes = run(&mut command("cargo xtask test")).is_ok();
    let result = if passes { "passes" } else { "FAILS: the log of this run says which step" };
    fs::write(
        TEXT,
        format!("`cargo xtask newest`: `cargo xtask test` {result}.\n\n```diff\n{}\n```\n", versions.join("\n")),
    )?;
    Ok(())
}

/// Opens a pull request with what is changed in the work tree, or brings the one that is open up to date.
pub(crate) fn propose(name: &str, dry_run: bool) -> Result<()> {
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    ensure!(is_name, "`{name}` is no name: lower-case letters and hyphens");
    if read(&mut command("git status --porcelain"))?.trim().is_empty() {
        println!("nothing has changed, so there is nothing to propose");
        return Ok(());
    }
    let branch = format!("weekly/{name}");
    let title = format!("Weekly: {name}");
    let is_told = Path::new(TEXT).exists();
    let text = if is_told {
        fs::read_to_string(TEXT)?
    } else {
        format!("```\n{}```\n", read(&mut command("git diff --stat"))?)
    };
    if !dry_run {
        fs::create_dir_all("target").context("target")?;
        fs::write(TEXT, &text)?;
    }
    let identity = "-c user.name=weekly -c user.email=weekly@users.noreply.github.com";
    let mut create = command(&format!("gh pr create --head {branch} --body-file {TEXT} --title"));
    create.arg(&title);
    let mut edit = command(&format!("gh pr edit {branch} --body-file {TEXT}"));
    let steps = [
        command(&format!("git switch --force-create {branch}")),
        command("git add --all"),
        {
            let mut commit = command(&format!("git {identity} commit --quiet --message"));
            commit.arg(&title);
            commit
        },
        command(&format!("git push --force origin {branch}")),
    ];
    if dry_run {
        for step in steps.iter().chain([&create]) {
            println!("would run: {}", words(step));
        }
        print!("\n{text}");
        return Ok(());
    }
    for mut step in steps {
        run(&mut step)?;
    }
    // One may be open from last week.
    run(&mut create).or_else(|_| run(&mut edit))?;
    Ok(fs::remove_file(TEXT)?)
}
