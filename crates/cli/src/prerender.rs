//! `prerender`: HTML and other text for site generators, of the bundled catalog or of a list.

use clap::{Arg, ArgMatches, Command};
use sandbox_explorer::data;
use sandbox_explorer::model::Catalog;
use sandbox_explorer::options::{ATTRIBUTES, Attribute};
use sandbox_explorer::prerender::{ENOUGH, attributes, formats, print_catalog};

use crate::list::{self, List};
use crate::output::Output;
use crate::source;

const LONG: &str = "\
Prints the projects for a site generator, on standard output. What is printed is complete: paste it into a page, or call this in a build.

  list       links with summaries, the fallback inside the element
  links      the same as lines, which Markdown may put into a paragraph
  shadow     the element with its whole first view in a declarative shadow root, and the list as its content
  style-src  the hash of the one style in shadow, for a content security policy
  json-ld    schema.org's ItemList, for search engines
  markdown   a table, for hosts that allow no HTML
  oembed     an oEmbed response of type rich with a frame; the bundled catalog only

Without --src, the projects are those of the bundled catalog. With it, they are those of a catalog or of any list that the subcommand `import`
reads. All other options are attributes of the element; `shadow` and `oembed` pass them on.";

const AFTER: &str = "\
LARGE LISTS
  Without scripts, a page of thousands of projects is slow, and the explorer shows them all as soon as it runs. So at most {limit} projects
  are printed, and a last line says how many more there are; --limit changes that. JSON-LD has the number of all. The first view of shadow
  never has more than {limit} cards, and the details of those only.

EXIT STATUS
  0  the text was printed; also if some entries of a list could not be read, which standard error says
  2  an argument, the file or the address cannot be used, or the list has nothing to show; nothing was printed

EXAMPLES
  sandbox-explorer prerender --scope part=4 --lang zh
  sandbox-explorer prerender --as shadow --src catalog.json --without-sort > explorer.html
  sandbox-explorer prerender --as shadow --src public/data/catalog.json --src-address /data/catalog.json
  sandbox-explorer prerender --as markdown --src landscape.yml --limit all

SEE ALSO
  sandbox-explorer check says what of a list cannot be read; import makes a catalog of it, which a page can load.";

pub(crate) fn command() -> Command {
    let known = format!("What is printed: {}", formats().collect::<Vec<_>>().join(", "));
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    let format = option("as", "FORMAT").default_value("list").help(known);
    let base = "The address of the directory with the element's files; default: the page's";
    let base = option("base", "ADDRESS").default_value("").hide_default_value(true).help(base);
    let limit = format!("How many projects are printed at most: a number, or all; default: {ENOUGH}");
    let limit = option("limit", "N|all").value_parser(limited).help(limit);
    let src = "The catalog or list to print: a file, an http(s) address, or - for standard input; default: the bundled catalog";
    let src = option("src", source::KINDS).help(src);
    let address =
        "The address at which the page finds the catalog, for the element's src; default: the name of the file";
    let address = option("src-address", "ADDRESS").requires("src").help(address);
    let about =
        "Prints the projects for a site generator: the fallback list, the whole first view, Markdown, JSON-LD …";
    let command = Command::new("prerender")
        .about(about)
        .long_about(LONG)
        .after_long_help(AFTER.replace("{limit}", &ENOUGH.to_string()))
        .args([format, base, limit, src, address])
        .args(list::kinds().map(|kind| kind.requires("src").help_heading("How a list is read")));
    attributes().filter(|&name| name != "src").fold(command, |command, name| {
        let about = ATTRIBUTES.iter().find(|attribute| attribute.name == name);
        let arg = option(name, "VALUE").help_heading("Attributes of the element");
        let arg = arg.help(about.map_or("", |about| about.allowed)).long_help(about.map_or_else(String::new, long));
        // A boolean attribute may have no value.
        let is_flag = name.starts_with("without-");
        command.arg(if is_flag { arg.num_args(0..=1).require_equals(true).default_missing_value("") } else { arg })
    })
}

/// What an attribute means.
pub(crate) fn long(about: &Attribute) -> String {
    wrapped(&format!("{}; default: {}", about.en, about.default).replace('`', ""))
}

/// A text in lines of the width that the others of the help have.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 130;
    let mut wrapped = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > 0 {
            let is_full = width + length >= WIDTH;
            wrapped.push(if is_full { '\n' } else { ' ' });
            width = if is_full { 0 } else { width + 1 };
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let text = |name: &str| arguments.get_one::<String>(name).map(String::as_str);
    let format = text("as").unwrap_or_default();
    let limit = arguments.get_one::<usize>("limit").copied().unwrap_or(ENOUGH);
    let list = text("src").map(|source| Ok::<_, String>((source, list::read(source, arguments)?))).transpose()?;
    let address = match (&list, text("src-address")) {
        (None, _) => None,
        (Some(_), Some(address)) => Some(address.to_owned()),
        (Some((source, list)), None) => found_at(source, list),
    };
    if let (Some((source, list)), None, "shadow") = (&list, &address, format) {
        let why = if list.is_catalog() { "standard input has no address".to_owned() } else { not_loaded(source, list) };
        return Err(format!(
            "src-address: {why}; needed is the address of the catalog, such as --src-address catalog.json"
        ));
    }
    // As given, because the printed element has them in this order.
    let value = |name| if name == "src" { address.as_deref() } else { text(name) };
    let mut given: Vec<(usize, &str, &str)> =
        attributes().filter_map(|name| Some((arguments.index_of(name)?, name, value(name)?))).collect();
    given.sort_unstable();
    let given = given.into_iter().map(|(_, name, value)| (name, value));
    let mut told = String::new();
    let catalog: &'static Catalog = match list {
        None => data::bundled(),
        Some((_, list)) => {
            if list.catalog.projects.is_empty() {
                return Err(list.summary(false).trim_end().to_owned());
            }
            told = if list.is_whole() { String::new() } else { list.summary(false) };
            Box::leak(Box::new(list.catalog))
        }
    };
    let text = print_catalog(catalog, format, given, text("base").unwrap_or_default(), limit)?;
    Ok(Output { text, told, code: 0 })
}

/// Where a page finds a catalog, if that can be known: next to it, or where it is now.
fn found_at(source: &str, list: &List) -> Option<String> {
    if !list.is_catalog() || source == "-" {
        return None;
    }
    let name = std::path::Path::new(source).file_name()?.to_str()?;
    Some(if source::is_address(source) { source } else { name }.to_owned())
}

/// Why a page cannot load a list.
fn not_loaded(source: &str, list: &List) -> String {
    let format = list.format();
    let made = format!("`sandbox-explorer import {source} -o catalog.json`");
    format!("a page cannot load the format {format}, only the catalog that {made} makes of it")
}

/// The value of --limit.
fn limited(value: &str) -> Result<usize, String> {
    match value.parse() {
        _ if value == "all" => Ok(usize::MAX),
        Ok(0) | Err(_) => Err("expected a number from 1, or all".to_owned()),
        Ok(limit) => Ok(limit),
    }
}
