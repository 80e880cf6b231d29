//! Every interface string, one file per language: a value of [`Messages`]. A field that a language lacks does not compile.
//!
//! To add a language: a file like `i18n/en.rs`, a variant of [`Lang`], and its row in [`LANGUAGES`].

mod en;
mod zh;

use crate::model::{Date, Field, Level, Text};

/// An interface language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
}

/// The languages: value, BCP 47 tag, strings.
pub static LANGUAGES: [(Lang, &str, &Messages); 2] = [(Lang::En, "en", &en::MESSAGES), (Lang::Zh, "zh", &zh::MESSAGES)];

impl Lang {
    /// The language for a BCP 47 tag by its primary subtag: `zh-Hant-TW` and `ZH_cn` are Chinese. `None`: not one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        let same = |row: &&(Lang, &str, &Messages)| row.1.eq_ignore_ascii_case(primary);
        LANGUAGES.iter().find(same).map(|row| row.0)
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        LANGUAGES[self as usize].1
    }

    /// Its strings.
    #[must_use]
    pub fn messages(self) -> &'static Messages {
        LANGUAGES[self as usize].2
    }

    /// A text of the data in this language; where it has none, in the other one.
    #[must_use]
    pub fn of(self, text: Text) -> &'static str {
        let (wanted, other) = match self {
            Lang::En => (text.en, text.zh),
            Lang::Zh => (text.zh, text.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

/// The interface strings of one language. Counts and plurals are functions.
#[allow(missing_docs, reason = "a field's name says which string it is; the English file shows it")]
pub struct Messages {
    pub explorer: &'static str,
    pub search: &'static str,
    pub search_hint: fn(n_projects: usize) -> String,
    pub sort: &'static str,
    pub sort_accepted: &'static str,
    pub sort_match: &'static str,
    pub sort_scope: &'static str,
    pub sort_name: &'static str,
    pub sort_first_commit: &'static str,
    pub sort_stars: &'static str,
    pub categories: &'static str,
    pub all: &'static str,
    pub filters: &'static str,
    pub filters_active: fn(n_active: usize) -> String,
    pub category: &'static str,
    pub part: &'static str,
    pub part_short: fn(slug: &str) -> String,
    pub language: &'static str,
    pub licence: &'static str,
    pub region: &'static str,
    pub maturity: &'static str,
    pub tag: &'static str,
    pub more: fn(n_values: usize) -> String,
    pub fewer: &'static str,
    pub shown: fn(n_shown: usize, n_total: usize) -> String,
    pub active_filters: &'static str,
    pub remove: fn(what: &str) -> String,
    pub clear_all: &'static str,
    pub search_chip: fn(words: &str) -> String,
    pub nothing: &'static str,
    pub without: fn(what: &str, n_projects: usize) -> String,
    pub nothing_here: &'static str,
    pub website: &'static str,
    pub code: &'static str,
    pub close: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub features: &'static str,
    pub facts: &'static str,
    pub years: fn(tenths: u16) -> String,
    pub since: fn(level: &str, year: u16) -> String,
    pub archived_in: fn(year: u16) -> String,
    pub today: &'static str,
    pub also_known_as: &'static str,
    pub first_commit: &'static str,
    pub accepted: &'static str,
    pub age: &'static str,
    pub owner: &'static str,
    pub stars: &'static str,
    pub contributors: &'static str,
    pub authors: &'static str,
    pub about: fn(number: &str) -> String,
    pub counted: fn(number: &str, date: &str) -> String,
    pub links_project: &'static str,
    pub links_cncf: &'static str,
    pub docs: &'static str,
    pub sandbox_request: &'static str,
    pub onboarding: &'static str,
    pub onboarding_other: &'static str,
    pub devstats: &'static str,
    pub disputes: &'static str,
    pub stands: &'static str,
    pub sources: &'static str,
    pub source_at: fn(source: &str, date: &str) -> String,
    pub source_line: fn(source: &str, fields: &str) -> String,
    pub earlier_stay: &'static str,
    pub stayed: fn(from: &str, to: &str) -> String,
    pub name: &'static str,
    pub description: &'static str,
    pub loading_catalog: &'static str,
    pub catalog_failed: fn(why: &str) -> String,
    pub list_separator: &'static str,
    pub sandbox: &'static str,
    pub incubating: &'static str,
    pub graduated: &'static str,
    pub archived: &'static str,
    pub date: fn(Date) -> String,
}

impl Messages {
    /// What a level is called.
    #[must_use]
    pub fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Sandbox => self.sandbox,
            Level::Incubating => self.incubating,
            Level::Graduated => self.graduated,
            Level::Archived => self.archived,
        }
    }

    /// What a field is called.
    #[must_use]
    pub fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Name => self.name,
            Field::Description => self.description,
            Field::Category => self.category,
            Field::Website => self.website,
            Field::Repository => self.code,
            Field::Docs => self.docs,
            Field::Licence => self.licence,
            Field::Languages => self.language,
            Field::Owner => self.owner,
            Field::Region => self.region,
            Field::FirstCommit => self.first_commit,
            Field::Accepted => self.accepted,
            Field::Maturity => self.maturity,
            Field::Age => self.age,
            Field::History => self.earlier_stay,
            Field::SandboxRequest => self.sandbox_request,
            Field::Onboarding => self.onboarding,
            Field::Devstats => self.devstats,
            Field::Features => self.features,
        }
    }
}

/// A number with `,` between groups of three digits, as English and Chinese write it.
#[must_use]
pub fn number(n: u32) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Tenths as a decimal number: 31 is "3.1".
fn decimal(tenths: u16) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
