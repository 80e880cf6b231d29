//! The command `sandbox-explorer`: a subcommand per file. `sandbox-explorer help` lists them.

mod catalog;
#[cfg(feature = "prerender")]
mod prerender;
mod schema;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

/// A subcommand: what it accepts, and what prints its output.
type Subcommand = (fn() -> Command, fn(&ArgMatches) -> Result<String, String>);

const SUBCOMMANDS: &[Subcommand] = &[
    #[cfg(feature = "prerender")]
    (prerender::command, prerender::run),
    (catalog::command, catalog::run),
    (schema::command, schema::run),
];

fn main() -> ExitCode {
    let about = "Sandbox Explorer without a browser: text for site generators, and its data";
    let mut command = Command::new("sandbox-explorer").version(env!("CARGO_PKG_VERSION")).about(about);
    command = command.subcommand_required(true).arg_required_else_help(true);
    let matches = command.subcommands(SUBCOMMANDS.iter().map(|(command, _)| command())).get_matches();
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(2) };
    let run = SUBCOMMANDS.iter().find(|(command, _)| command().get_name() == name).map(|(_, run)| run);
    match run.map(|run| run(arguments)) {
        // A closed pipe (`| head`) is the reader's choice, not a failure.
        Some(Ok(text)) => match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => refused(&error.to_string()),
        },
        Some(Err(why)) => refused(&why),
        None => refused("no such command"),
    }
}

fn refused(why: &str) -> ExitCode {
    eprintln!("error: {why}");
    ExitCode::from(2)
}
