//! What is told about an import: how much there was, and what of it did not arrive.

use sandbox_explorer_import::{Imported, LeftOut};

use crate::told::{counted, grouped, lines};

/// The summary, a line each.
pub(super) fn summary(source: &str, imported: &Imported, is_verbose: bool) -> String {
    let entries = counted(imported.n_projects(), "entry", "entries");
    let categories = counted(imported.n_categories(), "category", "categories");
    let mut told = format!("{source}: {}, {entries} in {categories}\n", imported.format.name());
    told += &left_out(&imported.left_out);
    let skipped = &imported.skipped;
    if !skipped.is_empty() {
        told += &format!("{} could not be read:\n", counted(skipped.len(), "thing", "things"));
    }
    told + &lines(skipped, 0, is_verbose)
}

/// What was left out on purpose.
pub(crate) fn left_out(kinds: &[LeftOut]) -> String {
    let line = |kind: &LeftOut| format!("left out: {} ({}, from line {})\n", kind.what, grouped(kind.count), kind.line);
    kinds.iter().map(line).collect()
}
