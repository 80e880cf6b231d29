//! A project that is being made: every format puts its values here, by target. A value that cannot be used is told and costs no more than
//! itself.

use std::collections::{HashMap, HashSet};

use crate::address::{self, address};
use crate::marks;
use crate::report::{Report, quoted};
use crate::target::{Plain, Target};
use crate::text;

/// A value of a list.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value {
    Text(String),
    List(Vec<String>),
    /// By language tag.
    Languages(Vec<(String, String)>),
}

impl Value {
    fn first(&self) -> &str {
        match self {
            Value::Text(text) => text,
            Value::List(texts) => texts.first().map_or("", String::as_str),
            Value::Languages(texts) => texts.first().map_or("", |(_, text)| text),
        }
    }

    /// The texts of a list; a text is split at these separators.
    fn texts(&self, separators: &[char]) -> Vec<String> {
        let split = |text: &str| -> Vec<String> {
            text.split(separators).map(text::line).filter(|it| !it.is_empty()).collect()
        };
        match self {
            Value::Text(text) => split(text),
            Value::List(texts) => texts.iter().map(|text| text::line(text)).filter(|it| !it.is_empty()).collect(),
            Value::Languages(_) => split(self.first()),
        }
    }
}

/// A project that is being made.
#[derive(Default, Debug)]
pub(crate) struct Draft {
    /// Its line in the file.
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) id: Option<String>,
    /// Its categories, each as a path from the outermost one.
    pub(crate) paths: Vec<Vec<String>>,
    pub(crate) subcategory: Option<String>,
    pub(crate) summary: Option<Value>,
    pub(crate) links: Vec<(String, String)>,
    link_names: HashSet<String>,
    /// The addresses of the links that were added under a name.
    addresses: HashMap<String, HashSet<String>>,
    pub(crate) logo: Option<String>,
    /// File name of the logo, in a folder that only the options can name.
    pub(crate) logo_file: Option<String>,
    pub(crate) licence: Option<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) owner: Option<String>,
    pub(crate) maturity: Option<String>,
    pub(crate) since: Option<String>,
    pub(crate) accepted: Option<String>,
    pub(crate) first_commit: Option<String>,
    /// Extra fields by name.
    pub(crate) fields: Vec<(String, Vec<String>)>,
}

impl Draft {
    /// A draft without a name.
    pub(crate) fn at(line: usize) -> Draft {
        Draft { line, ..Draft::default() }
    }

    /// Puts a value where the target says. `key` is the key or column it is from, for messages.
    pub(crate) fn put(&mut self, target: &Target, value: &Value, key: &str, line: usize, report: &mut Report) {
        if let Err(why) = self.try_put(target, value, key, line, report) {
            let of = if self.name.is_empty() { String::new() } else { format!("{}: ", self.name) };
            report.skip(line, format!("{of}{key}"), format!("{}: {why}", quoted(value.first())));
        }
    }

    fn try_put(
        &mut self,
        target: &Target,
        value: &Value,
        key: &str,
        line: usize,
        report: &mut Report,
    ) -> Result<(), &'static str> {
        let only = text::line(value.first());
        let some = || Some(only.clone()).filter(|text| !text.is_empty());
        match target {
            // Whatever the cell contains.
            Target::Nothing if key.is_empty() => report.leave_out(line, "values without a column name"),
            Target::Nothing => report.leave_out(line, &format!("key {key}")),
            _ if value.texts(&[]).is_empty() => {}
            Target::Plain(plain) => match plain {
                Plain::Name => {
                    let (name, is_shortened) = text::name(&only);
                    self.name = name;
                    if is_shortened {
                        return Err("the name is too long and was shortened");
                    }
                }
                Plain::Id => self.id = some(),
                Plain::Category => self.paths.extend(value.texts(&[';', '|']).into_iter().map(|name| vec![name])),
                Plain::Subcategory => self.subcategory = some(),
                Plain::Summary => self.summary = Some(value.clone()),
                Plain::Licence => {
                    self.licence = some().filter(|text| text != "NOASSERTION").map(|text| marks::licence(&text))
                }
                Plain::Languages => self.languages.extend(value.texts(&[',', ';', '|', '、'])),
                Plain::Owner => self.owner = some(),
                Plain::Maturity => self.maturity = some(),
                Plain::Since => self.since = Some(text::date(&only)?),
                Plain::Accepted => self.accepted = Some(text::date(&only)?),
                Plain::FirstCommit => self.first_commit = Some(text::date(&only)?),
                Plain::Logo if address::is_address(&only) => self.logo = Some(address(&only)?),
                Plain::Logo => self.logo_file = some(),
            },
            Target::Site => {
                let is_repository = address(&only).is_ok_and(|address| address::repository(&address).is_some());
                self.link(if is_repository { "repository" } else { "website" }, &only)?;
            }
            Target::Link(name) => {
                for text in value.texts(&[]) {
                    self.link(name, &text)?;
                }
            }
            Target::Chat(name) => {
                let is_taken = self.links.iter().any(|(known, _)| known == "chat");
                self.link(if is_taken { name } else { "chat" }, &only)?;
            }
            Target::Field(name) => self.field(name, vec![text::paragraphs(value.first())]),
            Target::Fields(name) => self.field(name, value.texts(&[',', ';', '|', '、'])),
            Target::Day(name) => {
                let day = text::day(&only)?;
                self.field(name, vec![day]);
            }
            Target::Guessed(name) => self.guess(name, value)?,
        }
        Ok(())
    }

    /// Adds a link. A second one with the same name is numbered; the same address is not added again under the same name.
    pub(crate) fn link(&mut self, name: &str, text: &str) -> Result<(), &'static str> {
        let address = address(text)?;
        let name = text::line(name);
        let addresses = self.addresses.entry(name.clone()).or_default();
        if !addresses.insert(address.clone()) {
            return Ok(());
        }
        let first = addresses.len();
        let free = (first..).map(|number| numbered(&name, number)).find(|name| !self.link_names.contains(name));
        let name = free.unwrap_or(name);
        self.link_names.insert(name.clone());
        self.links.push((name, address));
        Ok(())
    }

    /// Adds values to an extra field, each once.
    pub(crate) fn field(&mut self, name: &str, values: Vec<String>) {
        let at = self.fields.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.fields.push((name.to_owned(), Vec::new()));
            self.fields.len() - 1
        });
        let known = &mut self.fields[at].1;
        let mut seen: HashSet<String> = known.iter().cloned().collect();
        known.extend(values.into_iter().filter(|value| !value.is_empty() && seen.insert(value.clone())));
    }

    /// A value under a name that no table knows: addresses are links, everything else is an extra field.
    fn guess(&mut self, name: &str, value: &Value) -> Result<(), &'static str> {
        // Some lists have escapes where they mean line breaks.
        let unescaped = match value {
            Value::Text(text) => Value::Text(text.replace("\\n", " ")),
            value => value.clone(),
        };
        let pieces = unescaped.texts(&[',', ' ', '\n', '"']);
        if !pieces.is_empty() && pieces.iter().all(|piece| address::is_address(piece)) {
            let link = name.strip_suffix("_url").or(name.strip_suffix(" URL")).unwrap_or(name).replace('_', " ");
            return pieces.iter().try_for_each(|piece| self.link(&link, piece));
        }
        let name = text::humanised(name);
        match value {
            Value::Text(text) => self.field(&name, vec![text::paragraphs(text::plain(text))]),
            value => self.field(&name, value.texts(&[])),
        }
        Ok(())
    }
}

/// `docs`, `docs 2`
fn numbered(name: &str, number: usize) -> String {
    if number < 2 { name.to_owned() } else { format!("{name} {number}") }
}
