//! `schema`: the JSON Schema of a catalog.

use clap::{ArgMatches, Command};
use sandbox_explorer::data;

use crate::output::Output;

const LONG: &str = "\
Prints the JSON Schema (draft 2020-12) of a catalog, the format that the attribute `src` and the subcommand `check` read. An editor that has
it completes keys and underlines mistakes while a catalog is written. What a schema cannot say, such as that no two ids are the same, `check`
says.";

const AFTER: &str = "\
EXIT STATUS
  0  the schema was printed
  2  an argument is wrong

EXAMPLES
  sandbox-explorer schema > catalog.schema.json
  and in catalog.json, for editors: \"$schema\": \"./catalog.schema.json\"";

pub(crate) fn command() -> Command {
    Command::new("schema")
        .about("Prints the JSON Schema of a catalog, for editors and checks")
        .long_about(LONG)
        .after_long_help(AFTER)
}

pub(crate) fn run(_arguments: &ArgMatches) -> Result<Output, String> {
    Ok(data::SCHEMA.to_owned().into())
}
