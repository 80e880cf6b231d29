//! `import`: makes a catalog from a landscape, an awesome list, a spreadsheet or JSON. What a list is made into is decided by the library
//! `sandbox-explorer-import`; here are the arguments, the files and the summary.

mod summary;

use clap::{Arg, ArgAction, ArgMatches, Command};
use sandbox_explorer_import::{Format, Options, import, target};

use crate::output::Output;
use crate::{destination, source};
pub(crate) use summary::left_out;

const LONG: &str = "\
Makes a catalog for the explorer from a list that people keep, and prints it as JSON. The formats:

  landscape  the landscape.yml of landscape2 and of the landscape before it, with `landscape:` or `categories:` at the top
  awesome    a list in Markdown: headings are categories, bullets such as `- [name](address) - text` are entries
  csv, tsv   a spreadsheet whose first line names its columns; they are recognised by name, in English and Chinese
  json       a list of objects, an object with one such list, or a catalog of the explorer, which passes as it is

An entry needs a name. Everything else is optional: what the explorer has no place for becomes an extra field or a link of its own name. What
cannot be read costs itself and not the entry, and is told by line on standard error, at the end of the summary.";

const AFTER: &str = "\
MAPPING
  --map COLUMN=TARGET says what a column (csv, tsv) or a key (json) is, for instance --map Titel=name. Keys of inner objects are written
  owner.login. TARGET is one of
    {targets}
  links.<name> is a link of that name, fields.<name> an extra field; - leaves the column out.

EXIT STATUS
  0  the catalog was written; also if something of the list could not be read and was told
  1  with --strict: the catalog was written, and something of the list could not be read
  2  an argument, the file or the address cannot be used; nothing was written

EXAMPLES
  sandbox-explorer import landscape.yml -o catalog.json --title \"LF Energy landscape\" --logos https://landscape.example/logos
  sandbox-explorer import https://raw.githubusercontent.com/rust-unofficial/awesome-rust/main/README.md -o catalog.json
  sandbox-explorer import tools.csv --map Tool=name --map \"Since=fields.In use since\" --item tool,tools > catalog.json
  curl -s https://example.org/list.json | sandbox-explorer import - --format json | head";

pub(crate) fn command() -> Command {
    let targets: Vec<&str> = target::names().collect();
    let targets = targets.chunks(10).map(|line| line.join(", ")).collect::<Vec<_>>().join(",\n    ");
    Command::new("import")
        .about("Makes a catalog from a landscape.yml, an awesome list, a spreadsheet or JSON")
        .long_about(LONG)
        .after_long_help(AFTER.replace("{targets}", &targets))
        .arg(source::argument().required(true))
        .arg(option("output", "FILE", "Where the catalog is written; default: standard output").short('o'))
        .args(kinds(&Format::ALL.map(Format::name)))
        .arg(option("title", "TITLE", "Title of the catalog; default: that of the list"))
        .arg(option("item", "ONE,MANY", "What entries are called, such as tool,tools"))
        .arg(option("as-of", "DAY", "The day of the list, such as 2026-08-22"))
        .arg(flag("strict", "Exit with 1 if something of the list could not be read"))
        .arg(flag("verbose", "Tell everything that could not be read, and not only the first lines"))
}

/// The options that say how a list is to be read, for all subcommands that read one.
pub(crate) fn kinds(formats: &[&'static str]) -> [Arg; 3] {
    [
        option("format", "FORMAT", "The format of the list; default: recognised").value_parser(formats.to_vec()),
        option("logos", "ADDRESS", "The folder with the logos of a landscape; without it, they are left out"),
        option("map", "COLUMN=TARGET", "What a column or key is; repeatable").action(ArgAction::Append),
    ]
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

pub(crate) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// How a list is to be read. A subcommand need not have all options.
pub(crate) fn options(source: &str, arguments: &ArgMatches) -> Result<Options, String> {
    let text = |name: &str| arguments.try_get_one::<String>(name).ok().flatten().cloned();
    Ok(Options {
        format: text("format").and_then(|name| Format::named(&name)),
        name: source.to_owned(),
        logos: text("logos"),
        map: arguments
            .get_many::<String>("map")
            .unwrap_or_default()
            .map(|pair| mapped(pair))
            .collect::<Result<_, _>>()?,
        title: text("title"),
        item: text("item").map(|names| item(&names)).transpose()?,
        as_of: text("as-of"),
    })
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let text = |name: &str| arguments.get_one::<String>(name).cloned();
    let source = text("source").unwrap_or_default();
    let options = options(&source, arguments)?;
    let list = source::read(&source)?;
    let imported = import(&list, &options).map_err(|refused| format!("{source}: {refused}"))?;
    let is_strict = arguments.get_flag("strict") && !imported.skipped.is_empty();
    let told = summary::summary(&source, &imported, arguments.get_flag("verbose"));
    let mut output = Output { text: imported.json(), told, code: u8::from(is_strict) };
    if let Some(file) = text("output").filter(|file| file != "-") {
        destination::write(&file, &output.text)?;
        output.text.clear();
    }
    Ok(output)
}

/// `COLUMN=TARGET`. A column may have a `=` in its name, a target has none.
fn mapped(pair: &str) -> Result<(String, String), String> {
    let (column, target) =
        pair.rsplit_once('=').ok_or_else(|| format!("map: {pair:?} is not of the form COLUMN=TARGET"))?;
    Ok((column.trim().to_owned(), target.trim().to_owned()))
}

/// `ONE,MANY`
fn item(names: &str) -> Result<(String, String), String> {
    let (one, many) = names.split_once(',').map(|(one, many)| (one.trim(), many.trim())).unwrap_or_default();
    if one.is_empty() || many.is_empty() {
        return Err(format!("item: {names:?} is not of the form ONE,MANY, such as tool,tools"));
    }
    Ok((one.to_owned(), many.to_owned()))
}
