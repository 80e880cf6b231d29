//! `schema`: the JSON Schema of a catalog.

use clap::{ArgMatches, Command};
use sandbox_explorer::data;

use crate::output::Output;

pub(crate) fn command() -> Command {
    Command::new("schema").about("Prints the JSON Schema of a catalog, for editors and checks")
}

pub(crate) fn run(_arguments: &ArgMatches) -> Result<Output, String> {
    Ok(data::SCHEMA.to_owned().into())
}
