//! Texts in many languages: of each only that of the page's reader stays, if the interface does not have this language.

use std::borrow::Cow;

use crate::tree::Tree;

/// Tables whose keys are names, not languages.
const NAMED: [&str; 2] = ["fields", "links"];

/// Of every text that is there in this language, a BCP 47 tag such as `fr-CA`, or in another form of it, drops the others. The languages of
/// the interface, English and Chinese, stay together: readers may change between these.
pub fn keep_only(language: &str, tree: &mut Tree) {
    let language = primary(language);
    if !["", "en", "zh"].iter().any(|of_interface| language.eq_ignore_ascii_case(of_interface)) {
        visit(language, tree);
    }
}

fn visit(language: &str, tree: &mut Tree) {
    match tree {
        Tree::List(items) => items.iter_mut().for_each(|item| visit(language, item)),
        Tree::Map(entries) if is_text(entries) => {
            if let Some(at) = entries.iter().position(|(tag, _)| primary(tag).eq_ignore_ascii_case(language)) {
                entries.swap(0, at);
                entries.truncate(1);
            }
        }
        Tree::Map(entries) => {
            let named = |key: &str| NAMED.contains(&key);
            entries.iter_mut().filter(|(key, _)| !named(key)).for_each(|(_, tree)| visit(language, tree));
        }
        _ => {}
    }
}

/// Whether these are texts by language.
fn is_text(entries: &[(Cow<'static, str>, Tree)]) -> bool {
    entries.iter().all(|(tag, tree)| {
        let language = primary(tag);
        matches!(language.len(), 2..=3)
            && language.bytes().all(|b| b.is_ascii_alphabetic())
            && matches!(tree, Tree::String(_) | Tree::Null)
    })
}

/// The first part of a tag.
fn primary(tag: &str) -> &str {
    tag.find(['-', '_']).map_or(tag, |end| &tag[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(language: &str, json: &str) -> String {
        let mut tree = crate::json::read(json.as_bytes().to_vec()).unwrap();
        keep_only(language, &mut tree);
        format!("{tree:?}")
    }

    #[test]
    fn only_the_language_of_the_page_stays_if_a_text_has_it() {
        let text = r#"{"summary": {"en": "loom", "fr": "métier", "de": "Webstuhl"}}"#;
        let loom = |json: &str| kept("", json);
        assert_eq!(kept("fr-CA", text), loom(r#"{"summary": {"fr": "métier"}}"#));
        assert_eq!(kept("DE", text), loom(r#"{"summary": {"de": "Webstuhl"}}"#));
        for same in ["en-GB", "zh-Hant", "ja", ""] {
            assert_eq!(kept(same, text), loom(text), "{same}");
        }
    }

    #[test]
    fn names_of_links_and_fields_are_not_languages() {
        let project = r#"{"links": {"fr": "https://a.test", "en": "https://b.test"}, "fields": {"fr": "1", "en": "2"}, "key": {"fr": 1, "en": 2}}"#;
        assert_eq!(kept("fr", project), kept("", project));
    }
}
