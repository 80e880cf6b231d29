//! Reads what may have any keys: texts by language, addresses by name, values by field.

use std::borrow::Cow;

use super::Entries;
use super::record::Reader;
use crate::keys::Kind;
use crate::limits;
use crate::mistake::Place;
use crate::scalars::Scalar;
use crate::text::decimal;
use crate::tree::Tree;

impl Reader<'_> {
    /// Adds what English and Chinese readers see of a text in any languages, by their BCP 47 tags: their own, or that of the other, or the
    /// first one.
    pub(super) fn texts(&mut self, texts: &[(Cow<'static, str>, Tree)], place: Place, kind: Kind) -> bool {
        let mut first = None;
        // English, Chinese, traditional Chinese.
        let mut found = [None; 3];
        for (tag, tree) in texts {
            if let Tree::Null = tree {
                continue;
            }
            let place = Place { outer: Some(&place), key: tag, item: None };
            let Some(value) = self.value(tree, place, kind) else { continue };
            let is_of = |language: &str| starts_with_tag(tag, language);
            let of = match () {
                () if is_of("en") => 0,
                () if ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].into_iter().any(is_of) => 2,
                () if is_of("zh") => 1,
                () => {
                    first = first.or(Some(value));
                    continue;
                }
            };
            found[of] = found[of].or(Some(value));
        }
        let [en, zh, hant] = found;
        let Some(any) = en.or(zh).or(hant).or(first) else {
            if texts.is_empty() {
                self.report.add(place, &["needs a text in at least one language"]);
            }
            return false;
        };
        // What no Chinese reader wants is in the place of what is in no language of the interface, and the other way around.
        let values = [en.or(first).unwrap_or(any), zh.or(hant).or(first.filter(|_| en.is_none())).unwrap_or(any)];
        self.scalars.extend(values);
        if let Kind::Label = kind {
            self.scalars.push(hant.filter(|_| zh.is_some()).unwrap_or_default());
        }
        true
    }

    /// Adds the addresses under the keys that the record does not name.
    pub(super) fn others(&mut self, record: &Entries) -> bool {
        let at = self.scalars.len();
        self.scalars.push(Scalar::default());
        for &(name, tree) in record.rest.iter().take(limits::ITEMS) {
            let place = Place { outer: Some(&record.place), key: name, item: None };
            let named = Tree::String(name.clone());
            let last = self.scalars.len();
            if self.one(&named, place, Kind::Name) && self.one(tree, place, Kind::Address) {
                self.scalars[at].number += 1;
            } else {
                self.scalars.truncate(last);
            }
        }
        true
    }

    /// Adds the values of fields.
    pub(super) fn fields(&mut self, tree: Option<&Tree>, place: Place) -> bool {
        let at = self.scalars.len();
        self.scalars.push(Scalar::default());
        let Some(tree) = tree else { return true };
        let Tree::Map(fields) = tree else {
            self.report.add(place, &["must be a table of keys, not ", tree.kind()]);
            return true;
        };
        for (name, tree) in fields.iter().take(limits::ITEMS) {
            let place = Place { outer: Some(&place), key: name, item: None };
            let slug = self.slugs.field(name);
            let last = self.scalars.len();
            self.scalars.extend([Scalar { text: slug, number: 0 }, Scalar::default()]);
            let values = if let Tree::List(values) = tree { values } else { std::slice::from_ref(tree) };
            for (n, value) in values.iter().enumerate().take(limits::ITEMS) {
                let place = Place { item: matches!(tree, Tree::List(_)).then_some(n), ..place };
                let value = match value {
                    Tree::Null => continue,
                    Tree::Flag(flag) => Some(if *flag { "true" } else { "false" }),
                    Tree::Number(number) => Some(&*number_as_text(*number).leak()),
                    _ => None,
                };
                let value = match value {
                    Some(text) => Some(Scalar { text, number: 0 }),
                    None => self.value(&values[n], place, Kind::Text),
                };
                if let Some(value) = value {
                    self.scalars.push(value);
                    self.scalars[last + 1].number += 1;
                }
            }
            if slug.is_empty() || self.scalars[last + 1].number == 0 {
                self.scalars.truncate(last);
            } else {
                self.scalars[at].number += 1;
            }
        }
        true
    }
}

/// Whether a BCP 47 tag is this language, or one of its forms.
fn starts_with_tag(tag: &str, language: &str) -> bool {
    let rest = match tag.get(..language.len()) {
        Some(start) if start.eq_ignore_ascii_case(language) => &tag[language.len()..],
        _ => return false,
    };
    rest.is_empty() || rest.starts_with(['-', '_'])
}

/// A number in digits, with up to three behind the point.
fn number_as_text(number: f64) -> String {
    let thousandths = (number.abs() * 1000.0 + 0.5) as u64;
    let (whole, mut rest) = ((thousandths / 1000) as u32, (thousandths % 1000) as u32);
    let mut text = if number < 0.0 { "-".to_owned() } else { String::new() };
    text.push_str(&decimal(whole));
    if rest > 0 {
        text.push('.');
        for place in [100, 10, 1] {
            text.push((b'0' + (rest / place) as u8) as char);
            rest %= place;
            if rest == 0 {
                break;
            }
        }
    }
    text
}
