//! Reads one value of a kind.

use std::borrow::Cow;

use super::record::Reader;
use super::{keep, listed};
use crate::check;
use crate::keys::{FIELDS, Kind};
use crate::limits;
use crate::mistake::{Place, quoted};
use crate::scalars::Scalar;
use crate::text::decimal;
use crate::tree::Tree;

impl Reader<'_> {
    /// The value, if it is of this kind.
    pub(super) fn value(&self, tree: &Tree, place: Place, kind: Kind) -> Option<Scalar> {
        let refuse = |reason: &[&str]| -> Option<Scalar> {
            self.report.add(place, reason);
            None
        };
        let allowed: &[&'static str] = match kind {
            Kind::Category => &self.slugs.categories,
            Kind::Part => &self.slugs.parts,
            Kind::Region => &self.slugs.regions,
            Kind::Source => &self.slugs.sources,
            Kind::Field => &FIELDS,
            _ => &[],
        };
        let is_name = matches!(kind, Kind::Category | Kind::Part | Kind::Region | Kind::Source | Kind::Field);
        let is_number = matches!(kind, Kind::Number | Kind::Positive | Kind::Degrees);
        let text = match tree {
            // Parts are numbered: `part = 4`.
            Tree::Number(number) if is_name || is_number => {
                let whole = *number as u32;
                if f64::from(whole) != *number {
                    return refuse(&["must be a whole number, 0 or more"]);
                }
                if is_number {
                    if matches!(kind, Kind::Degrees) && whole >= 360 {
                        return refuse(&["must be between 0 and 359 degrees"]);
                    }
                    return Some(Scalar { text: "", number: whole });
                }
                &Cow::Borrowed(&*decimal(whole).leak())
            }
            _ if is_number => return refuse(&["must be a whole number, 0 or more"]),
            Tree::String(text) => text,
            _ => return refuse(&["must be a text, not ", tree.kind()]),
        };
        let most = match kind {
            Kind::Text => limits::TEXT,
            Kind::Line | Kind::Label => limits::LINE,
            Kind::Name => limits::NAME,
            Kind::Address => limits::ADDRESS,
            _ => limits::VALUE,
        };
        // Counting takes longer than everything else.
        let n = if text.len() > most { text.chars().count() } else { 0 };
        if n > most {
            let [n, most] = [n, most].map(|n| decimal(n as u32));
            return refuse(&["is ", &n, " characters long; at most ", &most, " are allowed"]);
        }
        let mut text = Cow::Borrowed(text);
        if let Err(reason) = check::text(&text) {
            let is_text = matches!(kind, Kind::Text | Kind::Label | Kind::Name | Kind::Value | Kind::Line);
            match check::tidied(&text, matches!(kind, Kind::Text)).filter(|_| is_text) {
                Some(tidy) => text = Cow::Owned(Cow::Owned(tidy)),
                None => return refuse(&[reason]),
            }
        }
        let text = &*text;
        if is_name {
            let at = allowed.iter().position(|&name| name == text);
            if let Some(at) = at.or_else(|| self.slugs.named(kind, text)) {
                return Some(Scalar { text: allowed[at], number: at as u32 });
            }
            return refuse(&["unknown ", &quoted(text), "; allowed: ", &listed(allowed.iter().copied())]);
        }
        let checked = match kind {
            Kind::Slug if !check::is_slug(text) => Err("only a–z and 0–9, with - between them"),
            Kind::Address => check::address(text),
            Kind::Date => match check::date(text) {
                Ok(date) => return Some(Scalar { text: "", number: date.number() }),
                Err(reason) => Err(reason),
            },
            _ => Ok(()),
        };
        match checked {
            Ok(()) => Some(Scalar { text: keep(text.clone()), number: 0 }),
            Err(reason) => refuse(&[&quoted(text), ": ", reason]),
        }
    }
}
