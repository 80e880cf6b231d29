//! Changes since a post was published.

use catalog::model::{Date, Project};
use sandbox_explorer::facet::Index;
use sandbox_explorer::since::{Change, changes, day};

use crate::tiny::day as date;

fn project(id: &str) -> &'static Project {
    let index = Index::bundled();
    &index.catalog.projects[usize::from(index.project(id).expect(id))]
}

#[track_caller]
fn check(id: &str, published: Date, expected: &[Change]) {
    assert_eq!(changes(project(id), published), expected, "{id} since {published}");
}

#[test]
fn a_level_reached_after_the_post_is_a_change() {
    check("xline", date(2025, 9, 18), &[Change::Level("archived")]);
    check("xline", date(2025, 9, 19), &[]);
    check("hami", date(2024, 9, 5), &[Change::Level("incubating")]);
    check("youki", date(2024, 10, 1), &[]);
}

#[test]
fn a_new_name_or_home_is_a_change_where_the_post_is_older_than_what_is_known_of_the_old_one() {
    check("headlamp", date(2024, 9, 5), &[Change::Home]);
    check("headlamp", date(2024, 10, 1), &[]);
    check("ratify", date(2025, 5, 31), &[Change::Home]);
    check("ratify", date(2025, 6, 1), &[]);
    check("trestlegrc", date(2024, 6, 21), &[Change::Name]);
    // It was renamed at some time after its acceptance: maybe after this post, maybe before.
    check("trestlegrc", date(2024, 9, 5), &[]);
}

#[test]
fn a_disagreement_is_no_change() {
    // The landscape has a longer name for Connect, and SlimToolkit is continued elsewhere, while the CNCF lists its old home.
    check("connect", date(2020, 1, 1), &[]);
    check("slimtoolkit", date(2020, 1, 1), &[]);
}

#[test]
fn a_day_is_read_with_or_without_a_time() {
    assert_eq!(day("2024-09-05"), Some(date(2024, 9, 5)));
    assert_eq!(day("2024-09-05T10:00:00Z"), Some(date(2024, 9, 5)));
    for text in ["", "2024-09", "2024-13-01", "05.09.2024", "二〇二四年九月"] {
        assert_eq!(day(text), None, "{text}");
    }
}
