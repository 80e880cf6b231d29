//! `catalog`: the bundled catalog as JSON, the format that `src` reads.

use clap::{Arg, ArgAction, ArgMatches, Command};
use sandbox_explorer::{data, i18n};

use crate::output::Output;

const LONG: &str = "\
Prints the bundled catalog as JSON, the format that the attribute `src` and the subcommand `check` read: 52 projects, with everything that a
catalog may have.";

const AFTER: &str = "\
EXIT STATUS
  0  the catalog was printed
  2  an argument is wrong

EXAMPLES
  sandbox-explorer catalog > catalog.json
  sandbox-explorer catalog | sandbox-explorer check -";

pub(crate) fn command() -> Command {
    let hidden = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).hide(true);
    let about = "Prints the bundled catalog as JSON, the format that the attribute `src` reads";
    // Hidden: the build of the element uses them.
    Command::new("catalog")
        .about(about)
        .long_about(LONG)
        .after_long_help(AFTER)
        .arg(hidden("features").help("Print the packed text that the element loads after its first view"))
        .arg(hidden("chinese").help("Print the packed text with the languages that the element loads"))
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let text = if arguments.get_flag("features") {
        data::FEATURES.to_owned()
    } else if arguments.get_flag("chinese") {
        i18n::print(data::CHINESE)
    } else {
        data::JSON.to_owned()
    };
    Ok(text.into())
}
