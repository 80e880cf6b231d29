//! The projects as a Markdown table, for hosts that take no HTML.

use sandbox_explorer::export;
use sandbox_explorer::facet::Index;

use super::Asked;

/// Prints the table.
pub(super) fn print(asked: &Asked) -> Result<String, String> {
    Ok(export::markdown_table(Index::bundled().catalog, &asked.projects(), asked.lang))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_text_stays_in_its_cell_and_means_itself() {
        assert_eq!(cell("a|b\\ [c](d) <e> *f* `g`"), "a\\|b\\\\ \\[c\\](d) \\<e\\> \\*f\\* \\`g\\`");
    }
}
