//! The formats, and how one is recognised: by what is in the text, and by the ending of its name if that leaves a doubt.

use crate::builder::Builder;
use crate::report::Refused;
use crate::{awesome, json, landscape, sheet};

/// A format of lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// The `landscape.yml` of landscape2.
    Landscape,
    /// A list in Markdown.
    Awesome,
    /// A table whose values are separated by commas, semicolons or bars.
    Csv,
    /// A table whose values are separated by tabs.
    Tsv,
    /// A list of objects, or a catalog of our own.
    Json,
}

/// Reads a text into a catalog; a catalog of our own is returned as it is.
type Read = fn(&str, &mut Builder) -> Result<Option<serde_json::Value>, Refused>;

/// What there is to know about a format.
pub(crate) struct Row {
    format: Format,
    /// Its name on the command line.
    name: &'static str,
    endings: &'static [&'static str],
    /// By what it is recognised, for people.
    mark: &'static str,
    /// Whether it has columns, of which `Options::map` can say what they are.
    pub(crate) has_columns: bool,
    /// Whether a text has it for certain.
    is_certain: fn(&str) -> bool,
    /// Whether a text may have it, if its name says so.
    is_possible: fn(&str) -> bool,
    pub(crate) read: Read,
}

const ROWS: &[Row] = &[
    Row {
        format: Format::Json,
        name: "json",
        endings: &["json"],
        mark: "JSON begins with `[` or `{`",
        has_columns: true,
        is_certain: json::is_json,
        is_possible: |text| text.starts_with(['[', '{']),
        read: json::read,
    },
    Row {
        format: Format::Landscape,
        name: "landscape",
        endings: &["yml", "yaml"],
        mark: "a landscape has `landscape:` or `categories:` at the top",
        has_columns: false,
        is_certain: is_landscape,
        is_possible: |_| true,
        read: landscape::read,
    },
    Row {
        format: Format::Tsv,
        name: "tsv",
        endings: &["tsv", "tab"],
        mark: "a TSV file has a first line with tabs",
        has_columns: true,
        is_certain: |text| sheet::is_sheet(text, b"\t"),
        is_possible: |_| true,
        read: sheet::read_tsv,
    },
    Row {
        format: Format::Csv,
        name: "csv",
        endings: &["csv"],
        mark: "a CSV file has a first line with the names of its columns, one of them a name or title",
        has_columns: true,
        is_certain: |text| sheet::is_sheet(text, &sheet::SEPARATORS),
        is_possible: |_| true,
        read: sheet::read_csv,
    },
    Row {
        format: Format::Awesome,
        name: "awesome",
        endings: &["md", "markdown", "mdown", "mkd"],
        mark: "an awesome list has bullets such as `- [name](address) - text`",
        has_columns: false,
        is_certain: awesome::is_awesome,
        is_possible: |_| true,
        read: awesome::read,
    },
];

impl Format {
    /// All formats.
    pub const ALL: [Format; 5] = [Format::Landscape, Format::Awesome, Format::Csv, Format::Tsv, Format::Json];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    pub(crate) fn row(self) -> &'static Row {
        ROWS.iter().find(|row| row.format == self).unwrap_or(&ROWS[0])
    }
}

/// Whether a line at the margin is one of the keys of a landscape.
fn is_landscape(text: &str) -> bool {
    let is_key = |line: &str| {
        let (key, rest) = line.split_once(':').unwrap_or_default();
        let rest = rest.trim_start();
        let is_top = landscape::TOPS.contains(&key.trim_matches(['"', '\'']));
        is_top && (rest.is_empty() || rest.starts_with(['#', '[', '&', '*', '!']))
    };
    text.lines().any(is_key)
}

/// Recognises the format of a text.
pub(crate) fn guess(text: &str, name: &str) -> Result<Format, Refused> {
    let text = text.trim_start();
    let expected = || {
        let marks = Format::ALL.map(|format| format.row().mark);
        format!("{}. --format says which it is", marks.join("; "))
    };
    if text.is_empty() {
        return Err(Refused(format!("the file is empty; expected one of these: {}", expected())));
    }
    let start = text.get(..15).unwrap_or_default().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Err(Refused(format!(
            "a web page; expected the file itself (on GitHub, the address of \"Raw\"): {}",
            expected()
        )));
    }
    if let Some(row) = ROWS.iter().find(|row| (row.is_certain)(text)) {
        return Ok(row.format);
    }
    let file = name.split(['?', '#']).next().unwrap_or_default();
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let named = ROWS.iter().find(|row| row.endings.contains(&ending.as_str()) && (row.is_possible)(text));
    named.map(|row| row.format).ok_or_else(|| Refused(format!("none of the formats: {}", expected())))
}
