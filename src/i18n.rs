//! Every interface string, one file per language: a value of [`Messages`]. A missing field does not compile.
//!
//! To add a language: a file like `i18n/en.rs`, its row in `i18n/lang.rs`, and the words of the page (`bin/page/words.rs`). The compiler names
//! what is missing. A row of `offered` is in every program, a row of `loaded` in the text that the element loads.

mod en;
mod lang;
mod loaded;
mod message;
mod mirrored;
mod others;
mod phrases;
mod printed;
mod zh;
mod zh_hant;

pub use lang::{LANGUAGES, Lang, Language, Texts};
pub use loaded::{are_here, here, learn, print, strings};
use message::Interface;
pub use message::Message;
pub use others::{Others, OthersLate, ready};
pub use phrases::number;
pub use printed::{CAUSES, Printed};

use crate::data::packed::CELL;
use crate::text::cut;

/// Declares the interface strings, and how they are printed as a text and made from one.
macro_rules! interface {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl $name {
            /// Its strings in the order of their declaration.
            fn strings(&self) -> Vec<&'static str> {
                vec![$(self.$field.text()),*]
            }

            /// Takes its strings from a text; where it has an empty one, the present one stays.
            fn take(&mut self, mut text: &'static str) {
                $(next(self.$field.place(), &mut text);)*
            }
        }
    };
}

#[inline(never)] // It is called for each string.
fn next(place: &mut &'static str, rest: &mut &'static str) {
    let text = cut(rest, CELL);
    if !text.is_empty() {
        *place = text;
    }
}

interface! {
/// The interface strings of one language: texts, and texts with placeholders.
#[derive(Clone, Copy)]
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
    pub all_categories: Message<1>, // number
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
    pub condition: Message<2>,   // facet, names of values
    pub nothing: &'static str,
    pub without: Message<2>, // name, projects
    pub nothing_here: &'static str,
    pub website: &'static str,
    pub code: &'static str,
    pub since: Message<2>,       // level, year
    pub archived_in: Message<1>, // year
    pub first_commit: &'static str,
    pub loading_catalog: &'static str,
    pub loading_part: &'static str,
    pub part_failed: &'static str,
    pub try_again: &'static str,
    pub catalog_failed: Message<1>, // reason
    pub list_separator: &'static str,
    /// The event of the date `accepted`.
    pub entered: &'static str,
    pub sandbox: &'static str,
    pub incubating: &'static str,
    pub graduated: &'static str,
    pub archived: &'static str,
    pub months: &'static str,       // from January on, separated by spaces
    pub year: Message<1>,           // year
    pub year_month: Message<2>,     // year, month
    pub year_month_day: Message<3>, // year, month, day
    pub changed_since: Message<2>,  // projects, date
    pub archived_since: &'static str,
    pub level_since: Message<1>, // level
    pub renamed_since: &'static str,
    pub moved_since: &'static str,
    pub read_here: &'static str,
    pub read_of: Message<2>, // link, project
    pub here: &'static str,
    pub take: &'static str,
    pub data_of: Message<1>,  // date
    pub forgiven: Message<1>, // words
    pub missing: Message<1>,  // words
    pub apart: Message<1>,    // words
    pub compare: &'static str,
    // Table and timeline.
    pub sort_age: &'static str,
    pub last_commit: &'static str,
    /// For a record that is too old to show later commits.
    pub last_commit_known: &'static str,
    pub sort_last_commit: &'static str,
}
}

/// The strings that only the chunk shows; they are separate so that they are not part of the program.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "a field's name says which string it is; the English file shows it")]
pub struct Late {
    pub close: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub features: &'static str,
    pub facts: &'static str,
    pub one_year: &'static str,
    pub years: Message<1>, // number
    pub also_known_as: &'static str,
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
    pub in_series: &'static str,
    pub maturity_by_part: &'static str,
    pub categories_by_part: &'static str,
    pub under_one_year: &'static str,
    pub years_to: Message<2>, // years, years
    pub years_or_more: Message<1>,
    pub others: Message<1>, // number
    pub loaded: Message<2>, // number, of all
    pub of_counts: &'static str,
    pub show_others: Message<1>,   // number
    pub filter_values: Message<1>, // name of the values
    pub no_value: &'static str,
    pub not_known: Message<1>,     // number
    pub written_in: Message<2>,    // number, language
    pub under_licence: Message<2>, // number, licence
    pub median_age: Message<1>,    // years
    pub article_said: Message<1>,  // part
    pub facts_agree: Message<2>,   // number, all
    pub facts_differ: Message<2>,  // number, all
    pub copy_view: &'static str,
    pub copy_table: &'static str,
    pub copy_list: &'static str,
    pub save_csv: &'static str,
    pub save_json: &'static str,
    pub print: &'static str,
    pub comparison: &'static str,
    pub compare_names: Message<1>,  // names
    pub compare_picked: Message<1>, // number
    pub pick_another: &'static str,
    pub pick_most: &'static str,
    pub unpick: Message<1>, // name
    pub clear_picks: &'static str,
    pub only_differences: &'static str,
    pub differs: &'static str,
    pub shared: &'static str,
    pub links: &'static str,
    pub similar: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_markdown: &'static str,
    pub markdown_copied: &'static str,
    pub copy_by_hand: &'static str,
    pub citation: Message<8>, // name, address, summary, level, since, licence and languages, source, its date
    pub table: &'static str,
    pub life: Message<4>, // name, first commit, accepted, today's level
    pub legend_line: &'static str,
    pub legend_entry: &'static str,
    pub legend_moved: &'static str,
    pub applied: &'static str,
    pub waited_less: &'static str,
    pub waited_one: &'static str,
    pub waited: Message<1>, // months
    pub release: &'static str,
    pub as_of: Message<2>,    // fact, date
    pub or_later: Message<1>, // date
    pub maintainers: &'static str,
    pub companies: &'static str,
    pub independent: &'static str,
    pub former_repositories: &'static str,
    pub adopters: &'static str,
    pub best_practices: &'static str,
    pub chat: &'static str,
    pub under_one_month: &'static str,
    pub months: Message<2>, // months, months
    pub over_a_year: &'static str,
    pub no_record: &'static str,
    pub counted_from: Message<1>, // date
    pub one_company: Message<2>,  // projects, of all
}
