//! `prerender`: HTML and other text for site generators.

use clap::{Arg, ArgMatches, Command};
use sandbox_explorer::prerender::{attributes, formats, print};

use crate::output::Output;

pub(crate) fn command() -> Command {
    let about =
        "Prints the projects for a site generator: the fallback list, the whole first view, Markdown, JSON-LD …";
    let known = formats().collect::<Vec<_>>().join(", ");
    let format = Arg::new("as").long("as").value_name("format").default_value("list").help(known);
    let base = "The address of the directory with the element's files; default: the page's";
    let base =
        Arg::new("base").long("base").value_name("address").default_value("").hide_default_value(true).help(base);
    attributes().fold(Command::new("prerender").about(about).arg(format).arg(base), |command, name| {
        let arg = Arg::new(name).long(name).value_name("value").help(format!("The attribute `{name}` of the element"));
        // A boolean attribute may have no value.
        let is_flag = name.starts_with("without-");
        command.arg(if is_flag { arg.num_args(0..=1).require_equals(true).default_missing_value("") } else { arg })
    })
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let text = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    // As given, because the printed element has them in this order.
    let mut given: Vec<(usize, &str, &str)> = attributes()
        .filter_map(|name| Some((arguments.index_of(name)?, name, arguments.get_one::<String>(name)?.as_str())))
        .collect();
    given.sort_unstable();
    let text = print(text("as"), given.into_iter().map(|(_, name, value)| (name, value)), text("base"))?;
    Ok(text.into())
}
