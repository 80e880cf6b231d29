//! The projects as a Markdown table, for hosts that accept no HTML.

use crate::export;
use crate::fallback;

use super::Request;

/// Prints the table, and below it how many more projects there are.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let mut table = export::markdown_table(request.index.catalog, &request.projects(), request.lang);
    let n_others = request.scope().len().saturating_sub(request.limit);
    if n_others > 0 {
        table += &format!("\n{}\n", fallback::others(n_others, request.lang));
    }
    Ok(table)
}
