//! Every bullet of two awesome lists is accounted for. Counted by lines, which is another way than that of the library.

use std::collections::BTreeMap;

use sandbox_explorer_import::{Imported, Options, import};

use crate::{file, left_out};

/// A bullet: its line number, its text, and the heading above it.
struct Bullet<'t> {
    text: &'t str,
    heading: &'t str,
}

fn bullets(text: &str) -> Vec<Bullet<'_>> {
    let mut heading = "";
    let mut bullets = Vec::new();
    for line in text.lines() {
        let bare = line.trim_start();
        if let Some(name) = bare.strip_prefix('#') {
            heading = name.trim_start_matches('#').trim();
        } else if let Some(text) = bare.strip_prefix(['*', '-', '+']).filter(|text| text.starts_with([' ', '\t'])) {
            bullets.push(Bullet { text: text.trim(), heading });
        }
    }
    bullets
}

/// The bullets that are accounted for.
fn n_accounted(imported: &Imported) -> usize {
    let n_left_out: usize = imported.left_out.iter().map(|it| it.count).sum();
    imported.n_projects() + n_left_out + imported.skipped.len()
}

/// The number of entries below each heading; headings of one name are counted together.
fn by_heading(imported: &Imported) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for project in &imported.catalog.projects {
        let slug = project.category.as_deref().unwrap();
        let category = imported.catalog.categories.iter().find(|category| category.slug == slug).unwrap();
        *counts.entry(category.name.as_str()).or_insert(0) += 1;
    }
    counts
}

fn naive<'t>(bullets: impl Iterator<Item = &'t Bullet<'t>>) -> BTreeMap<&'t str, usize> {
    let mut counts = BTreeMap::new();
    bullets.for_each(|bullet| *counts.entry(bullet.heading).or_insert(0) += 1);
    counts
}

#[test]
fn every_bullet_of_awesome_rust_is_an_entry_or_is_counted() {
    let text = file("awesome-rust.md");
    let imported = import(&text, &Options::default()).unwrap();
    let bullets = bullets(&text);
    assert_eq!(n_accounted(&imported), bullets.len());
    assert_eq!(left_out(&imported), ["113 bullets of the table of contents", "199 bullets that name a group"]);
    assert_eq!(imported.skipped, []);
    let linked = |bullet: &&Bullet| bullet.text.starts_with('[') && !bullet.text.contains("](#");
    assert_eq!(by_heading(&imported), naive(bullets.iter().filter(linked)));
    assert_eq!(imported.n_projects(), 1757);
    let catalog = &imported.catalog;
    assert_eq!(catalog.title.as_deref(), Some("Awesome Rust"));
    assert_eq!(catalog.about.as_deref(), Some("A curated list of Rust code and resources."));
    // Two headings of one name are two categories.
    let databases: Vec<_> = catalog.categories.iter().filter(|category| category.name == "Database").collect();
    assert_eq!(
        databases.iter().map(|it| it.parent.as_deref().unwrap()).collect::<Vec<_>>(),
        ["Applications", "Libraries"]
    );
    assert_eq!(databases[0].slug, "applications--database");
}

#[test]
fn every_bullet_of_the_chinese_list_is_an_entry_or_is_counted() {
    let text = file("awesome-python-cn.md");
    let imported = import(&text, &Options::default()).unwrap();
    let bullets = bullets(&text);
    assert_eq!(n_accounted(&imported), bullets.len());
    assert_eq!(left_out(&imported), ["2 bullets of the section 本项目的参与者", "53 bullets that name a group"]);
    assert_eq!(imported.skipped, []);
    // Two name their entry before the link, or have none.
    let named = ["ysqlclient：", "dataset："];
    let is_entry =
        |bullet: &&Bullet| bullet.text.starts_with('[') || named.iter().any(|name| bullet.text.starts_with(name));
    assert_eq!(by_heading(&imported), naive(bullets.iter().filter(is_entry)));
    assert_eq!(imported.n_projects(), 876);
    let find = |name: &str| imported.catalog.projects.iter().find(|project| project.name == name).unwrap();
    assert_eq!(
        crate::line(find("p")),
        "p | category: c-db3ac311--c-08395c28 | summary: 非常简单的交互式 Python 版本管理工具。 | links: {\"repository\":\"https://github.com/qw3rtman/p\"}"
    );
    assert_eq!(find("ysqlclient").links.get("repository").unwrap(), "https://github.com/PyMySQL/mysqlclient-python");
    assert_eq!(find("jedi-vim").fields.0.len(), 1);
    assert!(find("dataset").links.is_empty());
}
