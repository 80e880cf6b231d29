//! The lines of a JSON file where its values begin, by their places: `projects[3].links.website`. Only asked for what is wrong, so it reads
//! no more of the file than the way to that.

use std::collections::{BTreeMap, HashMap};

use sandbox_explorer::data::mistake::shown;
use serde_json::value::RawValue;

/// A file, and what has been read of it.
pub(crate) struct Places<'j> {
    file: &'j str,
    /// All of it, if it is JSON.
    whole: Option<&'j RawValue>,
    /// The values in a list or table, by the byte where that begins.
    inner: HashMap<usize, Inner<'j>>,
}

enum Inner<'j> {
    List(Vec<&'j RawValue>),
    Table(BTreeMap<String, &'j RawValue>),
    Nothing,
}

impl<'j> Places<'j> {
    /// The places of a file.
    pub(crate) fn new(file: &'j str) -> Places<'j> {
        let text = file.strip_prefix('\u{feff}').unwrap_or(file);
        Places { file, whole: serde_json::from_str(text).ok(), inner: HashMap::new() }
    }

    /// The line of a value, from 1. Of one that is missing: the line of what it is missing in.
    pub(crate) fn line(&mut self, place: &str) -> Option<usize> {
        let (mut value, mut rest) = (self.whole?, place);
        while let Some((next, left)) = self.step(value, rest) {
            (value, rest) = (next, left);
        }
        let before = self.file.get(..self.start(value))?;
        Some(before.bytes().filter(|&byte| byte == b'\n').count() + 1)
    }

    /// The value to which the first step of a place leads, and the other steps.
    fn step<'p>(&mut self, value: &'j RawValue, place: &'p str) -> Option<(&'j RawValue, &'p str)> {
        let start = self.start(value);
        match self.inner.entry(start).or_insert_with(|| Inner::of(value)) {
            Inner::List(items) => {
                let (number, rest) = place.strip_prefix('[')?.split_once(']')?;
                Some((items.get(number.parse::<usize>().ok()?)?, rest))
            }
            Inner::Table(entries) => {
                let place = place.strip_prefix('.').unwrap_or(place);
                // A key may have a dot as well; then the longest one is meant.
                let after = |key: &str| {
                    let rest = place.strip_prefix(shown(key).as_str())?;
                    (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
                };
                let found = entries.iter().filter(|(key, _)| !key.is_empty());
                let found = found.filter_map(|(key, value)| Some((*value, after(key)?)));
                found.min_by_key(|(_, rest)| rest.len())
            }
            Inner::Nothing => None,
        }
    }

    /// The byte where a value begins: it is a slice of the file.
    fn start(&self, value: &RawValue) -> usize {
        (value.get().as_ptr() as usize).saturating_sub(self.file.as_ptr() as usize)
    }
}

impl<'j> Inner<'j> {
    fn of(value: &'j RawValue) -> Inner<'j> {
        let text = value.get();
        match text.bytes().next() {
            Some(b'[') => serde_json::from_str(text).map_or(Inner::Nothing, Inner::List),
            Some(b'{') => serde_json::from_str(text).map_or(Inner::Nothing, Inner::Table),
            _ => Inner::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\u{feff}{\n\"projects\": [\n{ \"name\": \"A\" },\n{\n \"name\": \"B\",\n \"links\": {\n  \"web.site\": 1,\n  \"web\": \
                        2\n },\n \"tags\": [\n  1,\n  2] } ] }";

    #[track_caller]
    fn check(place: &str, line: usize) {
        assert_eq!(Places::new(FILE).line(place), Some(line));
    }

    #[test]
    fn a_value_is_in_the_line_where_it_begins() {
        check("projects[0].name", 3);
        check("projects[1]", 4);
        check("projects[1].links.web", 8);
        check("projects[1].links.web.site", 7);
        check("projects[1].tags[1]", 12);
    }

    #[test]
    fn what_is_missing_is_missing_where_it_would_be() {
        check("projects[1].links.docs", 6);
        check("projects[0].summary.en", 3);
        check("projects[7]", 2);
        check("categories", 1);
        check("", 1);
    }

    #[test]
    fn what_is_no_json_has_no_lines() {
        assert_eq!(Places::new("{ \"a\": ").line("a"), None);
    }
}
