//! The landscape as in `landscape.yml`: categories, their subcategories, and the items of those.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, Yaml};

/// All items of the landscape, in its order.
#[derive(Default, Debug)]
pub struct Landscape {
    /// Projects and products; most of them are not CNCF projects.
    pub items: Vec<Item>,
}

/// An entry of the landscape.
#[derive(Default, Debug)]
pub struct Item {
    /// `Provisioning`
    pub category: String,
    /// `Security & Compliance`
    pub subcategory: String,
    /// Its plain values by key; those below `extra` have keys such as `extra.accepted`.
    pub values: BTreeMap<String, String>,
}

impl Item {
    /// The value of a key, if there is one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// The name; never empty.
    #[must_use]
    pub fn name(&self) -> &str {
        self.get("name").unwrap_or("(no name)")
    }

    /// Where it is listed: `Provisioning / Security & Compliance`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{} / {}", self.category, self.subcategory)
    }
}

const EXPECTED: &str = "expected the landscape.yml of https://github.com/cncf/landscape";

/// Reads a landscape.
///
/// # Errors
/// If the text is not a landscape: the reason, in one line.
pub fn read(text: &str) -> Result<Landscape, String> {
    let documents = Yaml::load_from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("not YAML: {}; {EXPECTED}", error.to_string().replace('\n', " ")))?;
    let list = documents.first().and_then(|document| get(document, "landscape"));
    let Some(categories) = list.and_then(Yaml::as_sequence) else {
        return Err(format!("no list under the key `landscape`; {EXPECTED}"));
    };
    let mut landscape = Landscape::default();
    for category in categories {
        for subcategory in items(category, "subcategories") {
            for item in items(subcategory, "items") {
                let mut values = BTreeMap::new();
                flatten(item, "", &mut values);
                let [category, subcategory] = [category, subcategory].map(|it| text_of(it, "name"));
                landscape.items.push(Item { category, subcategory, values });
            }
        }
    }
    if landscape.items.iter().all(|item| item.get("project").is_none()) {
        return Err(format!("no item has a `project` (sandbox, incubating …); {EXPECTED}"));
    }
    Ok(landscape)
}

fn get<'a>(node: &'a Yaml<'a>, key: &str) -> Option<&'a Yaml<'a>> {
    node.as_mapping_get(key)
}

fn items<'a>(node: &'a Yaml<'a>, key: &str) -> &'a [Yaml<'a>] {
    get(node, key).and_then(Yaml::as_sequence).map_or(&[], Vec::as_slice)
}

fn text_of(node: &Yaml, key: &str) -> String {
    get(node, key).and_then(plain).unwrap_or_default()
}

/// A plain value as text: some of the landscape's dates and names are not quoted.
fn plain(node: &Yaml) -> Option<String> {
    if let Some(text) = node.as_str() {
        return Some(text.to_owned());
    }
    node.as_integer()
        .map(|number| number.to_string())
        .or_else(|| node.as_bool().map(|flag| flag.to_string()))
        .or_else(|| node.as_floating_point().map(|number| number.to_string()))
}

fn flatten(node: &Yaml, before: &str, values: &mut BTreeMap<String, String>) {
    let Some(mapping) = node.as_mapping() else { return };
    for (key, value) in mapping {
        let Some(key) = key.as_str() else { continue };
        if key == "extra" && before.is_empty() {
            flatten(value, "extra.", values);
        } else if let Some(text) = plain(value) {
            values.insert(format!("{before}{key}"), text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_landscape_is_refused_with_what_was_expected() {
        for (text, reason) in [
            ("landscape: [", "not YAML"),
            ("a: 1\na: 2\n", "not YAML"),
            ("categories: []\n", "no list under the key `landscape`"),
            ("landscape: yes\n", "no list under the key `landscape`"),
            ("", "no list under the key `landscape`"),
            ("<!doctype html><p>Not found</p>", "no list under the key `landscape`"),
            ("landscape:\n  - name: X\n    subcategories:\n", "no item has a `project`"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.starts_with(reason) && error.contains("expected the landscape.yml"), "{text:?}: {error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn values_are_read_in_every_form_that_the_landscape_uses() {
        let text = "landscape:\n  - category:\n    name: A\n    subcategories:\n      - subcategory:\n        name: B\n        items:\n          \
            - item:\n            name: 99\n            project: sandbox\n            description: >-\n              two\n              lines\n            \
            second_path:\n              - \"C / D\"\n            extra:\n              accepted: 2024-01-02\n              blog_url:\n";
        let landscape = read(text).unwrap();
        let item = &landscape.items[0];
        assert_eq!(item.path(), "A / B");
        assert_eq!(item.name(), "99");
        assert_eq!(item.get("description"), Some("two lines"));
        assert_eq!(item.get("extra.accepted"), Some("2024-01-02"));
        assert_eq!(item.get("extra.blog_url"), None);
    }
}
