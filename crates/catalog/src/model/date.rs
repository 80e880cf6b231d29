//! Calendar dates of different precision.

use std::fmt;

use crate::text::decimal;

/// A calendar date. `day` 0 means that only the month is known, `month` 0 that only the year is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub struct Date {
    /// Year, 2000–2100.
    pub year: u16,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31.
    pub day: u8,
}

impl Date {
    /// The date as a fraction of years, for the life line: 2 July 2019 is about 2019.5.
    #[must_use]
    pub fn years(self) -> f32 {
        let month = f32::from(self.month.max(1) - 1);
        let day = f32::from(self.day.max(1) - 1);
        f32::from(self.year) + (month + day / 31.0) / 12.0
    }

    /// A number for positions on an axis, as if every month had 31 days: a later date has a larger
    /// one.
    #[must_use]
    pub fn days(self) -> u32 {
        let months = u32::from(self.year) * 12 + u32::from(self.month.max(1) - 1);
        months * 31 + u32::from(self.day.max(1) - 1)
    }

    /// The date as a number with eight digits: 20241017; month and day may be 00.
    #[must_use]
    pub fn number(self) -> u32 {
        (u32::from(self.year) * 100 + u32::from(self.month)) * 100 + u32::from(self.day)
    }

    /// The date of such a number.
    #[must_use]
    pub(crate) fn of_number(n: u32) -> Date {
        Date { year: (n / 10_000) as u16, month: (n / 100 % 100) as u8, day: (n % 100) as u8 }
    }

    /// ISO 8601, as precise as the date: `2024-10-17`, `2024-10`, `2024`.
    #[must_use]
    pub fn iso(self) -> String {
        let mut iso = decimal(self.year.into());
        for part in [self.month, self.day] {
            if part == 0 {
                break;
            }
            iso.push_str(if part < 10 { "-0" } else { "-" });
            iso.push_str(&decimal(part.into()));
        }
        iso
    }

    /// Years from `earlier` to this date, in rounded tenths: 31 is 3.1 years.
    #[must_use]
    pub fn tenths_since(self, earlier: Date) -> u16 {
        let tenths = (self.years() - earlier.years()) * 10.0 + 0.5;
        if tenths > 0.0 { tenths as u16 } else { 0 }
    }

    /// Years completed from `earlier` to this date, as birthdays count them.
    #[must_use]
    pub fn whole_years_since(self, earlier: Date) -> u16 {
        let before_birthday = (self.month, self.day) < (earlier.month, earlier.day);
        self.year.saturating_sub(earlier.year).saturating_sub(u16::from(before_birthday))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}
