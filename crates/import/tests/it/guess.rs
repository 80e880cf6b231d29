//! The format is recognised, and a wrong file is refused with what was expected.

use sandbox_explorer_import::{Format, Options, import};

use crate::{file, refused};

#[track_caller]
fn check(text: &str, name: &str, expected: Format) {
    let options = Options { name: name.to_owned(), ..Options::default() };
    let imported = import(text, &options).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(imported.format, expected);
}

#[test]
fn formats_are_recognised_by_what_is_in_them() {
    for name in [
        "aswf.yml",
        "cncf.yml",
        "confidential-computing.yml",
        "finos.yml",
        "lfedge.yml",
        "lfenergy.yml",
        "openmainframe.yml",
        "riscv.yml",
    ] {
        check(&file(name), "", Format::Landscape);
    }
    for name in ["awesome-rust.md", "awesome-python-cn.md"] {
        check(&file(name), "", Format::Awesome);
    }
    check(
        "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n- [A](https://a.example)\n",
        "",
        Format::Awesome,
    );
    check("[Home](https://x.example)\n\n* [A](https://a.example), text, more\n", "list.csv", Format::Awesome);
    check("title,url\nA,https://a.example\n", "", Format::Csv);
    check("title\turl\nA, B\thttps://a.example\n", "", Format::Tsv);
    check(" [ {\"name\": \"A\"} ]", "list.md", Format::Json);
    check("# a comment\n---\n\"landscape\": # all\n- name: A\n  items: [{name: X}]\n", "", Format::Landscape);
}

#[test]
fn the_name_decides_where_the_text_leaves_a_doubt() {
    check("name\nA\nB\n", "https://a.example/list.CSV?raw=1", Format::Csv);
    check("# L\n1. [A](https://a.example)\n", "README.md", Format::Awesome);
}

#[test]
fn a_wrong_file_is_refused_with_what_was_expected() {
    for (text, why) in [
        ("", "the file is empty; expected one of these: a landscape has `landscape:` or `categories:` at the top; "),
        ("<!DOCTYPE html><p>404", "a web page; expected the file itself (on GitHub, the address of \"Raw\"): "),
        (
            "just some text",
            "none of the formats: a landscape has `landscape:` or `categories:` at the top; an awesome list has bullets such as",
        ),
        ("%PDF-1.7 \u{0}\u{1}", "none of the formats"),
    ] {
        let refused = refused(text, &Options::default());
        assert!(refused.starts_with(why), "{refused}");
        assert!(refused.ends_with("--format says which it is"), "{refused}");
    }
}
