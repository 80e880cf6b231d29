//! The keys of an item, which are the same at its top and under `extra`.

use crate::target::{Plain, Target};

/// What a key means.
pub(super) enum Meaning {
    /// Its value goes there.
    To(Target),
    /// The keys of the map below it count as the item's own.
    Within,
    /// The item's other places: `Category / Subcategory`.
    Paths,
    /// The owner: a name, or a map with a name.
    Owner,
    /// A list of addresses, each with this before its name.
    Links(&'static str),
    /// It says nothing about the item.
    Nothing,
}

const fn to(target: Target) -> Meaning {
    Meaning::To(target)
}

const fn is(plain: Plain) -> Meaning {
    Meaning::To(Target::Plain(plain))
}

/// Keys in alphabetical order. What is not here is guessed: addresses are links, everything else is an extra field.
const KEYS: &[(&str, Meaning)] = &[
    ("accepted", is(Plain::Accepted)),
    ("additional_repos", Meaning::Links("")),
    ("allow_duplicate_repo", Meaning::Nothing),
    ("annotations", Meaning::Within),
    ("annual_review_date", to(Target::day("Annual review"))),
    ("annual_review_url", to(Target::link("annual review"))),
    ("archived", to(Target::day("Archived"))),
    ("audits", Meaning::Links("audit: ")),
    ("branch", Meaning::Nothing),
    ("category", Meaning::Nothing),
    ("chat_channel", to(Target::field("Chat channel"))),
    ("clomonitor_name", Meaning::Nothing),
    ("crunchbase", to(Target::link("crunchbase"))),
    ("description", is(Plain::Summary)),
    ("dev_stats_url", to(Target::link("devstats"))),
    ("discord_url", to(Target::chat("discord"))),
    ("documentation_ul", to(Target::link("docs"))),
    ("documentation_url", to(Target::link("docs"))),
    ("enduser", to(Target::field("End user"))),
    ("extra", Meaning::Within),
    ("facebook_url", to(Target::link("facebook"))),
    ("funding_url", to(Target::link("funding"))),
    ("gitter_url", to(Target::chat("gitter"))),
    ("graduated", to(Target::day("Graduated"))),
    ("hide_license", Meaning::Nothing),
    ("homepage_url", to(Target::link("website"))),
    ("incubating", to(Target::day("Incubating"))),
    ("item", Meaning::Nothing),
    ("joined", to(Target::day("Joined"))),
    ("lfx_slug", Meaning::Nothing),
    ("license", is(Plain::Licence)),
    ("logo", is(Plain::Logo)),
    ("mailing_list_url", to(Target::link("mailing list"))),
    ("name", is(Plain::Name)),
    ("next_annual_review_date", to(Target::day("Next annual review"))),
    ("open_source", to(Target::field("Open source"))),
    ("organization", Meaning::Owner),
    ("other_links", Meaning::Links("")),
    ("parent_project", to(Target::field("Parent project"))),
    ("project", is(Plain::Maturity)),
    ("project_org", to(Target::link("organization"))),
    ("repo_url", to(Target::link("repository"))),
    ("sandbox", to(Target::day("Sandbox"))),
    ("second_path", Meaning::Paths),
    ("slack_url", to(Target::chat("slack"))),
    ("specification", to(Target::field("Specification"))),
    ("submitted_date", to(Target::day("Submitted"))),
    ("summary_business_use_case", to(Target::field("Business use case"))),
    ("summary_integration", to(Target::field("Integration"))),
    ("summary_integrations", to(Target::field("Integrations"))),
    ("summary_intro_url", to(Target::link("introduction"))),
    ("summary_languages", is(Plain::Languages)),
    ("summary_personas", to(Target::fields("Personas"))),
    ("summary_release_rate", to(Target::field("Release rate"))),
    ("summary_tags", to(Target::fields("Tags"))),
    ("summary_use_case", to(Target::field("Use case"))),
    ("tag", to(Target::fields("TAG"))),
    ("topics", to(Target::fields("Topics"))),
    ("training_certifications", to(Target::field("Certifications"))),
    ("training_type", to(Target::field("Training"))),
    ("twitter", to(Target::link("twitter"))),
    ("unnamed_organization", to(Target::field("Unnamed organization"))),
    ("url_for_bestpractices", to(Target::link("best_practices"))),
];

/// The meaning of a key, if it has one.
pub(super) fn meaning(key: &str) -> Option<&'static Meaning> {
    let at = KEYS.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    Some(&KEYS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_because_they_are_searched() {
        assert!(KEYS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(
            meaning("accepted").is_some() && meaning("url_for_bestpractices").is_some() && meaning("chair").is_none()
        );
    }
}
