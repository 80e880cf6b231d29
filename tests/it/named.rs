//! Values by a part of their name, and in groups.

use sandbox_explorer::facet::grouped;
use sandbox_explorer::search::Named;

#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let names = ["Service Mesh", "Español", "C++", "网络 Network", "ＦＵＬＬ Width"];
    let named = Named::new(names.iter().map(|&name| name.to_owned()));
    let left: Vec<&str> =
        names.into_iter().zip(named.with(typed)).filter(|(_, left)| *left).map(|(it, _)| it).collect();
    assert_eq!(left, expected, "{typed:?}");
}

#[test]
fn a_name_is_found_by_any_part_of_it() {
    check("mesh", &["Service Mesh"]);
    check("VICE", &["Service Mesh"]);
    check("网", &["网络 Network"]);
    check("c+", &["C++"]);
    check("zzz", &[]);
}

#[test]
fn accents_case_and_width_do_not_matter() {
    for typed in ["espanol", "ESPAÑOL", "n\u{303}ol", "ｅｓｐ"] {
        check(typed, &["Español"]);
    }
    check("full w", &["ＦＵＬＬ Width"]);
}

#[test]
fn each_word_must_be_there_in_any_order() {
    check("me ser", &["Service Mesh"]);
    check("mesh net", &[]);
    check(" mesh ", &["Service Mesh"]);
    assert_eq!(Named::new(["a".to_owned(), "b".to_owned()].into_iter()).with(" "), [true, true]);
}

#[test]
fn groups_are_in_the_order_of_their_first_value_after_what_has_none() {
    let groups = ["Run", "", "Build", "Run", ""];
    let grouped = grouped(&[0, 1, 2, 3, 4], |value| groups[usize::from(value)]);
    assert_eq!(grouped, [("", vec![1, 4]), ("Run", vec![0, 3]), ("Build", vec![2])]);
}
