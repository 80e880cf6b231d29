//! Phrases that are made of an interface string and a value: numbers with their noun, dates, levels.

use super::{Late, Messages};
use crate::model::Date;
use crate::text::{self, cut, decimal};

impl Messages {
    /// The number of projects with its noun.
    #[must_use]
    pub fn projects(&self, n: usize) -> String {
        if n == 1 { self.one_project.to_owned() } else { self.projects.fill([&number(n as u32)]) }
    }

    /// The number of projects shown, and of all.
    #[must_use]
    pub fn shown(&self, n: usize, total: usize) -> String {
        let all = self.projects(total);
        if n == total { all } else { self.shown.fill([&number(n as u32), &all]) }
    }

    /// A date, as precisely as it is known; empty if it is not.
    #[must_use]
    pub fn date(&self, Date { year, month, day }: Date) -> String {
        if year == 0 {
            return String::new();
        }
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

    /// The display name of a level; a word that is not known is its own name.
    #[must_use]
    pub fn level(&self, level: &'static str) -> &'static str {
        match level {
            "sandbox" => self.sandbox,
            "incubating" => self.incubating,
            "graduated" => self.graduated,
            "archived" => self.archived,
            word => word,
        }
    }
}

impl Late {
    /// A number of years, given in tenths.
    #[must_use]
    pub fn years(&self, tenths: u16) -> String {
        if tenths == 10 { self.one_year.to_owned() } else { self.years.fill([&text::tenths(tenths.into())]) }
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
