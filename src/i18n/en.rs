//! English.

use super::{Messages, decimal, number};
use crate::model::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn projects(n: usize) -> String {
    if n == 1 { String::from("1 project") } else { format!("{} projects", number(n as u32)) }
}

fn date(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month.wrapping_sub(1)));
    match (month, date.day) {
        (None, _) => date.year.to_string(),
        (Some(month), 0) => format!("{month} {}", date.year),
        (Some(month), day) => format!("{day} {month} {}", date.year),
    }
}

pub(super) static MESSAGES: Messages = Messages {
    explorer: "CNCF Sandbox projects",
    search: "Search projects",
    search_hint: |n| format!("Search {} in English or 中文", projects(n)),
    sort: "Sort",
    sort_accepted: "Newest in the Sandbox",
    sort_match: "Best match",
    sort_scope: "As listed",
    sort_name: "Name",
    sort_first_commit: "Oldest first commit",
    sort_stars: "Most stars",
    categories: "Categories",
    all: "All",
    filters: "Filters",
    filters_active: |n| format!("Filters · {n}"),
    category: "Category",
    part: "Part of the series",
    part_short: |slug| format!("Part {slug}"),
    language: "Language",
    licence: "Licence",
    region: "Origin",
    maturity: "Today",
    tag: "Topic",
    more: |n| format!("All {n}"),
    fewer: "Fewer",
    shown: |shown, total| {
        if shown == total { projects(total) } else { format!("{} of {}", number(shown as u32), projects(total)) }
    },
    active_filters: "Active filters",
    remove: |what| format!("Remove filter: {what}"),
    clear_all: "Clear all",
    search_chip: |words| format!("“{words}”"),
    nothing: "No project matches all of this.",
    without: |what, n| format!("Without {what}: {}", projects(n)),
    nothing_here: "There are no projects here.",
    website: "Website",
    code: "Code",
    close: "Close",
    previous: "Previous",
    next: "Next",
    features: "Features",
    facts: "Facts",
    years: |tenths| if tenths == 10 { String::from("1 year") } else { format!("{} years", decimal(tenths)) },
    since: |level, year| format!("{level} since {year}"),
    archived_in: |year| format!("Archived {year}"),
    today: "today",
    also_known_as: "Also known as",
    first_commit: "First commit",
    accepted: "Accepted",
    age: "Age at acceptance",
    owner: "Started by",
    stars: "Stars",
    contributors: "Contributors",
    authors: "Commit authors",
    about: |number| format!("about {number}"),
    counted: |number, date| format!("{number} ({date})"),
    links_project: "Project",
    links_cncf: "In the CNCF",
    docs: "Documentation",
    sandbox_request: "Sandbox request",
    onboarding: "Onboarding issue",
    onboarding_other: "Onboarding issue (moved)",
    devstats: "DevStats",
    disputes: "Where sources disagree",
    stands: "shown here",
    sources: "Where this is from",
    source_at: |source, date| format!("{source}, {date}"),
    source_line: |source, fields| format!("{source}: {fields}"),
    earlier_stay: "Earlier in the Sandbox",
    stayed: |from, to| format!("{from} – archived {to}"),
    name: "Name",
    description: "Description",
    loading_catalog: "Loading the catalog …",
    catalog_failed: |why| format!("The catalog could not be loaded: {why}"),
    list_separator: ", ",
    sandbox: "Sandbox",
    incubating: "Incubating",
    graduated: "Graduated",
    archived: "Archived",
    date,
};
