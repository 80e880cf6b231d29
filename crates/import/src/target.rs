//! Targets: what a key of a landscape, a column of a table or a key of JSON becomes in a project. `--map COLUMN=TARGET` names them.

use std::borrow::Cow;

use crate::report::{Refused, quoted};

/// What a value becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Plain {
    Name,
    Id,
    Category,
    Subcategory,
    Summary,
    Licence,
    Languages,
    Owner,
    Maturity,
    Since,
    Accepted,
    FirstCommit,
    Logo,
}

/// What a value becomes, with the name that it gets there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// A key of a project.
    Plain(Plain),
    /// The link `repository` if it is one, else `website`.
    Site,
    /// A link of this name.
    Link(Cow<'static, str>),
    /// The link `chat`, or of this name if there is one already.
    Chat(Cow<'static, str>),
    /// An extra field of this name; the value is one text.
    Field(Cow<'static, str>),
    /// An extra field of this name; the value is a list, separated by commas if it is a text.
    Fields(Cow<'static, str>),
    /// An extra field that is a day.
    Day(Cow<'static, str>),
    /// Extra fields and links, guessed from the value.
    Guessed(Cow<'static, str>),
    /// Nothing: left out and counted.
    Nothing,
}

/// The names of targets; those of links and extra fields follow below.
const TARGETS: &[(&str, Target)] = &[
    ("name", Target::Plain(Plain::Name)),
    ("id", Target::Plain(Plain::Id)),
    ("category", Target::Plain(Plain::Category)),
    ("subcategory", Target::Plain(Plain::Subcategory)),
    ("summary", Target::Plain(Plain::Summary)),
    ("licence", Target::Plain(Plain::Licence)),
    ("languages", Target::Plain(Plain::Languages)),
    ("owner", Target::Plain(Plain::Owner)),
    ("maturity", Target::Plain(Plain::Maturity)),
    ("since", Target::Plain(Plain::Since)),
    ("accepted", Target::Plain(Plain::Accepted)),
    ("first_commit", Target::Plain(Plain::FirstCommit)),
    ("logo", Target::Plain(Plain::Logo)),
    ("-", Target::Nothing),
];

/// Links that have a target without `links.`.
const LINKS: &[&str] = &["website", "repository", "docs", "chat"];

/// The names that [`Options::map`](crate::Options::map) takes. `links.x` is a link of the name x, `fields.x` an extra field, `-` leaves a
/// column out.
pub fn names() -> impl Iterator<Item = &'static str> {
    let plain = TARGETS.iter().map(|(name, _)| *name).filter(|name| *name != "-");
    plain.chain(LINKS.iter().copied()).chain(["links.<name>", "fields.<name>", "-"])
}

impl Target {
    /// The target of this name.
    pub(crate) fn named(name: &str) -> Result<Target, Refused> {
        if let Some((_, target)) = TARGETS.iter().find(|(known, _)| *known == name) {
            return Ok(target.clone());
        }
        if LINKS.contains(&name) {
            return Ok(Target::Link(name.to_owned().into()));
        }
        match name.split_once('.') {
            Some(("links", link)) if !link.is_empty() => Ok(Target::Link(link.to_owned().into())),
            Some(("fields", field)) if !field.is_empty() => Ok(Target::Guessed(field.to_owned().into())),
            _ => {
                let allowed = names().collect::<Vec<_>>().join(", ");
                Err(Refused(format!("map: there is no target {}; allowed: {allowed}", quoted(name))))
            }
        }
    }

    /// A place to talk.
    pub(crate) const fn chat(name: &'static str) -> Target {
        Target::Chat(Cow::Borrowed(name))
    }

    /// A link.
    pub(crate) const fn link(name: &'static str) -> Target {
        Target::Link(Cow::Borrowed(name))
    }

    /// An extra field with one value.
    pub(crate) const fn field(name: &'static str) -> Target {
        Target::Field(Cow::Borrowed(name))
    }

    /// An extra field with values that commas separate.
    pub(crate) const fn fields(name: &'static str) -> Target {
        Target::Fields(Cow::Borrowed(name))
    }

    /// An extra field that is a day.
    pub(crate) const fn day(name: &'static str) -> Target {
        Target::Day(Cow::Borrowed(name))
    }
}
