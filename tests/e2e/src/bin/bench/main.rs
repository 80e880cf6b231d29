//! The speed of the explorer, compared with a hand-written page with the same cards, tabs, facets, search and orders
//! (`bench/vanilla`). Both are loaded and driven with real input in turn, and the order alternates from round to
//! round; the result is the ratio of the medians. `cargo xtask bench [--rounds 9] [--check]`

mod made;
mod measure;
mod table;

use std::process::ExitCode;

use e2e::browser::Browser;
use e2e::site;
use e2e::visitor::Visitor;
use measure::{Load, Situation};
use table::Table;

/// The hand-written page, and the explorer.
const PAGES: [(&str, Option<u32>); 2] = [("/bench/vanilla/", None), ("/bench/embed.html", Some(0))];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let check = arguments.iter().any(|argument| argument == "--check");
    let rounds = arguments.iter().position(|argument| argument == "--rounds");
    let rounds = rounds.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(9_usize);

    let server = site::bench_server(made::make());
    let visitor = Visitor::with(Browser::unwatched(), server);
    visitor.browser.resize(1280, 900);
    measure::prepare(&visitor);

    // The hand-written page defines the expected result; the explorer must show the same.
    let expected = measure::learn(&visitor, PAGES[0]);
    let mut table = Table::default();
    for situation in Situation::ALL {
        measure::set_situation(&visitor, situation);
        // The first visit of each warms up the server and the browser, and is not counted.
        for round in 0..=rounds {
            let first = round % 2;
            for which in [first, 1 - first] {
                let load: Load = measure::visit(&visitor, PAGES[which], situation, &expected);
                if round > 0 {
                    table.add(situation, which, load);
                }
            }
            eprint!("\r{situation:?}: round {round} of {rounds}   ");
        }
        eprintln!();
    }
    table.print(rounds);
    if check && table.is_over() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
