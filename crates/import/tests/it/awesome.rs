//! Forms of awesome lists that the two do not have.

use crate::{check, left_out, read, told};

#[test]
fn links_and_marks_around_the_text() {
    check(
        "# Awesome\n\n## Tools\n\n\
         - [A](https://a.example) - Does a thing. ([Demo](https://demo.example), [Source Code](https://github.com/a/a)) `MIT` `Nodejs/Docker`\n\
         - [B](https://github.com/b/b) [[crate](https://crates.io/crates/b)] — Wraps `libb`. [![Build](https://ci.example/b.svg)](https://ci.example)\n\
         - [C](https://c.example): uses [D](https://d.example) and `tar`\n\
         - [E](https://e.example) `GPL-3.0` ![License: MIT](https://img.shields.io/badge/License-MIT-blue.svg)\n\
         - **[F](https://f.example)** – bold. [Website](https://f2.example)\n\
         - ⭐ *[G](https://g.example)*\n\
         - [x] [H](https://h.example) | [repo](https://github.com/h/h) | [docs](https://docs.h.example) - h\n",
        &[
            "A | category: tools | summary: Does a thing. | links: {\"website\":\"https://a.example\",\"repository\":\"https://github.com/a/a\",\"demo\":\"https://demo.example\"} | licence: MIT | languages: [\"JavaScript\"] | fields: {\"tags\":\"Docker\"}",
            "B | category: tools | summary: Wraps libb. | links: {\"repository\":\"https://github.com/b/b\",\"package\":\"https://crates.io/crates/b\"}",
            "C | category: tools | summary: uses D and tar | links: {\"website\":\"https://c.example\"}",
            "E | category: tools | links: {\"website\":\"https://e.example\"} | licence: MIT",
            "F | category: tools | summary: bold. | links: {\"website\":\"https://f.example\",\"website 2\":\"https://f2.example\"}",
            "G | category: tools | links: {\"website\":\"https://g.example\"}",
            "H | category: tools | summary: h | links: {\"website\":\"https://h.example\",\"repository\":\"https://github.com/h/h\",\"docs\":\"https://docs.h.example\"}",
        ],
    );
}

#[test]
fn names_before_their_link_and_entries_without_one() {
    let imported = check(
        "# L\n## T\n- A：[a-lib](https://github.com/a/a) 分支\n- 2016 - [P](https://p.example)\n- See the [B book](https://b.example) first\n- C - has no link\n- https://d.example/x - a bare address\n- <https://e.example>\n- nothing to see\n- [relative](docs/f.md) - elsewhere\n",
        &[
            "A | category: t | summary: a-lib 分支 | links: {\"repository\":\"https://github.com/a/a\"}",
            "P | category: t | summary: 2016 - P | links: {\"website\":\"https://p.example\"}",
            "B book | category: t | summary: See the B book first | links: {\"website\":\"https://b.example\"}",
            "C | category: t | summary: has no link",
            "d.example | category: t | summary: a bare address | links: {\"website\":\"https://d.example/x\"}",
            "https://e.example | category: t | links: {\"website\":\"https://e.example\"}",
            "relative | category: t | summary: elsewhere",
        ],
    );
    assert_eq!(
        told(&imported),
        [
            "line 9: a bullet: has no link: \"nothing to see\"",
            "line 10: relative: address: \"docs/f.md\": must begin with https:// or http://",
        ]
    );
}

#[test]
fn nested_bullets_are_entries_groups_or_text() {
    let imported = check(
        "# L\n## T\n- Group\n  - [A](https://a.example)\n  - Inner [[x](https://x.example)]\n    * [B](https://b.example)\n- [C](https://c.example) - first\n  - second line\n  - third\n  - [D](https://d.example)\n\n  a paragraph\n",
        &[
            "A | category: t | links: {\"website\":\"https://a.example\"} | fields: {\"group\":\"Group\"}",
            "B | category: t | links: {\"website\":\"https://b.example\"} | fields: {\"group\":[\"Group\",\"Inner\"]}",
            "C | category: t | summary: first\na paragraph\nsecond line\nthird | links: {\"website\":\"https://c.example\"}",
            "D | category: t | links: {\"website\":\"https://d.example\"} | fields: {\"group\":\"C\"}",
        ],
    );
    assert_eq!(
        left_out(&imported),
        ["2 bullets that name a group", "2 bullets that belong to the text of the entry above"]
    );
}

#[test]
fn headings_are_categories_with_their_parents() {
    let imported = check(
        "# Awesome X [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> A list of all things that are x.\n\n## Contents\n- [Tools](#tools)\n  - [Small](#small)\n\n## Tools [⬆](#contents)\n- [A](https://a.example)\n### Small:\n- [B](https://b.example)\n#### Tiny\n1. [C](https://c.example)\n## [Books](#books)\n- [D](https://d.example)\n<h2 align=\"center\">🎨 Art</h2>\n\n- [E](https://e.example)\n",
        &[
            "A | category: tools | links: {\"website\":\"https://a.example\"}",
            "B | category: tools--small | links: {\"website\":\"https://b.example\"}",
            "C | category: tools--small--tiny | links: {\"website\":\"https://c.example\"}",
            "D | category: books | links: {\"website\":\"https://d.example\"}",
            "E | category: art | links: {\"website\":\"https://e.example\"}",
        ],
    );
    let categories: Vec<String> = imported
        .catalog
        .categories
        .iter()
        .map(|it| format!("{}<{}", it.name, it.parent.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(categories, ["Tools<", "Small<Tools", "Tiny<Small", "Books<", "🎨 Art<"]);
    assert_eq!(imported.catalog.title.as_deref(), Some("Awesome X"));
    assert_eq!(imported.catalog.about.as_deref(), Some("A list of all things that are x."));
    assert_eq!(left_out(&imported), ["2 bullets of the table of contents"]);
}

#[test]
fn sections_about_the_list_are_no_entries() {
    let imported = check(
        "# L\n- [A](https://a.example)\n## Contributing\n- Read [this](https://contributing.example)\n### How\n* Fork it\n## 许可证\n- [CC0](https://cc.example)\n## Licensing\n- [B](https://b.example)\n",
        &[
            "A | links: {\"website\":\"https://a.example\"}",
            "B | category: licensing | links: {\"website\":\"https://b.example\"}",
        ],
    );
    assert_eq!(left_out(&imported), ["2 bullets of the section Contributing", "1 bullets of the section 许可证"]);
}

#[test]
fn lists_may_have_their_categories_at_the_first_level() {
    let imported = read("# One\n- [A](https://a.example)\n# Two\n- [B](https://b.example)\n");
    assert_eq!(imported.catalog.title, None);
    assert_eq!(imported.catalog.categories.len(), 2);
    let imported = read("# Title\n\ntext\n\n# Two\n- [B](https://b.example)\n");
    assert_eq!(imported.catalog.title.as_deref(), Some("Title"));
    assert_eq!(imported.catalog.categories.len(), 1);
}

#[test]
fn rows_of_tables_are_entries() {
    let imported = check(
        "# L\n## T\n| Name | Description | License | Stars |\n|---|---|---|---|\n| [A](https://github.com/a/a) | does a | MIT | 5 |\n| B | no link | | |\n\n| | |\n|-|-|\n| [C](https://c.example) | c |\n\n- [D][d]\n\n[d]: https://d.example\n",
        &[
            "D | category: t | links: {\"website\":\"https://d.example\"}",
            "A | category: t | summary: does a | links: {\"repository\":\"https://github.com/a/a\"} | licence: MIT | fields: {\"stars\":\"5\"}",
            "C | category: t | links: {\"website\":\"https://c.example\"}",
        ],
    );
    assert_eq!(left_out(&imported), ["1 rows of tables without links"]);
}

#[test]
fn addresses_without_a_link_and_pictures_with_one() {
    let imported = check(
        "# L\n- A：http://a.example/\n- B (https://b.example), good\n- \n- [C](https://c.example) - c [![Open Source][icon]](https://github.com/c/c) ![Free][icon]\n- [![D](d.png)](https://d.example)\n\n[icon]: icon.svg\n",
        &[
            "A | links: {\"website\":\"http://a.example/\"}",
            "B | summary: good | links: {\"website\":\"https://b.example\"}",
            "C | summary: c | links: {\"website\":\"https://c.example\",\"repository\":\"https://github.com/c/c\"}",
            "D | links: {\"website\":\"https://d.example\"}",
        ],
    );
    assert_eq!(left_out(&imported), ["1 empty bullets"]);
}

#[test]
fn a_heading_with_a_link_and_nothing_below_it_is_an_entry() {
    let imported = check(
        "# [L](https://l.example)\n\nAll of them.\n\n## Tools\n\n### [A](https://a.example)\n\nDoes a.\n\n- well\n- fast\n\n### [B](https://github.com/b/b)\n\n## [C](https://c.example)\n- [D](https://d.example)\n\n## [License](https://e.example)\n",
        &[
            "A | category: tools | summary: Does a.\nwell\nfast | links: {\"website\":\"https://a.example\"}",
            "B | category: tools | links: {\"repository\":\"https://github.com/b/b\"}",
            "D | category: c | links: {\"website\":\"https://d.example\"}",
        ],
    );
    assert_eq!(imported.catalog.title.as_deref(), Some("L"));
}

#[test]
fn paragraphs_are_entries_where_there_are_no_bullets() {
    check(
        "# L\n\nAll of [them](https://l.example).\n\n<details id=\"a\">\n<summary><strong>Tools</strong> <kbd>2 projects</kbd></summary>\n\n> **[A](https://github.com/a/a)** <kbd>★ 3.8k</kbd> <kbd>MIT</kbd> 🟢<br>Does a.\n\n[B](https://b.example): b\n\n</details>\n",
        &[
            "A | category: tools | summary: 🟢 Does a. | links: {\"repository\":\"https://github.com/a/a\"} | licence: MIT | fields: {\"stars\":\"3.8k\"}",
            "B | category: tools | summary: b | links: {\"website\":\"https://b.example\"}",
        ],
    );
}

#[test]
fn shortcodes_and_licences_in_brackets() {
    check(
        "# L\n* :white_check_mark: [A](https://a.example)：一 :rocket:\n* [B](https://b.example) - Fast. [MIT]\n* [C](https://c.example) - Fast (Apache 2.0).\n* [D](https://d.example) - Slow (at times)\n",
        &[
            "A | summary: 一 | links: {\"website\":\"https://a.example\"}",
            "B | summary: Fast. | links: {\"website\":\"https://b.example\"} | licence: MIT",
            "C | summary: Fast | links: {\"website\":\"https://c.example\"} | licence: Apache-2.0",
            "D | summary: Slow (at times) | links: {\"website\":\"https://d.example\"}",
        ],
    );
}

#[test]
fn a_thousand_headings_of_one_entry_are_groups() {
    let days: String = (0..1100).map(|n| format!("### Day {n}\n- [A{n}](https://a.example/{n})\n")).collect();
    let imported = read(&format!("# L\n## T\n{days}"));
    assert_eq!((imported.n_projects(), imported.n_categories()), (1100, 1));
    assert_eq!(
        crate::line(&imported.catalog.projects[7]),
        "A7 | category: t | links: {\"website\":\"https://a.example/7\"} | fields: {\"group\":\"Day 7\"}"
    );
}

#[test]
fn folded_sections_and_code_are_read_as_what_they_are() {
    check(
        "# L\n<details><summary>More</summary>\n\n- [A](https://a.example)\n\n</details>\n\n```\n- [no](https://no.example)\n```\n",
        &["A | links: {\"website\":\"https://a.example\"}"],
    );
}
