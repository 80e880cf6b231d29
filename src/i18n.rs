//! Every interface string, one file per language: a value of [`Messages`]. A field that a language lacks does not compile.
//!
//! To add a language: a file like `i18n/en.rs`, a variant of [`Lang`], and its row in [`LANGUAGES`].

mod en;
mod zh;

use crate::model::{Date, Field, Level, Text};
use crate::text::{self, cut, decimal};

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
        let tag = tag.trim_ascii();
        let end = tag.bytes().position(|b| matches!(b, b'-' | b'_')).unwrap_or(tag.len());
        let primary = &tag[..end];
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

/// A text with `N` gaps, `{0}` for the first. A gap too few or too many does not compile.
#[derive(Clone, Copy)]
pub struct Message<const N: usize>(&'static str);

impl<const N: usize> Message<N> {
    /// A message that has each gap once, in any order.
    const fn new(text: &'static str) -> Message<N> {
        let bytes = text.as_bytes();
        let (mut at, mut n_gaps, mut seen) = (0, 0, 0_u32);
        while at < bytes.len() {
            if bytes[at] == b'{' {
                let gap = bytes[at + 1].wrapping_sub(b'0');
                assert!((gap as usize) < N && bytes[at + 2] == b'}', "a gap is a number below N in braces");
                seen |= 1 << gap;
                n_gaps += 1;
            }
            at += 1;
        }
        assert!(n_gaps == N && seen.count_ones() as usize == N, "each gap must stand there once");
        Message(text)
    }

    /// The text with its gaps filled.
    #[must_use]
    pub fn fill(&self, parts: [&str; N]) -> String {
        fill(self.0, &parts)
    }
}

fn fill(mut text: &str, parts: &[&str]) -> String {
    let mut filled = String::new();
    while !text.is_empty() {
        filled.push_str(cut(&mut text, b'{'));
        let gap = cut(&mut text, b'}');
        let part = gap.bytes().next().and_then(|digit| parts.get(usize::from(digit & 15)));
        filled.push_str(part.unwrap_or(&""));
    }
    filled
}

/// The interface strings of one language: texts, and texts with gaps.
#[allow(missing_docs, reason = "a field's name says which string it is; the English file shows it")]
pub struct Messages {
    pub explorer: &'static str,
    pub search: &'static str,
    pub search_hint: Message<1>, // projects
    pub sort: &'static str,
    pub sort_accepted: &'static str,
    pub sort_match: &'static str,
    pub sort_scope: &'static str,
    pub sort_name: &'static str,
    pub sort_first_commit: &'static str,
    pub sort_stars: &'static str,
    pub view: &'static str,
    pub view_cards: &'static str,
    pub view_table: &'static str,
    pub view_timeline: &'static str,
    pub view_insights: &'static str,
    pub categories: &'static str,
    pub all: &'static str,
    pub one_project: &'static str,
    pub projects: Message<1>, // number
    pub filters: &'static str,
    pub filters_active: Message<1>, // number of active filters
    pub category: &'static str,
    pub part: &'static str,
    pub part_short: Message<1>, // slug
    pub language: &'static str,
    pub licence: &'static str,
    pub region: &'static str,
    pub maturity: &'static str,
    pub tag: &'static str,
    pub more: Message<1>, // number of values
    pub fewer: &'static str,
    pub shown: Message<2>, // number shown, all projects
    pub active_filters: &'static str,
    pub remove: Message<1>, // name
    pub clear_all: &'static str,
    pub search_chip: Message<1>, // words
    pub nothing: &'static str,
    pub without: Message<2>, // name, projects
    pub nothing_here: &'static str,
    pub website: &'static str,
    pub code: &'static str,
    pub close: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub features: &'static str,
    pub facts: &'static str,
    pub one_year: &'static str,
    pub years: Message<1>,       // number
    pub since: Message<2>,       // level, year
    pub archived_in: Message<1>, // year
    pub today: &'static str,
    pub also_known_as: &'static str,
    pub first_commit: &'static str,
    pub accepted: &'static str,
    pub age: &'static str,
    pub owner: &'static str,
    pub stars: &'static str,
    pub contributors: &'static str,
    pub authors: &'static str,
    pub about: Message<1>,   // number
    pub counted: Message<2>, // number, date
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
    pub source_at: Message<2>,   // source, date
    pub source_line: Message<2>, // source, fields
    pub earlier_stay: &'static str,
    pub stayed: Message<2>, // from, to
    pub name: &'static str,
    pub description: &'static str,
    pub loading_catalog: &'static str,
    pub catalog_failed: Message<1>, // reason
    pub list_separator: &'static str,
    pub sandbox: &'static str,
    pub incubating: &'static str,
    pub graduated: &'static str,
    pub archived: &'static str,
    pub months: &'static str,       // from January on, parted by spaces
    pub year: Message<1>,           // year
    pub year_month: Message<2>,     // year, month
    pub year_month_day: Message<3>, // year, month, day
    // Table and timeline.
    pub sort_age: &'static str,
    pub table: &'static str,
    pub life: Message<4>, // name, first commit, accepted, today's level
    pub legend_line: &'static str,
    pub legend_entry: &'static str,
    pub legend_moved: &'static str,
}

impl Messages {
    /// So many projects.
    #[must_use]
    pub fn projects(&self, n: usize) -> String {
        if n == 1 { self.one_project.to_owned() } else { self.projects.fill([&number(n as u32)]) }
    }

    /// How many projects are shown, of how many.
    #[must_use]
    pub fn shown(&self, n: usize, total: usize) -> String {
        let all = self.projects(total);
        if n == total { all } else { self.shown.fill([&number(n as u32), &all]) }
    }

    /// So many years, given in tenths.
    #[must_use]
    pub fn years(&self, tenths: u16) -> String {
        if tenths == 10 { self.one_year.to_owned() } else { self.years.fill([&text::tenths(tenths.into())]) }
    }

    /// A date, as far as it is known.
    #[must_use]
    pub fn date(&self, Date { year, month, day }: Date) -> String {
        let year = &decimal(year.into());
        let Some(n_before) = month.checked_sub(1) else { return self.year.fill([year]) };
        let mut months = self.months;
        for _ in 0..n_before {
            cut(&mut months, b' ');
        }
        let month = cut(&mut months, b' ');
        if day == 0 {
            self.year_month.fill([year, month])
        } else {
            self.year_month_day.fill([year, month, &decimal(day.into())])
        }
    }

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
    let digits = decimal(n);
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
