//! The manifest of the custom element, in the format of `custom-elements-manifest` 2.1: editors and documentation tools read it.

use sandbox_explorer::contract::{
    EVENTS, METHODS, Method, Named, PARTS, PROPERTIES, READ_ONLY, SLOTS, STATES, STATIC_METHODS, STATICS,
};
use sandbox_explorer::i18n::CAUSES;
use sandbox_explorer::options::{ATTRIBUTES, Attribute, Kind};

use super::{COMMAND, camel_case, described, js_default, js_type, sentence, tokens};

/// A text in JSON.
fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// An object in one line, of keys and values that are JSON. (`serde_json` keeps the order of keys only with a feature.)
fn object(entries: &[(&str, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
    format!("{{ {} }}", entries.join(", "))
}

fn of_type(name: &str) -> String {
    object(&[("text", text(name))])
}

/// A list, one item a line.
fn list(name: &str, items: Vec<String>) -> String {
    let items = items.join(",\n            ");
    let lines = if items.is_empty() { "[]".to_owned() } else { format!("[\n            {items}\n          ]") };
    format!("          \"{name}\": {lines}")
}

fn attribute(it: &Attribute) -> String {
    object(&[
        ("name", text(it.name)),
        ("fieldName", text(&camel_case(it.name))),
        ("type", of_type(&js_type(it))),
        ("default", text(&js_default(it, '"'))),
        ("description", text(&described(it))),
    ])
}

fn field(it: &Attribute) -> String {
    let mut entries = vec![
        ("kind", text("field")),
        ("name", text(&camel_case(it.name))),
        ("attribute", text(it.name)),
        ("reflects", "true".to_owned()),
        ("type", of_type(&js_type(it))),
        ("default", text(&js_default(it, '"'))),
    ];
    if it.kind == Kind::Language {
        entries.push(("inheritedFrom", object(&[("name", text("HTMLElement"))])));
    }
    object(&entries)
}

fn members() -> Vec<String> {
    let statics = STATICS.iter().map(|(name, kind, meaning)| {
        object(&[
            ("kind", text("field")),
            ("name", text(name)),
            ("static", "true".to_owned()),
            ("readonly", "true".to_owned()),
            ("type", of_type(kind)),
            ("description", text(meaning)),
        ])
    });
    let property = |(name, kind, meaning): &(&str, &str, &str), readonly: bool| {
        let mut entries = vec![("kind", text("field")), ("name", text(name))];
        entries.extend(readonly.then(|| ("readonly", "true".to_owned())));
        entries.extend([("type", of_type(kind)), ("description", text(&sentence(meaning)))]);
        object(&entries)
    };
    let properties =
        PROPERTIES.iter().map(|it| property(it, false)).chain(READ_ONLY.iter().map(|it| property(it, true)));
    let methods = STATIC_METHODS.iter().map(|it| method(it, true)).chain(METHODS.iter().map(|it| method(it, false)));
    statics.chain(ATTRIBUTES.iter().map(field)).chain(properties).chain(methods).collect()
}

/// Those of a static method are optional.
fn method(method: &Method, is_static: bool) -> String {
    let parameter = |(name, kind, meaning): &(&str, &str, &str)| {
        let mut entries = vec![("name", text(name)), ("type", of_type(kind))];
        entries.extend(is_static.then(|| ("optional", "true".to_owned())));
        entries.push(("description", text(&sentence(meaning))));
        object(&entries)
    };
    let parameters: Vec<String> = method.parameters.iter().map(parameter).collect();
    let mut result = vec![("type", of_type(method.result))];
    if !method.returns.is_empty() {
        result.push(("description", text(&sentence(method.returns))));
    }
    let mut entries = vec![("kind", text("method")), ("name", text(method.name))];
    entries.extend(is_static.then(|| ("static", "true".to_owned())));
    entries.extend([
        ("parameters", format!("[{}]", parameters.join(", "))),
        ("return", object(&result)),
        ("description", text(&sentence(method.does))),
    ]);
    object(&entries)
}

fn events() -> Vec<String> {
    let event = |event: &sandbox_explorer::contract::Event| {
        let detail: Vec<String> = event
            .detail
            .iter()
            .map(|(name, kind, _)| format!("{name}: {}", if *name == "cause" { "string" } else { kind }))
            .collect();
        let mut when = sentence(event.when);
        if event.detail.iter().any(|it| it.0 == "cause") {
            let causes: Vec<&str> = CAUSES.iter().map(|cause| cause.0).collect();
            when += &format!(" `cause` is one of: {}.", causes.join(", "));
        }
        object(&[
            ("name", text(&format!("sandbox-explorer-{}", event.name))),
            ("type", of_type(&format!("CustomEvent<{{ {} }}>", detail.join(", ")))),
            ("description", text(&(when + " Bubbles, composed."))),
        ])
    };
    EVENTS.iter().map(event).collect()
}

fn named(rows: &[Named]) -> Vec<String> {
    let row = |(name, is): &Named| object(&[("name", text(name)), ("description", text(&sentence(is)))]);
    rows.iter().map(row).collect()
}

fn properties() -> Vec<String> {
    let property = |it: tokens::Property| {
        let mut entries = vec![("name", text(&it.name))];
        entries.extend(it.css.as_deref().map(|css| ("default", text(css))));
        entries.push(("description", text(&format!("{}. Default: {}.", it.paints, it.default))));
        object(&entries)
    };
    tokens::properties().into_iter().map(property).collect()
}

pub(super) fn manifest() -> String {
    let declaration = object(&[("name", text("SandboxExplorerElement")), ("module", text("element.js"))]);
    let class =
        object(&[("kind", text("js")), ("name", text("SandboxExplorerElement")), ("declaration", declaration.clone())]);
    let definition = object(&[
        ("kind", text("custom-element-definition")),
        ("name", text("sandbox-explorer")),
        ("declaration", declaration),
    ]);
    let module = |path: &str, declarations: &str, exports: &[&String]| {
        let exports: Vec<&str> = exports.iter().map(|export| export.as_str()).collect();
        format!(
            "    {{\n      \"kind\": \"javascript-module\",\n      \"path\": \"{path}\",\n{declarations}      \"exports\": [\n        {}\n      ]\n    }}",
            exports.join(",\n        ")
        )
    };
    let lists = [
        list("attributes", ATTRIBUTES.iter().map(attribute).collect()),
        list("members", members()),
        list("events", events()),
        list("slots", named(SLOTS)),
        list("cssParts", named(PARTS)),
        list("cssStates", named(STATES)),
        list("cssProperties", properties()),
    ];
    let head = [
        "\"kind\": \"class\"".to_owned(),
        "\"customElement\": true".to_owned(),
        "\"name\": \"SandboxExplorerElement\"".to_owned(),
        "\"tagName\": \"sandbox-explorer\"".to_owned(),
        format!("\"superclass\": {}", object(&[("name", text("HTMLElement"))])),
        "\"summary\": \"The CNCF Sandbox projects as filterable cards, in English and Chinese.\"".to_owned(),
        "\"description\": \"The children are the fallback: shown until the explorer is there, and kept if it cannot start.\"".to_owned(),
    ];
    let declarations = format!(
        "      \"declarations\": [\n        {{\n          {},\n{}\n        }}\n      ],\n",
        head.join(",\n          "),
        lists.join(",\n")
    );
    let modules = [
        module("element.js", &declarations, &[&class]),
        module("sandbox-explorer.js", "", &[&class, &definition]),
        module("sandbox-explorer.inline.js", "", &[&definition]),
    ];
    format!(
        "{{\n  \"$comment\": \"Generated: {COMMAND}\",\n  \"schemaVersion\": \"2.1.0\",\n  \"readme\": \"README.md\",\n  \"modules\": [\n{}\n  ]\n}}\n",
        modules.join(",\n")
    )
}
