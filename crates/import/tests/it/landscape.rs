//! Forms of a landscape that the eight do not have.

use sandbox_explorer_import::{Format, Options, import};

use crate::{check, left_out, line, read, refused, told};

/// A landscape with one category and these items.
fn landscape(items: &str) -> String {
    let items: String = items.lines().map(|line| format!("          {line}\n")).collect();
    format!(
        "landscape:\n  - category:\n    name: A\n    subcategories:\n      - subcategory:\n        name: B\n        items:\n{items}"
    )
}

#[test]
fn categories_at_the_top_and_marks_around_their_maps() {
    let text = "categories:\n- category:\n    name: A\n    subcategories:\n    - subcategory:\n        name: B\n        items:\n        - item:\n            name: X\n            homepage_url: x.example.org/a\n- name: C\n  items:\n  - {name: Y, homepage_url: 'https://y.example'}\n";
    let imported = check(
        text,
        &[
            "X | category: a--b | links: {\"website\":\"https://x.example.org/a\"}",
            "Y | category: c | links: {\"website\":\"https://y.example\"}",
        ],
    );
    assert_eq!(imported.format, Format::Landscape);
    assert_eq!(imported.catalog.categories[1].parent, None);
}

#[test]
fn an_item_without_a_name_is_told_and_costs_no_other() {
    let text = landscape(
        "- item:\n  homepage_url: https://a.example\n- item:\n  name: X\n- just a text\n-\n- item:\n  name: ' '\n",
    );
    let imported = check(&text, &["X | category: a--b"]);
    assert_eq!(
        told(&imported),
        [
            "line 8: an entry: has no name, so it is left out",
            "line 12: an item: expected a map with a name, found a text",
            "line 13: an item: expected a map with a name, found nothing",
            "line 14: an entry: has no name, so it is left out",
        ]
    );
}

#[test]
fn the_same_name_twice_is_two_projects() {
    let imported = read(&landscape("- name: X\n- name: x\n- name: X!\n"));
    let ids: Vec<&str> = imported.catalog.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids, ["x", "x-2", "x-3"]);
}

#[test]
fn maturity_is_any_word_with_its_day() {
    let text = landscape(
        "- name: A\n  project: growth\n  extra: {accepted: 2020-01-31, growth: 2021-02}\n- name: B\n  project: sandbox\n  extra: {accepted: '2020-01-31'}\n\
         - name: C\n  project: null\n  extra: {graduated: TBD, incubating: 2021-02-30}\n- name: D\n  project: archived\n  extra:\n    archived: '2023-05-06'\n    incubating: '2021-05-06'\n",
    );
    let imported = check(
        &text,
        &[
            "A | category: a--b | maturity: growth | accepted: 2020-01-31 | fields: {\"growth\":\"2021-02\"}",
            "B | category: a--b | maturity: {\"level\":\"sandbox\",\"since\":\"2020-01-31\"} | accepted: 2020-01-31",
            "C | category: a--b",
            "D | category: a--b | maturity: {\"level\":\"archived\",\"since\":\"2023-05-06\"} | fields: {\"incubating\":\"2021-05-06\"}",
        ],
    );
    assert_eq!(
        told(&imported),
        [
            "line 16: C: graduated: \"TBD\": must be a date such as 2024-09-26, 2024-09 or 2024",
            "line 16: C: incubating: \"2021-02-30\": no such day in the calendar",
        ]
    );
}

#[test]
fn second_paths_are_categories_also_where_names_have_slashes() {
    let text = "landscape:\n- name: CI / CD\n  subcategories:\n  - name: Tools\n    items:\n    - name: X\n      second_path: [\"Other / Things\", \"CI / CD / Tools\", \"Nonsense\", 7]\n    - {name: Y, second_path: Other / Things}\n- name: Other\n  subcategories:\n  - name: Things\n    items: []\n";
    let imported = check(
        text,
        &[
            "X | categories: [\"ci-cd--tools\",\"other--things\"]",
            "Y | categories: [\"ci-cd--tools\",\"other--things\"]",
        ],
    );
    assert_eq!(
        told(&imported),
        [
            "line 7: X: second_path: \"Nonsense\": expected \"Category / Subcategory\"",
            "line 7: X: second_path: \"7\": expected \"Category / Subcategory\"",
        ]
    );
}

#[test]
fn logos_arrive_with_the_address_of_their_folder() {
    let text = landscape("- {name: X, logo: \"./a b (1).svg\"}\n- {name: Y, logo: 'https://y.example/y.svg'}\n");
    let options = Options { logos: Some("https://l.example/logos/".to_owned()), ..Options::default() };
    let with = import(&text, &options).unwrap();
    let logos: Vec<_> = with.catalog.projects.iter().map(|project| project.logo.as_deref().unwrap()).collect();
    assert_eq!(logos, ["https://l.example/logos/a%20b%20(1).svg", "https://y.example/y.svg"]);
    let options = Options { logos: Some("./logos".to_owned()), ..Options::default() };
    assert_eq!(refused(&text, &options), "logos: ./logos: must begin with https:// or http://");
    assert_eq!(left_out(&read(&text)), ["1 logos (--logos ADDRESS adds them)"]);
}

#[test]
fn links_of_all_kinds_keep_their_names() {
    let text = landscape(
        "- name: X\n  homepage_url: https://x.example\n  repo_url: https://github.com/x/x\n  additional_repos:\n  - repo_url: https://github.com/x/y\n    branch: main\n  - https://git.example/z\n\
         \x20 twitter: javascript:alert(1)\n  extra:\n    slack_url: https://s.example\n    discord_url: https://d.example\n    mailing_list_url: mailto:x@x.example\n    other_links:\n    - {name: Calendar, url: https://c.example}\n    - {name: Broken}\n    refs: ',https://a.example,https://b.example'\n    audits:\n    - {date: '2022-01-01', type: security, url: https://p.example/a.pdf, vendor: V}\n",
    );
    let imported = read(&text);
    let links = &imported.catalog.projects[0].links.0;
    let links: Vec<String> = links.iter().map(|(name, address)| format!("{name} {address}")).collect();
    assert_eq!(
        links,
        [
            "website https://x.example",
            "repository https://github.com/x/x",
            "chat https://s.example",
            "x/y https://github.com/x/y",
            "additional repos https://git.example/z",
            "discord https://d.example",
            "mailing list mailto:x@x.example",
            "Calendar https://c.example",
            "refs https://a.example",
            "refs 2 https://b.example",
            "audit: security https://p.example/a.pdf",
        ]
    );
    assert_eq!(
        told(&imported),
        [
            "line 15: X: twitter: \"javascript:alert(1)\": must begin with https:// or http://",
            "line 22: X: other_links: expected an address, or a map with a url",
        ]
    );
}

#[test]
fn keys_of_their_own_become_extra_fields() {
    let text = landscape(
        "- name: X\n  organization: {name: Org, country: Japan, linkedin: https://l.example/o}\n  open_source: false\n  extra:\n    annotations: {lead_team: Red, empty: }\n    stock_ticker: NYSE:X\n    summary_tags: one, two,three\n    tag: [a, b]\n    nested: [[1], 2]\n    mode: [{primary: Auto, secondary: [Light]}, {primary: Walking}]\n",
    );
    let imported = check(
        &text,
        &[
            "X | category: a--b | links: {\"linkedin\":\"https://l.example/o\"} | owner: Org | fields: {\"country\":\"Japan\",\"open-source\":\"no\",\"lead-team\":\"Red\",\"stock-ticker\":\"NYSE:X\",\"tags\":[\"one\",\"two\",\"three\"],\"tag\":[\"a\",\"b\"],\"nested\":[\"1\",\"2\"],\"mode\":[\"Auto\",\"Light\",\"Walking\"]}",
        ],
    );
    let names: Vec<&str> = imported.catalog.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["Country", "Open source", "Lead team", "Stock ticker", "Tags", "TAG", "Nested", "Mode"]);
    assert!(told(&imported).is_empty());
}

#[test]
fn texts_keep_their_lines_and_names_are_one() {
    let text = landscape(
        "- name: |\n    X\n    Y\n  description: |\n    One.\n\n    Two.\n- name: 99\n- name: \"true\"\n- &z {name: Z, extra: {accepted: 2020-01-31}}\n- {<<: *z, name: Z2}\n- {name: A, name: B}\n",
    );
    let imported = check(
        &text,
        &[
            "X Y | category: a--b | summary: One.\n\nTwo.",
            "99 | category: a--b",
            "true | category: a--b",
            "Z | category: a--b | accepted: 2020-01-31",
            "Z2 | category: a--b | accepted: 2020-01-31",
            "A | category: a--b",
        ],
    );
    assert_eq!(told(&imported), ["line 19: A: name: occurs twice; the first one counts"]);
}

/// Each is numbered without a look at all others.
#[test]
fn an_entry_may_have_thousands_of_links_of_one_name() {
    let links = "    - {name: Wiki, url: 'https://w.example/N'}\n";
    let links: String = (0..5000).map(|n| links.replace('N', &n.to_string())).collect();
    let imported = read(&landscape(&format!(
        "- name: X\n  extra:\n    other_links:\n    - {{name: Wiki 3, url: 'https://w.example'}}\n{links}"
    )));
    let names: Vec<&str> = imported.catalog.projects[0].links.0.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((&names[..5], names.len()), (&["Wiki 3", "Wiki", "Wiki 2", "Wiki 4", "Wiki 5"][..], 5001));
}

#[test]
fn long_texts_are_shortened_and_told() {
    let text = landscape(&format!("- name: {}\n  description: {}\n", "n".repeat(300), "d ".repeat(9000)));
    let imported = read(&text);
    assert_eq!(imported.catalog.projects[0].name.chars().count(), 200);
    let line = line(&imported.catalog.projects[0]);
    assert!(line.chars().count() < 10_300, "{}", line.len());
    assert_eq!(imported.skipped.len(), 2, "{:?}", told(&imported));
}

#[test]
fn categories_have_the_order_of_the_file_and_those_without_entries_are_left_out() {
    let text = "landscape:\n- name: A\n  subcategories:\n  - {name: Empty, items: []}\n  - {name: One, items: [{name: X, second_path: [B / Last]}]}\n- name: B\n  subcategories:\n  - {name: First, items: [{name: Y}]}\n  - {name: Last, items: }\n";
    let imported = read(text);
    let slugs: Vec<&str> = imported.catalog.categories.iter().map(|category| category.slug.as_str()).collect();
    assert_eq!(slugs, ["a--one", "b--first", "b--last"]);
    assert_eq!(left_out(&imported), ["1 categories without entries"]);
}

#[test]
fn what_is_no_landscape_is_refused_with_what_was_expected() {
    let options = Options { format: Some(Format::Landscape), ..Options::default() };
    for (text, why) in [
        ("items: []\n", "no landscape: at the top is \"items\"; expected a list under `landscape:` or `categories:`"),
        ("landscape: yes\n", "no landscape: at the top is \"landscape\""),
        ("landscape: [\n", "not YAML: line 2, column 1: "),
        ("landscape:\n  - name: A\n\t- b\n", "not YAML: line 2, column 11: "),
        ("categories:\n  - name: A\n    subcategories: [B, C]\n", "a landscape without items"),
        ("", "no landscape: at the top is nothing"),
    ] {
        let refused = refused(text, &options);
        assert!(refused.starts_with(why), "{text:?}: {refused}");
    }
}

/// Aliases of aliases, which would be 10⁹ values, and a thousand levels.
#[test]
fn a_file_that_would_fill_the_memory_is_refused() {
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for n in 1..9 {
        bomb += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(","));
    }
    bomb += "landscape: *a8\n";
    let options = Options { format: Some(Format::Landscape), ..Options::default() };
    assert!(refused(&bomb, &options).contains("more than 2000000 values"));
    let deep = format!("landscape: {}{}\n", "[".repeat(1000), "]".repeat(1000));
    assert!(refused(&deep, &options).contains("recursion limit exceeded"));
}
