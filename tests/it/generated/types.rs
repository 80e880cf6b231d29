//! The types in TypeScript.

use sandbox_explorer::contract::{EVENTS, METHODS, Method, PROPERTIES, READ_ONLY, STATIC_METHODS, STATICS};
use sandbox_explorer::i18n::{CAUSES, LANGUAGES};
use sandbox_explorer::options::{ATTRIBUTES, Kind};

use super::{camel_case, described, js_default, js_type, sentence};

/// A comment of documentation; each text begins a line of its own.
fn comment(indent: &str, texts: &[String]) -> String {
    if let [one] = texts
        && indent.len() + one.len() + 7 <= 140
    {
        return format!("{indent}/** {one} */\n");
    }
    let mut lines = Vec::new();
    for text in texts {
        let mut line = String::new();
        for word in text.split(' ') {
            if !line.is_empty() && indent.len() + line.len() + word.len() + 4 > 140 {
                lines.push(std::mem::take(&mut line));
            }
            line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        }
        lines.push(line);
    }
    let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
}

pub(super) fn languages() -> String {
    let tags = LANGUAGES.iter().map(|lang| format!("'{}'", lang.tag())).collect::<Vec<_>>().join(" | ");
    comment("", &["Languages with texts of their own; every other tag falls back region → language → `en`.".to_owned()])
        + &format!("export type SandboxExplorerLanguage = {tags} | (string & {{}});\n")
}

/// `ready` as `SandboxExplorerReadyDetail`.
fn detail_type(event: &str) -> String {
    format!("SandboxExplorer{}{}Detail", event[..1].to_uppercase(), &event[1..])
}

pub(super) fn events() -> String {
    let mut text = comment(
        "",
        &[
            vec![
                "Why the explorer did not start, or why `src` or `catalog` could not be shown.".to_owned(),
                String::new(),
            ],
            CAUSES.iter().map(|(cause, meaning)| format!("- `{cause}`: {}", meaning.trim())).collect(),
            vec![String::new(), "More causes may be added.".to_owned()],
        ]
        .concat(),
    );
    text += "export type SandboxExplorerErrorCause =\n";
    text += &CAUSES.iter().map(|(cause, _)| format!("  | '{cause}'\n")).collect::<String>();
    text += "  | (string & {});\n\n";
    for event in EVENTS {
        text += &comment("", &[format!("Detail of `sandbox-explorer-{}`: {}.", event.name, event.when)]);
        text += &format!("export interface {} {{\n", detail_type(event.name));
        for (name, kind, meaning) in event.detail {
            text += &comment("  ", &[(*meaning).to_owned()]);
            text += &format!("  {name}: {kind};\n");
        }
        text += "}\n\n";
    }
    text += "export interface SandboxExplorerEventMap {\n";
    for event in EVENTS {
        text += &format!("  'sandbox-explorer-{}': CustomEvent<{}>;\n", event.name, detail_type(event.name));
    }
    text + "}\n"
}

pub(super) fn members() -> String {
    let mut text = String::new();
    for (name, kind, meaning) in STATICS {
        text += &comment("  ", &[(*meaning).to_owned()]);
        text += &format!("  static readonly {name}: {kind};\n");
    }
    for method in STATIC_METHODS {
        text += &method_type(method, "static ");
    }
    text += "\n";
    for attribute in &ATTRIBUTES {
        let kind = match attribute.kind {
            Kind::Language => "SandboxExplorerLanguage".to_owned(),
            _ => js_type(attribute),
        };
        let default = format!(" @default {}", js_default(attribute, '"'));
        text += &comment("  ", &[described(attribute) + &default]);
        text += &format!("  {}: {kind};\n", camel_case(attribute.name));
    }
    for (name, kind, meaning) in PROPERTIES {
        text += &comment("  ", &[sentence(meaning)]);
        text += &format!("  {name}: {kind};\n");
    }
    for (name, kind, meaning) in READ_ONLY {
        text += &comment("  ", &[sentence(meaning)]);
        text += &format!("  readonly {name}: {kind};\n");
    }
    for method in METHODS {
        text += &method_type(method, "");
    }
    text
}

/// `before`: what comes before its name; then its parameters are optional.
fn method_type(method: &Method, before: &str) -> String {
    let mut texts = vec![sentence(method.does)];
    texts.extend(method.parameters.iter().map(|(name, _, meaning)| format!("@param {name} {meaning}")));
    if !method.returns.is_empty() {
        texts.push(format!("@returns {}", method.returns));
    }
    let mark = if before.is_empty() { "" } else { "?" };
    let parameters = method.parameters.iter().map(|(name, kind, _)| format!("{name}{mark}: {kind}"));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    format!("\n{}  {before}{}({parameters}): {};\n", comment("  ", &texts), method.name, method.result)
}

pub(super) fn names() -> String {
    let all = ATTRIBUTES.iter().map(|it| it.name).chain(PROPERTIES.iter().map(|it| it.0));
    let names: Vec<String> = all.map(|name| format!("  | '{}'", camel_case(name))).collect();
    comment("", &["The names of the properties that a page may set.".to_owned()])
        + &format!("type Name =\n{};\n", names.join("\n"))
}
