//! Makes a catalog for Sandbox Explorer from a list that people keep: a `landscape.yml`, an awesome list, a spreadsheet, JSON.
//!
//! No I/O, no clock, no threads: text goes in, a [`Catalog`] and the [`notes`](Imported::skipped) on what was not understood come out.
//! Each format has its file. They all fill a draft by the same [targets](target::names), so that a key of a landscape, a column of a
//! table and `--map` mean the same.
//!
//! ```
//! use sandbox_explorer_import::{Options, import};
//!
//! let list = "# Looms\n\n## Shafts\n\n- [Hazel](https://hazel.example/): weaves. `MIT`\n";
//! let imported = import(list, &Options::default()).unwrap();
//! assert_eq!(imported.catalog.title.as_deref(), Some("Looms"));
//! assert_eq!(imported.catalog.projects[0].licence.as_deref(), Some("MIT"));
//! ```

mod address;
mod awesome;
mod builder;
mod catalog;
mod decode;
mod draft;
mod format;
mod header;
mod json;
mod landscape;
mod marks;
mod pairs;
mod progress;
mod report;
mod sheet;
mod slug;
pub mod target;
mod text;
mod yaml;

pub use catalog::{Catalog, Category, FieldName, ItemNames, Maturity, Project, Text, Values};
pub use decode::{MOST, decode};
pub use format::Format;
pub use pairs::Pairs;
pub use progress::Progress;
pub use report::{LeftOut, Refused, Skipped};

use builder::Builder;
use progress::Teller;
use target::Target;

/// How a list is to be read. `Options::default()` guesses everything.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format; guessed from the text and the name if absent.
    pub format: Option<Format>,
    /// Name or address of the file, of which only the ending is used.
    pub name: String,
    /// Address of the folder with the logos of a landscape. Without it, logos that are mere file names are left out.
    pub logos: Option<String>,
    /// Columns, or keys of JSON, and the targets that they are: `("Titel", "name")`. See [`target::names`].
    pub map: Vec<(String, String)>,
    /// Title of the catalog; that of the list if absent.
    pub title: Option<String>,
    /// What one and several entries are called.
    pub item: Option<(String, String)>,
    /// The day of the list, as `2026-08-22`.
    pub as_of: Option<String>,
}

/// A list that was read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The format that it has.
    pub format: Format,
    /// The catalog. For one of our own it has only the counts; [`json`](Imported::json) prints all of it.
    pub catalog: Catalog,
    /// What could not be read, by line. It is not in the catalog.
    pub skipped: Vec<Skipped>,
    /// What was left out on purpose, by kind.
    pub left_out: Vec<LeftOut>,
    own: Option<serde_json::Value>,
}

impl Imported {
    /// The number of projects.
    #[must_use]
    pub fn n_projects(&self) -> usize {
        self.count("projects", self.catalog.projects.len())
    }

    /// The number of categories.
    #[must_use]
    pub fn n_categories(&self) -> usize {
        self.count("categories", self.catalog.categories.len())
    }

    fn count(&self, key: &str, made: usize) -> usize {
        let own = self.own.as_ref();
        own.map_or(made, |own| own.get(key).and_then(serde_json::Value::as_array).map_or(0, Vec::len))
    }

    /// The catalog as JSON: a line for each project and each category, so that two versions can be compared.
    #[must_use]
    pub fn json(&self) -> String {
        match &self.own {
            Some(own) => json::print(own),
            None => json::print(&self.catalog),
        }
    }

    /// The same without the logos, for a preview: the hosts of logos learn who looks at a list. `None` if it has none.
    #[must_use]
    pub fn json_without_logos(&self) -> Option<String> {
        match &self.own {
            Some(own) => json::print_without_logos(own),
            None => json::print_without_logos(&self.catalog),
        }
    }
}

/// Reads a list.
///
/// # Errors
/// If the text has none of the formats, or the options do not fit it: the reason, and what was expected.
pub fn import(text: &str, options: &Options) -> Result<Imported, Refused> {
    import_with(text, options, &mut |_| {})
}

/// Reads a list, and tells how far it is.
///
/// # Errors
/// As [`import`].
pub fn import_with(text: &str, options: &Options, progress: &mut dyn FnMut(Progress)) -> Result<Imported, Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let map = options.map.iter().map(|(column, target)| Ok((column.clone(), Target::named(target)?)));
    let map = map.collect::<Result<Vec<_>, Refused>>()?;
    if let Some(day) = &options.as_of {
        text::date(day).map_err(|why| Refused(format!("as_of: {day}: {why}")))?;
    }
    if let Some(folder) = &options.logos {
        address::address(folder).map_err(|why| Refused(format!("logos: {folder}: {why}")))?;
    }
    let format = match options.format {
        Some(format) => format,
        None => format::guess(text, &options.name)?,
    };
    if !map.is_empty() && !format.row().has_columns {
        let tables = Format::ALL.into_iter().filter(|format| format.row().has_columns).map(Format::name);
        let tables = tables.collect::<Vec<_>>().join(", ");
        return Err(Refused(format!("map: the format {} has no columns; those with some: {tables}", format.name())));
    }
    let mut builder = Builder::new(options, map, Teller::new(text, progress));
    let own = (format.row().read)(text, &mut builder)?;
    let (catalog, skipped, left_out) = builder.finish();
    Ok(Imported { format, catalog, skipped, left_out, own })
}
