//! The tables in JavaScript and PHP: the attributes, and the lines of the loader.

use std::collections::BTreeMap;

use sandbox_explorer::i18n::{LANGUAGES, Printed};
use sandbox_explorer::options::{ATTRIBUTES, Attribute, Kind};

use super::js_default;

/// Between quotes, as Prettier writes it.
fn quoted(text: &str) -> String {
    assert!(!text.contains('\\'), "{text}");
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}

fn key(name: &str) -> String {
    if name.contains('-') { quoted(name) } else { name.to_owned() }
}

/// The attributes with the defaults of their properties.
pub(super) fn attributes() -> String {
    let row = |attribute: &Attribute| format!("  {}: {},\n", key(attribute.name), js_default(attribute, '\''));
    format!("const ATTRIBUTES = {{\n{}}};\n", ATTRIBUTES.iter().map(row).collect::<String>())
}

/// The attributes that the author of a post may set where HTML is cleaned.
pub(super) fn attributes_of_posts() -> String {
    let names = ATTRIBUTES.iter().filter(|attribute| attribute.kind != Kind::Address);
    let rows = names.map(|attribute| format!("\t'{}',\n", attribute.name));
    format!("const SANDBOX_EXPLORER_ATTRIBUTES = [\n{}];\n", rows.collect::<String>())
}

/// The lines of the loader, by the first part of a language tag: the loader tells apart no scripts and regions.
pub(super) fn lines() -> String {
    let mut of: BTreeMap<&str, &Printed> = BTreeMap::new();
    for lang in LANGUAGES {
        let language = lang.tag().split('-').next().unwrap_or_default();
        let known = of.entry(language).or_insert(lang.printed());
        assert_eq!(known.failed, lang.printed().failed, "two sets of lines for {language}");
        assert_eq!(language.len(), 2, "class.js compares two letters");
    }
    let mut text = "const LINES = {\n".to_owned();
    for (language, printed) in of {
        text += &format!("  {language}: {{\n");
        let rows = [("failed", printed.failed), ("again", printed.try_again)];
        for (name, line) in rows.into_iter().chain(printed.reasons()) {
            text += &format!("    {name}: {},\n", quoted(line));
        }
        text += "  },\n";
    }
    text + "};\n"
}
