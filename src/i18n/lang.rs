//! The interface languages, and which text of the data each shows.

use super::{Late, Messages, en, zh, zh_hant};
use crate::model::{Catalog, Field, Label, Text};

/// An interface language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
    /// Chinese, traditional. Texts of the projects stay simplified.
    ZhHant,
    /// English laid out from right to left: Unicode's pseudo-language `ar-XB`, which tests whether a layout can be mirrored.
    Mirrored,
}

/// The languages offered: value, BCP 47 tag, strings.
pub static LANGUAGES: [(Lang, &str, &Messages); 3] =
    [(Lang::En, "en", &en::MESSAGES), (Lang::Zh, "zh", &zh::MESSAGES), (Lang::ZhHant, "zh-Hant", &zh_hant::MESSAGES)];

impl Lang {
    /// The language for a BCP 47 tag: `en-GB` is English, `ZH_cn` simplified and `zh-TW` traditional Chinese. `None`: not one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let mut rest = tag.trim_ascii();
        if rest.eq_ignore_ascii_case("ar-XB") {
            return Some(Lang::Mirrored);
        }
        let next = |rest: &mut &str| {
            let end = rest.bytes().position(|b| matches!(b, b'-' | b'_')).unwrap_or(rest.len());
            let part = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
            *rest = rest.get(end + 1..).unwrap_or_default();
            part
        };
        match next(&mut rest).as_str() {
            "en" => Some(Lang::En),
            "zh" => {
                // The script decides; without a script, the region.
                while !rest.is_empty() {
                    match next(&mut rest).as_str() {
                        "hant" | "tw" | "hk" | "mo" => return Some(Lang::ZhHant),
                        "hans" => break,
                        _ => {}
                    }
                }
                Some(Lang::Zh)
            }
            _ => None,
        }
    }

    /// The BCP 47 tag of its strings.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.row().1
    }

    /// Its strings.
    #[must_use]
    pub fn messages(self) -> &'static Messages {
        self.row().2
    }

    /// The strings that only the chunk shows.
    #[must_use]
    pub fn late(self) -> &'static Late {
        match self {
            Lang::En | Lang::Mirrored => &en::LATE,
            Lang::Zh => &zh::LATE,
            Lang::ZhHant => &zh_hant::LATE,
        }
    }

    /// The display name of a field.
    #[must_use]
    pub fn field(self, field: Field) -> &'static str {
        let (messages, late) = (self.messages(), self.late());
        match field {
            Field::Name => messages.name,
            Field::Description => messages.description,
            Field::Category => messages.category,
            Field::Website => messages.website,
            Field::Repository => messages.code,
            Field::Docs => messages.docs,
            Field::Licence => messages.licence,
            Field::Languages => messages.language,
            Field::Owner => messages.owner,
            Field::Region => messages.region,
            Field::FirstCommit => messages.first_commit,
            Field::Accepted => messages.accepted,
            Field::Maturity => messages.maturity,
            Field::Age => messages.age,
            Field::History => messages.earlier_stay,
            Field::SandboxRequest => messages.sandbox_request,
            Field::Onboarding => messages.onboarding,
            Field::Devstats => messages.devstats,
            Field::Features => messages.features,
            Field::Applied => late.applied,
            Field::FormerRepositories => late.former_repositories,
            Field::Adopters => late.adopters,
            Field::BestPractices => late.best_practices,
            Field::Chat => late.chat,
        }
    }

    fn row(self) -> &'static (Lang, &'static str, &'static Messages) {
        LANGUAGES.get(self as usize).unwrap_or(&LANGUAGES[0])
    }

    /// Whether it is Chinese of either script.
    #[must_use]
    pub fn is_chinese(self) -> bool {
        matches!(self, Lang::Zh | Lang::ZhHant)
    }

    /// The BCP 47 tag of the data's texts in this language.
    #[must_use]
    pub fn tag_of_texts(self) -> &'static str {
        if self == Lang::ZhHant { "zh-Hans" } else { self.tag() }
    }

    /// `rtl` if it is written from right to left.
    #[must_use]
    pub fn direction(self) -> Option<&'static str> {
        (self == Lang::Mirrored).then_some("rtl")
    }

    /// A text of the data in this language; if it has none, in the other one.
    #[must_use]
    pub fn of(self, text: Text) -> &'static str {
        let (wanted, other) = if self.is_chinese() { (text.zh, text.en) } else { (text.en, text.zh) };
        if wanted.is_empty() { other } else { wanted }
    }

    /// A text of the data that may have its own traditional Chinese.
    #[must_use]
    pub fn label(self, label: Label) -> &'static str {
        if self == Lang::ZhHant && !label.zh_hant.is_empty() { label.zh_hant } else { self.of(label.text()) }
    }

    /// The name of a category; its slug if the catalog has no such category.
    #[must_use]
    pub fn category(self, catalog: &Catalog, slug: &'static str) -> &'static str {
        catalog.category(slug).map_or(slug, |category| self.label(category.name))
    }

    /// The name of a region; its slug if the catalog has no such region.
    #[must_use]
    pub fn region(self, catalog: &Catalog, slug: &'static str) -> &'static str {
        let region = catalog.regions.iter().find(|region| region.slug == slug);
        region.map_or(slug, |region| self.label(region.name))
    }

    /// The BCP 47 tag of a text of the data, if it differs from that of the interface. Decided by the characters, because a text may
    /// exist in one language only.
    #[must_use]
    pub fn tag_of(self, text: &str) -> Option<&'static str> {
        let is_chinese = text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        match (self, is_chinese) {
            (Lang::En | Lang::Mirrored, true) => Some("zh"),
            (Lang::ZhHant, true) => Some("zh-Hans"),
            (Lang::Zh | Lang::ZhHant, false) => Some("en"),
            _ => None,
        }
    }
}
