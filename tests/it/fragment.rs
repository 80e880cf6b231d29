//! The reader's filter in a URL's fragment, beside whatever else the page keeps there.

use proptest::prelude::*;
use sandbox_explorer::query::{from_fragment, to_fragment};

use crate::random;

#[track_caller]
fn check_to(fragment: &str, query: &str, expected: &str) {
    assert_eq!(to_fragment(fragment, "explorer", query), expected);
}

#[track_caller]
fn check_from(fragment: &str, expected: Option<&str>) {
    assert_eq!(from_fragment(fragment, "explorer").as_deref(), expected);
}

#[test]
fn a_query_becomes_one_part_of_the_fragment() {
    check_to("", "part=4", "explorer=part=4");
    check_to("", "part=4&q=a", "explorer=part=4%26q=a");
    check_to("", "q=100%25", "explorer=q=100%2525");
}

#[test]
fn other_content_is_kept_in_its_place() {
    check_to("#top", "part=4", "top&explorer=part=4");
    check_to("#:~:text=a,b&x=1", "part=4", ":~:text=a,b&x=1&explorer=part=4");
    check_to("#explorer=part=1&top", "part=4", "top&explorer=part=4");
    check_to("#%E4%B8%AD%26&a=b%20c", "part=4", "%E4%B8%AD%26&a=b%20c&explorer=part=4");
}

#[test]
fn an_empty_query_leaves_nothing_behind() {
    check_to("#explorer=part=4", "", "");
    check_to("#top&explorer=part=4&x", "", "top&x");
    check_to("", "", "");
}

#[test]
fn another_explorers_key_is_untouched() {
    check_to("#explorer2=part=1&my-explorer=q=a", "part=4", "explorer2=part=1&my-explorer=q=a&explorer=part=4");
    check_from("#explorer2=part=1&my-explorer=q=a", None);
    check_from("#explorer2=part=1&explorer=part=4", Some("part=4"));
}

#[test]
fn without_our_key_there_is_no_query() {
    for fragment in ["", "#", "#top", "#explorer", "#EXPLORER=part=4", "#x=explorer=part=4"] {
        check_from(fragment, None);
    }
    check_from("#explorer=", Some(""));
}

#[test]
fn a_query_is_taken_out_as_it_was_put_in() {
    check_from("#top&explorer=part=4%26q=a", Some("part=4&q=a"));
    check_from("#explorer=q=100%2525", Some("q=100%25"));
    // The browser has encoded the Chinese; that is the query's to decode.
    check_from("#explorer=q=%E6%9C%8D", Some("q=%E6%9C%8D"));
}

proptest! {
    #![proptest_config(random::quick())]

    #[test]
    fn to_and_from_agree(before in "#?([a-z=]{0,8}&?){0,4}", key in "[a-z]{1,3}", query in "[a-z0-9=&%,+服]{1,20}") {
        let fragment = to_fragment(&before, &key, &query);
        prop_assert_eq!(from_fragment(&fragment, &key), Some(query));
    }

    #[test]
    fn what_is_not_ours_stays(others in prop::collection::vec("[a-z]{4}=[a-z%26]{0,5}", 0..4), query in "[a-z=&]{0,8}") {
        let before = others.join("&");
        let there = to_fragment(&before, "key", &query);
        prop_assert!(there.starts_with(&before));
        prop_assert_eq!(to_fragment(&there, "key", ""), before);
    }
}
