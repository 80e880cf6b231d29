//! `snippet`: the texts that an author pastes, as the configurator of the page shows them.

use std::fs;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use sandbox_explorer::Lang;
use sandbox_explorer::contract::{PREFIX, tokens};
use sandbox_explorer::options::{ATTRIBUTES, Kind};
use sandbox_explorer::prerender;
use sandbox_explorer_kit::words::Words;
use sandbox_explorer_kit::{
    Choice, Cost, Files, HOSTS, Host, Piece, Place, cost, files_of, host, notices, policy, text,
};
use serde_json::{Value, json};

use crate::output::Output;
use crate::prerender::long;

const LONG: &str = "\
Prints what an author pastes to put the explorer into a site: the files to copy, each text with the place where it goes, the content security
policy it needs, and what it costs a reader. The page of the explorer has the same as a form, with a preview.

The list of the chosen projects is inside the text. Without --lang it is in English.";

const AFTER: &str = "\
HOSTS
  {hosts}

EXIT STATUS
  0  the texts were printed
  2  an argument is wrong; nothing was printed

EXAMPLES
  sandbox-explorer snippet --host hugo --scope part=4
  sandbox-explorer snippet --host html --scope category=service-mesh --theme dark --accent '#8ab4f8' --without-tabs
  sandbox-explorer snippet --host ghost --loading eager --integrity --files dist/embed
  sandbox-explorer snippet --host jekyll --link 'part=3 /posts/part-3.html Part 3'
  sandbox-explorer snippet --host hugo --scope part=4 --format post > snippet.md

SEE ALSO
  sandbox-explorer prerender prints the list alone, and the whole first view.";

const FORMATS: [&str; 3] = ["text", "post", "json"];

pub(crate) fn command() -> Command {
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    let hosts: Vec<&str> = HOSTS.iter().map(|host| host.slug).collect();
    let host =
        option("host", "HOST").default_value(hosts[0]).help("The blog system, framework or page; see HOSTS below");
    let format = option("format", "FORMAT").default_value(FORMATS[0]).value_parser(FORMATS).help(
        "What is printed: text, everything for people; post, only the text for the post; json, everything for programs",
    );
    let files = option("files", "DIRECTORY")
        .help("The built files of the element, dist/embed: for the sizes and for --integrity, which are those of files.json in it");
    let link = option("link", "LINK").action(ArgAction::Append).help(
        "A link to a post of yours, shown on the cards: 'part=4 ADDRESS TEXT' or 'project=ID ADDRESS TEXT'; may be repeated",
    );
    let integrity = Arg::new("integrity").long("integrity").action(ArgAction::SetTrue);
    let integrity = integrity.requires("files").help("Pin the loader by its hash, where the host allows that");
    let mut command = Command::new("snippet")
        .about("Prints the text to paste into a blog system, a framework or a page")
        .long_about(LONG)
        .after_long_help(AFTER.replace("{hosts}", &hosts.join(", ")))
        .args([host, format, files, integrity, link]);
    for attribute in &ATTRIBUTES {
        let arg = option(attribute.name, "VALUE").help_heading("Attributes of the element");
        let arg = arg.help(attribute.allowed).long_help(long(attribute));
        let is_flag = attribute.kind == Kind::Flag;
        let flag = |arg: Arg| arg.num_args(0..=1).require_equals(true).default_missing_value("");
        command = command.arg(if is_flag { flag(arg) } else { arg });
    }
    tokens().into_iter().fold(command, |command, token| {
        let help =
            format!("{}, in CSS: {PREFIX}{}; default: {}", token.paints, token.name, token.default).replace('`', "");
        command.arg(option(token.name, "VALUE").help_heading("Colours and measures").help(help))
    })
}

/// The choice of the arguments.
fn chosen(arguments: &ArgMatches) -> Result<Choice, String> {
    let mut choice = Choice::default();
    let names = ATTRIBUTES.iter().map(|attribute| attribute.name).chain(tokens().into_iter().map(|token| token.name));
    for name in names {
        if let Some(value) = arguments.get_one::<String>(name) {
            choice.set(name, value)?;
        }
    }
    for link in arguments.get_many::<String>("link").unwrap_or_default() {
        choice.set("link", link)?;
    }
    choice.integrity = arguments.get_flag("integrity");
    if choice.get("src").is_empty() {
        // A query without effect is a mistake, as for `prerender`.
        let queries = choice.attributes().filter(|(attribute, _)| matches!(attribute.name, "scope" | "query"));
        prerender::print("list", queries.map(|(attribute, value)| (attribute.name, value)), "")?;
    }
    Ok(choice)
}

fn built(arguments: &ArgMatches) -> Result<Files, String> {
    let Some(directory) = arguments.get_one::<String>("files") else { return Ok(Files::default()) };
    let path = Path::new(directory).join("files.json");
    let why = |error| format!("files: cannot read {}: {error}; `cargo xtask dist` writes it", path.display());
    Files::read(fs::read(&path).map_err(why)?)
}

pub(crate) fn run(arguments: &ArgMatches) -> Result<Output, String> {
    let asked = arguments.get_one::<String>("host").map_or("", String::as_str);
    let host = host(asked)?;
    let (choice, files) = (chosen(arguments)?, built(arguments)?);
    let pieces = text(&choice, host, &files, Lang::En);
    let text = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => format!("{:#}\n", as_json(&choice, host, &files, &pieces)),
        Some("post") => pieces.last().map(|piece| piece.text.clone()).unwrap_or_default(),
        _ => as_text(&choice, host, &files, &pieces),
    };
    Ok(text.into())
}

/// Where a text goes, in one word for programs, and the file if it is one.
fn place(place: &Place) -> (&'static str, Option<&str>) {
    match place {
        Place::Terminal => ("terminal", None),
        Place::File(path) => ("file", Some(path)),
        Place::Into(path) => ("into", Some(path)),
        Place::Head => ("head", None),
        Place::Style => ("style", None),
        Place::Top => ("top", None),
        Place::Post => ("post", None),
    }
}

fn as_json(choice: &Choice, host: &'static Host, files: &Files, pieces: &[Piece]) -> Value {
    let piece = |piece: &Piece| {
        let (place, path) = place(&piece.place);
        json!({ "place": place, "path": path, "text": piece.text })
    };
    let names: Vec<&str> = files_of(choice, host, Lang::En).into_iter().map(|(name, _)| name).collect();
    let words = Words::of(Lang::En);
    let cost = |Cost { with_page, seen, after }| json!({ "with_page": with_page, "seen": seen, "after": after });
    json!({
        "host": host.slug,
        "directory": host.directory,
        "files": names,
        "pieces": pieces.iter().map(piece).collect::<Vec<_>>(),
        "policy": policy(choice, host),
        "brotli": cost_of(choice, host, files).map(cost),
        "notices": notices(choice, host).into_iter().map(|notice| words.notice(notice, host)).collect::<Vec<_>>(),
    })
}

fn cost_of(choice: &Choice, host: &Host, files: &Files) -> Option<Cost> {
    cost(choice, host, files, Lang::En)
}

fn as_text(choice: &Choice, host: &'static Host, files: &Files, pieces: &[Piece]) -> String {
    let words = Words::of(Lang::En);
    let mut text = format!("# {}\n", host.name);
    for notice in notices(choice, host) {
        text.push_str(&format!("\n{}\n", words.notice(notice, host)));
    }
    let names: Vec<&str> = files_of(choice, host, Lang::En).into_iter().map(|(name, _)| name).collect();
    text.push_str(&match host.directory {
        Some("") => format!("\n{}\n  {}\n", words.files_next, names.join("\n  ")),
        Some(directory) => format!("\n{}\n  {}\n", words.files_to.replace("{}", directory), names.join("\n  ")),
        None => format!("\n{}\n", if names.is_empty() { words.cost_inside } else { words.files_packed }),
    });
    for piece in pieces {
        text.push_str(&format!("\n## {}\n\n{}", words.place(&piece.place), piece.text));
    }
    text.push_str(&format!("\n## {}\n\n{}\n", words.policy, policy(choice, host)));
    if let Some(cost) = cost_of(choice, host, files) {
        text.push_str(&format!("\n## {}\n\n", words.cost));
        for (words, bytes) in words.costs.iter().zip([cost.with_page, cost.seen, cost.after]) {
            text.push_str(&format!("{words}: {bytes} bytes\n"));
        }
    }
    text
}
