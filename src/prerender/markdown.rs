//! The projects as a Markdown table, for hosts that accept no HTML.

use crate::export;
use crate::facet::Index;

use super::Request;

/// Prints the table.
pub(super) fn print(request: &Request) -> Result<String, String> {
    Ok(export::markdown_table(Index::bundled().catalog, &request.projects(), request.lang))
}
