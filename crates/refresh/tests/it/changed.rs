//! Tests with changed copies of the landscape: exactly the changes are proposed.

use refresh::compare::Advice;

use crate::{changed, differences, entry, files, lines};

#[track_caller]
fn check(landscape: &str, expected: &[&str]) {
    assert_eq!(lines(&differences(&files(), landscape)), expected);
}

#[test]
fn a_promotion() {
    let old = entry("Kmesh");
    let new = old
        .replace("project: sandbox", "project: incubating")
        .replace("            extra:\n", "            extra:\n              incubating: '2026-10-01'\n");
    check(&changed(&[(&old, &new)]), &["kmesh.maturity: sandbox -> incubating since 2026-10-01"]);
}

#[test]
fn a_promotion_without_its_day() {
    let old = entry("Kmesh");
    check(
        &changed(&[(&old, &old.replace("project: sandbox", "project: incubating"))]),
        &["kmesh.maturity: sandbox -> incubating"],
    );
}

#[test]
fn a_second_promotion_of_a_project_whose_first_is_a_dispute() {
    let old = entry("HAMi");
    let new = old
        .replace("project: incubating", "project: graduated")
        .replace("            extra:\n", "            extra:\n              graduated: '2026-11-01'\n");
    check(&changed(&[(&old, &new)]), &["hami.maturity: incubating since 2026-07-02 -> graduated since 2026-11-01"]);
}

#[test]
fn an_archiving() {
    let old = entry("SlimToolkit");
    let new = old
        .replace("project: sandbox", "project: archived")
        .replace("            extra:\n", "            extra:\n              archived: '2026-09-09'\n");
    check(&changed(&[(&old, &new)]), &["slimtoolkit.maturity: sandbox -> archived since 2026-09-09"]);
}

#[test]
fn a_moved_repository() {
    let change = ("repo_url: https://github.com/kcl-lang/kcl\n", "repo_url: https://github.com/kcl-project/kcl\n");
    check(
        &changed(&[change]),
        &["kcl.repository: https://github.com/kcl-lang/kcl -> https://github.com/kcl-project/kcl"],
    );
}

#[test]
fn a_rename() {
    check(&changed(&[("name: Clusternet\n", "name: Netcluster\n")]), &["clusternet.name: Clusternet -> Netcluster"]);
}

#[test]
fn a_rename_to_a_name_that_we_have_as_another_one() {
    check(&changed(&[("name: SlimToolkit\n", "name: MinToolkit\n")]), &["slimtoolkit.name: SlimToolkit -> MinToolkit"]);
}

#[test]
fn a_rename_with_a_move() {
    let old = entry("Clusternet");
    let new =
        old.replace("name: Clusternet", "name: Netcluster").replace("github.com/clusternet/", "github.com/netcluster/");
    check(
        &changed(&[(&old, &new)]),
        &[
            "clusternet.name: Clusternet -> Netcluster",
            "clusternet.repository: https://github.com/clusternet/clusternet -> https://github.com/netcluster/clusternet",
        ],
    );
}

#[test]
fn a_project_that_is_gone() {
    check(&changed(&[(&entry("Radius"), "")]), &["radius.entry: in the catalog -> not listed"]);
}

#[test]
fn a_project_that_left_the_cncf() {
    let old = entry("Radius");
    let found = differences(&files(), &changed(&[(&old, &old.replace("            project: sandbox\n", ""))]));
    assert_eq!(found.len(), 1, "{:?}", lines(&found));
    assert!(found[0].theirs.contains("no longer as a project of the CNCF"), "{:?}", found[0]);
}

#[test]
fn a_project_that_is_listed_twice() {
    let (old, other) = (entry("Radius"), entry("Kmesh"));
    let found = differences(&files(), &changed(&[(&other, &format!("{other}{old}"))]));
    assert_eq!(found.len(), 1, "{:?}", lines(&found));
    assert_eq!((found[0].project.as_str(), found[0].field), ("radius", "entry"));
    assert!(
        found[0].theirs.starts_with("listed 2 times: ") && found[0].theirs.contains("Service Mesh"),
        "{:?}",
        found[0]
    );
    assert!(matches!(found[0].advice, Advice::ByHand(_)));
}

#[test]
fn another_category() {
    let (old, other) = (entry("Radius"), entry("Kmesh"));
    let text = changed(&[(&old, ""), (&other, &format!("{other}{old}"))]);
    check(
        &text,
        &["radius.category: Application Definition & Image Build -> Orchestration & Management / Service Mesh"],
    );
}

#[test]
fn a_category_that_we_do_not_have() {
    // The subcategory of Kmesh and Sermant is renamed.
    let text = changed(&[("        name: Service Mesh\n", "        name: Meshes\n")]);
    let found = differences(&files(), &text);
    let path = "Service Mesh -> Orchestration & Management / Meshes";
    assert_eq!(lines(&found), [format!("kmesh.category: {path}"), format!("sermant.category: {path}")]);
    for it in found {
        assert!(matches!(&it.advice, Advice::ByHand(reason) if reason.contains("data/categories.toml")), "{it:?}");
    }
}

#[test]
fn other_days_and_addresses() {
    check(
        &changed(&[
            ("dev_stats_url: https://kmesh.devstats.cncf.io/\n", "dev_stats_url: https://kmesh2.devstats.cncf.io/\n"),
            ("homepage_url: https://radapp.io/\n", "homepage_url: https://radapp.dev/\n"),
        ]),
        &[
            "kmesh.devstats: https://kmesh.devstats.cncf.io/ -> https://kmesh2.devstats.cncf.io/",
            "radius.website: https://radapp.io/ -> https://radapp.dev/",
        ],
    );
}

#[test]
fn a_value_that_is_gone_counts_where_it_is_our_source() {
    check(
        &changed(&[("              dev_stats_url: https://kmesh.devstats.cncf.io/\n", "")]),
        &["kmesh.devstats: https://kmesh.devstats.cncf.io/ -> "],
    );
}

#[test]
fn a_dispute_that_they_have_settled() {
    let change =
        ("repo_url: https://github.com/ratify-project/ratify\n", "repo_url: https://github.com/notaryproject/ratify\n");
    let found = differences(&files(), &changed(&[change]));
    assert_eq!(found.len(), 1, "{:?}", lines(&found));
    assert_eq!(
        (found[0].project.as_str(), found[0].field, &found[0].advice),
        ("ratify", "repository", &Advice::Settle)
    );
}

#[test]
fn a_third_value_in_a_dispute_leaves_ours_where_it_is_better_founded() {
    let old = entry("Kanister");
    let found =
        differences(&files(), &changed(&[(&old, &old.replace("accepted: '2023-09-20'", "accepted: '2023-09-21'"))]));
    assert_eq!(lines(&found), ["kanister.accepted: 2023-09-19 -> 2023-09-21"]);
    assert_eq!(found[0].advice, Advice::Dispute);
}

#[test]
fn a_project_of_those_years_that_is_none_of_ours_and_those_of_other_years() {
    let (kmesh, radius) = (entry("Kmesh"), entry("Radius"));
    let new = |name: &str, day: &str| {
        let entry = radius.replace("Radius", name).replace("radius", name).replace("radapp", name);
        entry.replace("'2024-04-16'", &format!("'{day}'"))
    };
    let [ours, later] = [new("Xyz", "2024-03-01"), new("Abc", "2026-09-01")];
    let found = differences(&files(), &changed(&[(&kmesh, &format!("{kmesh}{ours}{later}"))]));
    assert_eq!(lines(&found), ["Xyz.entry:  -> accepted 2024-03-01, https://github.com/Xyz-project/Xyz"]);
}
