//! Prints HTML and other text for site generators: the explorer's first view, its fallback list, or the same projects in a format
//! for hosts and programs that do not accept the element.
//!
//! ```sh
//! cargo prerender --as shadow --scope part=4 --lang zh
//! ```

mod first_view;
mod json_ld;
mod markdown;
mod oembed;
mod style;

use std::process::ExitCode;

use sandbox_explorer::Options;
use sandbox_explorer::facet::Index;
use sandbox_explorer::fallback;
use sandbox_explorer::filter;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::model::Project;
use sandbox_explorer::options::OPTIONS;
use sandbox_explorer::query;

/// The parsed arguments.
struct Asked {
    /// The options of the element; those that were given are also in `set`, in order.
    options: Options,
    /// Attributes as given: name and value.
    set: Vec<(String, String)>,
    lang: Lang,
    /// The directory of the files, with a slash at the end; empty: that of the page.
    base: String,
}

impl Asked {
    /// The projects of the scope, in the order of the cards.
    fn projects(&self) -> Vec<&'static Project> {
        let index = Index::bundled();
        let numbers = filter::scope(index, &query::parse(index, &self.options.scope));
        numbers.into_iter().map(|number| &index.catalog.projects[usize::from(number)]).collect()
    }

    fn list(&self) -> String {
        fallback::list(Index::bundled(), &self.options.scope, self.lang)
    }

    fn links(&self) -> String {
        fallback::lines(Index::bundled(), &self.options.scope, self.lang)
    }
}

/// An output format: its name, and the function that prints it.
type Form = (&'static str, fn(&Asked) -> Result<String, String>);

const FORMS: [Form; 7] = [
    ("list", |asked| Ok(asked.list())),
    ("links", |asked| Ok(asked.links())),
    ("shadow", first_view::print),
    ("style-src", style::print),
    ("json-ld", json_ld::print),
    ("markdown", markdown::print),
    ("oembed", oembed::print),
];

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("prerender: {why}");
            ExitCode::from(2)
        }
    }
}

/// Reads `--name value` or `--name=value`: the options of the element, `--as` and `--base`.
fn run(mut args: impl Iterator<Item = String>) -> Result<String, String> {
    let mut asked = Asked { options: Options::default(), set: Vec::new(), lang: Lang::default(), base: String::new() };
    let mut form = FORMS[0];
    while let Some(arg) = args.next() {
        let usage = || format!("unexpected \"{arg}\"; usage: --as <form> --scope <query> --lang <tag>");
        let name = arg.strip_prefix("--").ok_or_else(usage)?;
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, value.to_owned()),
            // A boolean option may have no value.
            None if name.starts_with("without-") => (name, String::new()),
            None => (name, args.next().ok_or_else(|| format!("--{name} needs a value"))?),
        };
        match name {
            "as" => {
                let known = FORMS.map(|form| form.0);
                let found = FORMS.into_iter().find(|form| form.0 == value);
                form = found.ok_or_else(|| format!("--as: unknown \"{value}\"; allowed: {}", known.join(", ")))?;
            }
            "base" => asked.base = if value.ends_with('/') { value } else { value + "/" },
            _ if OPTIONS.iter().any(|option| option.name == name) => {
                asked.options.set(name, Some(&value)).map_err(|refused| refused.to_string())?;
                asked.set.push((name.to_owned(), value));
            }
            _ => {
                let known: Vec<&str> = OPTIONS.iter().map(|option| option.name).collect();
                return Err(format!("unknown option --{name}; allowed: --as, --base, --{}", known.join(", --")));
            }
        }
    }
    if let Some(tag) = asked.options.lang.as_deref() {
        asked.lang = Lang::from_tag(tag).ok_or_else(|| {
            let known: Vec<&str> = LANGUAGES.iter().map(|row| row.1).collect();
            format!("--lang: cannot use \"{tag}\"; allowed: {}", known.join(", "))
        })?;
    }
    if asked.options.src.is_some() {
        return Err("--src: only the bundled catalog can be printed".to_owned());
    }
    // A page ignores unknown keys and values; here, where somebody checks the result, a restriction without effect is a mistake.
    let index = Index::bundled();
    for (name, query) in [("scope", &asked.options.scope), ("query", &asked.options.query)] {
        if !query.is_empty() && query::print(index, &query::parse(index, query)).is_empty() {
            return Err(format!("--{name}: nothing in \"{query}\" restricts the projects; example: part=4"));
        }
    }
    form.1(&asked)
}
