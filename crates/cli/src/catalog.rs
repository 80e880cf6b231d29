//! `catalog`: the bundled catalog as JSON, the format that `src` reads.

use clap::{Arg, ArgAction, ArgMatches, Command};
use sandbox_explorer::data;

pub(crate) fn command() -> Command {
    let features = Arg::new("features").long("features").action(ArgAction::SetTrue).hide(true);
    let about = "Prints the bundled catalog as JSON, the format that the attribute `src` reads";
    // Hidden: the build of the element uses it.
    Command::new("catalog")
        .about(about)
        .arg(features.help("Print the packed text that the element loads after its first view"))
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<String, String> {
    Ok(if arguments.get_flag("features") { data::FEATURES } else { data::JSON }.to_owned())
}
