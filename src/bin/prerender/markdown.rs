//! The projects as a Markdown table, for hosts that accept no HTML.

use sandbox_explorer::export;
use sandbox_explorer::facet::Index;

use super::Asked;

/// Prints the table.
pub(super) fn print(asked: &Asked) -> Result<String, String> {
    Ok(export::markdown_table(Index::bundled().catalog, &asked.projects(), asked.lang))
}
