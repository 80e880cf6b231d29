//! The colours and measures of the author, as a rule of CSS.

use sandbox_explorer::contract::{PREFIX, Token};

use crate::choice::Choice;
use crate::syntax::Syntax;

/// Whether a custom property is a length; all others are colours.
#[must_use]
pub fn is_length(token: &Token) -> bool {
    token.css.is_some_and(|css| css.contains("px"))
}

/// The rule, without a line break at the end; empty if every token has its default.
pub(crate) fn rule(choice: &Choice, syntax: Syntax) -> String {
    let lines: Vec<String> = choice.tokens().map(|(name, value)| format!("  {PREFIX}{name}: {value};")).collect();
    let selector = match syntax {
        Syntax::Data => "[data-sandbox-explorer]",
        // The component is an element of the application; the properties are inherited.
        Syntax::Leptos => ":root",
        _ => "sandbox-explorer",
    };
    if lines.is_empty() { String::new() } else { format!("{selector} {{\n{}\n}}", lines.join("\n")) }
}

/// The content of a `<style>` with the rule, as its hash covers it.
pub(crate) fn content(rule: &str) -> String {
    format!("\n{rule}\n")
}
