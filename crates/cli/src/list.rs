//! A list as the explorer reads it: a catalog as it is, a list of another kind by way of an import. `check` tells what came of it, `prerender`
//! prints it.

use clap::{Arg, ArgMatches};
use sandbox_explorer::data::limits::MISTAKES;
use sandbox_explorer::data::mistake::Mistake;
use sandbox_explorer::data::tree::Tree;
use sandbox_explorer::data::{self, json};
use sandbox_explorer::model::Catalog;
use sandbox_explorer_import::{Format, Imported};

use crate::import::{self, left_out};
use crate::places::Places;
use crate::source;
use crate::told::{counted, grouped, lines};

/// The name of our own format.
const CATALOG: &str = "catalog";

/// A list that was read.
pub(crate) struct List {
    source: String,
    /// What an import has made of a list that is no catalog.
    imported: Option<Imported>,
    /// What the explorer shows.
    pub(crate) catalog: Catalog,
    /// What the explorer, and before it the import, could not read: a line each.
    mistakes: Vec<String>,
    /// Mistakes without a line.
    n_others: usize,
    n_entries: usize,
}

/// The options that say how a list is to be read.
pub(crate) fn kinds() -> [Arg; 3] {
    let [landscape, awesome, csv, tsv, json] = Format::ALL.map(Format::name);
    import::kinds(&[CATALOG, landscape, awesome, csv, tsv, json])
}

/// Reads a list.
pub(crate) fn read(source: &str, arguments: &ArgMatches) -> Result<List, String> {
    let refused = |why: String| format!("{source}: {why}");
    let options = import::options(source, arguments)?;
    let bytes = source::bytes(source)?;
    let format = arguments.get_one::<String>("format").map(String::as_str);
    let own = match format {
        Some(CATALOG) => Some(json::read(bytes.clone()).map_err(refused)?).map(|tree| n_projects(&tree).unwrap_or(0)),
        None if options.map.is_empty() => match json::read(bytes.clone()) {
            Ok(tree) => n_projects(&tree),
            // No JSON at all, or JSON Lines, is a list of another kind.
            Err(why) if bytes.trim_ascii_start().starts_with(b"{") => {
                let list = source::text(source, bytes.clone())?;
                if sandbox_explorer_import::import(&list, &options).is_err() {
                    return Err(refused(why));
                }
                None
            }
            Err(_) => None,
        },
        _ => None,
    };
    if let Some(n_entries) = own {
        let (catalog, mistakes) = data::from_json(bytes.clone(), data::brief()).map_err(refused)?;
        let file = String::from_utf8_lossy(&bytes);
        let mut places = Places::new(&file);
        let line = |mistake: &Mistake| places.line(&mistake.place).map_or_else(String::new, |n| format!("line {n}: "));
        let (mistakes, n_others) = told(mistakes, line);
        return Ok(List { source: source.to_owned(), imported: None, catalog, mistakes, n_others, n_entries });
    }
    let list = source::text(source, bytes)?;
    let imported = sandbox_explorer_import::import(&list, &options).map_err(|why| refused(why.to_string()))?;
    let (catalog, mistakes) = data::from_json(imported.json().into_bytes(), data::brief()).map_err(refused)?;
    let (mistakes, n_others) = told(mistakes, |_| "in the catalog: ".to_owned());
    let mistakes = imported.skipped.iter().map(ToString::to_string).chain(mistakes).collect();
    let n_entries = imported.n_projects();
    Ok(List { source: source.to_owned(), imported: Some(imported), catalog, mistakes, n_others, n_entries })
}

/// The number of projects, if this is a catalog.
fn n_projects(tree: &Tree) -> Option<usize> {
    let Tree::Map(entries) = tree else { return None };
    let (_, projects) = entries.iter().rev().find(|(key, _)| key == "projects")?;
    Some(if let Tree::List(projects) = projects { projects.len() } else { 0 })
}

/// A line for each mistake, and how many more there are: above a limit they are only counted, in a last one.
fn told(mut mistakes: Vec<Mistake>, mut before: impl FnMut(&Mistake) -> String) -> (Vec<String>, usize) {
    let others = if mistakes.len() > MISTAKES { mistakes.pop() } else { None };
    let n_others = others.and_then(|it| it.reason.split(' ').find_map(|word| word.parse().ok())).unwrap_or(0);
    (mistakes.iter().map(|mistake| format!("{}{mistake}", before(mistake))).collect(), n_others)
}

impl List {
    /// Whether the file is the catalog, and not a list from which one can be made.
    pub(crate) fn is_catalog(&self) -> bool {
        self.imported.is_none()
    }

    /// Its format.
    pub(crate) fn format(&self) -> &'static str {
        self.imported.as_ref().map_or(CATALOG, |imported| imported.format.name())
    }

    /// Whether all of it could be read.
    pub(crate) fn is_whole(&self) -> bool {
        self.mistakes.is_empty() && self.n_others == 0
    }

    /// What is shown and what could not be read, a line each.
    pub(crate) fn summary(&self, is_verbose: bool) -> String {
        let n_shown = self.catalog.projects.len();
        let mut told = format!("{}: {}, {}\n", self.source, self.format(), counted(n_shown, "entry", "entries"));
        if n_shown < self.n_entries {
            let entries = counted(self.n_entries, "entry", "entries");
            told += &format!("{} of {entries} could not be read\n", grouped(self.n_entries - n_shown));
        }
        if let Some(imported) = &self.imported {
            told += &left_out(&imported.left_out);
        }
        if !self.is_whole() {
            told += &format!("{}:\n", counted(self.mistakes.len() + self.n_others, "mistake", "mistakes"));
        }
        told += &lines(&self.mistakes, self.n_others, is_verbose);
        if n_shown == 0 {
            told += "nothing to show";
            told += if self.is_catalog() { "; if this is a list of another kind: --format json\n" } else { "\n" };
        }
        told
    }
}
