//! Reads YAML into a tree whose values know their line. From the events of the parser, because a ready tree refuses a file for a key that
//! occurs twice, and expands aliases without a limit.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::report::Refused;

/// Values of a file, aliases expanded; the landscape of the CNCF has 30,000.
const VALUES: usize = 2_000_000;
/// How deeply lists and maps may be nested; landscapes need eleven levels.
const DEPTH: usize = 64;

/// A value and its line.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Text(String),
    List(Vec<Node>),
    /// Keys may occur twice.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The value of a key: the first one that is not empty.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        let mut values = self.entries().iter().filter(|(known, _)| known == key).map(|(_, node)| node);
        let first = values.next()?;
        if first.is_null() { values.find(|node| !node.is_null()).or(Some(first)) } else { Some(first) }
    }

    pub(crate) fn entries(&self) -> &[(String, Node)] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }

    pub(crate) fn items(&self) -> Option<&[Node]> {
        if let Value::List(items) = &self.value { Some(items) } else { None }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    fn count(&self) -> usize {
        1 + match &self.value {
            Value::List(items) => items.iter().map(Node::count).sum(),
            Value::Map(entries) => entries.iter().map(|(_, node)| node.count()).sum(),
            _ => 0,
        }
    }
}

/// A list or a map that is being read.
struct Open {
    node: Node,
    anchor: usize,
    /// The key whose value comes next; `None` inside a key that is no text.
    key: Option<String>,
    is_value: bool,
    /// The entries of other maps, which count where there is no own one: `<<: *other`.
    merged: Vec<(String, Node)>,
}

impl Open {
    /// The value, now that it ends, and its anchor.
    fn close(mut self) -> (Node, usize) {
        if let Value::Map(entries) = &mut self.node.value
            && !self.merged.is_empty()
        {
            let own: HashSet<String> = entries.iter().map(|(key, _)| key.clone()).collect();
            entries.extend(self.merged.into_iter().filter(|(key, _)| !own.contains(key)));
        }
        (self.node, self.anchor)
    }
}

/// Reads the first document of a file; `at` is told each line.
///
/// # Errors
/// If it is not YAML: what is wrong, and where.
pub(crate) fn read(text: &str, at: &mut dyn FnMut(usize)) -> Result<Node, Refused> {
    let mut open: Vec<Open> = Vec::new();
    let mut anchors: HashMap<usize, Node> = HashMap::new();
    let mut n_values = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let (line, column) = (error.marker().line(), error.marker().col() + 1);
            Refused(format!("not YAML: line {line}, column {column}: {}", error.info()))
        })?;
        let line = span.start.line().max(1);
        at(line);
        let (value, anchor) = match event {
            Event::SequenceStart(anchor, ..) | Event::MappingStart(anchor, ..) => {
                let is_list = matches!(event, Event::SequenceStart(..));
                let value = if is_list { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
                if open.len() >= DEPTH {
                    return Err(Refused(format!("line {line}: lists and maps are nested deeper than {DEPTH} levels")));
                }
                open.push(Open { node: Node { line, value }, anchor, key: None, is_value: false, merged: Vec::new() });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(closed) => closed.close(),
                None => continue,
            },
            Event::Scalar(text, style, anchor, _) => (Node { line, value: scalar(text, style) }, anchor),
            Event::Alias(anchor) => {
                let node = anchors.get(&anchor).cloned().unwrap_or(Node { line, value: Value::Null });
                n_values += node.count();
                (node, 0)
            }
            Event::DocumentEnd => break,
            _ => continue,
        };
        n_values += 1;
        if n_values > VALUES {
            return Err(Refused(format!("line {line}: more than {VALUES} values")));
        }
        if anchor > 0 {
            n_values += value.count();
            anchors.insert(anchor, value.clone());
        }
        match open.last_mut() {
            Some(outer) => put(outer, value),
            None => return Ok(value),
        }
    }
    Ok(Node { line: 1, value: Value::Null })
}

/// Plain texts that mean nothing.
fn scalar(text: Cow<str>, style: ScalarStyle) -> Value {
    let is_nothing = matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
    if style == ScalarStyle::Plain && is_nothing { Value::Null } else { Value::Text(text.into_owned()) }
}

/// Puts a value into the list or map that it is in.
fn put(outer: &mut Open, node: Node) {
    match &mut outer.node.value {
        Value::List(items) => items.push(node),
        Value::Map(entries) if outer.is_value => {
            outer.is_value = false;
            match outer.key.take().as_deref() {
                Some("<<") => match node.value {
                    Value::Map(merged) => outer.merged.extend(merged),
                    Value::List(maps) => outer.merged.extend(maps.iter().flat_map(|map| map.entries().to_vec())),
                    _ => {}
                },
                Some(key) => entries.push((key.to_owned(), node)),
                None => {}
            }
        }
        _ => {
            outer.is_value = true;
            outer.key = match node.value {
                Value::Text(key) => Some(key),
                _ => None,
            };
        }
    }
}
