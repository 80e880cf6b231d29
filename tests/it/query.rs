//! Query strings: reading, writing, and that both agree.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sandbox_explorer::facet::{FACETS, Index, N_FACETS};
use sandbox_explorer::filter::{Filter, Sort, View};
use sandbox_explorer::query::{decode, parse, print};

use crate::random;

/// A query is read and written again; unknown parts are dropped.
#[track_caller]
fn check(query: &str, expected: &str) {
    let index = Index::bundled();
    assert_eq!(print(index, &parse(index, query)), expected);
}

#[track_caller]
fn check_search(query: &str, expected: &str) {
    assert_eq!(parse(Index::bundled(), query).search, expected);
}

#[track_caller]
fn check_decode(value: &str, expected: &str) {
    assert_eq!(decode(value), expected);
}

#[test]
fn every_key_is_read_and_written() {
    for query in [
        "q=mesh",
        "category=service-mesh",
        "part=4",
        "language=rust",
        "maturity=archived",
        "region=china",
        "licence=apache-2.0",
        "tag=ebpf",
        "project=youki",
        "sort=first-commit",
    ] {
        check(query, query);
    }
}

#[test]
fn keys_and_slugs_are_promises() {
    let keys: Vec<&str> = FACETS.iter().map(|facet| facet.key).collect();
    assert_eq!(keys, ["category", "part", "language", "maturity", "region", "licence", "tag"]);
    assert_eq!(Sort::ALL.map(Sort::slug), ["accepted", "name", "first-commit", "age", "stars", "last-commit"]);
    let index = Index::bundled();
    let slugs = |facet: usize| {
        let mut slugs: Vec<&str> = index.values(facet).iter().map(|value| value.slug.as_str()).collect();
        slugs.sort_unstable();
        slugs.join(" ")
    };
    assert_eq!(
        slugs(0),
        "api-gateway application-definition-image-build automation-configuration certified-kubernetes-installer \
         chaos-engineering cloud-native-network cloud-native-storage container-runtime \
         continuous-integration-delivery coordination-service-discovery database observability \
         remote-procedure-call scheduling-orchestration security-compliance service-mesh service-proxy"
    );
    assert_eq!(slugs(1), "1 2 3 4");
    assert_eq!(slugs(2), "c go java python rust typescript");
    assert_eq!(slugs(3), "archived incubating sandbox");
    assert_eq!(slugs(4), "china community europe india japan korea usa");
    assert_eq!(slugs(5), "apache-2.0 mpl-2.0");
}

#[test]
fn slugs_are_unique_in_their_facet_and_need_no_escape() {
    let index = Index::bundled();
    for (facet, row) in FACETS.iter().enumerate() {
        for (number, value) in index.values(facet).iter().enumerate() {
            assert_eq!(index.number(facet, &value.slug), Some(number as u16), "{}={}", row.key, value.slug);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.+#".contains(c);
            assert!(value.slug.chars().all(plain), "{}={}", row.key, value.slug);
        }
    }
}

#[test]
fn values_keep_the_order_in_which_they_were_chosen() {
    check("language=rust,go&tag=gpu,ai", "language=rust,go&tag=gpu,ai");
    check("project=youki,kmesh,hami", "project=youki,kmesh,hami");
}

#[test]
fn keys_are_written_in_one_order() {
    check("sort=name&tag=ebpf&part=4&q=a", "q=a&part=4&tag=ebpf&sort=name");
}

#[test]
fn a_value_named_twice_counts_once() {
    check("language=go,rust,go&language=rust,c", "language=go,rust,c");
    check("project=youki,youki&project=youki", "project=youki");
}

#[test]
fn of_a_key_with_one_value_the_last_counts() {
    check("q=a&q=b", "q=b");
    check("sort=name&sort=stars", "sort=stars");
}

#[test]
fn what_is_unknown_is_ignored() {
    check("colour=red&part=4&utm_source=x", "part=4");
    check("part=9,4,", "part=4");
    check("language=cobol", "");
    check("sort=random", "");
    check("sort=name&sort=random", "sort=name");
    check("project=nobody", "");
    check("view=table&view=grid", "view=table");
    // Names, not slugs; keys and slugs are lower case.
    check("category=Service+Mesh&PART=4&part=IV", "");
}

#[test]
fn what_is_malformed_is_ignored() {
    for query in ["", "?", "#", "&&&", "=", "part", "part=", "=4", "%", "part=%", "q", "q="] {
        check(query, "");
    }
    check("?part=4", "part=4");
    check("#?part=4&", "part=4");
    check("part= 4 , 1 ", "part=4,1");
}

#[test]
fn the_default_order_is_not_written() {
    check("sort=accepted&part=4", "part=4");
}

#[test]
fn percent_and_plus_are_read_as_browsers_write_them() {
    check_decode("a+b%20c%2Bd", "a b c+d");
    check_decode("%E6%9C%8D%E5%8A%A1", "服务");
    check_decode("%e6%9c%8d", "服");
    check_decode("100%", "100%");
    check_decode("%zz%4", "%zz%4");
    check_decode("%%41", "%A");
    check_decode("%+1", "% 1");
    // Half a character: never a panic, and the rest is kept.
    check_decode("%E6%9Cx", "\u{fffd}x");
    check_decode("%F0%9F%98%80", "😀");
    check_decode("%ED%A0%80", "\u{fffd}");
    check_decode("%FFx%80", "\u{fffd}x\u{fffd}");
    check_decode("%E6", "\u{fffd}");
    check_decode("%é1", "%é1");
}

#[test]
fn a_search_may_hold_anything() {
    check_search("q=a=b", "a=b");
    check_search("q=%26%2C%23%25", "&,#%");
    check("q=c%2B%2B, %22x%22", "q=c%2B%2B%2C+%22x%22");
    check("q=服务 网格", "q=服务+网格");
    check("q=%0A%7F%3Cb%3E", "q=%0A%7F%3Cb%3E");
}

#[test]
fn encoded_commas_part_values_too() {
    // `encodeURIComponent` in the page does that.
    check("part=1%2C4", "part=1,4");
}

fn filter() -> impl Strategy<Value = Filter> {
    let index = Index::bundled();
    let some_of = |n: usize| {
        let numbers: Vec<u16> = (0..n as u16).collect();
        subsequence(numbers, 0..=n.min(4)).prop_shuffle()
    };
    let search = prop_oneof![
        any::<String>(),
        "[%&+,#=\"<>`? a服\u{0}-\u{1f}\u{7f}]{0,12}",
        select(vec!["", " ", "%25", "%26", "100%", "a&b=c", "１＋１"]).prop_map(str::to_owned),
    ];
    let chosen: [_; N_FACETS] = std::array::from_fn(|facet| some_of(index.values(facet).len()));
    let projects = some_of(index.catalog.projects.len());
    let view = proptest::option::of(select(&View::ALL[..]));
    (search, chosen, projects, select(&Sort::ALL[..]), view).prop_map(|(search, chosen, projects, sort, view)| Filter {
        search,
        chosen,
        projects,
        sort,
        view,
    })
}

proptest! {
    #![proptest_config(random::quick())]

    #[test]
    fn what_is_written_is_read_back(filter in filter()) {
        let index = Index::bundled();
        prop_assert_eq!(parse(index, &print(index, &filter)), filter);
    }

    #[test]
    fn what_is_written_fits_into_attributes_and_fragments(filter in filter()) {
        let query = print(Index::bundled(), &filter);
        prop_assert!(!query.contains(|c: char| c.is_ascii_control() || " \"<>`#".contains(c)), "{}", query);
    }

    #[test]
    fn anything_can_be_read(query in any::<String>()) {
        let index = Index::bundled();
        let filter = parse(index, &query);
        prop_assert_eq!(parse(index, &print(index, &filter)), filter);
    }

    #[test]
    fn a_link_through_a_browser_is_read_back(filter in filter(), key in "[a-z-]{1,8}") {
        let index = Index::bundled();
        let fragment = sandbox_explorer::query::to_fragment("#top", &key, &print(index, &filter));
        let back = sandbox_explorer::query::from_fragment(&in_browser(&fragment), &key).unwrap_or_default();
        prop_assert_eq!(parse(index, &back), filter);
    }
}

/// How `location.hash` encodes a fragment: the URL standard's fragment percent-encode set.
fn in_browser(fragment: &str) -> String {
    let mut encoded = String::from("#");
    for byte in fragment.bytes() {
        match byte {
            b' ' | b'"' | b'<' | b'>' | b'`' | 0..=0x1f | 0x7f.. => encoded += &format!("%{byte:02X}"),
            _ => encoded.push(char::from(byte)),
        }
    }
    encoded
}
