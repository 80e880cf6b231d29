//! The command `sandbox-explorer`: a subcommand per file. `sandbox-explorer help` lists them.

mod catalog;
#[cfg(feature = "import")]
mod check;
#[cfg(feature = "import")]
mod destination;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "import")]
mod list;
mod output;
#[cfg(feature = "import")]
mod places;
#[cfg(feature = "prerender")]
mod prerender;
mod schema;
#[cfg(feature = "prerender")]
mod snippet;
#[cfg(feature = "import")]
mod source;
#[cfg(feature = "import")]
mod told;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use output::Output;

/// A subcommand: what it accepts, and what prints its output.
type Subcommand = (fn() -> Command, fn(&ArgMatches) -> Result<Output, String>);

const SUBCOMMANDS: &[Subcommand] = &[
    #[cfg(feature = "prerender")]
    (prerender::command, prerender::run),
    #[cfg(feature = "prerender")]
    (snippet::command, snippet::run),
    #[cfg(feature = "import")]
    (import::command, import::run),
    #[cfg(feature = "import")]
    (check::command, check::run),
    (catalog::command, catalog::run),
    (schema::command, schema::run),
];

fn main() -> ExitCode {
    let about = "Sandbox Explorer without a browser: catalogs from lists, text for site generators, and its data";
    let mut command = Command::new("sandbox-explorer").version(env!("CARGO_PKG_VERSION")).about(about);
    command = command.subcommand_required(true).arg_required_else_help(true);
    let matches = command.subcommands(SUBCOMMANDS.iter().map(|(command, _)| command())).get_matches();
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(2) };
    let run = SUBCOMMANDS.iter().find(|(command, _)| command().get_name() == name).map(|(_, run)| run);
    match run.map(|run| run(arguments)) {
        // A closed pipe (`| head`) is the reader's choice, not a failure.
        Some(Ok(output)) => match io::stdout().write_all(output.text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => refused(&error.to_string()),
            _ => {
                // Without a standard error there is nobody to tell.
                let _ = io::stderr().write_all(output.told.as_bytes());
                ExitCode::from(output.code)
            }
        },
        Some(Err(why)) => refused(&why),
        None => refused("no such command"),
    }
}

fn refused(why: &str) -> ExitCode {
    eprintln!("error: {why}");
    ExitCode::from(2)
}
