//! What is told about an import: how much there was, and what of it did not arrive.

use sandbox_explorer_import::Imported;

/// Lines that are told without --verbose.
const LINES: usize = 20;

/// The summary, a line each.
pub(super) fn summary(source: &str, imported: &Imported, is_verbose: bool) -> String {
    let entries = counted(imported.n_projects(), "entry", "entries");
    let categories = counted(imported.n_categories(), "category", "categories");
    let mut told = format!("{source}: {}, {entries} in {categories}\n", imported.format.name());
    for left_out in &imported.left_out {
        told += &format!("left out: {} ({}, from line {})\n", left_out.what, left_out.count, left_out.line);
    }
    let skipped = &imported.skipped;
    if !skipped.is_empty() {
        told += &format!("{} could not be read:\n", counted(skipped.len(), "thing", "things"));
    }
    let n_told = if is_verbose { skipped.len() } else { LINES.min(skipped.len()) };
    for it in &skipped[..n_told] {
        told += &format!("  {it}\n");
    }
    if n_told < skipped.len() {
        told += &format!("  and {} more (--verbose tells all)\n", skipped.len() - n_told);
    }
    told
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
