//! Contrast ratios, compared with values that WCAG's definition gives.

use sandbox_explorer_kit::{Contrast, Ground, contrasts};

use crate::texts::choice;

fn ground(background: &str, ink: &str) -> Ground {
    Ground { background: background.to_owned(), ink: ink.to_owned(), font: String::new() }
}

/// The ratios of texts, secondary texts, links and changed facts, rounded to tenths.
fn ratios(values: &[(&str, &str)], ground: &Ground) -> [Option<f64>; 4] {
    let all = contrasts(&choice(values), ground);
    let tenths = |(contrast, _): &(Contrast, bool)| contrast.ratio.map(|ratio| (ratio * 10.0).round() / 10.0);
    [tenths(&all[0]), tenths(&all[1]), tenths(&all[2]), tenths(&all[3])]
}

/// Without the translucent card, so that the colours are those that are given.
const PLAIN: (&str, &str) = ("card", "transparent");

#[test]
fn black_on_white_is_21_and_grey_is_what_everybody_measures() {
    assert_eq!(ratios(&[PLAIN], &ground("#fff", "#000"))[0], Some(21.0));
    assert_eq!(ratios(&[PLAIN], &ground("#000", "white"))[0], Some(21.0));
    // #767676 is the lightest grey that passes on white: 4.54.
    assert_eq!(ratios(&[PLAIN], &ground("white", "#767676"))[0], Some(4.5));
    assert!(contrasts(&choice(&[PLAIN]), &ground("white", "#767676"))[0].0.is_enough());
    assert!(!contrasts(&choice(&[PLAIN]), &ground("white", "#777"))[0].0.is_enough());
    assert_eq!(ratios(&[PLAIN, ("accent", "rgb(0 0 255)")], &ground("white", "#000"))[2], Some(8.6));
}

#[test]
fn the_accent_of_the_scheme_is_taken() {
    let accent = ("accent", "light-dark(#000, rgb(255 255 255))");
    assert_eq!(ratios(&[PLAIN, accent], &ground("#fff", "#000"))[2], Some(21.0));
    assert_eq!(ratios(&[PLAIN, accent], &ground("#000", "#fff"))[2], Some(21.0));
    // A theme that is not the page's brings its own ground.
    let dark = ratios(&[PLAIN, ("theme", "dark")], &ground("#fff", "#fff"));
    assert!(dark[0].unwrap() > 14.0, "{dark:?}");
}

#[test]
fn the_defaults_can_be_read_on_light_and_dark_pages() {
    for (background, ink) in [("#fff", "#1b1f24"), ("#0d1117", "#e8eaed"), ("#fdf6e3", "#33302a")] {
        for (contrast, _) in contrasts(&choice(&[]), &ground(background, ink)) {
            assert!(contrast.is_enough(), "{background}: {contrast:?}");
        }
    }
    // Yellow links on white cannot.
    let yellow = contrasts(&choice(&[("accent", "#ffd400")]), &ground("#fff", "#000"));
    assert!(!yellow[2].0.is_enough(), "{yellow:?}");
}

#[test]
fn what_only_the_browser_knows_is_not_called_enough() {
    let all = contrasts(&choice(&[("accent", "var(--brand)")]), &ground("#fff", "#000"));
    assert_eq!((all[2].0.ratio, all[2].0.is_enough()), (None, false));
    assert_eq!(contrasts(&choice(&[]), &ground("nonsense", "#000"))[0].0.ratio, None);
}
