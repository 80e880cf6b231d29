//! The engines of the tests, one row each, and functions for which WebDriver has no command: every engine has its own
//! way, in its own file. `E2E_ENGINE` selects one.

pub(crate) mod chromium;
mod firefox;
mod webkit;

use std::fmt::Debug;
use std::io::Write;

use crate::driver::Driver;

/// An engine.
#[derive(Debug)]
pub struct Engine {
    /// Its name in `E2E_ENGINE`.
    pub name: &'static str,
    /// Starts its driver and browser; the argument says whether console and network are recorded.
    pub start: fn(bool) -> (Driver, Box<dyn Beyond>),
    /// Whether its console reports requests with an error status. Otherwise the server is asked.
    pub tells_failed_requests: bool,
    /// Whether the server adds `pages/console.js` to every page, because there is no other access to the console.
    pub needs_recorder: bool,
}

/// All engines; the first is the default.
pub static ENGINES: [Engine; 3] = [
    Engine { name: "chromium", start: chromium::start, tells_failed_requests: true, needs_recorder: false },
    Engine { name: "firefox", start: firefox::start, tells_failed_requests: false, needs_recorder: false },
    Engine { name: "webkit", start: webkit::start, tells_failed_requests: false, needs_recorder: true },
];

/// The tests that cannot run in some engines, those engines, and the reason.
static SKIPS: &[(&str, &[&str], &str)] = &[
    (
        "cards::every_card_is_printed_and_found",
        &["webkit"],
        "WebKitGTK shows no page as it would be printed, and its driver prints none",
    ),
    (
        "table::on_paper_the_whole_table_is_there",
        &["webkit"],
        "WebKitGTK shows no page as it would be printed, and its driver prints none",
    ),
    (
        "take::paper_has_the_projects_the_filters_and_the_day_and_no_controls",
        &["webkit"],
        "WebKitGTK shows no page as it would be printed, and its driver prints none",
    ),
    (
        "long::paper_has_all_that_is_shown",
        &["webkit"],
        "WebKitGTK shows no page as it would be printed, and its driver prints none",
    ),
    ("timeline::in_forced_colours_the_lines_and_marks_can_be_seen", &["webkit"], "WebKitGTK forces no colours"),
    (
        "hostile::it_keeps_its_shape_on_pages_with_zoom",
        &["webkit"],
        "WebKitGTK measures what is under zoom as if it were not",
    ),
    (
        "moved::it_may_be_moved_without_leaving_the_document_while_the_reader_types",
        &["webkit"],
        "WebKitGTK has no moveBefore yet",
    ),
    (
        "linked::names_open_in_other_tabs_as_any_link",
        &["webkit"],
        "WebKitGTK's small browser opens no tab for what is in the same document, and its driver lets go of another button than it has pressed",
    ),
    ("jump::nothing_moves_on_a_phone", &["firefox", "webkit"], NO_SHIFTS),
    ("jump::nothing_moves_on_a_desk", &["firefox", "webkit"], NO_SHIFTS),
    ("jump::a_short_fallback_at_the_top_does_jump_where_the_page_keeps_no_room", &["firefox", "webkit"], NO_SHIFTS),
    ("lazy::the_loader_has_no_long_task", &["firefox", "webkit"], "only Chromium tells of long tasks"),
    ("own::a_long_list_does_not_block_the_page", &["firefox", "webkit"], "only Chromium tells of long tasks"),
    ("service::itemsjs::our_own_code_blocks_nobody", &["firefox", "webkit"], "only Chromium tells of long tasks"),
];

const NO_SHIFTS: &str = "only Chromium tells of layout shifts";

/// Functions for which WebDriver has no command.
pub trait Beyond: Debug {
    /// Sets the size of the page.
    fn resize(&self, driver: &Driver, width: u32, height: u32);

    /// Sets a preference of the system: `color-scheme`, `dark`.
    fn prefers(&self, driver: &Driver, feature: &str, value: &str);

    /// Switches the page to print media.
    fn prints(&self, driver: &Driver);

    /// The lines of the console since the last call: `WARNING: …`.
    fn console(&self, driver: &Driver) -> Vec<String>;

    /// The addresses requested since the last call.
    fn requests(&self, driver: &Driver) -> Vec<String>;

    /// Runs the garbage collector.
    fn collect_garbage(&self, driver: &Driver);
}

impl Engine {
    /// The engine in `E2E_ENGINE`.
    ///
    /// # Panics
    /// If there is none with that name.
    #[must_use]
    pub fn current() -> &'static Engine {
        let name = std::env::var("E2E_ENGINE").unwrap_or_default();
        if name.is_empty() {
            return &ENGINES[0];
        }
        ENGINES.iter().find(|engine| engine.name == name).unwrap_or_else(|| {
            panic!("E2E_ENGINE is “{name}”, and can be: {}", ENGINES.each_ref().map(|engine| engine.name).join(", "))
        })
    }

    /// Whether a test cannot run here. Prints so, with the reason, past the test harness, which would capture it.
    #[must_use]
    pub fn skips(&self, test: &str) -> bool {
        let row = SKIPS.iter().find(|row| row.0 == test && row.1.contains(&self.name));
        let Some((.., reason)) = row else { return false };
        drop(writeln!(std::io::stdout(), "skipped in {}: {test}: {reason}", self.name));
        true
    }
}
