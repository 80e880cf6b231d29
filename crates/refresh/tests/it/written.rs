//! Written files: exactly the expected lines change, comments and order are kept, and the build accepts the data.

use std::fs;

use refresh::catalog::Files;
use refresh::compare::{Advice, Difference};
use refresh::{apply, select};

use crate::{changed, differences, entry, files, fixture, lines, read};

const DAY: &str = "2026-11-20";
/// The landscape's date in `sources.toml`.
const BEFORE: &str = "2026-08-07";

/// Applies words to the differences from a landscape.
#[track_caller]
fn try_write(files: &Files, landscape: &str, words: &[&str], day: &str) -> Result<Files, String> {
    let found = differences(files, landscape);
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let (accepted, _) = select::select(&read(files), &found, &words)?;
    apply::apply(files, &accepted, &found, day)
}

/// Applies words. The result passes the checks of the build, keeps all comments, and has no differences any more.
#[track_caller]
fn write(landscape: &str, words: &[&str]) -> Files {
    let old = files();
    let new = try_write(&old, landscape, words, DAY).unwrap();
    let mut whole = old.clone();
    whole.extend(new.clone());
    assert_eq!(mistakes(&whole), Vec::<String>::new());
    for (name, text) in &new {
        let comments = old[name].lines().filter_map(|line| line.split_once("# ")).map(|(_, comment)| comment.trim());
        let lost: Vec<&str> = comments.filter(|comment| !text.contains(comment)).collect();
        assert!(lost.is_empty(), "{name}: {lost:#?}");
    }
    let again = try_write(&whole, landscape, words, DAY).unwrap();
    assert!(again.is_empty(), "{again:#?}");
    new
}

/// The mistakes that the build reports for these files.
fn mistakes(files: &Files) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join("projects")).unwrap();
    for (name, text) in files {
        fs::write(directory.path().join(name), text).unwrap();
    }
    catalog::files::build(directory.path()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// The text of one of our files with texts replaced, each exactly once.
#[track_caller]
fn ours(name: &str, changes: &[(&str, &str)]) -> String {
    let mut text = files()[name].clone();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {name}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// `sources.toml` with the new date, with or without a row for the former landscape.
#[track_caller]
fn sources(with_row: bool) -> String {
    let row = "[[source]]\nslug = \"landscape-2026-08\"\nname = { en = \"CNCF landscape of August 2026\", zh = \"2026 年 8 月的 CNCF 全景图\" }\n\
               url = \"https://github.com/cncf/landscape\"\nas_of = 2026-08-07\n\n";
    let next = "[[source]]\nslug = \"landscape-2024-09\"\n";
    let day = ("as_of = 2026-08-07\n", "as_of = 2026-11-20\n");
    ours("sources.toml", &[day, (next, &if with_row { format!("{row}{next}") } else { next.to_owned() })])
}

#[track_caller]
fn check(landscape: &str, words: &[&str], expected: &[(&str, String)]) {
    let new = write(landscape, words);
    assert_eq!(new.keys().map(String::as_str).collect::<Vec<_>>(), expected.iter().map(|it| it.0).collect::<Vec<_>>());
    for (name, expected) in expected {
        assert_eq!(&new[*name], expected, "{name}");
    }
}

/// A file with a new dispute after the last one; some files have tables of other facts after the disputes.
fn with_dispute(text: &str, dispute: &str) -> String {
    let at = text.find("\n[activity]").unwrap_or(text.len());
    format!("{}{dispute}{}", &text[..at], &text[at..])
}

fn promoted() -> String {
    let old = entry("Kmesh");
    let extra = "            extra:\n";
    let new = old.replace("project: sandbox", "project: incubating");
    changed(&[(&old, &new.replace(extra, &format!("{extra}              incubating: '2026-10-01'\n")))])
}

#[test]
fn a_promotion() {
    let maturity = "level = \"sandbox\"\nsince = 2024-10-17\nas_of = 2026-08-07\n";
    let expected =
        ours("projects/kmesh.toml", &[(maturity, "level = \"incubating\"\nsince = 2026-10-01\nas_of = 2026-11-20\n")]);
    check(&promoted(), &["kmesh.maturity"], &[("projects/kmesh.toml", expected), ("sources.toml", sources(false))]);
}

#[test]
fn a_promotion_without_its_day_is_of_the_year_that_both_landscapes_share() {
    let old = entry("Kmesh");
    let landscape = changed(&[(&old, &old.replace("project: sandbox", "project: graduated"))]);
    let new = write(&landscape, &["all"]);
    assert!(new["projects/kmesh.toml"].contains("level = \"graduated\"\nsince = \"2026\"\nas_of = 2026-11-20\n"));
    let error = try_write(&files(), &landscape, &["all"], "2027-01-02").unwrap_err();
    assert!(error.contains("the landscape has no day for graduated"), "{error}");
}

#[test]
fn a_promotion_that_a_dispute_already_names() {
    let old = entry("HAMi");
    let extra = "            extra:\n";
    let new = old.replace("project: incubating", "project: graduated");
    let landscape = changed(&[(&old, &new.replace(extra, &format!("{extra}              graduated: '2026-11-01'\n")))]);
    let new = &write(&landscape, &["hami"])["projects/hami.toml"];
    let claims = "values = [\n  { source = \"landscape\", value = { en = \"graduated since 2026-11-01\", zh = \"2026-11-01 起为毕业项目\" } },   # landscape.yml (2026-11-20); before: landscape.yml@153d699 (2026-08-07)\n";
    assert!(new.contains(claims), "{new}");
    assert!(
        new.contains("  { source = \"part-4\", value = { en = \"sandbox\", zh = \"沙箱\" } },   # article, Part 4\n"),
        "{new}"
    );
}

#[test]
fn a_moved_repository_says_so_to_older_posts() {
    let [from, to] = ["https://github.com/kcl-lang/kcl", "https://github.com/kcl-project/kcl"];
    let landscape = changed(&[(&format!("repo_url: {from}\n"), &format!("repo_url: {to}\n"))]);
    let mut expected = ours(
        "projects/kcl.toml",
        &[
            (&format!("repository = \"{from}\"\n"), &format!("repository = \"{to}\"\n")),
            ("as_of = 2026-08-07\n", "as_of = 2026-11-20\n"),
        ],
    );
    // Former addresses are kept if the data have a list of them.
    expected = expected
        .replace("github.com/KusionStack/KCLVM\"]\n", &format!("github.com/KusionStack/KCLVM\", \"{from}\"]\n"));
    let dispute = format!(
        "\n[[disputes]]   # the first value stands\nfield = \"repository\"\nvalues = [\n\
         \x20 {{ source = \"landscape\", value = \"{to}\" }},   # landscape.yml ({DAY})\n\
         \x20 {{ source = \"landscape-2026-08\", value = \"{from}\" }},   # landscape.yml ({BEFORE})\n]\n\
         changed_after = {BEFORE}\n\
         note = {{ en = \"The landscape changed this between {BEFORE} and {DAY}.\", zh = \"CNCF 全景图在 {BEFORE} 至 {DAY} 之间改动了这一项。\" }}\n"
    );
    let expected = with_dispute(&expected, &dispute);
    check(&landscape, &["all"], &[("projects/kcl.toml", expected), ("sources.toml", sources(true))]);
}

#[test]
fn a_rename_keeps_the_former_name() {
    let landscape = changed(&[("name: Clusternet\n", "name: Netcluster\n")]);
    let new = &write(&landscape, &["clusternet.name"])["projects/clusternet.toml"];
    let head = files()["projects/clusternet.toml"].split("part = ").next().unwrap().to_owned();
    let has_others = head.contains("former_names");
    assert!(new.starts_with("id = \"clusternet\"\nname = \"Netcluster\"\nformer_names = ["), "{new}");
    assert!(new.contains("\"Clusternet\"]"), "{new}");
    assert!(has_others || new.contains("former_names = [\"Clusternet\"]\npart = "), "{new}");
    assert!(new.contains("field = \"name\"\n") && new.contains("changed_after = 2026-08-07\n"), "{new}");
}

#[test]
fn a_rename_to_a_name_that_was_another_one_swaps_them() {
    let landscape = changed(&[("name: SlimToolkit\n", "name: MinToolkit\n")]);
    let new = &write(&landscape, &["slimtoolkit"])["projects/slimtoolkit.toml"];
    let names = "name = \"MinToolkit\"\nformer_names = [\"DockerSlim\", \"mint\", \"SlimToolkit\"]   # former, full and other names\n";
    assert!(new.contains(names), "{new}");
}

#[test]
fn a_value_of_an_article_becomes_a_dispute() {
    let landscape = changed(&[("homepage_url: https://slimtoolkit.org/\n", "homepage_url: https://mintoolkit.org/\n")]);
    let expected = ours(
        "projects/slimtoolkit.toml",
        &[
            ("website = \"https://slimtoolkit.org/\"\n", "website = \"https://mintoolkit.org/\"\n"),
            ("website = \"part-1\"\n", "website = \"landscape\"   # landscape.yml (2026-11-20); before: part-1\n"),
            ("as_of = 2026-08-07\n", "as_of = 2026-11-20\n"),
        ],
    );
    let expected = with_dispute(
        &expected,
        "\n[[disputes]]   # the first value stands\nfield = \"website\"\nvalues = [\n\
         \x20 { source = \"landscape\", value = \"https://mintoolkit.org/\" },   # landscape.yml (2026-11-20)\n\
         \x20 { source = \"part-1\", value = \"https://slimtoolkit.org/\" },\n]\n\
         note = { en = \"The value is that of the landscape of 2026-11-20, which is newer than the series, Part 1.\", \
         zh = \"此处采用2026-11-20 的 CNCF 全景图的记载，它比系列第 1 篇更新。\" }\n",
    );
    check(&landscape, &["all"], &[("projects/slimtoolkit.toml", expected), ("sources.toml", sources(false))]);
}

#[test]
fn where_ours_is_better_founded_it_stays_and_the_dispute_has_their_new_value() {
    let old = entry("Kanister");
    let landscape = changed(&[(&old, &old.replace("accepted: '2023-09-20'", "accepted: '2023-09-21'"))]);
    let expected = ours(
        "projects/kanister.toml",
        &[
            (
                "value = \"2023-09-20\" },   # landscape.yml@153d699 (2026-08-07)\n",
                "value = \"2023-09-21\" },   # landscape.yml (2026-11-20); before: landscape.yml@153d699 (2026-08-07)\n",
            ),
            ("as_of = 2026-08-07\n", "as_of = 2026-11-20\n"),
        ],
    );
    let new = try_write(&files(), &landscape, &["all"], DAY).unwrap();
    assert_eq!(new["projects/kanister.toml"], expected);
}

#[test]
fn take_and_dispute_overrule_the_advice() {
    let old = entry("Kanister");
    let landscape = changed(&[
        (&old, &old.replace("accepted: '2023-09-20'", "accepted: '2023-09-21'")),
        ("homepage_url: https://kmesh.net\n", "homepage_url: https://kmesh.org\n"),
    ]);
    let new =
        try_write(&files(), &landscape, &["all", "kanister.accepted=take", "kmesh.website=dispute"], DAY).unwrap();
    let kanister = &new["projects/kanister.toml"];
    assert!(
        kanister.contains("\naccepted = 2023-09-21\n") && kanister.contains("\nsince = 2023-09-21\n"),
        "{kanister}"
    );
    let first = "values = [\n  { source = \"landscape\", value = \"2023-09-21\" },   # landscape.yml (2026-11-20); before: landscape.yml@153d699 (2026-08-07)\n  { source = \"cncf-threads\", value = \"2023-09-19\" },";
    assert!(kanister.contains(first), "{kanister}");
    let kmesh = &new["projects/kmesh.toml"];
    assert!(
        kmesh.contains("\nwebsite = \"https://kmesh.net")
            && kmesh.contains("{ source = \"landscape\", value = \"https://kmesh.org\" }"),
        "{kmesh}"
    );
    let mut whole = files();
    whole.extend(new);
    assert_eq!(mistakes(&whole), Vec::<String>::new());
    assert_eq!(lines(&differences(&whole, &landscape)), Vec::<String>::new());
}

#[test]
fn a_settled_dispute_keeps_what_was() {
    let change =
        ("repo_url: https://github.com/ratify-project/ratify\n", "repo_url: https://github.com/notaryproject/ratify\n");
    let new = try_write(&files(), &changed(&[change]), &["all"], DAY).unwrap();
    let claims = "values = [\n  { source = \"repository\", value = \"https://github.com/notaryproject/ratify\" },   # notaryproject/ratify@a79b4b430 (2026-08-07)\n\
                  \x20 { source = \"landscape-2026-08\", value = \"https://github.com/ratify-project/ratify\" },   # landscape.yml@153d699 (2026-08-07)\n]\nchanged_after = \"2025-05\"";
    assert!(new["projects/ratify.toml"].contains(claims), "{}", new["projects/ratify.toml"]);
    assert_eq!(new["sources.toml"], sources(true));
}

#[test]
fn a_link_that_is_gone_goes_with_its_source() {
    let landscape = changed(&[("              dev_stats_url: https://kmesh.devstats.cncf.io/\n", "")]);
    let expected = ours(
        "projects/kmesh.toml",
        &[
            ("devstats = \"https://kmesh.devstats.cncf.io/\"\n", ""),
            ("devstats = \"landscape\"\n", ""),
            ("as_of = 2026-08-07\n", "as_of = 2026-11-20\n"),
        ],
    );
    check(&landscape, &["kmesh"], &[("projects/kmesh.toml", expected), ("sources.toml", sources(false))]);
}

#[test]
fn a_link_that_is_new_is_put_in_its_place() {
    let old = entry("Xline");
    let landscape = changed(&[(
        &old,
        &old.replace(
            "              accepted",
            "              documentation_url: https://docs.xline.cloud/\n              accepted",
        ),
    )]);
    // Xline has other documentation; without it the new address is inserted after the repository.
    let mut files = files();
    let text = files.get_mut("projects/xline.toml").unwrap();
    *text = text.lines().filter(|line| !line.starts_with("docs = ")).map(|line| format!("{line}\n")).collect();
    let new = try_write(&files, &landscape, &["xline.docs"], DAY).unwrap();
    let lines: Vec<&str> = new["projects/xline.toml"].lines().collect();
    let at = |start: &str| lines.iter().rposition(|line| line.starts_with(start)).unwrap();
    assert!(lines.contains(&"docs = \"https://docs.xline.cloud/\"") && lines.contains(&"docs = \"landscape\""));
    assert_eq!(at("docs = "), at("repository = ") + 1);
}

#[test]
fn a_category_moves_with_its_slug_and_one_that_we_lack_can_only_be_disputed() {
    let (old, other) = (entry("Radius"), entry("Kmesh"));
    let new = write(&changed(&[(&old, ""), (&other, &format!("{other}{old}"))]), &["all"]);
    assert!(new["projects/radius.toml"].contains("\ncategory = \"service-mesh\"\n"));
    let landscape = changed(&[("        name: Service Mesh\n", "        name: Meshes\n")]);
    let error = try_write(&files(), &landscape, &["kmesh.category"], DAY).unwrap_err();
    assert!(error.contains("data/categories.toml"), "{error}");
    assert!(try_write(&files(), &landscape, &["all"], DAY).unwrap().is_empty());
    let new = write(&landscape, &["kmesh.category=dispute", "sermant.category=dispute"]);
    assert!(new["projects/kmesh.toml"].contains("value = \"Orchestration & Management / Meshes\" }"));
}

#[test]
fn only_what_is_named_is_written() {
    let [from, to] = ["https://github.com/kcl-lang/kcl", "https://github.com/kcl-project/kcl"];
    let landscape = promoted().replace(from, to);
    assert_eq!(write(&landscape, &["kmesh"]).keys().collect::<Vec<_>>(), ["projects/kmesh.toml", "sources.toml"]);
    assert_eq!(
        write(&landscape, &["all"]).keys().collect::<Vec<_>>(),
        ["projects/kcl.toml", "projects/kmesh.toml", "sources.toml"]
    );
    for (word, reason) in [
        ("nobody", "no project `nobody`"),
        ("kmesh.colour", "no field `colour`; expected one of name, maturity, accepted"),
        ("kmesh.maturity=yes", "neither =take nor =dispute"),
    ] {
        let error = try_write(&files(), &landscape, &[word], DAY).unwrap_err();
        assert!(error.contains(reason), "{word}: {error}");
    }
}

#[test]
fn a_landscape_that_is_older_than_the_data_is_not_applied() {
    let error = try_write(&files(), &promoted(), &["all"], "2026-08-06").unwrap_err();
    assert!(error.contains("data/sources.toml has the landscape of 2026-08-07"), "{error}");
    assert!(try_write(&files(), &promoted(), &["all"], "tomorrow").unwrap_err().contains("expected a day"));
}

/// The date of the catalog is never before one of its facts.
#[test]
fn a_landscape_that_is_newer_than_all_facts_makes_the_catalog_newer() {
    let new = try_write(&files(), &promoted(), &["all"], "2027-01-02").unwrap();
    assert!(
        new["sources.toml"].contains("\nas_of = 2027-01-02   # the day on which all this was gathered\n"),
        "{}",
        new["sources.toml"]
    );
    let mut whole = files();
    whole.extend(new);
    assert_eq!(mistakes(&whole), Vec::<String>::new());
}

#[test]
fn nothing_is_proposed_and_nothing_written_for_the_landscape_as_it_was() {
    let found: Vec<Difference> = differences(&files(), &fixture("landscape.yml"));
    assert!(found.iter().all(|it| !matches!(it.advice, Advice::Take)));
    assert!(try_write(&files(), &fixture("landscape.yml"), &["all"], DAY).unwrap().is_empty());
}
