//! Values that are the same and must not be reported.

use refresh::compare;

use crate::{changed, differences, files, fixture, lines, none, read};

/// The whole landscape.yml of that day gives the same result; `cargo xtask refresh --landscape <file>` compares it.
#[test]
fn the_landscape_of_august_2026_differs_in_nothing_that_is_not_a_recorded_dispute() {
    none(&differences(&files(), &fixture("landscape.yml")));
}

#[test]
fn every_project_is_found() {
    let text = fixture("landscape.yml");
    let (files, landscape) = (files(), refresh::landscape::read(&text).unwrap());
    let found = compare::with_landscape(&read(&files), &landscape);
    let projects = landscape.items.iter().filter(|item| item.get("project").is_some()).count();
    assert_eq!(projects - found.outside, files.keys().filter(|name| name.starts_with("projects/")).count());
}

#[test]
fn other_spellings_of_the_same_are_no_difference() {
    none(&differences(
        &files(),
        &changed(&[
            (
                "repo_url: https://github.com/kubernetes-sigs/headlamp\n",
                "repo_url: http://www.github.com/Kubernetes-SIGs/Headlamp.git\n",
            ),
            ("homepage_url: https://www.runatlantis.io/\n", "homepage_url: http://runatlantis.io\n"),
            ("dev_stats_url: https://kmesh.devstats.cncf.io/\n", "dev_stats_url: http://KMESH.devstats.cncf.io\n"),
            ("name: Krkn\n", "name: krkn\n"),
            (
                "accepted: '2024-06-18'\n              dev_stats_url: https://atlantis",
                "accepted: 2024-06-18\n              dev_stats_url: https://atlantis",
            ),
        ]),
    ));
}

/// Without its recorded dispute, each of these differences from the landscape is reported.
#[test]
fn what_a_dispute_records_would_be_reported_without_it() {
    let landscape = fixture("landscape.yml");
    for (id, field) in [
        ("kaito", "category"),
        ("ratify", "repository"),
        ("sops", "website"),
        ("score", "accepted"),
        ("connect", "name"),
        ("logging-operator", "name"),
        ("eraser", "website"),
    ] {
        let mut files = files();
        let text = files.get_mut(&format!("projects/{id}.toml")).unwrap();
        *text = text.replacen(
            &format!("[[disputes]]   # the first value stands\nfield = \"{field}\"\n"),
            "[[disputes]]\nfield = \"age\"\n",
            1,
        );
        let found = differences(&files, &landscape);
        assert_eq!(found.len(), 1, "{id}.{field}: {:?}", lines(&found));
        assert_eq!((found[0].project.as_str(), found[0].field), (id, field));
    }
}
