//! All tests, cheapest first. Every step runs even if an earlier one failed. A table follows, and the last line counts every
//! Rust test, and every step without Rust tests as one.

use crate::command::{cargo, command, duration, search_first, show};
use crate::{dist, examples, minimum, project, tools};
use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

struct Step {
    name: &'static str,
    /// A step that must have passed, if it was selected, before this one makes sense.
    after: Option<&'static str>,
    run: fn() -> Result<Tally>,
}

impl Step {
    /// `host` selects the step `host`, not `clippy host`; `clippy` selects every step with it in the name.
    fn is_called(&self, word: &str) -> bool {
        match STEPS.iter().any(|step| step.name == word) {
            true => self.name == word,
            false => self.name.contains(word),
        }
    }
}

/// How many tests passed and failed. A command that failed without a failing test counts as one.
#[derive(Clone, Default, Debug, PartialEq)]
struct Tally {
    passed: u32,
    failed: u32,
    /// Tests that could not run, with their reasons as reported.
    skipped: Vec<String>,
}

impl Tally {
    const PASSED: Tally = Tally { passed: 1, failed: 0, skipped: Vec::new() };
    const FAILED: Tally = Tally { passed: 0, failed: 1, skipped: Vec::new() };

    fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped.extend(other.skipped);
    }
}

const STEPS: &[Step] = &[
    Step { name: "format", after: None, run: format },
    Step { name: "clippy host", after: None, run: clippy_host },
    Step { name: "clippy ssr", after: None, run: clippy_ssr },
    Step { name: "clippy wasm", after: None, run: clippy_wasm },
    Step { name: "clippy tools", after: None, run: clippy_tools },
    Step { name: "minimum", after: None, run: minimum },
    Step { name: "host", after: None, run: host },
    Step { name: "host ssr", after: None, run: host_ssr },
    Step { name: "fuzz", after: None, run: fuzz },
    Step { name: "browser", after: None, run: browser },
    Step { name: "examples", after: None, run: examples },
    Step { name: "dist", after: None, run: dist },
    Step { name: "bundlers", after: Some("dist"), run: bundlers },
    Step { name: "e2e", after: Some("dist"), run: e2e },
    Step { name: "pace", after: Some("dist"), run: pace },
    Step { name: "e2e firefox", after: Some("dist"), run: e2e_firefox },
    Step { name: "e2e webkit", after: Some("dist"), run: e2e_webkit },
];

/// Steps that run only when named: the suite in other engines, which takes as long again for each; and steps that depend on
/// chance or on the speed of the machine, because a plain run must give the same result twice.
const ONLY_BY_NAME: [&str; 4] = ["fuzz", "pace", "e2e firefox", "e2e webkit"];

/// Runs the named steps, or else the steps whose name contains one of the words; without words, all.
pub(crate) fn test(words: &[String]) -> Result<()> {
    for word in words {
        ensure!(STEPS.iter().any(|step| step.is_called(word)), "no step's name contains `{word}`");
    }
    let asked = |step: &Step| match words {
        [] => !ONLY_BY_NAME.contains(&step.name),
        _ => words.iter().any(|word| step.is_called(word)),
    };

    let mut done: Vec<(&Step, Tally, Option<Duration>)> = Vec::new();
    for step in STEPS.iter().filter(|step| asked(step)) {
        let failed_before =
            step.after.filter(|name| done.iter().any(|(other, tally, _)| other.name == *name && tally.failed > 0));
        if let Some(name) = failed_before {
            println!("\n== {}: not run, as `{name}` failed", step.name);
            done.push((step, Tally::FAILED, None));
            continue;
        }
        println!("\n== {}", step.name);
        let start = Instant::now();
        let tally = (step.run)().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::FAILED
        });
        let time = start.elapsed();
        println!("== {}: {} in {}", step.name, if tally.failed == 0 { "passed" } else { "FAILED" }, duration(time));
        done.push((step, tally, Some(time)));
    }

    println!("\n{:<14} {:>7} {:>7} {:>7} {:>13}", "step", "passed", "failed", "skipped", "time");
    let mut total = Tally::default();
    for (step, tally, time) in done {
        let time = time.map_or("not run".to_owned(), duration);
        println!("{:<14} {:>7} {:>7} {:>7} {time:>13}", step.name, tally.passed, tally.failed, tally.skipped.len());
        total.add(tally);
    }
    println!();
    for line in &total.skipped {
        println!("{line}");
    }
    println!("{} passed, {} failed, {} skipped", total.passed, total.failed, total.skipped.len());
    if total.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

fn format() -> Result<Tally> {
    tools::component("rustfmt", "cargo-fmt")?;
    step(cargo("fmt").args(["--all", "--check"]))
}

fn clippy_host() -> Result<Tally> {
    clippy(&["--all-targets"])
}

fn clippy_ssr() -> Result<Tally> {
    clippy(&["--all-targets", "--features", "ssr"])
}

fn clippy_wasm() -> Result<Tally> {
    tools::wasm_target()?;
    clippy(&[
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "csr",
        "--lib",
        "--bins",
        "--examples",
        "--test",
        "browser",
    ])
}

fn clippy_tools() -> Result<Tally> {
    // Without TLS, which takes longest to compile and is not our code.
    clippy(&[
        "--all-targets",
        "--no-default-features",
        "--package",
        "xtask",
        "--package",
        "e2e",
        "--package",
        "refresh",
    ])
}

fn clippy(args: &[&str]) -> Result<Tally> {
    tools::component("clippy", "cargo-clippy")?;
    step(cargo("clippy").args(args).args(["--", "-D", "warnings"]))
}

fn host() -> Result<Tally> {
    let mut tally = tests(cargo("test").arg("--no-fail-fast"))?;
    tally.add(tests(cargo("test").args(["--no-fail-fast", "--package", "xtask"]))?);
    // Without TLS, which no test needs and which takes longest to compile.
    tally.add(tests(cargo("test").args(["--no-fail-fast", "--package", "refresh", "--no-default-features"]))?);
    Ok(tally)
}

fn host_ssr() -> Result<Tally> {
    tests(cargo("test").args(["--no-fail-fast", "--features", "ssr"]))
}

/// The library with its minimum Rust version.
fn minimum() -> Result<Tally> {
    minimum::check()?;
    Ok(Tally::PASSED)
}

/// The variable that makes the tests try many new inputs instead of the same few; see `tests/it/random.rs`.
const SEED: &str = "FUZZ_SEED";

/// The same tests as `host`, with very many random inputs that differ each time.
fn fuzz() -> Result<Tally> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.subsec_nanos();
    let seed = std::env::var(SEED).unwrap_or_else(|_| now.to_string());
    let again = format!("seed {seed}; the same again: {SEED}={seed} cargo xtask test fuzz");
    println!("{again}");
    let tally = tests(cargo("test").args(["--no-fail-fast", "--profile", "fuzz", "--test", "it"]).env(SEED, &seed));
    println!("{again}");
    tally
}

/// Tests that need a browser, by wasm-bindgen's runner in headless Chromium.
fn browser() -> Result<Tally> {
    tools::wasm_target()?;
    tools::chromium()?;
    let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
    tests(
        cargo("test")
            .args(["--target", "wasm32-unknown-unknown", "--features", "csr", "--test", "browser"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project::root().join("xtask/webdriver.json"))
            // In seconds. The defaults, 20 and 5, are too short for a first start on a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("CHROMEDRIVER", "chromedriver"),
    )
}

/// The applications in examples/, in Chromium.
fn examples() -> Result<Tally> {
    tools::chromium()?;
    examples::build()?;
    tests(cargo("test").args(["--no-fail-fast", "--package", "e2e", "--test", "examples"]))
}

fn dist() -> Result<Tally> {
    dist::dist()?;
    Ok(Tally::PASSED)
}

/// The npm tarball, with the bundlers and linters of its users.
fn bundlers() -> Result<Tally> {
    tools::node()?;
    tools::chromium()?;
    step(command("node").arg("tests/bundlers/check.mjs").arg(project::tarball()?))
}

fn e2e() -> Result<Tally> {
    tools::chromium()?;
    tests(&mut e2e_in("chromium")?)
}

/// How long our scripts take in Chromium. Needs an idle machine.
fn pace() -> Result<Tally> {
    tools::chromium()?;
    tests(e2e_in("chromium")?.args(["--test", "it", "pace::", "--", "--ignored", "--nocapture"]))
}

fn e2e_firefox() -> Result<Tally> {
    let driver = tools::firefox()?;
    let mut command = e2e_in("firefox")?;
    search_first(&mut command, &[&driver])?;
    tests(&mut command)
}

fn e2e_webkit() -> Result<Tally> {
    tools::webkit()?;
    tests(&mut e2e_in("webkit")?)
}

/// The suite in one engine; what it needs from earlier steps is built if they were not selected.
fn e2e_in(engine: &str) -> Result<Command> {
    project::tarball()?;
    tools::node()?;
    if !["vite", "webpack"].iter().all(|name| project::target().join("bundlers").join(name).join("dist").is_dir()) {
        ensure!(bundlers()?.failed == 0, "the pages that bundlers make could not be built");
    }
    let mut command = cargo("test");
    command.args(["--no-fail-fast", "--package", "e2e"]).env("E2E_DIST", project::dist()).env("E2E_ENGINE", engine);
    Ok(command)
}

/// Runs a command that is one check, or prints `N passed, N failed` itself.
fn step(command: &mut Command) -> Result<Tally> {
    let (tally, success) = count(command)?;
    Ok(match success {
        true if tally == Tally::default() => Tally::PASSED,
        true => tally,
        false => Tally { failed: tally.failed.max(1), ..tally },
    })
}

/// Runs a command that prints test results. No results are a failure: something is not where it should be.
fn tests(command: &mut Command) -> Result<Tally> {
    let (tally, success) = count(command)?;
    if success && tally == Tally::default() {
        bail!("no test ran");
    }
    Ok(if success { tally } else { Tally { failed: tally.failed.max(1), ..tally } })
}

/// Runs a command, passes its output on and adds up the results in it; also returns whether it succeeded.
fn count(command: &mut Command) -> Result<(Tally, bool)> {
    show(command);
    let mut child = command.stdout(Stdio::piped()).spawn().context("could not be started")?;
    let mut tally = Tally::default();
    for line in BufReader::new(child.stdout.take().expect("stdout is piped")).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(result) = result(&line) {
            tally.add(result);
        }
        // The harness cannot skip a test at run time, and counts such a test as passed.
        if let Some(at) = line.find("skipped in ") {
            tally.skipped.push(line[at..].to_owned());
        }
    }
    tally.passed -= tally.skipped.len() as u32;
    Ok((tally, child.wait()?.success()))
}

/// `test result: ok. 12 passed; 0 failed; …` from cargo and wasm-bindgen, or `12 passed, 0 failed`.
fn result(line: &str) -> Option<Tally> {
    let line = line.trim();
    let counts = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let mut parts = counts.split([';', ',']).map(str::trim);
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some(Tally { passed, failed, skipped: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(u32, u32)>) {
        assert_eq!(result(line).map(|tally| (tally.passed, tally.failed)), expected);
    }

    #[test]
    fn results_are_read_from_the_lines_of_every_runner() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s",
            Some((12, 0)),
        );
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out", Some((3, 2)));
        check("7 passed, 1 failed", Some((7, 1)));
        check("test filter::works ... ok", None);
        check("running 3 tests", None);
    }

    #[test]
    fn what_runs_only_by_name_is_a_step() {
        for name in ONLY_BY_NAME {
            assert!(STEPS.iter().any(|step| step.name == name), "{name}");
        }
    }

    #[test]
    fn a_step_names_only_steps_before_it() {
        for (index, step) in STEPS.iter().enumerate() {
            if let Some(after) = step.after {
                assert!(STEPS[..index].iter().any(|other| other.name == after), "{}", step.name);
            }
        }
    }
}
