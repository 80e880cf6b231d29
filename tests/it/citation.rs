//! A project as a line of Markdown.

use catalog::model::{Label, Links, Maturity, Project, Source, Text};
use sandbox_explorer::citation::markdown;
use sandbox_explorer::data;
use sandbox_explorer::i18n::Lang;

use crate::tiny::{PLAIN, catalog, day};

fn youki() -> &'static Project {
    data::bundled().projects.iter().find(|project| project.id == "youki").expect("youki")
}

#[test]
fn it_says_what_since_when_and_who_says_so() {
    let english = markdown(data::bundled(), youki(), Lang::En);
    assert!(english.starts_with("[youki](https://youki-dev.github.io/youki/) — Runs OCI containers"), "{english}");
    assert!(
        english.contains("works best under Docker or Podman; CNCF Sandbox since 2024-10-17, Apache-2.0, Rust."),
        "{english}"
    );
    assert!(english.ends_with(", as of 2026-08-07."), "{english}");
    let chinese = markdown(data::bundled(), youki(), Lang::Zh);
    assert!(chinese.starts_with("[youki](https://youki-dev.github.io/youki/)：用 Rust 编写"), "{chinese}");
    assert!(chinese.contains("运行时使用；CNCF 沙箱（自 2024-10-17 起），Apache-2.0、Rust。来源："), "{chinese}");
    assert!(chinese.ends_with("，截至 2026-08-07。"), "{chinese}");
}

#[test]
fn every_project_has_one_in_one_line() {
    for lang in [Lang::En, Lang::Zh] {
        for project in data::bundled().projects {
            let line = markdown(data::bundled(), project, lang);
            assert!(
                !line.contains('\n') && !line.contains("..") && !line.contains("。；") && !line.contains(".;"),
                "{line}"
            );
            assert!(line.contains(&project.maturity.since.iso()), "{line}");
        }
    }
}

#[test]
fn what_comes_from_data_is_no_markup() {
    let evil = Project {
        name: "a](https://evil.example) [b",
        summary: Text { en: "<img src=x onerror=alert(1)> *bold* `code` \\", zh: "" },
        links: Links { website: "https://plain.example/a)b (c)", ..PLAIN.links },
        maturity: Maturity { level: "archived", since: day(2025, 3, 1), ..PLAIN.maturity },
        ..PLAIN
    };
    let sources =
        [Source { slug: "", name: Label { en: "a <b>", ..Label::default() }, ..Source::default() }].to_vec().leak();
    let catalog = catalog::model::Catalog { sources, ..catalog(&[]) };
    assert_eq!(
        markdown(&catalog, &evil, Lang::En),
        "[a\\](https://evil.example) \\[b](https://plain.example/a%29b%20%28c%29) — \
         \\<img src=x onerror=alert(1)\\> \\*bold\\* \\`code\\` \\\\; CNCF Archived since 2025-03-01, MIT, Go. \
         Source: a \\<b\\>, as of 2026-01-01."
    );
}
