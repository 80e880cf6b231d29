//! Prints the fallback list for a scope and a language, to be pasted inside the tag:
//!
//! ```sh
//! cargo run --bin prerender -- --scope part=4 --lang zh
//! ```

use std::process::ExitCode;

use sandbox_explorer::Options;
use sandbox_explorer::facet::Index;
use sandbox_explorer::fallback;
use sandbox_explorer::i18n::{LANGUAGES, Lang};
use sandbox_explorer::query;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(html) => {
            print!("{html}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("prerender: {why}");
            ExitCode::from(2)
        }
    }
}

/// Reads the options as `--name value` or `--name=value`; they are those of the element.
fn run(mut args: impl Iterator<Item = String>) -> Result<String, String> {
    let mut options = Options::default();
    while let Some(arg) = args.next() {
        let name = arg
            .strip_prefix("--")
            .ok_or_else(|| format!("unexpected \"{arg}\"; usage: --scope <query> --lang <tag>"))?;
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, value.to_owned()),
            None => (name, args.next().ok_or_else(|| format!("--{name} needs a value"))?),
        };
        match name {
            "scope" | "lang" => options.set(name, Some(&value)).map_err(|refused| refused.to_string())?,
            _ => return Err(format!("unknown option --{name}; allowed: --scope, --lang")),
        }
    }
    let lang = match options.lang.as_deref() {
        None => Lang::default(),
        Some(tag) => Lang::from_tag(tag).ok_or_else(|| {
            let known: Vec<&str> = LANGUAGES.iter().map(|row| row.1).collect();
            format!("--lang: cannot use \"{tag}\"; allowed: {}", known.join(", "))
        })?,
    };
    let index = Index::bundled();
    // A page ignores what it does not know; here, where somebody looks at the result, an empty restriction is a mistake.
    let scope = query::parse(index, &options.scope);
    if !options.scope.is_empty() && query::print(index, &scope).is_empty() {
        return Err(format!("--scope: nothing in \"{}\" restricts the projects; example: part=4", options.scope));
    }
    Ok(fallback::list(index, &options.scope, lang))
}
