//! All tests, cheapest first. Every step runs even if an earlier one failed, and succeeds if its commands exit with 0. A table follows,
//! and the last line counts the steps.
//!
//! A step that runs no test must not pass. A test program exits with 0 if a filter matches nothing, so no step has a filter: each
//! names its targets, and cargo fails if there is no target of that name.

use crate::command::{command, duration, run, search_first};
use crate::release::{self, Check};
use crate::{dist, examples, minimum, package, project, tools};
use anyhow::{Result, ensure};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

struct Step {
    name: &'static str,
    /// A step that must have passed, if it was selected, before this one makes sense.
    after: Option<&'static str>,
    when: When,
    run: fn() -> Result<()>,
}

#[derive(PartialEq)]
enum When {
    /// In every run.
    Always,
    /// Only when named: the suite in other engines, which takes as long again for each; and steps that depend on chance or on the speed
    /// of the machine, because a plain run must give the same result twice.
    Named,
}
use When::{Always, Named};

const STEPS: &[Step] = &[
    Step { name: "format", after: None, when: Always, run: format },
    Step { name: "clippy host", after: None, when: Always, run: || clippy("--all-targets") },
    Step { name: "clippy ssr", after: None, when: Always, run: clippy_ssr },
    Step { name: "clippy wasm", after: None, when: Always, run: clippy_wasm },
    // Without TLS, which takes longest to compile and is not our code.
    Step {
        name: "clippy tools",
        after: None,
        when: Always,
        run: || {
            clippy(
                "--all-targets --no-default-features --package xtask --package e2e --package refresh --package sandbox-explorer-cli --package sandbox-explorer-catalog --package sandbox-explorer-import --package sandbox-explorer-check --package sandbox-explorer-kit",
            )
        },
    },
    Step { name: "doc", after: None, when: Always, run: doc },
    Step { name: "minimum", after: None, when: Always, run: minimum::check },
    Step { name: "host", after: None, when: Always, run: host },
    Step { name: "host ssr", after: None, when: Always, run: || library("--features ssr") },
    Step { name: "workflows", after: None, when: Always, run: workflows },
    Step { name: "package", after: None, when: Always, run: package::check },
    Step { name: "changes", after: None, when: Always, run: changes },
    Step { name: "fuzz", after: None, when: Named, run: fuzz },
    Step { name: "browser", after: None, when: Always, run: browser },
    Step { name: "examples", after: None, when: Always, run: examples },
    Step { name: "dist", after: None, when: Always, run: dist::dist },
    Step { name: "tarball", after: Some("dist"), when: Always, run: package::check_tarball },
    Step { name: "bundlers", after: Some("dist"), when: Always, run: bundlers },
    Step { name: "e2e", after: Some("dist"), when: Always, run: || e2e("--lib --bins --test it", "chromium") },
    Step {
        name: "pace",
        after: Some("dist"),
        when: Named,
        run: || e2e("--test pace -- --ignored --nocapture", "chromium"),
    },
    Step { name: "release", after: Some("dist"), when: Named, run: || release::release(true, Check::Yes) },
    // Builds everything twice from scratch.
    Step { name: "reproducible", after: None, when: Named, run: || release::release(false, Check::Twice) },
    Step { name: "e2e firefox", after: Some("dist"), when: Named, run: || e2e("--lib --bins --test it", "firefox") },
    Step { name: "e2e webkit", after: Some("dist"), when: Named, run: || e2e("--lib --bins --test it", "webkit") },
];

impl Step {
    /// `host` selects the step `host`, not `clippy host`; `clippy` selects every step with it in the name.
    fn is_called(&self, word: &str) -> bool {
        self.name == word || self.name.contains(word) && STEPS.iter().all(|step| step.name != word)
    }
}

enum Outcome {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// Runs the named steps, or else the steps whose name contains one of the words; without words, all.
pub(crate) fn test(words: &[String]) -> Result<()> {
    for word in words {
        ensure!(STEPS.iter().any(|step| step.is_called(word)), "no step's name contains `{word}`");
    }
    let asked = |step: &&Step| match words {
        [] => step.when == Always,
        _ => words.iter().any(|word| step.is_called(word)),
    };

    let mut done: Vec<(&str, Outcome)> = Vec::new();
    for step in STEPS.iter().filter(asked) {
        println!("\n== {}", step.name);
        let failed = |name: &&str| done.iter().any(|(other, outcome)| other == name && !is_passed(outcome));
        if let Some(before) = step.after.filter(failed) {
            println!("not run, as `{before}` failed");
            done.push((step.name, Outcome::NotRun));
            continue;
        }
        let start = Instant::now();
        let result = (step.run)();
        let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
        if let Err(error) = result {
            println!("error: {error:#}");
        }
        done.push((step.name, outcome(start.elapsed())));
    }

    println!("\n{:<14} {:<7} {:>13}", "step", "", "time");
    for (name, outcome) in &done {
        let (word, time) = match outcome {
            Outcome::Passed(time) => ("passed", duration(*time)),
            Outcome::Failed(time) => ("FAILED", duration(*time)),
            Outcome::NotRun => ("NOT RUN", String::new()),
        };
        println!("{name:<14} {word:<7} {time:>13}");
    }
    let n_passed = done.iter().filter(|(_, outcome)| is_passed(outcome)).count();
    println!("\n{n_passed} passed, {} failed", done.len() - n_passed);
    if n_passed < done.len() {
        std::process::exit(1);
    }
    Ok(())
}

fn is_passed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Passed(_))
}

fn format() -> Result<()> {
    tools::component("rustfmt", "cargo-fmt")?;
    run(&mut command("cargo fmt --all --check"))
}

fn clippy(args: &str) -> Result<()> {
    tools::component("clippy", "cargo-clippy")?;
    run(&mut command(&format!("cargo clippy {args} -- -D warnings")))
}

fn clippy_ssr() -> Result<()> {
    clippy(
        "--all-targets --no-default-features --package sandbox-explorer --package sandbox-explorer-cli \
         --features sandbox-explorer/ssr,sandbox-explorer-cli/prerender,sandbox-explorer-cli/import",
    )
}

fn clippy_wasm() -> Result<()> {
    tools::wasm_target()?;
    clippy("--target wasm32-unknown-unknown --features programs --lib --bins --examples --test browser")?;
    clippy(
        "--target wasm32-unknown-unknown --package sandbox-explorer-page --package sandbox-explorer-kit --lib --bins",
    )?;
    // A page can import as well.
    clippy("--target wasm32-unknown-unknown --package sandbox-explorer-import --package sandbox-explorer-check --lib")?;
    clippy("--target wasm32-unknown-unknown --package sandbox-explorer-worker --bins")
}

/// The documentation, without a broken link.
fn doc() -> Result<()> {
    run(command("cargo doc --no-deps --features ssr").env("RUSTDOCFLAGS", "-D warnings"))
}

/// The tests of the library without a browser.
fn library(features: &str) -> Result<()> {
    let tests = run(&mut command(&format!("cargo test --no-fail-fast --lib --bins --test it {features}")));
    let examples = run(&mut command(&format!("cargo test --doc {features}")));
    tests.and(examples)
}

fn host() -> Result<()> {
    let library = library("");
    let xtask = run(&mut command("cargo test --no-fail-fast --package xtask --bins"));
    // Without TLS, which no test needs and which takes longest to compile.
    let refresh = "cargo test --no-fail-fast --package refresh --no-default-features --lib --bins --test it";
    let refresh = run(&mut command(refresh));
    let catalog = run(&mut command("cargo test --no-fail-fast --package sandbox-explorer-catalog --all-features"));
    let import = run(&mut command("cargo test --no-fail-fast --package sandbox-explorer-import"));
    let check = run(&mut command("cargo test --no-fail-fast --package sandbox-explorer-check"));
    let kit = run(&mut command("cargo test --no-fail-fast --package sandbox-explorer-kit"));
    let features = "--no-default-features --features prerender,import";
    let cli = format!("cargo test --no-fail-fast --package sandbox-explorer-cli {features} --bins --test it");
    let cli = run(&mut command(&cli));
    library.and(xtask).and(refresh).and(catalog).and(import).and(check).and(kit).and(cli)
}

/// What a change costs, as docs/development.md says.
fn changes() -> Result<()> {
    run(&mut command("cargo test --no-fail-fast --test changes"))
}

/// The variable that makes the tests try many new inputs instead of the same few; see `tests/it/random.rs`.
const SEED: &str = "FUZZ_SEED";

/// The same tests as `host`, with very many random inputs that differ each time.
fn fuzz() -> Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.subsec_nanos();
    let seed = std::env::var(SEED).unwrap_or_else(|_| now.to_string());
    let again = format!("seed {seed}; the same again: {SEED}={seed} cargo xtask test fuzz");
    println!("{again}");
    let result = run(command("cargo test --no-fail-fast --profile fuzz --test it").env(SEED, &seed));
    println!("{again}");
    result
}

/// Tests that need a browser, by wasm-bindgen's runner in headless Chromium.
fn browser() -> Result<()> {
    tools::wasm_target()?;
    tools::chromium()?;
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    run(command("cargo test --target wasm32-unknown-unknown --features programs --test browser")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project::root().join("xtask/webdriver.json"))
        // In seconds. The defaults, 20 and 5, are too short for a first start on a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("CHROMEDRIVER", "chromedriver"))
}

/// The applications in examples/, in Chromium.
fn examples() -> Result<()> {
    tools::chromium()?;
    examples::build()?;
    run(&mut command("cargo test --no-fail-fast --package e2e --test examples"))
}

/// What GitHub would run, by its own rules and ours.
fn workflows() -> Result<()> {
    tools::node()?;
    run(&mut command("node tests/workflows/check.mjs"))
}

/// The npm tarball, with the bundlers and linters of its users.
fn bundlers() -> Result<()> {
    tools::node()?;
    tools::chromium()?;
    run(command("node tests/bundlers/check.mjs").arg(project::tarball()?))
}

/// A suite on what ships, in one engine; what it needs from earlier steps is built if they were not selected.
fn e2e(tests: &str, engine: &str) -> Result<()> {
    project::tarball()?;
    tools::node()?;
    let mut suite = command(&format!("cargo test --no-fail-fast --package e2e {tests}"));
    match engine {
        "firefox" => search_first(&mut suite, &tools::firefox()?)?,
        "webkit" => tools::webkit()?,
        _ => tools::chromium()?,
    }
    if !["vite", "webpack"].iter().all(|name| Path::new("target/bundlers").join(name).join("dist").is_dir()) {
        bundlers()?;
    }
    run(suite.env("E2E_DIST", "dist").env("E2E_ENGINE", engine))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_names_only_steps_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            let is_before = |name: &str| STEPS[..index].iter().any(|other| other.name == name);
            assert!(step.after.is_none_or(is_before), "{}", step.name);
        }
    }
}
