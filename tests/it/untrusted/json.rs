//! The reader of JSON accepts what a browser accepts, and sees it in the same way; `serde_json` is the other opinion.

use std::borrow::Cow;

use catalog::limits::{DEPTH, JSON, VALUES};
use catalog::{check, json};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use sandbox_explorer::data;
use sandbox_explorer::data::tree::Tree;
use serde_json::Value;

use super::{corpus, ids};
use crate::random;

fn read(json: &str) -> Result<Tree, String> {
    json::read(json.as_bytes().to_vec())
}

#[track_caller]
fn expect_text(json: &str, expected: &str) {
    assert_eq!(read(json), Ok(Tree::String(expected.to_owned().into())), "{json}");
}

#[track_caller]
fn expect_number(json: &str, expected: f64) {
    let Ok(Tree::Number(number)) = read(json) else { panic!("{json}: {:?}", read(json)) };
    assert_eq!(number.to_bits(), expected.to_bits(), "{json}: {number}");
}

#[test]
fn texts_are_what_they_are_in_a_browser() {
    expect_text(r#""""#, "");
    expect_text(r#" "中文 é" "#, "中文 é");
    expect_text(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t");
    expect_text(r#""a\u4e2d\u00E9b""#, "a中éb");
    // A pair of surrogates is one character; half a pair is none.
    expect_text(r#""\ud83d\ude00""#, "😀");
    for half in [r"\ud800", r"\udc00", r"\udbff", r"\udfff"] {
        expect_text(&format!(r#""a{half}b""#), "a\u{fffd}b");
        expect_text(&format!(r#""{half}\n""#), "\u{fffd}\n");
        expect_text(&format!(r#""{half}""#), "\u{fffd}");
    }
    expect_text(r#""\ud800\ud83d\ude00""#, "\u{fffd}😀");
    expect_text(r#""\ud83d\u0041""#, "\u{fffd}A");
    expect_text(r#""\ud83dA""#, "\u{fffd}A");
    // These are not line breaks in JSON.
    expect_text("\"\u{2028}\u{2029}\u{7f}\"", "\u{2028}\u{2029}\u{7f}");
}

#[test]
fn numbers_are_what_they_are_in_a_browser() {
    for json in [
        "0",
        "-0",
        "7",
        "-7",
        "359",
        "0.5",
        "-0.25",
        "1.0",
        "10.00",
        "1e2",
        "1E+2",
        "100e-2",
        "4294967295",
        "4294967296",
        "4294967295.0",
        "9007199254740993",
        "1000000000000000000000000e-20",
        "0.00000000000000000001e24",
        "-1.157794655",
    ] {
        expect_number(json, json.parse().unwrap());
    }
    expect_number("1e999", f64::INFINITY);
    expect_number("-1e999", f64::NEG_INFINITY);
    expect_number("1e99999999999999999999", f64::INFINITY);
    expect_number("1e-999", 0.0);
    expect_number("0e999", 0.0);
    for whole in (1..=32).flat_map(|n| [(1_u64 << n) - 1, 1 << n]) {
        for zeros in 0..20 {
            expect_number(&format!("{whole}{}e-{zeros}", "0".repeat(zeros)), whole as f64);
            expect_number(&format!("{whole}.{}", "0".repeat(zeros + 1)), whole as f64);
        }
    }
    // Not whole, however near.
    for json in ["0.99999999999999", "3.0000000001", "4294967294.9999", "1e-7"] {
        let Ok(Tree::Number(number)) = read(json) else { panic!("{json}") };
        assert!(number.fract() != 0.0, "{json}: {number}");
    }
}

#[test]
fn what_is_no_json_is_refused_at_its_place() {
    for (json, expected) in [
        ("", "line 1, column 1: expected a value"),
        ("no json", "line 1, column 1: expected a value"),
        ("<!doctype html>", "line 1, column 1: expected a value"),
        ("{} {}", "line 1, column 4: expected the end"),
        ("[1, 2", "line 1, column 6: expected a comma or the end of the list"),
        ("[1 2]", "line 1, column 4: expected a comma or the end of the list"),
        ("[1,]", "line 1, column 4: expected a value"),
        ("{\"a\": 1,}", "line 1, column 9: expected a key in quotation marks"),
        ("{a: 1}", "line 1, column 2: expected a key in quotation marks"),
        ("{\"a\" 1}", "line 1, column 6: expected a colon"),
        ("{\"a\": 1\n \"b\": 2}", "line 2, column 2: expected a comma or the end of the table"),
        ("[\n\n  tru]", "line 3, column 3: expected a value"),
        ("[\"中文\", x]", "line 1, column 8: expected a value"),
        ("\"a", "line 1, column 3: expected the end of the text in the same line"),
        ("\"a\nb\"", "line 1, column 3: expected the end of the text in the same line"),
        ("\"a\u{0}\"", "line 1, column 3: expected the end of the text in the same line"),
        ("\"\\x\"", "line 1, column 3: expected an escaped character"),
        ("\"\\u12g4\"", "line 1, column 6: expected an escaped character"),
        ("\"\\ud83d\\u12", "line 1, column 12: expected an escaped character"),
        ("01", "line 1, column 2: expected the end"),
        ("-", "line 1, column 2: expected a digit"),
        ("1.", "line 1, column 3: expected a digit"),
        (".5", "line 1, column 1: expected a value"),
        ("1e", "line 1, column 3: expected a digit"),
        ("+1", "line 1, column 1: expected a value"),
        ("NaN", "line 1, column 1: expected a value"),
        ("'a'", "line 1, column 1: expected a value"),
        ("\u{a0}1", "line 1, column 1: expected a value"),
        ("\u{feff}\u{feff}1", "line 1, column 1: expected a value"),
    ] {
        assert_eq!(read(json), Err(["invalid JSON in ", expected].concat()), "{json}");
    }
    // A byte that is no UTF-8 is U+FFFD; a mark of the byte order is no part of the text.
    assert_eq!(json::read(b"\xef\xbb\xbf\"a\xffb\xe4\xb8\"".to_vec()), read("\"a\u{fffd}b\u{fffd}\""));
}

#[test]
fn the_last_of_equal_keys_counts() {
    let good = corpus::good();
    let twice = format!(r#"{{"projects": 7, "as_of": "x", {}"#, good.to_string().strip_prefix('{').unwrap());
    let (catalog, mistakes) = data::from_json(twice.into_bytes(), data::brief()).unwrap();
    assert_eq!((mistakes.len(), ids(&catalog).len()), (0, corpus::IDS.len()));
    let json = r#"{"x": 1, "x": 2, "projects": [{"id": "a", "id": 7, "y": 1, "y": 2}]}"#;
    let (_, mistakes) = data::from_json(json.into(), data::brief()).unwrap();
    let lines: Vec<String> = mistakes.iter().map(|mistake| mistake.line()).collect();
    let of = |begin: &str| lines.iter().filter(|line| line.starts_with(begin)).count();
    assert_eq!((of("x: unknown key"), of("projects[0].y: unknown key")), (1, 1), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("projects[0].id: must be a text, not a number")), "{lines:#?}");
}

#[test]
fn what_is_too_deep_is_absent_and_still_has_to_be_json() {
    let nested = |open: &str, inside: &str, close: &str, n: usize| [&open.repeat(n), inside, &close.repeat(n)].concat();
    let depth = usize::from(DEPTH);
    let tree = |n: usize| (0..n).fold(Tree::Null, |inside, _| Tree::List(vec![inside]));
    assert_eq!(read(&nested("[", "null", "]", depth)), Ok(tree(depth)));
    assert_eq!(read(&nested("[", "[]", "]", depth)), Ok(tree(depth)));
    // Without recursion, which would end the program.
    assert_eq!(read(&nested("[", "1", "]", 1_000_000)), Ok(tree(depth)));
    let map = nested("{\"a\": [7, ", "{\"b\": {}, \"c\": \"d\"}", ", 8]}", 100_000);
    assert!(read(&map).is_ok());
    for (wrong, right) in [("{}", "}"), ("\"b\":", "\"b\""), ("\"d\"", "d"), (", 8]", ", ]"), ("[7,", "[,")] {
        assert!(read(&map.replacen(wrong, right, 1)).is_err(), "{right}");
    }
    assert!(read(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn a_file_without_end_is_refused_by_its_length() {
    let long = |n: usize| ["\"", &"a".repeat(n - 2), "\""].concat();
    assert!(read(&long(JSON as usize)).is_ok());
    assert_eq!(read(&long(JSON as usize + 1)).unwrap_err(), "longer than 16000000 characters");
    // Counted in JavaScript's characters, and not in bytes.
    let pairs = ["\"", &"😀".repeat(JSON as usize / 2 - 1), "\""].concat();
    assert!(read(&pairs).is_ok());
    assert_eq!(read(&[&pairs, " "].concat()).unwrap_err(), "longer than 16000000 characters");
    assert!(read(&["\"", &"中".repeat(JSON as usize - 2), "\""].concat()).is_ok());
    let values = |n: u32| ["[", &"1,".repeat(n as usize - 2), "1]"].concat();
    assert!(read(&values(VALUES - 1)).is_ok());
    assert_eq!(read(&values(VALUES)).unwrap_err(), "more than 2000000 values");
}

/// Small texts of JSON, spoiled at some places.
fn texts() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\n", "4e2d", "e", "E", "+", "-", ".", "0", "1", "12",
        "null", "true", "a", " ", "\n", "é", "中",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-1000..1000_i32).prop_map(|n| Value::from(f64::from(n) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((".{0,4}", inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    });
    (value, any::<bool>(), proptest::collection::vec((any::<Index>(), 0..3_usize, piece), 0..3)).prop_map(
        |(value, is_pretty, spoils)| {
            let text = if is_pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let mut text: Vec<char> = text.unwrap().chars().collect();
            for (at, n, piece) in spoils {
                let from = at.index(text.len() + 1);
                let to = (from + n).min(text.len());
                text.splice(from..to, piece.chars());
            }
            text.into_iter().collect()
        },
    )
}

/// Numbers with very many digits may differ in the last bits.
fn is_same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Number(one), Tree::Number(other)) => one == other || ((one - other) / other).abs() < 1e-14,
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Tree::Map(one), Tree::Map(other)) => {
            let keys =
                |entries: &[(Cow<str>, Tree)]| entries.iter().map(|(key, _)| key.to_string()).collect::<Vec<_>>();
            let trees = one.iter().zip(other);
            keys(one) == keys(other)
                && trees.map(|(one, other)| (&one.1, &other.1)).all(|(one, other)| is_same(one, other))
        }
        _ => one == other,
    }
}

#[test]
fn it_reads_what_another_reader_reads() {
    let agrees = |text: String| {
        match (read(&text), serde_json::from_str::<Tree>(&text)) {
            (Ok(one), Ok(other)) => prop_assert!(is_same(&one, &other), "{}: {:?}, {:?}", text, one, other),
            (Err(_), Err(_)) => {}
            // Half a pair of surrogates, and an infinite number.
            (Ok(_), Err(_)) if text.contains("\\u") || text.contains(['e', 'E']) => {}
            (one, other) => prop_assert!(false, "{}: {:?}, {:?}", text, one, other),
        }
        Ok(())
    };
    TestRunner::new(random::cases(500, 1_000_000)).run(&texts(), agrees).unwrap_or_else(|failure| panic!("{failure}"));
}

/// Texts are looked through eight bytes at a time.
#[test]
fn one_character_is_noticed_at_every_place() {
    for (before, after) in (0..20).flat_map(|before| [0, 1, 7, 8, 9].map(|after| (before, after))) {
        for filler in ["a", " ", "~", "中", "\u{80}", "ÿ"] {
            let around = |middle: &str| [&filler.repeat(before), middle, &filler.repeat(after)].concat();
            for control in ["\u{0}", "\u{1f}", "\n"] {
                assert!(read(&format!("\"{}\"", around(control))).is_err());
                assert!(check::text(&around(control)).is_err());
            }
            assert!(check::text(&around("a\u{7f}")).is_err());
            for (escaped, is) in
                [("\\\"", "\""), ("\\\\", "\\"), ("\\u00e9", "é"), ("!", "!"), ("\u{7f}", "\u{7f}"), ("]", "]")]
            {
                expect_text(&format!("\"{}\"", around(escaped)), &around(is));
            }
            assert!(read(&format!("\"{}\"", around("\""))).is_err());
            if filler != "\u{80}" {
                assert_eq!(check::text(&around("!")), Ok(()));
            }
        }
    }
    assert!((0..20).all(|n| check::text(&" ".repeat(n)).is_err()));
}
