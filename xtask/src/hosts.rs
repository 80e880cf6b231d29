//! The systems in which people use the explorer. For each blog system, builds the small site of tests/sites with the snippet
//! that ships in npm/snippets, by the system's own command, and tests it in a browser (tests/e2e/tests/hosts); frameworks,
//! WordPress and Ghost have their own scripts. Separate from `test`, because all of this is installed first and takes many
//! minutes.

mod directory;
mod framework;
mod ghost;
mod kind;
mod site;
mod table;
mod wordpress;

use crate::command::{cargo, duration, read, run};
use crate::{project, tools};
use anyhow::{Result, ensure};
use std::process::Command;
use std::time::Instant;

struct Host {
    name: &'static str,
    check: Check,
}

enum Check {
    /// A site built here: its files are in tests/sites/<name>, its snippet in npm/snippets/<name>.
    Site(site::Site),
    Script(Script),
}

/// A script that does everything.
struct Script {
    command: fn() -> Result<Command>,
    /// How the script installs the host, and where below target/; the version is read from there.
    kind: kind::Kind,
    directory: &'static str,
}

/// Builds and tests the named sites, or all, and prints a table at the end.
pub(crate) fn test(names: &[String]) -> Result<()> {
    let all: Vec<&str> = table::HOSTS.iter().map(|host| host.name).collect();
    for name in names {
        ensure!(all.contains(&name.as_str()), "no host is called `{name}`; there are {}", all.join(", "));
    }
    ensure!(project::dist().join("embed").is_dir(), "there is no dist/embed; run `cargo xtask dist` first");
    tools::chromium()?;
    let list = read(cargo("prerender").args(["--scope", "part=4"]))?;
    let asked = |host: &&Host| names.is_empty() || names.iter().any(|name| name == host.name);

    let mut table = Vec::new();
    for host in table::HOSTS.iter().filter(asked) {
        println!("\n== {}", host.name);
        let start = Instant::now();
        let result = host.test(&list);
        if let Err(error) = &result {
            println!("error: {error:#}");
        }
        table.push((host.name, host.version(), result.is_ok(), duration(start.elapsed())));
    }

    println!("\n{:<12} {:<21} {:<8} {:>13}", "host", "version", "works", "time");
    for (name, version, works, time) in &table {
        println!("{name:<12} {version:<21} {:<8} {time:>13}", if *works { "yes" } else { "NO" });
    }
    let failed = table.iter().filter(|row| !row.2).count();
    println!("\n{} passed, {failed} failed", table.len() - failed);
    if failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

impl Host {
    fn test(&self, list: &str) -> Result<()> {
        match &self.check {
            Check::Site(site) => site.test(self.name, list),
            Check::Script(script) => run(&mut (script.command)()?),
        }
    }

    /// The installed version.
    fn version(&self) -> String {
        let version = match &self.check {
            Check::Site(site) => site.version(self.name),
            Check::Script(script) => script.kind.version(&project::target().join(script.directory)),
        };
        version.unwrap_or_else(|_| "not installed".to_owned())
    }
}
