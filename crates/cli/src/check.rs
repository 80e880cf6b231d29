//! `check`: what the explorer would show of a list, and what is wrong with it.

use clap::{ArgMatches, Command};

use crate::import::flag;
use crate::output::Output;
use crate::{list, source};

const LONG: &str = "\
Reads a catalog as the explorer would read it from `src`, and says how many entries are shown, and what could not be read: a line each, with
its place and the line of the file.

A landscape, an awesome list, CSV, TSV or other JSON is imported first, as the subcommand `import` does it, and what was left out on purpose
is counted. JSON is a catalog if it is an object with the key `projects`.";

const AFTER: &str = "\
OUTPUT
  catalog.json: catalog, 1,557 entries
  3 of 1,560 entries could not be read
  3 mistakes:
    line 40: projects[3].links.website (hazel): \"ftp://hazel.example\": must begin with https:// or http://
    …

  At most 20 mistakes are printed; all of them, up to 200, with --verbose. Everything goes to standard output.

EXIT STATUS
  0  something can be shown; also if something else could not be read and was told
  1  with --strict: something can be shown, and something could not be read
  2  nothing can be shown: the file cannot be read, is no list, or has no entry without a mistake; or an argument is wrong

EXAMPLES
  sandbox-explorer check catalog.json
  sandbox-explorer check --strict --verbose https://landscape.example/catalog.json
  sandbox-explorer check landscape.yml --logos https://landscape.example/logos
  sandbox-explorer import tools.csv --map Tool=name | sandbox-explorer check -

SEE ALSO
  sandbox-explorer schema prints the JSON Schema of a catalog, by which editors check it while it is written.";

pub(crate) fn command() -> Command {
    Command::new("check")
        .about("Says what the explorer would show of a catalog or list, and what is wrong with it")
        .long_about(LONG)
        .after_long_help(AFTER)
        .arg(source::argument().required(true))
        .args(list::kinds())
        .arg(flag("strict", "Exit with 1 if something could not be read"))
        .arg(flag("verbose", "Print all mistakes, and not only the first ones"))
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let source = arguments.get_one::<String>("source").map_or("", String::as_str);
    let list = list::read(source, arguments)?;
    let code = match list.catalog.projects.len() {
        0 => 2,
        _ => u8::from(arguments.get_flag("strict") && !list.is_whole()),
    };
    Ok(Output { text: list.summary(arguments.get_flag("verbose")), code, ..Output::default() })
}
