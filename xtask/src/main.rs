//! `cargo xtask …`: builds, tests and ships Sandbox Explorer, after installing the tools for that under `target/`.
//! Each file is one noun; this one parses the commands. Every program is printed before it runs, so every step can
//! be repeated by hand. All paths are relative to the project's root, in which this program and all others run.

mod beside;
mod command;
mod dist;
mod embed;
mod examples;
mod minimum;
mod package;
mod page;
mod programs;
mod project;
mod publish;
mod release;
mod serve;
mod test;
mod tools;
mod wasm;
mod weekly;

use anyhow::{Context, Result, bail, ensure};
use pico_args::Arguments;
use release::Check;
use std::ffi::OsString;
use wasm::Profile;

const HELP: &str = "\
cargo xtask <command>

  serve [--port 8080] [--no-open]   the page at http://127.0.0.1:8080, rebuilt as files change
  test [name…]                      all tests, or the steps whose name contains one of the words
  test-hosts [name…]                small sites of real blog systems, made with the shipped snippets, in Chromium
  dist                              everything that ships, in dist/, and its sizes against their budgets
  sizes                             the sizes again
  release [--as-is] [--twice]       everything of a release, in dist/release/, checked; --twice: made twice, the same
  publish <where> [--dry-run]       the release to check (whether it can be), github, npm or crates
  embed [--release]                 the element alone, in target/embed/
  bench [--as-is] [args…]           speed in Chromium next to others; --as-is: with dist/ as it is; --help says all
  screenshots [--as-is] [args…]     the pictures of both READMEs, and more
  refresh --landscape <file>        data/ against the CNCF landscape; refresh --help says all
  deny [args…]                      licences, advisories and origins of all dependencies, by cargo-deny
  minimum                           the library with the oldest Rust that Cargo.toml promises, which is installed
  newest                            newest Leptos and wasm-bindgen in the lock files, and all tests
  propose <name> [--dry-run]        a pull request with what these or refresh have changed
  help                              this
";

fn main() {
    if let Err(error) = run() {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    // The paths in the arguments of `refresh` are relative to this.
    let typed_in = std::env::current_dir().context("no current directory")?;
    std::env::set_current_dir(project::root()).context("no project")?;

    let mut args = Arguments::from_env();
    let command = args.subcommand()?.unwrap_or_else(|| "help".to_owned());
    match command.as_str() {
        "serve" => {
            let port = args.opt_value_from_str(["-p", "--port"])?.unwrap_or(8080);
            let open = !args.contains("--no-open");
            no_more(args)?;
            serve::serve(port, open)
        }
        "test" => test::test(&names(args)?),
        "test-hosts" => programs::test_hosts(&names(args)?),
        "dist" => {
            no_more(args)?;
            dist::dist()
        }
        "release" => {
            let as_is = args.contains("--as-is");
            let check = match (args.contains("--twice"), args.contains("--only-make")) {
                (true, _) => Check::Twice,
                (_, true) => Check::No,
                _ => Check::Yes,
            };
            no_more(args)?;
            release::release(as_is, check)
        }
        "sizes" => {
            no_more(args)?;
            dist::sizes()
        }
        "embed" => {
            let for_trunk = args.contains("--for-trunk");
            let profile = if args.contains("--release") { Profile::Release } else { Profile::Dev };
            no_more(args)?;
            if for_trunk { page::before_trunk() } else { embed::embed(profile).map(drop) }
        }
        "bench" => programs::bench(args.contains("--as-is"), args.finish()),
        "screenshots" => programs::screenshots(args.contains("--as-is"), args.finish()),
        "publish" => {
            let tag: Option<String> = args.opt_value_from_str("--tag")?;
            let dry_run = args.contains("--dry-run");
            let place = args.free_from_str::<String>().context("publish where?")?;
            no_more(args)?;
            publish::publish(&place, tag.as_deref(), dry_run)
        }
        "deny" => programs::deny(args.finish()),
        "minimum" => {
            no_more(args)?;
            minimum::install()
        }
        "newest" => {
            no_more(args)?;
            weekly::newest()
        }
        "propose" => {
            let dry_run = args.contains("--dry-run");
            let name = args.free_from_str::<String>().context("propose what?")?;
            no_more(args)?;
            weekly::propose(&name, dry_run)
        }
        "refresh" => programs::refresh(&typed_in, args.finish()),
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

/// All remaining arguments, as names.
fn names(args: Arguments) -> Result<Vec<String>> {
    let names = args.finish().into_iter().map(OsString::into_string).collect::<Result<Vec<_>, _>>();
    let names = names.map_err(|name| anyhow::anyhow!("{} is not UTF-8", name.display()))?;
    let option = names.iter().find(|name| name.starts_with('-'));
    ensure!(option.is_none(), "no option `{}`", option.map_or("", String::as_str));
    Ok(names)
}

fn no_more(args: Arguments) -> Result<()> {
    let rest = args.finish();
    ensure!(rest.is_empty(), "unexpected argument `{}`", rest[0].display());
    Ok(())
}
