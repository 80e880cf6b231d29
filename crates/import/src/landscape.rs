//! A `landscape.yml`, as landscape2 and the landscape before it read it: `landscape:` or `categories:` at the top, below it categories,
//! their subcategories, and the items of those.
//!
//! Items are read by the [table of keys](keys). Whatever form a value has, it arrives or is told: landscapes are kept by hand, and have
//! keys of their own.

mod keys;

use std::collections::{HashMap, HashSet};

use crate::address;
use crate::builder::Builder;
use crate::draft::{Draft, Value};
use crate::report::{Refused, quoted};
use crate::target::{Plain, Target};
use crate::text;
use crate::yaml::{self, Node};
use keys::Meaning;

/// The keys that a landscape may have at its top.
pub(crate) const TOPS: [&str; 2] = ["landscape", "categories"];

/// The categories of the file, by their names in small letters: what a `second_path` can mean.
type Known = HashSet<(String, String)>;

/// Reads a landscape.
pub(crate) fn read(file: &str, builder: &mut Builder) -> Result<Option<serde_json::Value>, Refused> {
    let root = yaml::read(file, &mut |line| builder.teller.at(line, 0))?;
    let top = TOPS.iter().find_map(|key| root.get(key));
    let Some(categories) = top.and_then(Node::items) else {
        let found = root.entries().iter().take(5).map(|(key, _)| quoted(key)).collect::<Vec<_>>().join(", ");
        let found = if found.is_empty() { root.kind().to_owned() } else { found };
        return Err(Refused(format!(
            "no landscape: at the top is {found}; expected a list under `landscape:` or `categories:`"
        )));
    };
    let groups = groups(categories, builder);
    if groups.iter().all(|(_, items, _)| items.is_empty()) {
        return Err(Refused(
            "a landscape without items; expected items under categories and subcategories (a settings.yml of landscape2 has none: its \
             landscape.yml or data.yml does)"
                .to_owned(),
        ));
    }
    for (path, _, line) in groups.iter().filter(|(path, ..)| !path.is_empty()) {
        builder.announce(path, *line);
    }
    let known: Known = groups.iter().map(|(path, ..)| pair(path)).collect();
    for (path, items, _) in &groups {
        for item in *items {
            match inside(item, "item") {
                Some(item) => {
                    let draft = Reading { builder, known: &known }.item(item, path);
                    builder.add(draft);
                }
                None => builder.report.skip(
                    item.line,
                    "an item",
                    format!("expected a map with a name, found {}", item.kind()),
                ),
            }
        }
    }
    Ok(None)
}

/// A list of items: the path of its category, the items, its line.
type Group<'n> = (Vec<String>, &'n [Node], usize);

/// The lists of items, each with the path of its category.
fn groups<'n>(categories: &'n [Node], builder: &mut Builder) -> Vec<Group<'n>> {
    let mut groups = Vec::new();
    for category in categories {
        let Some(category) = entry(category, "category", builder) else { continue };
        let name = name_of(category, "category", builder);
        if let Some(items) = category.get("items").and_then(Node::items) {
            groups.push((name.iter().cloned().collect(), items, category.line));
        }
        for subcategory in category.get("subcategories").and_then(Node::items).unwrap_or_default() {
            let Some(subcategory) = entry(subcategory, "subcategory", builder) else { continue };
            let path = [name.clone(), name_of(subcategory, "subcategory", builder)];
            let items = subcategory.get("items").and_then(Node::items).unwrap_or_default();
            groups.push((path.into_iter().flatten().collect(), items, subcategory.line));
        }
    }
    groups
}

/// A map of a list: what is under `key`, if the map is there and not next to it.
fn inside<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    match node.get(key) {
        Some(inner) if !inner.entries().is_empty() => Some(inner),
        _ => (!node.entries().is_empty()).then_some(node),
    }
}

fn entry<'n>(node: &'n Node, key: &str, builder: &mut Builder) -> Option<&'n Node> {
    let inner = inside(node, key);
    if inner.is_none() {
        builder.report.skip(
            node.line,
            format!("a {key}"),
            format!("expected a map with a name, found {}", node.kind()),
        );
    }
    inner
}

fn name_of(node: &Node, kind: &str, builder: &mut Builder) -> Option<String> {
    let name = node.get("name").or(node.get(kind)).and_then(Node::text).map(text::line).filter(|name| !name.is_empty());
    if name.is_none() {
        builder.report.skip(
            node.line,
            format!("a {kind}"),
            "has no name; its items have the category above it, if any",
        );
    }
    name
}

fn pair(path: &[String]) -> (String, String) {
    let part = |at: usize| path.get(at).map_or_else(String::new, |name| name.to_lowercase());
    (part(0), part(1))
}

/// The reading of an item.
struct Reading<'b, 'o, 'k> {
    builder: &'b mut Builder<'o>,
    known: &'k Known,
}

impl Reading<'_, '_, '_> {
    fn item(&mut self, item: &Node, path: &[String]) -> Draft {
        let mut draft = Draft::at(item.line);
        // First, so that it is in all messages.
        let name = item.get("name").or(item.get("item")).and_then(Node::text);
        if let Some(name) = name {
            draft.put(
                &Target::Plain(Plain::Name),
                &Value::Text(name.to_owned()),
                "name",
                item.line,
                &mut self.builder.report,
            );
        }
        if !path.is_empty() {
            draft.paths.push(path.to_vec());
        }
        let mut days = HashMap::new();
        self.map(&mut draft, item, &mut days);
        // The day on which it reached its level, which is then no field of its own.
        if let Some(level) = draft.maturity.clone() {
            let day = days.get(&level).cloned().or_else(|| draft.accepted.clone().filter(|_| level == "sandbox"));
            if let Some(since) = day {
                let name = text::humanised(&level);
                draft.fields.retain(|(known, values)| *known != name || values.len() != 1 || values[0] != since);
                draft.since = Some(since);
            }
        }
        draft
    }

    /// Puts the values of a map into the draft; remembers its days by key.
    fn map(&mut self, draft: &mut Draft, map: &Node, days: &mut HashMap<String, String>) {
        let mut seen: HashSet<&str> = HashSet::new();
        for (key, node) in map.entries() {
            if node.is_null() {
                continue;
            }
            if !seen.insert(key) {
                self.builder.report.skip(
                    node.line,
                    format!("{}: {key}", draft.name),
                    "occurs twice; the first one counts",
                );
                continue;
            }
            match keys::meaning(key) {
                Some(Meaning::Nothing) => {
                    // `item` and `category` are mere marks, mostly empty.
                    self.builder.report.leave_out(node.line, &format!("key {key}"));
                }
                Some(Meaning::To(Target::Plain(Plain::Name))) => {}
                Some(Meaning::To(target)) => {
                    if let (Target::Day(_), Some(Ok(day))) = (target, node.text().map(text::date)) {
                        days.insert(key.clone(), day);
                    }
                    self.put(draft, target, node, key);
                }
                Some(Meaning::Within) if !node.entries().is_empty() => self.map(draft, node, days),
                Some(Meaning::Paths) => self.paths(draft, node),
                Some(Meaning::Owner) => self.owner(draft, node, days),
                Some(Meaning::Links(before)) => self.links(draft, node, key, before),
                _ => self.guessed(draft, node, key, days),
            }
        }
    }

    fn put(&mut self, draft: &mut Draft, target: &Target, node: &Node, key: &str) {
        match value(node) {
            Some(value) => draft.put(target, &value, key, node.line, &mut self.builder.report),
            None => self.skip(draft, node, key, &format!("expected a text or a list of texts, found {}", node.kind())),
        }
    }

    fn skip(&mut self, draft: &Draft, node: &Node, key: &str, why: &str) {
        self.builder.report.skip(node.line, format!("{}: {key}", draft.name), why);
    }

    /// A key that no table knows.
    fn guessed(&mut self, draft: &mut Draft, node: &Node, key: &str, days: &mut HashMap<String, String>) {
        let has_addresses = node.items().is_some_and(|items| items.iter().any(|item| address_of(item).is_some()));
        match value(node) {
            Some(value) => {
                let target = Target::Guessed(key.to_owned().into());
                draft.put(&target, &value, key, node.line, &mut self.builder.report);
            }
            None if !node.entries().is_empty() => self.map(draft, node, days),
            None if has_addresses => self.links(draft, node, key, ""),
            // Maps of words: all of them.
            None => {
                let mut words = Vec::new();
                texts(node, &mut words);
                let target = Target::Guessed(key.to_owned().into());
                draft.put(&target, &Value::List(words), key, node.line, &mut self.builder.report);
            }
        }
    }

    /// `second_path`: a list of `Category / Subcategory`, or one.
    fn paths(&mut self, draft: &mut Draft, node: &Node) {
        let one = std::slice::from_ref(node);
        for node in node.items().unwrap_or(one) {
            let Some(text) = node.text().map(text::line) else {
                self.skip(draft, node, "second_path", "expected a text such as \"Category / Subcategory\"");
                continue;
            };
            // A name may contain the separator; the split that names a category of the file is meant.
            let splits = text.match_indices(" / ").map(|(at, mark)| [&text[..at], &text[at + mark.len()..]]);
            let splits: Vec<Vec<String>> =
                splits.map(|parts| parts.map(|part| part.trim().to_owned()).to_vec()).collect();
            match splits.iter().find(|path| self.known.contains(&pair(path))).or(splits.first()) {
                Some(path) if path.iter().all(|name| !name.is_empty()) => draft.paths.push(path.clone()),
                _ => self.skip(
                    draft,
                    node,
                    "second_path",
                    &format!("{}: expected \"Category / Subcategory\"", quoted(&text)),
                ),
            }
        }
    }

    /// `organization`: its name is the owner; what else is known about it counts as the item's own.
    fn owner(&mut self, draft: &mut Draft, node: &Node, days: &mut HashMap<String, String>) {
        let name = node.text().or(node.get("name").and_then(Node::text));
        if let Some(name) = name {
            let value = Value::Text(name.to_owned());
            draft.put(&Target::Plain(Plain::Owner), &value, "organization", node.line, &mut self.builder.report);
        }
        self.map(draft, node, days);
    }

    /// A list of maps, or of addresses.
    fn links(&mut self, draft: &mut Draft, node: &Node, key: &str, before: &str) {
        let one = std::slice::from_ref(node);
        for node in node.items().unwrap_or(one) {
            let first = |keys: &[&str]| keys.iter().find_map(|key| node.get(key)).and_then(Node::text);
            let Some(address) = node.text().or(address_of(node)) else {
                if !node.is_null() {
                    self.skip(draft, node, key, "expected an address, or a map with a url");
                }
                continue;
            };
            let name = first(&["name", "title", "type"]).map(str::to_owned);
            let name = name.or_else(|| address::repository(address)).unwrap_or_else(|| key.replace('_', " "));
            let target = Target::Link(format!("{before}{name}").into());
            draft.put(&target, &Value::Text(address.to_owned()), key, node.line, &mut self.builder.report);
        }
    }
}

/// The address in a map.
fn address_of(node: &Node) -> Option<&str> {
    ["url", "repo_url", "link", "href", "homepage_url"].iter().find_map(|key| node.get(key)).and_then(Node::text)
}

/// All texts below a node.
fn texts(node: &Node, all: &mut Vec<String>) {
    all.extend(node.text().map(|text| text::plain(text).to_owned()));
    node.items().unwrap_or_default().iter().for_each(|item| texts(item, all));
    node.entries().iter().for_each(|(_, value)| texts(value, all));
}

/// A text, or a list of texts.
fn value(node: &Node) -> Option<Value> {
    if let Some(text) = node.text() {
        return Some(Value::Text(text::plain(text).to_owned()));
    }
    let items = node.items()?;
    let texts = items.iter().filter(|item| !item.is_null()).map(|item| item.text().map(str::to_owned));
    texts.collect::<Option<Vec<_>>>().map(Value::List)
}
