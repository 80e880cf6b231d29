//! Forms of English words: a search for one form matches the others.

use catalog::model::{Project, Text};
use sandbox_explorer::facet::Index;
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::search::Search;

use crate::tiny::{PLAIN, catalog};

/// Each row has forms of one word.
const MEET: [&[&str]; 24] = [
    &["backup", "backups"],
    &["verify", "verifies", "verified", "verifying", "verification"],
    &["deploy", "deploys", "deployed", "deploying", "deployment", "deployments"],
    &["monitor", "monitors", "monitored", "monitoring"],
    &["schedule", "schedules", "scheduled", "scheduler", "schedulers", "scheduling"],
    &["scan", "scans", "scanned", "scanner", "scanning"],
    &["policy", "policies"],
    &["image", "images"],
    &["patch", "patches", "patched", "patching"],
    &["migrate", "migrates", "migration", "migrating"],
    &["configure", "configures", "configured", "configuration", "configuring"],
    &["encrypt", "encrypts", "encrypted", "encryption", "encrypting"],
    &["install", "installs", "installer", "installing", "installation"],
    &["manage", "manages", "manager", "managing", "management"],
    &["provision", "provisions", "provisioning", "provisioned"],
    &["database", "databases"],
    &["visualize", "visualizes", "visualization", "visualizing"],
    &["log", "logs", "logging", "logger"],
    &["delete", "deletes", "deleting", "deletion"],
    &["trace", "traces", "tracing"],
    &["compress", "compresses", "compression"],
    &["balance", "balances", "balancer", "balancing"],
    &["proxy", "proxies"],
    &["automate", "automates", "automation", "automating"],
];

/// Words that are not forms of each other.
const APART: [(&str, &str); 10] = [
    ("status", "statue"),
    ("access", "accede"),
    ("string", "stress"),
    ("region", "register"),
    ("speed", "spec"),
    ("operator", "operate"),
    ("general", "generate"),
    ("container", "continue"),
    ("caf", "caution"),
    ("apis", "apple"),
];

/// Whether a search matches a project with this summary.
fn is_found(search: &str, text: &'static str) -> bool {
    let projects = vec![Project { summary: Text { en: text, zh: "" }, ..PLAIN }];
    let index = Index::new(Box::leak(Box::new(catalog(projects.leak()))));
    let filter = Filter { search: search.into(), ..Filter::default() };
    let outcome = filter::apply(&index, &[0], &filter);
    outcome.shown == [0] && outcome.forgiven == 0
}

#[test]
fn every_form_of_a_word_is_found_by_every_other() {
    let mut wrong = Vec::new();
    for forms in MEET {
        for search in forms {
            for text in forms {
                // The last word may be the beginning of another word; a space ends it.
                for end in ["", " "] {
                    if !is_found(&format!("{search}{end}"), text) {
                        wrong.push((search, text));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn other_words_are_not_taken_for_forms() {
    for (one, other) in APART {
        assert!(!is_found(one, other) && !is_found(other, one), "{one} {other}");
    }
}

#[test]
fn what_means_the_same_as_a_form_is_found_too() {
    for (search, text) in [
        ("schedulers", "调度"),
        ("调度", "Schedules work"),
        ("load balancers", "负载均衡"),
        ("backing up", "Backup of volumes"),
        ("backing up", "备份"),
        ("vulnerable images", "CVEs in images"),
        ("cleaning up", "removes what nobody needs"),
    ] {
        assert!(is_found(search, text), "{search}: {text}");
    }
}

#[test]
fn the_word_is_marked_as_the_text_has_it() {
    for (search, marked) in [
        ("verify", "a [verification] of signatures"),
        ("verification", "it [verifies], was [verified]"),
        ("schedulers", "The [scheduler], [Scheduling]; by schedu"),
        ("monitoring", "[Monitors] nodes, premonitors"),
        ("policies", "one [policy] and its [policies]"),
        // The typed beginning of a word.
        ("backup", "[backup]s"),
        ("負載平衡", "[Load Balancer] and [load-balancing]"),
    ] {
        let text = marked.replace(['[', ']'], "");
        let mut found = String::new();
        let mut from = 0;
        for range in Search::new(search, 0).highlights(&text) {
            found += &format!("{}[{}]", &text[from..range.start], &text[range.clone()]);
            from = range.end;
        }
        assert_eq!(found + &text[from..], marked, "{search}");
    }
}

#[test]
fn a_stem_does_not_reach_into_the_word_before() {
    // "meshe" would be the beginning of "meshes".
    let has_every_word = |search: &str| {
        let project = Project { name: "Kmesh", category: "mesh", ..PLAIN };
        let index = Index::new(Box::leak(Box::new(catalog(vec![project].leak()))));
        filter::scope(&index, &Filter { search: search.into(), ..Filter::default() }) == [0]
    };
    assert!(has_every_word("mesh"));
    assert!(!has_every_word("mesh e"));
    assert!(!has_every_word("mesh ed"));
}
