//! Values that a review against newer and better sources found wrong, compared with those sources. A value that comes back by a merge or
//! from a less reliable list fails here, by project and field.

use serde_json::Value;

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

fn projects() -> Vec<Value> {
    let mut catalog: Value = serde_json::from_str(JSON).unwrap();
    serde_json::from_value(catalog["projects"].take()).unwrap()
}

/// The value of a project's key, wherever it is; lists are separated by commas.
fn value(project: &Value, field: &str) -> String {
    let found =
        [&project[field], &project["links"][field], &project["maturity"][field], &project["counts"][field]["value"]];
    match found.into_iter().find(|value| !value.is_null()) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        Some(other) => other.to_string(),
        None => "nothing".to_owned(),
    }
}

/// Project, field, value, and the source that the data name for it (none for names).
const CORRECTED: [(&str, &str, &str, &str); 52] = [
    // The TOC's own list, docs/projects.md@de413576: the day of the vote.
    ("eraser", "accepted", "2023-06-21", "cncf-toc"),
    ("kpt", "accepted", "2023-06-21", "cncf-toc"),
    ("xline", "accepted", "2023-06-21", "cncf-toc"),
    ("hwameistor", "accepted", "2023-06-21", "cncf-toc"),
    ("kubeclipper", "accepted", "2023-06-29", "cncf-toc"),
    ("xline", "sandbox_request", "https://github.com/cncf/sandbox/issues/11", "cncf-toc"),
    // Threads: cncf/tag-app-delivery#539, cncf/sandbox#82, #96, #9, #150, #149.
    ("score", "accepted", "2024-06", "cncf-threads"),
    ("opengemini", "accepted", "2024-06", "cncf-threads"),
    ("ratify", "accepted", "2024-08-27", "cncf-threads"),
    ("loxilb", "accepted", "2024-08-29", "cncf-threads"),
    ("kanister", "accepted", "2023-09-19", "cncf-threads"),
    ("kcl", "accepted", "2023-09-19", "cncf-threads"),
    // The date since when a project is in the Sandbox is the same.
    ("eraser", "since", "2023-06-21", ""),
    ("score", "since", "2024-06", ""),
    ("ratify", "since", "2024-08-27", ""),
    // Commits 1e89730 and 01ff33003, author dates: an empty root and a rewritten one would give other dates.
    ("connect", "first_commit", "2021-07-21", "repository"),
    ("kcp", "first_commit", "2020-07-07", "repository"),
    // Source code without third-party code and tests; released code first.
    ("atlantis", "languages", "Go", "repository"),
    ("sops", "languages", "Go", "repository"),
    ("bpfman", "languages", "Rust, Go", "repository"),
    ("openebs", "languages", "Rust, Go", "repository"),
    ("loxilb", "languages", "Go, C", "repository"),
    // The founders, by the time zones of the first commits.
    ("kairos", "region", "europe", "repository"),
    ("openebs", "region", "india", "repository"),
    // The READMEs.
    ("ratify", "repository", "https://github.com/notaryproject/ratify", "repository"),
    ("kuadrant", "repository", "https://github.com/Kuadrant/kuadrant-operator", "repository"),
    ("easegress", "website", "https://megaease.com/easegress", "repository"),
    ("kaito", "website", "https://kaito-project.github.io/kaito/docs/", "repository"),
    ("krkn", "website", "https://krkn-chaos.dev", "repository"),
    (
        "kepler",
        "docs",
        "https://github.com/sustainable-computing-io/kepler/blob/main/docs/user/metrics.md",
        "repository",
    ),
    // Titles of threads.
    ("atlantis", "onboarding_other", "https://github.com/cncf/toc/issues/1369", ""),
    ("bank-vaults", "onboarding", "https://github.com/cncf/sandbox/issues/142", "cncf-threads"),
    ("bank-vaults", "onboarding_other", "https://github.com/cncf/toc/issues/1368", ""),
    ("connect", "onboarding", "https://github.com/cncf/sandbox/issues/189", "cncf-threads"),
    ("connect", "onboarding_other", "https://github.com/cncf/toc/issues/1299", ""),
    ("eraser", "onboarding", "https://github.com/cncf/sandbox/issues/198", "cncf-threads"),
    ("inspektor-gadget", "onboarding", "https://github.com/cncf/sandbox/issues/201", "cncf-threads"),
    ("kanister", "onboarding", "https://github.com/cncf/sandbox/issues/150", "cncf-threads"),
    ("kcl", "onboarding", "https://github.com/cncf/sandbox/issues/149", "cncf-threads"),
    ("kepler", "onboarding", "https://github.com/cncf/sandbox/issues/199", "cncf-threads"),
    ("kpt", "onboarding", "https://github.com/cncf/sandbox/issues/154", "cncf-threads"),
    ("krkn", "onboarding", "https://github.com/cncf/sandbox/issues/147", "cncf-threads"),
    ("krkn", "onboarding_other", "https://github.com/cncf/toc/issues/1228", ""),
    ("kuadrant", "onboarding", "https://github.com/cncf/sandbox/issues/187", "cncf-threads"),
    ("kuadrant", "onboarding_other", "https://github.com/cncf/toc/issues/1372", ""),
    ("kuasar", "onboarding", "https://github.com/cncf/sandbox/issues/146", "cncf-threads"),
    ("kubestellar", "onboarding", "https://github.com/cncf/sandbox/issues/192", "cncf-threads"),
    ("kubestellar", "onboarding_other", "https://github.com/cncf/toc/issues/1227", ""),
    ("logging-operator", "onboarding", "https://github.com/cncf/sandbox/issues/151", "cncf-threads"),
    // Current names, and former or alternative ones.
    ("trestlegrc", "name", "OSCAL Compass", ""),
    ("trestlegrc", "former_names", "TrestleGRC, compliance-trestle", ""),
    ("slimtoolkit", "former_names", "DockerSlim, MinToolkit, mint", ""),
];

/// People with a commit in the repository at the snapshot, names and addresses merged, without bots (dependabot, github-actions, Copilot
/// …).
const AUTHORS: [(&str, u64); 52] = [
    ("atlantis", 508),
    ("bank-vaults", 242),
    ("bpfman", 36),
    ("cartography", 143),
    ("clusternet", 53),
    ("connect", 47),
    ("copa", 44),
    ("easegress", 74),
    ("eraser", 31),
    ("hami", 180),
    ("headlamp", 331),
    ("hwameistor", 54),
    ("inspektor-gadget", 105),
    ("k8sgpt", 122),
    ("kairos", 81),
    ("kaito", 59),
    ("kanister", 105),
    ("kcl", 53),
    ("kcp", 158),
    ("kepler", 79),
    ("kmesh", 79),
    ("koordinator", 128),
    ("kpt", 129),
    ("krkn", 96),
    ("kuadrant", 48),
    ("kuasar", 36),
    ("kube-burner", 74),
    ("kubean", 47),
    ("kubeclipper", 20),
    ("kubeslice", 19),
    ("kubestellar", 95),
    ("kusionstack", 37),
    ("logging-operator", 169),
    ("loxilb", 38),
    ("microcks", 103),
    ("openebs", 220),
    ("opengemini", 64),
    ("ovn-kubernetes", 235),
    ("perses", 95),
    ("pipecd", 148),
    ("radius", 72),
    ("ratify", 49),
    ("score", 18),
    ("sermant", 39),
    ("shipwright", 64),
    ("slimtoolkit", 67),
    ("sops", 206),
    ("spiderpool", 50),
    ("stacker", 23),
    ("trestlegrc", 45),
    ("xline", 25),
    ("youki", 169),
];

/// Projects whose repositories contain custom resources and their controller, by the rule in data/README.md.
const OPERATORS: &str = "bank-vaults bpfman clusternet eraser hwameistor k8sgpt kaito kanister koordinator kuadrant kubean kubeslice \
    kubestellar kusionstack logging-operator loxilb ovn-kubernetes perses ratify shipwright spiderpool";

#[test]
fn corrected_values_are_those_of_their_sources() {
    let projects = projects();
    let mut wrong = Vec::new();
    for (id, field, expected, source) in CORRECTED {
        let project = projects.iter().find(|project| project["id"] == id).expect(id);
        let found = value(project, field);
        let named = project["sources"][field].as_str().unwrap_or_default();
        if found != expected || !source.is_empty() && named != source {
            wrong.push(format!("{id}: {field} is {found} ({named}); {expected} by {source}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn robots_are_no_authors() {
    let counted: Vec<(String, u64)> =
        projects().iter().map(|it| (value(it, "id"), it["counts"]["authors"]["value"].as_u64().unwrap_or(0))).collect();
    let wrong: Vec<_> = AUTHORS.iter().filter(|(id, n)| !counted.contains(&(String::from(*id), *n))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn whoever_has_a_controller_with_resources_of_its_own_is_an_operator() {
    let mut found: Vec<String> = projects()
        .iter()
        .filter(|it| it["tags"].as_array().is_some_and(|tags| tags.contains(&"operator".into())))
        .map(|it| value(it, "id"))
        .collect();
    found.sort();
    assert_eq!(found, OPERATORS.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn of_two_onboarding_threads_the_one_in_the_sandbox_stands_first() {
    for project in projects() {
        let [first, other] = ["onboarding", "onboarding_other"].map(|key| value(&project, key));
        assert_ne!(first, "nothing", "{}", project["id"]);
        if other != "nothing" {
            let is_right = first.starts_with("https://github.com/cncf/sandbox/")
                && other.starts_with("https://github.com/cncf/toc/");
            assert!(is_right, "{}: {first}, then {other}", project["id"]);
        }
    }
}

#[test]
fn in_a_dispute_the_value_that_stands_is_the_first() {
    for project in projects() {
        for dispute in project["disputes"].as_array().into_iter().flatten() {
            let field = dispute["field"].as_str().unwrap();
            // A value written in prose says the same in other words.
            let Some(first) = dispute["values"][0]["value"].as_str() else { continue };
            if ["name", "accepted", "first_commit", "website", "repository"].contains(&field) {
                assert_eq!(first, value(&project, field), "{}: {field}", project["id"]);
                assert_eq!(
                    dispute["values"][0]["source"],
                    project["sources"].get(field).unwrap_or(&dispute["values"][0]["source"]).clone()
                );
            }
        }
    }
}

/// A project, a key about its maintenance, and the value according to the project's repository, the TOC's table, issue threads and the
/// CNCF's list of maintainers.
const KEPT_UP: [(&str, &str, &str); 24] = [
    ("atlantis", "/activity/last_commit", "2026-08-22"),
    ("eraser", "/activity/as_of", "2025-12-06"),
    ("openebs", "/activity/as_of", "2025-02-20"),
    ("kpt", "/activity/release/tag", "v1.0.0-beta.67"),
    ("kpt", "/activity/release/date", "2026-07-13"),
    ("loxilb", "/activity/release/tag", "v0.9.8.8"),
    ("kcp", "/activity/release/tag", "v0.32.3"),
    ("pipecd", "/activity/release/tag", "v0.57.0"),
    // Its tags are tags of Helm charts.
    ("kubeslice", "/activity/release", "nothing"),
    ("inspektor-gadget", "/applied", "2022-10-27"),
    ("kubeclipper", "/applied", "2023-03-15"),
    ("ovn-kubernetes", "/applied", "2024-07-21"),
    ("xline", "/applied", "nothing"),
    ("eraser", "/former_repositories/0", "https://github.com/Azure/eraser"),
    ("sops", "/former_repositories/0", "https://github.com/mozilla/sops"),
    ("ratify", "/former_repositories/0", "https://github.com/ratify-project/ratify"),
    ("kubean", "/maintainers/companies/0/value", "9"),
    ("spiderpool", "/maintainers/companies/0/name", "DaoCloud"),
    ("koordinator", "/maintainers/independent", "2"),
    ("kpt", "/maintainers/companies/1/value", "2"),
    ("slimtoolkit", "/maintainers/companies", "nothing"),
    ("xline", "/maintainers", "nothing"),
    ("atlantis", "/links/best_practices", "https://www.bestpractices.dev/projects/9428"),
    ("kmesh", "/links/chat", "https://cloud-native.slack.com/messages/kmesh"),
];

#[test]
fn what_shows_how_a_project_is_kept_up_is_that_of_its_sources() {
    let projects = projects();
    for (id, key, expected) in KEPT_UP {
        let project = projects.iter().find(|project| project["id"] == id).expect(id);
        let found = match project.pointer(key) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => "nothing".to_owned(),
        };
        assert_eq!(found, expected, "{id}: {key}");
    }
    let count = |key: &str| projects.iter().filter(|project| project.pointer(key).is_some()).count();
    assert_eq!(
        ["/activity", "/maintainers", "/applied", "/links/adopters", "/links/best_practices", "/links/chat"].map(count),
        [52, 51, 32, 28, 40, 25]
    );
}
