//! The printed table.

use crate::compare::{Advice, Difference};

const HEAD: [&str; 6] = ["project", "field", "ours", "theirs", "source (ours | theirs)", "--apply"];

/// Differences as columns of text.
#[must_use]
pub fn table(differences: &[Difference]) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    for it in differences {
        let or_none = |text: &str| if text.is_empty() { "(nothing)".to_owned() } else { text.to_owned() };
        let apply = match &it.advice {
            Advice::Take => "take".to_owned(),
            Advice::Dispute => "dispute".to_owned(),
            Advice::Settle => "settle the dispute".to_owned(),
            Advice::ByHand(reason) => format!("by hand: {reason}"),
        };
        let ours = if it.our_source.is_empty() { "-" } else { &it.our_source };
        let source = format!("{ours} | {}", it.source);
        rows.push([it.project.clone(), it.field.to_owned(), or_none(&it.ours), or_none(&it.theirs), source, apply]);
    }
    let width = |n: usize| rows.iter().map(|row| row[n].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.chars().count() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
