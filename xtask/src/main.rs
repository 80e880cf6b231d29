//! `cargo xtask …`: builds, tests and ships Sandbox Explorer, after installing the tools for that under `target/`.
//! Each file is one noun; this one parses the commands. Every program is printed before it runs, so every step can
//! be repeated by hand.

mod browser;
mod command;
mod dist;
mod embed;
mod examples;
mod hosts;
mod minimum;
mod page;
mod project;
mod refresh;
mod sections;
mod serve;
mod sizes;
mod test;
mod tools;
mod wasm;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use wasm::Profile;

const HELP: &str = "\
cargo xtask <command>

  serve [--port 8080] [--no-open]   the page at http://127.0.0.1:8080, rebuilt as files change
  test [name…]                      all tests, or the steps whose name contains one of the words
  test-hosts [name…]                small sites of real blog systems, made with the shipped snippets, in Chromium
  dist                              everything that ships, in dist/, and its sizes against their budgets
  sizes [--sections]                the sizes again; with --sections, where the wasm's bytes are
  embed [--release]                 the element alone, in target/embed/
  bench [--as-is] [args…]           speed in Chromium against a hand-written page; --as-is: with dist/ as it stands
  screenshots [--as-is] [args…]     the pictures of both READMEs, and more
  refresh --landscape <file>        data/ against the CNCF landscape; refresh --help says all
  help                              this
";

fn main() {
    if let Err(error) = run() {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    let command = match args.next()? {
        Some(Value(name)) => name.string()?,
        Some(Short('h') | Long("help")) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => {
            let (mut port, mut open) = (serve::PORT, true);
            while let Some(arg) = args.next()? {
                match arg {
                    Short('p') | Long("port") => port = args.value()?.parse()?,
                    Long("no-open") => open = false,
                    other => return Err(other.unexpected().into()),
                }
            }
            serve::serve(port, open)
        }
        "test" => test::test(&names(&mut args)?),
        "test-hosts" => hosts::test(&names(&mut args)?),
        "dist" => {
            no_more(&mut args)?;
            dist::dist()
        }
        "sizes" => {
            let mut by_section = false;
            while let Some(arg) = args.next()? {
                match arg {
                    Long("sections") => by_section = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            if by_section { sections::print() } else { sizes::check() }
        }
        "embed" => {
            let (mut profile, mut for_trunk) = (Profile::Dev, false);
            while let Some(arg) = args.next()? {
                match arg {
                    Long("dev") => profile = Profile::Dev,
                    Long("release") => profile = Profile::Release,
                    Long("for-trunk") => for_trunk = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            if for_trunk { page::before_trunk() } else { embed::embed(profile).map(drop) }
        }
        "bench" | "screenshots" => browser::run(&command, args.raw_args()?.collect()),
        "refresh" => refresh::run(args.raw_args()?),
        // Started by `serve` next to Trunk; not for users.
        "announce" => {
            let port = args.value()?.parse()?;
            no_more(&mut args)?;
            serve::announce(port);
            Ok(())
        }
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

/// All remaining arguments, as names.
fn names(args: &mut lexopt::Parser) -> Result<Vec<String>> {
    let mut names = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(names)
}

fn no_more(args: &mut lexopt::Parser) -> Result<()> {
    match args.next()? {
        Some(arg) => Err(arg.unexpected().into()),
        None => Ok(()),
    }
}
