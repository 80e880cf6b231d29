//! How projects are maintained: a discreet line on the cards of inactive ones, details, insights, and the search by former
//! repositories.

use e2e::catalog::{Catalog, text};
use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::{eventually, until};
use serde_json::{Value, json};

/// A reader of a catalog in which all projects have this activity; an empty text removes it.
fn reads(last_commit: &str, as_of: &str) -> Visitor {
    let mut catalog =
        Catalog::read().only(&Catalog::read().names(|_| true).iter().map(String::as_str).collect::<Vec<_>>());
    for project in catalog["projects"].as_array_mut().into_iter().flatten() {
        let first_commit = text(&project["first_commit"]);
        let project = project.as_object_mut().expect("a project");
        project.remove("activity");
        // No project may have a last commit before its first one.
        if !last_commit.is_empty() && *last_commit > *first_commit {
            let activity = json!({ "last_commit": last_commit, "as_of": as_of, "source": "repository" });
            project.insert("activity".to_owned(), activity);
        }
    }
    let visitor = Visitor::comes_to(site::server());
    visitor.server.page("/own.json", &catalog.to_string());
    visitor.reads_next(&site::tag("src=/own.json"));
    visitor.waits_for_cards();
    visitor
}

/// All cards at a width of the explorer: their heights, and their lines with the last commit, with the space above and below.
fn cards(visitor: &Visitor, width: u32) -> Value {
    visitor.lays_out_all(width);
    visitor.author_runs(
        "const cards = [...explorer.shadowRoot.querySelectorAll('article')];
         const lines = cards.flatMap((card) => [...card.querySelectorAll('time')].filter((it) => it.dateTime == '2025-02-10').map((time) => {
             const line = time.closest('p').getBoundingClientRect();
             const range = document.createRange();
             range.selectNodeContents(card.querySelector('[part=summary]'));
             const words = range.getBoundingClientRect();
             const [ring] = [...card.querySelectorAll('circle')].map((it) => it.getBoundingClientRect());
             const box = card.getBoundingClientRect();
             return [time.closest('p').innerText, line.top - words.bottom > -4, ring.top - line.bottom > -1, line.left > box.left && line.right < box.right];
         }));
         return [cards.map((card) => Math.round(card.getBoundingClientRect().height)), lines]",
    )
}

#[test]
fn a_card_says_quietly_that_nothing_was_committed_for_a_year() {
    let quiet = reads("2025-02-10", "2026-08-22");
    let unknown = reads("", "");
    for (lang, line) in
        [("en", "Last commit Feb 2025"), ("zh", "最近提交 2025 年 2 月"), ("zh-Hant", "最近提交 2025 年 2 月")]
    {
        for visitor in [&quiet, &unknown] {
            visitor.author_runs(&format!("explorer.lang = '{lang}'"));
            eventually(|| visitor.author_runs("return explorer.shadowRoot.querySelectorAll('article').length"), &52);
        }
        for width in [1200, 768, 360, 320] {
            let [with, without] = [&quiet, &unknown].map(|visitor| cards(visitor, width));
            assert_eq!(with[0], without[0], "{lang}, {width} px: a card is higher for the line");
            let lines = with[1].as_array().expect("lines");
            assert!(lines.len() > 50, "{lang}, {width} px: {}", lines.len());
            let expected = json!([line, true, true, true]);
            assert!(lines.iter().all(|found| *found == expected), "{lang}, {width} px: {lines:?}");
            assert_eq!(without[1], json!([]));
        }
    }
    quiet.expect_quiet();
    unknown.expect_quiet();
}

#[test]
fn a_record_that_is_too_old_to_know_is_called_a_record() {
    // Half a year after the commit; over a year after it, but with an old record.
    for (last_commit, as_of) in [("2025-02-10", "2025-08-22"), ("2025-02-10", "2026-03-01")] {
        let visitor = reads(last_commit, as_of);
        for (lang, line) in [
            ("en", "Last commit on record Feb 2025"),
            ("zh", "有记录的最近提交 2025 年 2 月"),
            ("zh-Hant", "有紀錄的最近提交 2025 年 2 月"),
        ] {
            visitor.author_runs(&format!("explorer.lang = '{lang}'"));
            eventually(|| visitor.author_runs("return explorer.shadowRoot.querySelectorAll('article').length"), &52);
            for width in [1200, 320] {
                let [heights, lines] = serde_json::from_value(cards(&visitor, width)).expect("two lists");
                let (_, lines): (Value, Vec<Value>) = (heights, serde_json::from_value(lines).expect("lines"));
                assert!(lines.len() > 50, "{lang}, {width} px: {}", lines.len());
                let expected = json!([line, true, true, true]);
                assert!(lines.iter().all(|found| *found == expected), "{lang}, {width} px: {lines:?}");
            }
        }
        visitor.expect_quiet();
    }
    // The stored copies of four repositories end early, so later commits are not known. The others have commits of the last year.
    let visitor = Visitor::sees("");
    for (project, line) in [
        ("OpenEBS", Some("Last commit on record Feb 2025")),
        ("Sermant", Some("Last commit on record Jan 2025")),
        ("KubeSlice", Some("Last commit on record Oct 2024")),
        ("Xline", Some("Last commit on record Dec 2024")),
        ("Eraser", None),
        ("Headlamp", None),
    ] {
        let card = visitor.read_card(project);
        match line {
            Some(line) => assert!(card.replace('\n', " ").contains(line), "{card}"),
            None => assert!(!card.contains("Last commit"), "{card}"),
        }
    }
    visitor.expect_quiet();
}

#[test]
fn details_say_who_keeps_a_project_up_and_since_when_that_is_known() {
    let visitor = Visitor::sees("");
    visitor.open_details("Headlamp");
    let expected = [
        "10 Jan 2023 (waited 4 months)",
        "21 Aug 2026 (as of 22 Aug 2026)",
        "v0.45.0, 21 Aug 2026 (as of 22 Aug 2026)",
        "5 (21 Aug 2026)",
        "Microsoft 4, Amutable 1 (21 Aug 2026)",
        "headlamp-k8s/headlamp",
        "CNCF list of maintainers, 21 Aug 2026: Maintainers",
    ];
    let told = |expected: &str| visitor.text_of("dialog", "Headlamp").contains(expected);
    for fact in expected {
        until(fact, || told(fact).then_some(()));
    }
    let links = visitor.links_in_details("Headlamp");
    for (name, address) in [
        ("Chat: Headlamp", "https://kubernetes.slack.com/messages/headlamp"),
        ("Adopters: Headlamp", "https://github.com/kubernetes-sigs/headlamp/blob/HEAD/ADOPTERS.md"),
        ("OpenSSF Best Practices: Headlamp", "https://www.bestpractices.dev/projects/7551"),
        ("headlamp-k8s/headlamp: Headlamp", "https://github.com/headlamp-k8s/headlamp"),
    ] {
        assert!(links.iter().any(|link| link[0] == name && link[1] == address), "{name} {address}: {links:?}");
    }
    visitor.expect_quiet();
}

#[test]
fn a_project_is_found_by_a_former_repository_which_is_marked() {
    let visitor = Visitor::sees("");
    for (typed, project) in [("Azure/eraser", "Eraser"), ("mozilla/sops", "SOPS"), ("lyft cartography", "Cartography")]
    {
        visitor.author_runs(&format!("explorer.query = 'q={typed}'"));
        eventually(|| visitor.see_cards().first().cloned(), &Some(project.to_owned()));
    }
    visitor.author_runs("explorer.query = 'q=docker-slim/docker-slim'");
    visitor.expect_cards(&["SlimToolkit"]);
    visitor.open_details("SlimToolkit");
    let marked = || {
        visitor.author_runs(
            "return [...explorer.shadowRoot.querySelectorAll('dialog dd a mark')].map((it) => it.textContent).join()",
        )
    };
    eventually(marked, &json!("docker-slim/docker-slim"));
    visitor.expect_quiet();
}

#[test]
fn bars_tell_of_last_commits_and_companies_and_unfold() {
    let visitor = Visitor::reads(&site::tag("view=insights"));
    let bars = |chart: &str| visitor.names_within(("list", chart), "button");
    let n = Catalog::read().count(|it| {
        let companies = it["maintainers"]["companies"].as_array().into_iter().flatten();
        companies.into_iter().any(|company| company["name"]["en"] == "Red Hat")
    });
    let first = format!("Red Hat {n}");
    eventually(|| bars("Companies of the maintainers").first().cloned(), &Some(first.clone()));
    visitor.click("button", &first);
    visitor.find_within(("list", "Companies of the maintainers"), "button", "kube-burner");
    let last: Vec<String> = bars("Last commit");
    assert_eq!(last.len(), 4, "{last:?}");
    visitor.click("button", &last[3]);
    for project in ["OpenEBS", "Sermant", "KubeSlice", "Xline"] {
        visitor.find_within(("list", "Last commit"), "button", project);
    }
    let told = visitor.author_runs("return explorer.shadowRoot.querySelector('[role=tabpanel]').innerText");
    let told = told.as_str().unwrap_or_default();
    assert!(told.contains("projects, all maintainers are from one company."), "{told}");
    assert!(
        told.contains("Counted back from 22 Aug 2026, the day of the newest record. Some records end earlier."),
        "{told}"
    );
    visitor.expect_quiet();
}
