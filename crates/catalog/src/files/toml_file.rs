//! Reads TOML files into trees.

use std::fs;
use std::path::Path;

use super::{Mistake, Tree};

/// A file's name in messages.
pub(super) fn shown(name: &str) -> String {
    format!("data/{name}")
}

/// Names of the `.toml` files in a folder, sorted.
pub(super) fn names(folder: &Path, mistakes: &mut Vec<Mistake>) -> Vec<String> {
    let refuse = |name: &str, reason: &str| Mistake {
        file: shown(&format!("projects/{name}")),
        key: String::new(),
        reason: reason.to_owned(),
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            mistakes.push(refuse("", &error.to_string()));
            return Vec::new();
        }
    };
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    for name in &names {
        if !name.ends_with(".toml") {
            mistakes.push(refuse(name, "only .toml files, one for each project, may lie here"));
        }
    }
    names.retain(|name| name.ends_with(".toml"));
    names
}

/// Reads a file; the mistake names the line if the file is not TOML.
pub(super) fn tree(dir: &Path, name: &str) -> Result<Tree, Mistake> {
    let refuse = |key: String, reason: String| Mistake { file: shown(name), key, reason };
    let text = fs::read_to_string(dir.join(name)).map_err(|error| refuse(String::new(), error.to_string()))?;
    let table = text.parse::<toml::Table>().map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        refuse(
            String::new(),
            format!("line {}: {}", before.matches('\n').count() + 1, error.message().replace('\n', ", ")),
        )
    })?;
    Ok(from_toml(toml::Value::Table(table)))
}

fn from_toml(value: toml::Value) -> Tree {
    match value {
        toml::Value::String(text) => Tree::String(text.into()),
        toml::Value::Integer(number) => Tree::Number(number as f64),
        toml::Value::Float(number) => Tree::Number(number),
        toml::Value::Boolean(flag) => Tree::Flag(flag),
        // A date may be written with or without quotes; a month needs them.
        toml::Value::Datetime(date) => Tree::String(date.to_string().into()),
        toml::Value::Array(items) => Tree::List(items.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => {
            Tree::Map(table.into_iter().map(|(key, value)| (key.into(), from_toml(value))).collect())
        }
    }
}
