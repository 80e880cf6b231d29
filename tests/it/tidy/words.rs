//! Words: interface text is in `src/i18n/`, and all of it is used.

use super::{code, files, none, read};

/// The string literals of a line.
fn literals(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

#[test]
fn no_interface_text_stands_in_a_view() {
    let mut wrong = Vec::new();
    for (path, text) in files("src/view", "rs") {
        for (n, line) in code(&text) {
            let shown = [
                ".text(\"",
                ".set_text(\"",
                "\"aria-label\", \"",
                "\"placeholder\", \"",
                "\"title\", \"",
                "\"alt\", \"",
            ];
            for before in shown {
                let Some((_, after)) = line.split_once(before) else { continue };
                let literal = after.split('"').next().unwrap_or_default();
                if literal.chars().any(char::is_alphabetic) {
                    wrong.push(format!("{path}:{n}: \"{literal}\" belongs to src/i18n"));
                }
            }
            for literal in literals(line) {
                let is_sentence = literal.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() > 0
                    && literal.contains(' ');
                if is_sentence || literal.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
                    wrong.push(format!("{path}:{n}: \"{literal}\" belongs to src/i18n"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_interface_string_is_used() {
    let i18n = read("src/i18n.rs");
    let (_, structs) = i18n.split_once("pub struct Messages {").unwrap();
    let fields: Vec<&str> =
        structs.lines().filter_map(|line| line.strip_prefix("    pub ")?.split(':').next()).collect();
    assert!(fields.len() > 150, "{fields:?}");
    let mut uses = read("src/i18n/phrases.rs");
    for (path, text) in files("src", "rs") {
        if !path.starts_with("src/i18n") {
            uses += &code(&text).flat_map(|(_, line)| [line, "\n"]).collect::<String>();
        }
    }
    let mut wrong = Vec::new();
    for field in fields {
        let is_use = |(at, name): (usize, &str)| {
            let after = uses[at + name.len()..].chars().next();
            !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
        };
        let names = ["messages", "messages()", "late", "late()", "self"].map(|of| format!("{of}.{field}"));
        if !names.iter().any(|name| uses.match_indices(name.as_str()).any(is_use)) {
            wrong.push(format!("src/i18n.rs: nobody uses {field}"));
        }
    }
    none(&wrong);
}

#[test]
fn every_language_is_listed() {
    let tags: Vec<&str> = sandbox_explorer::i18n::LANGUAGES.iter().map(|lang| lang.tag()).collect();
    let listed: Vec<String> = files("src/i18n", "rs")
        .into_iter()
        .filter(|file| file.1.contains("static MESSAGES"))
        .map(|file| file.0)
        .collect();
    let mut expected: Vec<String> =
        tags.iter().map(|tag| format!("src/i18n/{}.rs", tag.to_lowercase().replace('-', "_"))).collect();
    expected.sort();
    assert_eq!(listed, expected);
}
