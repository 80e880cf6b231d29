//! The reader's filter in a URL's fragment, next to anything else the page keeps there.

use proptest::prelude::*;
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::Filter;
use sandbox_explorer::query::{from_fragment, parse, print, to_fragment};

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
    // The browser has encoded the Chinese; decoding it is left to the query parser.
    check_from("#explorer=q=%E6%9C%8D", Some("q=%E6%9C%8D"));
}

/// Programs that people send links with, and how they change a link.
#[test]
fn links_that_were_encoded_or_decoded_once_more_are_read() {
    let table = [
        // Encoded once more: all of it, the part after the key, or only the characters that such a
        // program encodes.
        ("#explorer%3Dpart%3D4%2526q%3Dmesh", "part=4&q=mesh"),
        ("#explorer%3Dpart%3D4%26q%3Dmesh", "part=4&q=mesh"),
        ("#explorer%3dpart%3d4%2526q%3dmesh", "part=4&q=mesh"),
        ("#explorer=part%3D4%2526q%3Dmesh", "part=4&q=mesh"),
        ("#explorer=part%3D4%26q%3Dmesh", "part=4&q=mesh"),
        ("#explorer=part=4%26q%3Dmesh", "part=4&q=mesh"),
        ("#explorer=part=4%2526q=mesh", "part=4&q=mesh"),
        ("#top%26explorer%3Dpart%3D4%2526q%3Dmesh", "part=4&q=mesh"),
        // Twice.
        ("#explorer%253Dpart%253D4%252526q%253Dmesh", "part=4&q=mesh"),
        ("#explorer=part%253D4%252526q%253Dmesh", "part=4&q=mesh"),
        // Decoded.
        ("#explorer=part=4&q=mesh", "part=4&q=mesh"),
        ("#explorer=part=4&q=mesh&view=table&elsewhere", "part=4&q=mesh&view=table"),
        ("#explorer=q=a%26b&part=4", "q=a%26b&part=4"),
        // As HTML.
        ("#top&amp;explorer=part=4%26q=mesh", "part=4&q=mesh"),
        ("#explorer=part=4&amp;q=mesh", "part=4&q=mesh"),
        ("#top&amp;explorer%3Dpart%3D4%2526q%3Dmesh", "part=4&q=mesh"),
        // Commas and spaces.
        ("#explorer=part=3%2C4%26q=service+mesh", "part=3,4&q=service+mesh"),
        ("#explorer=part%3D3%252C4%2526q%3Dservice%2520mesh", "part=3,4&q=service+mesh"),
        ("#explorer=part=3%2c4%26q=service%20mesh", "part=3,4&q=service+mesh"),
        // Chinese: plain, encoded by a browser, encoded once more, and with everything else encoded
        // too.
        ("#explorer=q=服务", "q=服务"),
        ("#explorer=q=%E6%9C%8D%E5%8A%A1", "q=服务"),
        ("#explorer=q=%25e6%259c%258d%25e5%258a%25a1", "q=服务"),
        ("#explorer%3Dq%3D%25E6%259C%258D%25E5%258A%25A1%2526part%3D4", "q=服务&part=4"),
    ];
    let index = Index::bundled();
    for (fragment, expected) in table {
        let query = from_fragment(fragment, "explorer").unwrap_or_else(|| panic!("{fragment} says nothing"));
        assert_eq!(parse(index, &query), parse(index, expected), "{fragment} is read as {query}");
    }
}

#[test]
fn what_others_have_behind_our_part_is_theirs() {
    // A pair that is not ours, another explorer's, and after a query that has not been decoded.
    check_from("#explorer=part=4&colour=red", Some("part=4"));
    check_from("#explorer=part=4&view=sort=name", Some("part=4"));
    check_from("#explorer=part=4%26q=a&view=table", Some("part=4&q=a"));
    check_from("#explorer=part=4&top&q=mesh", Some("part=4"));
    check_to("#explorer=part=4%26q=a&view=table", "part=3", "view=table&explorer=part=3");
    check_to("#explorer=part=4&top&view=table", "part=3", "top&view=table&explorer=part=3");
}

#[test]
fn a_link_that_was_read_is_written_whole_again() {
    for fragment in
        ["#top&explorer=part=4&q=mesh", "#top%26explorer%3Dpart%3D4%2526q%3Dmesh", "#top&amp;explorer=part=4"]
    {
        check_to(fragment, "part=3&q=a", "top&explorer=part=3%26q=a");
    }
}

/// Any search text with an order and a part, and the result after the damage.
fn check_way(search: &str, damage: impl Fn(&str) -> String) {
    let index = Index::bundled();
    let filter = Filter { search: search.to_owned(), ..parse(index, "part=3,4&sort=name") };
    let there = damage(&to_fragment("top", "explorer", &print(index, &filter)));
    let query = from_fragment(&there, "explorer").unwrap_or_default();
    assert_eq!(parse(index, &query), filter, "{there} is read as {query}");
}

fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~!*'()".contains(&b);
    text.bytes().map(|b| if plain(b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}

/// As a browser encodes characters outside ASCII.
fn in_browser(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { encoded(&c.to_string()) }).collect()
}

proptest! {
    #![proptest_config(random::quick())]

    #[test]
    fn a_filter_comes_back(search in "([a-z%&=+,#?服 ]|%26|%3D|%25|%2526|&part=4|=q=){0,12}") {
        check_way(&search, str::to_owned);
        check_way(&search, in_browser);
    }

    #[test]
    fn a_filter_comes_back_from_a_link_encoded_once_more(search in "([a-z%&=+,#?服 ]|%26|%3D|%25|%2526){0,12}") {
        check_way(&search, encoded);
        check_way(&search, |fragment| encoded(&in_browser(fragment)));
        check_way(&search, |fragment| fragment.replace("explorer=", "explorer\n").split_once('\n').map(|(before, value)| [before, "=", &encoded(value)].concat()).unwrap_or_default());
    }

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
