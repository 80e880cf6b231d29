//! Tables as spreadsheets write them: CSV with commas, semicolons or bars, and TSV.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord};

use crate::builder::Builder;
use crate::draft::{Draft, Value};
use crate::header;
use crate::report::{Refused, quoted};
use crate::target::Target;

/// What may separate the values of a CSV file, the most usual first.
pub(crate) const SEPARATORS: [u8; 3] = *b",;|";

/// The first rows, of which one has the names of the columns.
const FIRST_ROWS: usize = 5;

/// Whether one of the first rows has the names of columns.
pub(crate) fn is_sheet(text: &str, separators: &[u8]) -> bool {
    separators.iter().any(|&separator| header_row(text, separator).is_some_and(|(_, columns)| columns.len() > 1))
}

fn rows(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    // Text cannot fail to be read, and is UTF-8.
    builder.from_reader(text.as_bytes()).into_records().filter_map(Result::ok)
}

fn cells(row: &StringRecord) -> Vec<String> {
    row.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The number of the row with the names of the columns, and these.
fn header_row(text: &str, separator: u8) -> Option<(usize, Vec<String>)> {
    // Markdown: a heading, or the line below the header of a table.
    let is_rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
    let first: Vec<Vec<String>> = rows(text, separator).take(FIRST_ROWS).map(|row| cells(&row)).collect();
    if text.starts_with("# ") || first.iter().any(|cells| cells.iter().any(is_rule)) {
        return None;
    }
    first
        .into_iter()
        .enumerate()
        .find(|(_, cells)| header::has_name(cells) && cells.iter().all(|cell| cell.chars().count() < 100))
}

pub(crate) fn read_tsv(text: &str, builder: &mut Builder) -> Result<Option<serde_json::Value>, Refused> {
    read(text, b'\t', builder)
}

pub(crate) fn read_csv(text: &str, builder: &mut Builder) -> Result<Option<serde_json::Value>, Refused> {
    // The separator by which most columns are known; then that with the most columns.
    let found = SEPARATORS.map(|separator| {
        let columns = header_row(text, separator).map(|(_, columns)| columns);
        let columns = columns.or_else(|| rows(text, separator).next().map(|row| cells(&row))).unwrap_or_default();
        (header::n_known(&columns), columns.len(), separator)
    });
    // `max_by_key` takes the last of equals.
    let best = found.iter().rev().max_by_key(|(n_known, n, _)| (*n_known, *n));
    read(text, best.map_or(b',', |(_, _, separator)| *separator), builder)
}

fn read(text: &str, separator: u8, builder: &mut Builder) -> Result<Option<serde_json::Value>, Refused> {
    let header = header_row(text, separator);
    // With a map, the names of the columns are whatever is in the first row.
    let (at, columns) = match header {
        Some(header) => header,
        None => (0, rows(text, separator).next().map(|row| cells(&row)).unwrap_or_default()),
    };
    let targets = header::targets(&columns, builder)?;
    let rows: Vec<StringRecord> = rows(text, separator).skip(at + 1).collect();
    let separators: Vec<Option<char>> = targets
        .iter()
        .enumerate()
        .map(|(column, target)| separator_of(target, rows.iter().filter_map(|row| row.get(column))))
        .collect();
    for row in &rows {
        let line = row.position().map_or(0, |position| position.line() as usize);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            builder.report.leave_out(line, "blank rows");
            continue;
        }
        let mut draft = Draft::at(line);
        for name in [true, false] {
            for ((target, column), (cell, separator)) in targets.iter().zip(&columns).zip(row.iter().zip(&separators)) {
                // The name first, so that it is in all messages.
                if (*target == Target::Plain(crate::target::Plain::Name)) == name && !cell.trim().is_empty() {
                    let value = match separator {
                        Some(separator) => Value::List(cell.split(*separator).map(str::to_owned).collect()),
                        None => Value::Text(cell.to_owned()),
                    };
                    draft.put(target, &value, column, line, &mut builder.report);
                }
            }
        }
        let extra = row.iter().skip(columns.len()).find(|cell| !cell.trim().is_empty());
        if let Some(extra) = extra {
            let what = format!("{}: column {}", draft.name, columns.len() + 1);
            builder.report.skip(
                line,
                what,
                format!("{}: the first line names only {} columns", quoted(extra), columns.len()),
            );
        }
        builder.add(draft);
    }
    Ok(None)
}

/// What separates the values in the cells of a column whose meaning is guessed: `;` or `|` wherever they are; a comma only if all cells
/// look like lists of short words that occur again and again.
fn separator_of<'c>(target: &Target, cells: impl Iterator<Item = &'c str> + Clone) -> Option<char> {
    if !matches!(target, Target::Guessed(_)) {
        return None;
    }
    let are_short = |separator: char, most: usize| {
        let mut lists = cells.clone().filter(|cell| cell.contains(separator)).peekable();
        lists.peek().is_some()
            && lists.all(|cell| cell.split(separator).all(|piece| piece.trim().chars().count() <= most))
    };
    if let Some(separator) = [';', '|', '；'].into_iter().find(|&separator| are_short(separator, 60)) {
        return Some(separator);
    }
    let separator = [',', '、', '，'].into_iter().find(|&separator| are_short(separator, 30))?;
    let pieces = cells.clone().flat_map(|cell| cell.split(separator).map(str::trim)).filter(|piece| !piece.is_empty());
    let (n, distinct) = (pieces.clone().count(), pieces.collect::<HashSet<_>>().len());
    (distinct * 4 <= n * 3).then_some(separator)
}
