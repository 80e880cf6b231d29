//! What the build rejects: each test breaks a tiny valid data directory (`tests/data/small`) and reads the message.

use std::fs;
use std::path::Path;

use catalog::files::{self, Built, Mistake};
use catalog::keys::Keys;
use catalog::model::{Field, Links, Project};
use catalog::record::Record;
use sandbox_explorer::data;
use tempfile::TempDir;

const ALPHA: &str = "projects/alpha.toml";

fn build(dir: &Path) -> Result<Built, Vec<Mistake>> {
    files::build(dir)
}

/// A copy of the valid data directory.
fn small() -> TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small");
    let to = tempfile::tempdir().unwrap();
    fs::create_dir(to.path().join("projects")).unwrap();
    for name in files::FILES.into_iter().filter(|name| name.ends_with(".toml")).chain([ALPHA, "projects/beta.toml"]) {
        fs::copy(from.join(name), to.path().join(name)).unwrap();
    }
    to
}

/// Replaces the first occurrence of a text in a file; an empty text inserts at the beginning.
#[track_caller]
fn replace(dir: &TempDir, file: &str, text: &str, by: &str) {
    let path = dir.path().join(file);
    let content = fs::read_to_string(&path).unwrap();
    assert!(content.contains(text), "{file} has no {text:?}");
    fs::write(path, content.replacen(text, by, 1)).unwrap();
}

fn messages(dir: &TempDir) -> Vec<String> {
    let mistakes = build(dir.path()).err().unwrap_or_default();
    mistakes.iter().map(ToString::to_string).collect()
}

/// Breaks one file and expects exactly one message.
#[track_caller]
fn check(file: &str, text: &str, by: &str, expected: &str) {
    let dir = small();
    replace(&dir, file, text, by);
    assert_eq!(messages(&dir), [format!("data/{file}: {expected}")]);
}

#[track_caller]
fn check_alpha(text: &str, by: &str, expected: &str) {
    check(ALPHA, text, by, expected);
}

#[test]
fn the_fixture_is_fine() {
    assert_eq!(messages(&small()), [""; 0]);
}

#[test]
fn unknown_keys_are_refused() {
    // The declared keys, in their order.
    let own = |keys: Keys| keys.iter().map(|key| key.name).filter(|name| *name != "others").collect::<Vec<_>>();
    let names = |keys: Keys| own(keys).join(", ");
    let (allowed, links) = (names(Project::KEYS), names(Links::KEYS));
    assert!(allowed.starts_with("id, name, former_names, part, ") && links.starts_with("website, repository, docs, "));
    check_alpha("region =", "regoin = 1\nregion =", &format!("regoin: unknown key; allowed: {allowed}"));
    check_alpha("[summary]", "[summary]\nfr = \"un\"", "summary.fr: unknown key; allowed: en, zh, zh-Hant");
    check_alpha(
        "docs =",
        "homepage = \"https://alpha.example/\"\ndocs =",
        &format!("links.homepage: unknown key; allowed: {links}"),
    );
    check_alpha("stars =", "forks = 1\nstars =", "counts.forks: unknown key; allowed: stars, contributors, authors");
    check(
        "categories.toml",
        "hue = 35",
        "hue = 35\nicon = 1",
        "category[1].icon: unknown key; allowed: slug, name, about, hue, parent",
    );
    check("licences.toml", "spdx", "extra = 1\nspdx", "extra: unknown key; allowed: spdx");
    check("parts.toml", "", "as_of = 2024\n", "as_of: unknown key; allowed: part");
}

#[test]
fn missing_keys_are_refused() {
    check_alpha("name = \"Alpha\"\n", "", "name: missing");
    check_alpha("tags = [\"kubernetes\", \"cli\"]\n", "", "tags: missing");
    check_alpha("accepted = 2023-03-07\n", "", "accepted: missing");
    check_alpha("repository = \"https://code.example/alpha\"\n", "", "links.repository: missing");
    check_alpha("commit = \"aeac857bd\"\n", "", "snapshot.commit: missing");
    check_alpha("as_of = \"2024-09\", ", "", "counts.stars.as_of: missing");
    check_alpha("[snapshot]\ncommit = \"aeac857bd\"\ndate = 2026-08-21\n", "", "snapshot: missing");
    check("sources.toml", "as_of = 2026-11-22\n", "", "as_of: missing");
    check("categories.toml", "hue = 35", "", "category[1].hue: missing");
}

#[test]
fn every_text_is_in_every_language() {
    check_alpha("zh = \"第二个功能\"\n", "", "features[1].zh: missing");
    check_alpha("owner = { en = \"Somebody\", zh = \"某人\" }", "owner = { zh = \"某人\" }", "owner.en: missing");
    check_alpha("note = { en = \"Time zones differ.\", ", "note = { ", "disputes[0].note.en: missing");
    check_alpha("{ en = \"March\", zh = \"三月\" }", "{ en = \"March\" }", "disputes[0].values[1].value.zh: missing");
    check(
        "regions.toml",
        "zh = \"欧洲\"",
        "zh = \" \"",
        "region[0].name.zh: is empty; leave the key out if there is nothing to say",
    );
}

#[test]
fn a_value_has_the_form_of_its_key() {
    check_alpha("name = \"Alpha\"", "name = 7", "name: must be a text, not a number");
    check_alpha(
        "name = \"Alpha\"",
        "name = \"\"\"Al\npha\"\"\"",
        "name: contains a line break or another control character",
    );
    check_alpha("[\"kubernetes\", \"cli\"]", "\"cli\"", "tags: must be a list, not a text");
    check_alpha("[\"kubernetes\", \"cli\"]", "[\"cli\", \"cli\"]", "tags[1]: \"cli\" occurs twice");
    check_alpha("\"cli\"]", "\"CLI\"]", "tags: \"CLI\": only a–z and 0–9, with - between them");
    check_alpha("[\"Go\", \"Rust\"]", "[]", "languages: needs at least one entry");
    check_alpha("value = 2100", "value = -1", "counts.stars.value: must be a whole number, 0 or more");
    check_alpha("value = 2100", "value = 1.5", "counts.stars.value: must be a whole number, 0 or more");
    check("categories.toml", "hue = 120", "hue = 360", "category[0].hue: must be between 0 and 359 degrees");
}

#[test]
fn ids_are_well_formed_and_name_their_file() {
    for id in ["Alpha", "al pha", "-alpha", "alpha-", "älpha"] {
        let by = format!("id = \"{id}\"");
        check_alpha("id = \"alpha\"", &by, &format!("id: \"{id}\": only a–z and 0–9, with - between them"));
    }
    check_alpha("id = \"alpha\"", "id = \"gamma\"", "id: \"gamma\" is not the name of its file, \"alpha\"");
    check(
        "parts.toml",
        "slug = \"1\"",
        "slug = \"One\"",
        "part[0].slug: \"One\": only a–z and 0–9, with - between them",
    );
}

#[test]
fn ids_names_and_slugs_are_given_once() {
    check("projects/beta.toml", "\"Beta\"", "\"Alpha\"", "name: already taken by the project \"alpha\"");
    check("categories.toml", "slug = \"storage\"", "slug = \"tools\"", "category[1].slug: \"tools\" occurs twice");
    let dir = small();
    replace(&dir, "projects/beta.toml", "id = \"beta\"", "id = \"alpha\"");
    let mistakes = messages(&dir);
    assert_eq!(
        mistakes,
        [
            "data/projects/beta.toml: id: \"alpha\" is not the name of its file, \"beta\"",
            "data/projects/beta.toml: id: already taken by the project \"alpha\"",
        ]
    );
}

#[test]
fn names_of_tables_must_be_known() {
    check_alpha("category = \"tools\"", "category = \"toys\"", "category: unknown \"toys\"; allowed: tools, storage");
    check_alpha("part = 1", "part = 5", "part: unknown \"5\"; allowed: 1");
    check_alpha("region = \"europe\"", "region = \"mars\"", "region: unknown \"mars\"; allowed: europe");
    check_alpha(
        "licence = \"Apache-2.0\"",
        "licence = \"Apache 2\"",
        "licence: unknown \"Apache 2\"; allowed (data/licences.toml): Apache-2.0, MIT",
    );
    check_alpha(
        "level = \"archived\"",
        "level = \"gone\"",
        "maturity.level: unknown \"gone\"; allowed: sandbox, incubating, graduated, archived",
    );
    check_alpha(
        "category = \"landscape\"",
        "category = \"hearsay\"",
        "sources.category: unknown \"hearsay\"; allowed: landscape, repository",
    );
    check_alpha(
        "{ source = \"repository\"",
        "{ source = \"me\"",
        "disputes[0].values[0].source: unknown \"me\"; allowed: landscape, repository",
    );
    check_alpha(
        "field = \"first_commit\"",
        "field = \"colour\"",
        &format!("disputes[0].field: unknown \"colour\"; allowed: {}", Field::ALL.map(Field::slug).join(", "),),
    );
}

#[test]
fn words_that_mean_the_same_are_known_once_and_have_a_twin() {
    let group = |words: &str| format!("words = [{words}]");
    let check = |words: &str, expected: &str| {
        check(
            "synonyms.toml",
            &group("\"Service Mesh\", \"服务网格\""),
            &group(words),
            &format!("group[1].words{expected}"),
        );
    };
    check("\"Service Mesh\"", ": \"Service Mesh\" needs another word that means the same");
    check("\"mesh\", \"K8S\"", ": \"K8S\" is already in group[0]");
    check("\"mesh\", \"service mesh\", \"Service-Mesh\"", ": \"Service-Mesh\" is already in group[1]");
    check("\"mesh\", \"-\"", ": \"-\" is too short to mean something");
    check("\"mesh\", \"服務网格\"", ": \"服務网格\" has 務, which is searched for as 务");
    check("\"mesh\", \"网格\", 7", "[2]: must be a text, not a number");
    check("", ": needs at least one value");
}

#[test]
fn a_traditional_character_has_one_simplified_one() {
    let check = |pairs: &str, expected: &str| {
        check("traditional.toml", "務务 餓饿", pairs, &format!("pairs: {expected}"));
    };
    check("務务務", "\"務务務\": must be two characters, the traditional one first");
    check("务务", "\"务务\": both are the same, or no Chinese");
    check("ab", "\"ab\": both are the same, or no Chinese");
    check("務务 務饿", "\"務饿\": its first character occurs twice");
    check("務务 务饿", "\"务饿\": one of them is traditional here and simplified there");
    check("務务 餓務", "\"餓務\": one of them is traditional here and simplified there");
    check("務务 餓务 髮务", "\"髮务\": its second character has two others already");
}

#[test]
fn search_gets_its_tables_folded() {
    let built = build(small().path()).ok().unwrap();
    assert_eq!(built.synonyms, "k8s kubernetes\nservicemesh 服务网格");
    assert_eq!(built.traditional, "務务餓饿");
}

#[test]
fn what_the_articles_say_is_counted() {
    let check = |text, by, expected: &str| check("statements.toml", text, by, expected);
    check("says = \"1\"", "says = \"2\"", "statement[0].differs: missing: the facts say 1 of 2, not 2: why?");
    check("says = \"1\"", "says = \"most\"", "statement[0].differs: missing: the facts say 1 of 2, not most: why?");
    check(
        "says = \"1\"",
        "says = \"1\"\ndiffers = { en = \"No\", zh = \"不\" }",
        "statement[0].differs: the facts say 1 of 2, as the article does: nothing to explain",
    );
    check("says = \"1\"", "says = \"few\"", "statement[0].says: \"few\": must be most, several or a number");
    check("part = 1", "part = 5", "statement[0].part: unknown \"5\"; allowed: 1");
    check("language =", "region = [\"mars\"]\nlanguage =", "statement[0].region[0]: unknown \"mars\"; allowed: europe");
    check("zh = \"一个用 Go 编写\"", "", "statement[0].text.zh: missing");
    check(
        "language =",
        "colour = 1\nlanguage =",
        "statement[0].colour: unknown key; allowed: part, text, says, differs, remark, language, main_language_not, licence, \
         category, region, region_not, tag, years_from, years_below",
    );
    // Every way of counting, with Alpha (Go and Rust, Europe, 3 years) and Beta (Python, 4 years).
    for (measure, found) in [
        ("", 2),
        ("language = [\"Rust\", \"Python\"]", 2),
        ("main_language_not = [\"Go\"]", 1),
        ("licence = \"MIT\"", 1),
        ("category = [\"tools\", \"storage\"]", 2),
        ("region = [\"europe\"]", 1),
        ("region_not = [\"europe\"]", 1),
        ("tag = \"cli\"", 1),
        ("years_from = 4", 1),
        ("years_from = 3\nyears_below = 4", 1),
        ("years_from = 3", 2),
        ("years_below = 3", 0),
    ] {
        let dir = small();
        replace(&dir, "statements.toml", "says = \"1\"", &format!("says = \"{found}\""));
        replace(&dir, "statements.toml", "language = [\"Go\"]", measure);
        assert_eq!(messages(&dir), [""; 0], "{measure}");
        let built = build(dir.path()).unwrap_or_else(|_| panic!("{measure}"));
        assert_eq!(
            built.statements.split('\u{1e}').nth(4).unwrap(),
            if found == 0 { String::new() } else { found.to_string() }
        );
    }
}

#[test]
fn a_dispute_has_values() {
    let values = "values = [\n  { source = \"repository\", value = \"2020-02-29\" },\n  \
                  { source = \"landscape\", value = { en = \"March\", zh = \"三月\" } },\n]";
    check_alpha(values, "values = []", "disputes[0].values: needs at least one value");
    check_alpha(values, "", "disputes[0].values: needs at least one value");
}

#[test]
fn impossible_dates_are_refused() {
    for (date, reason) in [
        ("\"2023-02-29\"", "\"2023-02-29\": no such day in the calendar"),
        ("\"2100-02-29\"", "\"2100-02-29\": no such day in the calendar"),
        ("\"2023-04-31\"", "\"2023-04-31\": no such day in the calendar"),
        ("\"2023-13-01\"", "\"2023-13-01\": no such month in the calendar"),
        ("\"2023-00-01\"", "\"2023-00-01\": no such month in the calendar"),
        ("\"1899-12-31\"", "\"1899-12-31\": the year must be between 1900 and 2100"),
        ("\"7 March 2023\"", "\"7 March 2023\": must be a date such as 2024-09-26, 2024-09 or 2024"),
        ("\"2023-3-7\"", "\"2023-3-7\": must be a date such as 2024-09-26, 2024-09 or 2024"),
        ("2023-03-07T12:00:00", "\"2023-03-07T12:00:00\": must be a date such as 2024-09-26, 2024-09 or 2024"),
        ("20230307", "must be a text, not a number"),
        ("\"2023\"", "must be a date such as 2024-09-26 or 2024-09"),
    ] {
        check_alpha("accepted = 2023-03-07", &format!("accepted = {date}"), &format!("accepted: {reason}"));
    }
    // A vote may have only a month, a commit may not.
    let dir = small();
    replace(&dir, ALPHA, "accepted = 2023-03-07", "accepted = \"2023-03\"");
    assert_eq!(messages(&dir), [""; 0]);
    let reason = "first_commit: must be a full date such as 2024-09-26";
    check_alpha("first_commit = 2020-02-29", "first_commit = \"2020-02\"", reason);
    // A value that is not even in TOML's date format stops the whole file, with its line.
    let dir = small();
    replace(&dir, ALPHA, "accepted = 2023-03-07", "accepted = 2023-02-30");
    let mistakes = messages(&dir);
    assert_eq!(mistakes.len(), 1);
    assert!(mistakes[0].starts_with("data/projects/alpha.toml: line 11: "), "{mistakes:?}");
}

#[test]
fn dates_follow_each_other() {
    check_alpha("first_commit = 2020-02-29", "first_commit = 2023-03-08", "accepted: lies before first_commit");
    check_alpha("since = 2025-09-19", "since = 2023-03-06", "maturity.since: lies before accepted");
    check_alpha("since = 2025-09-19", "since = 2026-08-08", "maturity.as_of: lies before maturity.since");
    check_alpha(
        "archived = 2022-01-31",
        "archived = 2020-01-31",
        "history.archived: lies before history.first_accepted",
    );
    check_alpha("archived = 2022-01-31", "archived = 2024-01-31", "accepted: lies before history.archived");
    check_alpha("date = 2026-08-21", "date = 2020-02-28", "snapshot.date: lies before first_commit");
    let late = "is later than as_of in data/sources.toml";
    check_alpha("as_of = \"2024-09\"", "as_of = \"2026-12\"", &format!("counts.stars.as_of: {late}"));
    check_alpha("as_of = 2026-08-07", "as_of = 2026-11-23", &format!("maturity.as_of: {late}"));
}

#[test]
fn links_are_http_or_https_to_a_plain_host() {
    let quoted = "contains a space or another character that must be percent-encoded";
    for (address, reason) in [
        ("javascript:alert(1)", "must begin with https:// or http://"),
        ("ftp://alpha.example/", "must begin with https:// or http://"),
        ("//alpha.example/", "must begin with https:// or http://"),
        ("alpha.example", "must begin with https:// or http://"),
        (" https://alpha.example/", "must begin with https:// or http://"),
        ("https://", "needs a plain host, such as https://example.org/"),
        ("https:///docs", "needs a plain host, such as https://example.org/"),
        ("https://user@alpha.example/", "needs a plain host, such as https://example.org/"),
        ("https://alpha.example:80a/", "needs a plain host, such as https://example.org/"),
        ("https://alpha.example/a b", quoted),
        ("https://alpha.example\\\\@evil.example/", quoted),
        ("https://älpha.example/", quoted),
    ] {
        let by = format!("website = \"{address}\"");
        let shown = address.replace("\\\\", "\\");
        check_alpha("website = \"https://alpha.example/\"", &by, &format!("links.website: \"{shown}\": {reason}"));
    }
    check(
        "sources.toml",
        "https://github",
        "git://github",
        "source[0].url: \"git://github.com/cncf/landscape\": must begin with https:// or http://",
    );
}

#[test]
fn texts_keep_to_their_length() {
    check_alpha(" three four five\"", " three four\"", "summary.en: has 24 words; allowed: 25–45");
    let long = format!(" five{}\"", " more".repeat(21));
    check_alpha(" five\"", &long, "summary.en: has 46 words; allowed: 25–45");
    check_alpha("一二三四五\"", "一二三四\"", "summary.zh: is 34 Chinese characters wide; allowed: 35–90");
    let long = format!("五{}\"", "六".repeat(56));
    check_alpha("五\"", &long, "summary.zh: is 91 Chinese characters wide; allowed: 35–90");
    let long = format!("Second{}", " feature".repeat(14));
    check_alpha("Second feature", &long, "features[1].en: has 15 words; allowed: up to 14");
    let too_wide = "features[1].zh: is 46 Chinese characters wide; allowed: up to 45";
    check_alpha("第二个功能", &"功".repeat(46), too_wide);
    // Two Latin letters are as wide as one Chinese character.
    check_alpha("第二个功能", &("功".repeat(40) + "Kubernetes2"), too_wide);
    let dir = small();
    replace(&dir, ALPHA, "第二个功能", &("功".repeat(40) + "Kubernetes"));
    assert_eq!(messages(&dir), [""; 0]);
    check_alpha(
        "[[features]]\nen = \"Third feature\"\nzh = \"第三个功能\"\n",
        "",
        "features: has 2 entries; allowed: 3–8",
    );
    let many = "[[features]]\nen = \"One\"\nzh = \"一\"\n\n".repeat(6) + "[purpose]";
    check_alpha("[purpose]", &many, "features: has 9 entries; allowed: 3–8");
    check_alpha(", \"second thing\", \"third thing\"", "", "purpose.en: has 1 phrases; allowed: 3–16");
    check_alpha("zh = [\"第一件事\", \"第二件事\", \"第三件事\"]\n", "", "purpose.zh: has 0 phrases; allowed: 3–16");
    let long = format!("purpose.en: \"{}\" is too long; allowed: up to 32 characters", "thing".repeat(7));
    check_alpha("first thing", &"thing".repeat(7), &long);
    check_alpha(
        "第一件事",
        &"事".repeat(13),
        "purpose.zh: \"事事事事事事事事事事事事事\" is too long; allowed: up to 12 characters",
    );
    check_alpha("second thing", "first thing", "purpose.en[1]: \"first thing\" occurs twice");
}

#[test]
fn every_fact_names_its_source() {
    check_alpha("owner = \"repository\"\n", "", "sources.owner: missing: name the source of this fact");
    check_alpha(
        "docs = \"https://alpha.example/docs\"\n",
        "",
        "sources.docs: names the source of a fact that is not there",
    );
}

#[test]
fn what_is_not_toml_is_refused_with_its_line() {
    for (text, by, expected) in [
        ("name = \"Alpha\"", "name = Alpha", "line 2: "),
        ("name = \"Alpha\"", "name = \"Alpha\"\nname = \"Alpha\"", "line 3: duplicate key"),
    ] {
        let dir = small();
        replace(&dir, ALPHA, text, by);
        let mistakes = messages(&dir);
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].starts_with(&format!("data/{ALPHA}: {expected}")), "{mistakes:?}");
    }
}

#[test]
fn missing_and_stray_files_are_refused() {
    let dir = small();
    fs::remove_file(dir.path().join("regions.toml")).unwrap();
    assert!(messages(&dir)[0].starts_with("data/regions.toml: "));

    let dir = small();
    fs::write(dir.path().join("projects/gamma.tml"), "").unwrap();
    assert_eq!(messages(&dir), ["data/projects/gamma.tml: only .toml files, one for each project, may lie here"]);
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once() {
    let dir = small();
    replace(&dir, "projects/beta.toml", "storage", "toys");
    replace(&dir, "projects/beta.toml", "https://beta.example/", "mailto:beta");
    replace(&dir, ALPHA, "id = \"alpha\"", "id = \"Alpha\"\nicon = 1");
    replace(&dir, ALPHA, " three four five\"", "\"");
    replace(&dir, ALPHA, "zh = \"第三个功能\"\n", "");
    // A broken row of a table is reported once; the project that names it is not.
    replace(&dir, "categories.toml", "hue = 120", "hue = 999");
    let mistakes = messages(&dir);
    let starts = [
        "data/categories.toml: category[0].hue: must be",
        "data/projects/alpha.toml: icon: unknown key",
        "data/projects/alpha.toml: id: \"Alpha\": only",
        "data/projects/alpha.toml: summary.en: has 22 words",
        "data/projects/alpha.toml: features[2].zh: missing",
        "data/projects/beta.toml: category: unknown \"toys\"",
        "data/projects/beta.toml: links.website: \"mailto:beta\": must begin",
    ];
    assert_eq!(mistakes.len(), starts.len(), "{mistakes:#?}");
    for (mistake, start) in mistakes.iter().zip(starts) {
        assert!(mistake.starts_with(start), "{mistakes:#?}");
    }
}

#[test]
fn the_same_data_are_printed_the_same_way() {
    let (one, other) = (build(small().path()), build(small().path()));
    let (one, other) = (one.ok().unwrap(), other.ok().unwrap());
    assert_eq!((&one.json, &one.packed), (&other.json, &other.packed));
    assert_eq!((&one.brief, &one.features), (&other.brief, &other.features));
    assert_eq!((&one.synonyms, &one.traditional), (&other.synonyms, &other.traditional));
    assert!(one.packed.starts_with(data::VERSION));
}

/// Appends tables to Alpha's file.
fn with(text: &str) -> String {
    format!("features = \"repository\"\n\n{text}\n\n")
}

const ACTIVITY: &str = "[activity]\nlast_commit = 2026-08-21\nrelease = { tag = \"v1\", date = 2026-08-20 }\nas_of = 2026-08-22\n\
    source = \"repository\"";

const MAINTAINERS: &str = "[maintainers]\nvalue = 3\nindependent = 1\nas_of = 2026-08-21\nsource = \"landscape\"\n\
    companies = [{ name = \"Acme\", value = 1 }, { name = { en = \"Zeta\", zh = \"乙\" }, value = 1 }]";

/// Adds a table with a mistake to Alpha's file.
#[track_caller]
fn check_added(table: &str, text: &str, by: &str, expected: &str) {
    assert!(table.contains(text), "{text:?}");
    check_alpha("features = \"repository\"\n", &with(&table.replacen(text, by, 1)), expected);
}

#[test]
fn how_a_project_is_kept_up_is_read() {
    let dir = small();
    replace(&dir, ALPHA, "features = \"repository\"\n", &with(&[ACTIVITY, MAINTAINERS].join("\n\n")));
    assert_eq!(messages(&dir), [""; 0]);
    let json: serde_json::Value = serde_json::from_str(&build(dir.path()).unwrap().json).unwrap();
    let alpha = json["projects"].as_array().unwrap().iter().find(|project| project["id"] == "alpha").unwrap();
    let expected = serde_json::json!({
        "last_commit": "2026-08-21", "release": { "tag": "v1", "date": "2026-08-20" }, "as_of": "2026-08-22",
        "source": "repository"
    });
    assert_eq!(alpha["activity"], expected);
    let companies =
        serde_json::json!([{ "name": "Acme", "value": 1 }, { "name": { "en": "Zeta", "zh": "乙" }, "value": 1 }]);
    assert_eq!((&alpha["maintainers"]["companies"], &alpha["maintainers"]["independent"]), (&companies, &1.into()));
}

#[test]
fn no_figure_is_read_without_a_day_and_a_source() {
    for key in ["last_commit", "as_of", "source"] {
        let line = ACTIVITY.lines().find(|line| line.starts_with(key)).unwrap();
        check_added(ACTIVITY, line, "", &format!("activity.{key}: missing"));
    }
    check_added(ACTIVITY, ", date = 2026-08-20", "", "activity.release.date: missing");
    for key in ["value", "as_of", "source"] {
        let line = MAINTAINERS.lines().find(|line| line.starts_with(key)).unwrap();
        check_added(MAINTAINERS, line, "", &format!("maintainers.{key}: missing"));
    }
}

#[test]
fn wrong_figures_of_how_a_project_is_kept_up_are_refused() {
    let activity = |text: &str, by: &str, expected: &str| check_added(ACTIVITY, text, by, expected);
    activity(
        "last_commit",
        "stars = 1\nlast_commit",
        "activity.stars: unknown key; allowed: last_commit, as_of, source, release",
    );
    activity("date = 2026-08-20", "date = 2026-08-23", "activity.as_of: lies before activity.release.date");
    activity("as_of = 2026-08-22", "as_of = 2026-08-20", "activity.as_of: lies before activity.last_commit");
    activity("last_commit = 2026-08-21", "last_commit = 2019-01-01", "activity.last_commit: lies before first_commit");
    activity(
        "last_commit = 2026-08-21",
        "last_commit = \"2026-02-30\"",
        "activity.last_commit: \"2026-02-30\": no such day in the calendar",
    );
    activity("as_of = 2026-08-22", "as_of = 2026-12-01", "activity.as_of: is later than as_of in data/sources.toml");
    let maintainers = |text: &str, by: &str, expected: &str| check_added(MAINTAINERS, text, by, expected);
    maintainers(
        "value = 3",
        "value = 2",
        "maintainers.companies: and independent have more maintainers than maintainers.value says",
    );
    maintainers("value = 3", "value = -3", "maintainers.value: must be a whole number, 0 or more");
    maintainers("\"Acme\", value = 1", "\"Acme\", value = 0", "maintainers.companies: \"Acme\" has no maintainer");
    maintainers("en = \"Zeta\"", "en = \"Acme\"", "maintainers.companies: \"Acme\" occurs twice");
    maintainers("zh = \"乙\"", "", "maintainers.companies[1].name.zh: missing");
    maintainers(
        "\"landscape\"",
        "\"hearsay\"",
        "maintainers.source: unknown \"hearsay\"; allowed: landscape, repository",
    );
}

#[test]
fn new_dates_and_links_have_their_form_and_their_source() {
    check_alpha(
        "accepted = 2023-03-07",
        "applied = 2023-01-02\naccepted = 2023-03-07",
        "sources.applied: missing: name the source of this fact",
    );
    check_alpha(
        "tags =",
        "former_repositories = [\"ftp://x.example/a\"]\ntags =",
        "former_repositories[0]: \"ftp://x.example/a\": must begin with https:// or http://",
    );
    let with_source = |dir: &TempDir, key: &str| {
        replace(dir, ALPHA, "features = \"repository\"", &format!("features = \"repository\"\n{key} = \"landscape\""));
    };
    let dir = small();
    with_source(&dir, "applied");
    replace(&dir, ALPHA, "accepted =", "applied = 2023-03-08\naccepted =");
    assert_eq!(messages(&dir), ["data/projects/alpha.toml: accepted: lies before applied"]);
    let dir = small();
    with_source(&dir, "former_repositories");
    replace(&dir, ALPHA, "tags =", "former_repositories = [\"https://code.example/Alpha\"]\ntags =");
    assert_eq!(messages(&dir), ["data/projects/alpha.toml: former_repositories[0]: is where the repository is today"]);
    for door in ["https://slack.example", "https://slack.example/"] {
        let dir = small();
        with_source(&dir, "chat");
        replace(&dir, ALPHA, "docs =", &format!("chat = \"{door}\"\ndocs ="));
        assert_eq!(messages(&dir), ["data/projects/alpha.toml: links.chat: names a workspace and no channel in it"]);
    }
}
