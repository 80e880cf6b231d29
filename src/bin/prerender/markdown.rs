//! The projects as a Markdown table, for hosts that take no HTML.

use sandbox_explorer::facet::{Index, TABS};

use super::Asked;

/// Prints the table.
pub(super) fn print(asked: &Asked) -> Result<String, String> {
    let messages = asked.lang.messages();
    let catalog = Index::bundled().catalog;
    let head =
        [messages.name, (sandbox_explorer::facet::FACETS[TABS].label)(messages), messages.language, messages.accepted];
    let mut table = row(&[head[0], head[1], head[2], head[3], messages.description].map(cell));
    table += &row(&["---"; 5].map(str::to_owned));
    for project in asked.projects() {
        let category =
            catalog.category(project.category).map_or(project.category, |category| asked.lang.of(category.name));
        table += &row(&[
            format!("[{}](<{}>)", cell(project.name), project.links.website),
            cell(category),
            cell(&project.languages.join(messages.list_separator)),
            cell(&messages.date(project.accepted)),
            cell(asked.lang.of(project.summary)),
        ]);
    }
    Ok(table)
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A text that means itself in a cell.
fn cell(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_text_stays_in_its_cell_and_means_itself() {
        assert_eq!(cell("a|b\\ [c](d) <e> *f* `g`"), "a\\|b\\\\ \\[c\\](d) \\<e\\> \\*f\\* \\`g\\`");
    }
}
