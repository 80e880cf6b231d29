//! Tables: separators, columns, cells with several values.

use std::time::{Duration, Instant};

use sandbox_explorer_import::{Format, Options, import};

use crate::{check, left_out, read, refused, told};

fn mapped(pairs: &[(&str, &str)]) -> Options {
    let map = pairs.iter().map(|(column, target)| ((*column).to_owned(), (*target).to_owned())).collect();
    Options { map, ..Options::default() }
}

#[test]
fn columns_are_recognised_by_name() {
    let imported = check(
        "\u{feff}Project Name,Homepage URL,GitHub,Category,Sub-category,License,Programming Languages,Country,Description\r\n\
         Kmesh,https://kmesh.net,github.com/kmesh-net/kmesh,Network,Mesh,Apache License 2.0,\"Go, C\",China,\"Two\nlines, \"\"quoted\"\"\"\r\n\
         Loom,,,Network;Weaving,,,,Japan,\r\n",
        &[
            "Kmesh | category: network--mesh | summary: Two\nlines, \"quoted\" | links: {\"website\":\"https://kmesh.net\",\"repository\":\"https://github.com/kmesh-net/kmesh\"} | licence: Apache-2.0 | languages: [\"Go\",\"C\"] | fields: {\"country\":\"China\"}",
            "Loom | categories: [\"network\",\"weaving\"] | fields: {\"country\":\"Japan\"}",
        ],
    );
    assert_eq!(imported.format, Format::Csv);
    assert_eq!(imported.catalog.fields[0].name, "Country");
}

#[test]
fn chinese_columns_tabs_and_semicolons() {
    let expected = ["织机 | category: c-d698af2b | summary: 织布 | links: {\"website\":\"https://a.example\"}"];
    let rows = |separator: &str| {
        ["名称", "网址", "分类", "简介"].join(separator)
            + "\n"
            + &["织机", "https://a.example", "工具", "织布"].join(separator)
            + "\n"
    };
    for separator in ["\t", ";", "|", ","] {
        check(&rows(separator), &expected);
    }
    assert_eq!(read(&rows("\t")).format, Format::Tsv);
}

#[test]
fn a_map_says_what_columns_are() {
    let text = "Werkzeug,Seit,Notiz,Seite\nWebstuhl,1801,alt,https://w.example\n";
    let options = Options {
        format: Some(Format::Csv),
        ..mapped(&[("Werkzeug", "name"), ("notiz", "-"), ("Seit", "fields.In use since"), ("Seite", "links.Wiki")])
    };
    let imported = import(text, &options).unwrap();
    assert_eq!(
        crate::line(&imported.catalog.projects[0]),
        "Webstuhl | links: {\"Wiki\":\"https://w.example\"} | fields: {\"in-use-since\":\"1801\"}"
    );
    assert_eq!(left_out(&imported), ["1 key Notiz"]);
}

#[test]
fn what_does_not_fit_is_refused_with_what_does() {
    let csv = |options: Options| Options { format: Some(Format::Csv), ..options };
    assert_eq!(
        refused("a,b\n1,2\n", &csv(Options::default())),
        "no column is the name of an entry; say which one: --map COLUMN=name; the columns are \"a\", \"b\""
    );
    assert_eq!(
        refused("name,b\n1,2\n", &csv(mapped(&[("c", "name")]))),
        "map: there is no column \"c\"; the columns are \"name\", \"b\""
    );
    let target = refused("name,b\n1,2\n", &csv(mapped(&[("b", "colour")])));
    assert!(
        target.starts_with("map: there is no target \"colour\"; allowed: name, id, category, ")
            && target.ends_with("links.<name>, fields.<name>, -"),
        "{target}"
    );
    let list = refused("# L\n- [A](https://a.example)\n", &mapped(&[("a", "name")]));
    assert_eq!(list, "map: the format awesome has no columns; those with some: csv, tsv, json");
    let day = refused("name\n", &Options { as_of: Some("today".to_owned()), ..csv(Options::default()) });
    assert!(day.starts_with("as_of: today: must be a date"), "{day}");
}

#[test]
fn cells_with_several_values_are_split_where_all_agree() {
    let text = "name;Industry;Skills;City\n\
                A;energy|grid;\"one, two\";\"Berlin, Germany\"\nB;grid;\"two, one, three\";Paris\nC;energy;\"one, two\";\"A long sentence, which is no list, ends here\"\n";
    check(
        text,
        &[
            "A | fields: {\"industry\":[\"energy\",\"grid\"],\"skills\":[\"one\",\"two\"],\"city\":\"Berlin, Germany\"}",
            "B | fields: {\"industry\":\"grid\",\"skills\":[\"two\",\"one\",\"three\"],\"city\":\"Paris\"}",
            "C | fields: {\"industry\":\"energy\",\"skills\":[\"one\",\"two\"],\"city\":\"A long sentence, which is no list, ends here\"}",
        ],
    );
}

#[test]
fn rows_that_do_not_fit_are_told_by_line() {
    let imported = read(
        "Our tools,,\nname,url,accepted\nA,https://a.example,2024-02-30\n,,\n,https://b.example,\n\"C\nC\",ftp://c.example,2024-02,extra\nD\n",
    );
    assert_eq!(
        told(&imported),
        [
            "line 3: A: accepted: \"2024-02-30\": no such day in the calendar",
            "line 5: an entry: has no name, so it is left out",
            "line 6: C C: url: \"ftp://c.example\": must begin with https:// or http://",
            "line 6: C C: column 4: \"extra\": the first line names only 3 columns",
        ]
    );
    assert_eq!(left_out(&imported), ["1 blank rows"]);
    assert_eq!(imported.n_projects(), 3);
}

#[test]
fn two_columns_of_one_meaning_both_arrive() {
    check(
        "name,title,website,homepage,type,category\nA,Dr,https://a.example,https://b.example,big,tools\n",
        &[
            "A | category: big | links: {\"website\":\"https://a.example\",\"website 2\":\"https://b.example\"} | fields: {\"title\":\"Dr\",\"category\":\"tools\"}",
        ],
    );
}

#[test]
fn a_column_that_ends_like_a_name_is_the_name() {
    let csv = Options { format: Some(Format::Csv), ..Options::default() };
    let imported = import("文风名称,类别,\nA,x,extra\n", &csv).unwrap();
    assert_eq!(crate::line(&imported.catalog.projects[0]), "A | category: x");
    assert_eq!(left_out(&imported), ["1 values without a column name"]);
}

/// 50,000 rows of one name: nothing in it takes the square of the number.
#[test]
fn many_rows_take_time_in_proportion() {
    let text = |n: usize| "name,url,tags\n".to_owned() + &"Loom,https://a.example,\"one,two\"\n".repeat(n);
    let time = |n: usize| {
        let (text, start) = (text(n), Instant::now());
        assert_eq!(read(&text).n_projects(), n);
        start.elapsed()
    };
    let few = time(5_000).max(Duration::from_millis(1));
    let many = time(50_000);
    assert!(many < few * 40, "{few:?} for 5,000 rows, {many:?} for 50,000");
}
