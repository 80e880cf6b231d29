//! Which projects are similar: an expected list for the bundled ones, and the rules on made-up
//! ones.

use catalog::model::{Project, Text};
use catalog::{pack, packed, similar};
use sandbox_explorer::data;

use crate::tiny::{PLAIN, catalog};

/// Pairs that someone who knows the projects expects, and why.
const EXPECTED: &[(&str, &str, &str)] = &[
    ("youki", "kuasar", "run containers"),
    ("kuasar", "youki", "run containers"),
    ("kmesh", "sermant", "meshes without sidecars"),
    ("sermant", "kmesh", "meshes without sidecars"),
    ("openebs", "hwameistor", "local volumes by CSI"),
    ("hwameistor", "openebs", "local volumes by CSI"),
    ("kanister", "openebs", "data of stateful workloads"),
    ("sops", "bank-vaults", "secrets"),
    ("bank-vaults", "sops", "secrets"),
    ("spiderpool", "ovn-kubernetes", "networks by CNI"),
    ("ovn-kubernetes", "spiderpool", "networks by CNI"),
    ("easegress", "kuadrant", "gateways"),
    ("kuadrant", "easegress", "gateways"),
    ("hami", "koordinator", "GPUs shared by a scheduler"),
    ("koordinator", "hami", "GPUs shared by a scheduler"),
    ("kaito", "hami", "models on GPUs"),
    ("kubean", "kubeclipper", "install clusters"),
    ("kubeclipper", "kubean", "install clusters"),
    ("clusternet", "kubestellar", "many clusters from one"),
    ("kubestellar", "clusternet", "many clusters from one"),
    ("kcl", "kpt", "configuration"),
    ("kpt", "kcl", "configuration"),
    ("score", "radius", "workloads of a platform"),
    ("radius", "score", "workloads of a platform"),
    ("atlantis", "kusionstack", "infrastructure as code"),
    ("krkn", "kube-burner", "strain clusters"),
    ("kube-burner", "krkn", "strain clusters"),
    ("copa", "slimtoolkit", "mend images"),
    ("eraser", "copa", "vulnerable images"),
    ("ratify", "copa", "the supply chain"),
    ("shipwright", "stacker", "build images"),
    ("stacker", "shipwright", "build images"),
    ("connect", "microcks", "APIs by gRPC"),
    ("perses", "headlamp", "dashboards"),
    ("kepler", "perses", "metrics for Prometheus"),
    ("k8sgpt", "inspektor-gadget", "look into clusters"),
    ("opengemini", "perses", "metrics"),
];

fn ids(projects: &[Project], of: &str) -> Vec<&'static str> {
    let project = projects.iter().find(|project| project.id == of).expect("a project");
    project.similar.iter().map(|&number| projects[usize::from(number)].id).collect()
}

#[test]
fn the_expected_neighbours_are_found() {
    let projects = data::bundled().projects;
    let missing: Vec<String> = EXPECTED
        .iter()
        .filter(|(of, other, _)| !ids(projects, of).contains(other))
        .map(|(of, other, why)| format!("{of} lacks {other} ({why}): {:?}", ids(projects, of)))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn twins_come_first() {
    let projects = data::bundled().projects;
    for (one, other) in
        [("youki", "kuasar"), ("kmesh", "sermant"), ("openebs", "hwameistor"), ("sops", "bank-vaults"), ("kcl", "kpt")]
    {
        assert_eq!((ids(projects, one)[0], ids(projects, other)[0]), (other, one));
    }
}

#[test]
fn each_has_up_to_three_others_and_never_itself() {
    let projects = data::bundled().projects;
    for project in projects {
        let similar = ids(projects, project.id);
        assert!((1..=3).contains(&similar.len()), "{}: {similar:?}", project.id);
        assert!(!similar.contains(&project.id), "{}", project.id);
        let mut unique = similar.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), similar.len(), "{}: {similar:?}", project.id);
    }
}

/// Checks who is similar to the first of these.
#[track_caller]
fn check(projects: &[Project], expected: &[u16]) {
    let mut projects = projects.to_vec();
    similar::fill(&mut projects);
    assert_eq!(projects[0].similar, expected);
}

const fn tagged(tags: &'static [&'static str]) -> Project {
    Project { tags, ..PLAIN }
}

const fn about(en: &'static str) -> Project {
    Project { summary: Text { en, zh: "" }, ..PLAIN }
}

#[test]
fn a_rare_tag_weighs_more_than_a_common_one() {
    let common = tagged(&["kubernetes"]);
    check(&[tagged(&["kubernetes", "wasm"]), common, common, tagged(&["wasm"])], &[3, 1, 2]);
}

#[test]
fn a_tag_weighs_more_than_a_word() {
    let projects = [
        Project { tags: &["wasm"], ..about("Runs containers") },
        about("Stops containers"),
        Project { tags: &["wasm"], ..PLAIN },
    ];
    // A single word is too weak next to a tag to be listed at all.
    check(&projects, &[2]);
}

#[test]
fn the_same_category_decides_between_equals() {
    let other = Project { category: "storage", ..tagged(&["wasm"]) };
    check(&[tagged(&["wasm"]), other, tagged(&["wasm"])], &[2, 1]);
}

#[test]
fn words_are_compared_without_case_accents_and_plural() {
    check(&[about("Façades and GATEWAYS"), about("a gateway"), about("any facade")], &[1, 2]);
    // Particles and other short words are ignored.
    check(&[about("for the web"), about("for the web")], &[]);
}

#[test]
fn who_shares_nothing_is_like_nobody_and_equals_keep_their_order() {
    check(&[PLAIN, PLAIN], &[]);
    check(&[tagged(&["a", "b"]); 6], &[1, 2, 3]);
}

#[test]
fn what_nearly_all_have_says_nothing() {
    check(&[tagged(&["kubernetes"]); 16], &[1, 2, 3]);
    check(&[tagged(&["kubernetes"]); 17], &[]);
}

#[test]
fn what_thousands_have_in_common_costs_no_look_at_all_of_them() {
    // A term that all projects share must not make each of them compare with all others.
    let common: String = (0..30).map(|n| format!(" common{n}")).collect();
    let words: Vec<String> = (0..3000_u32).map(|n| format!("left{} right{}{common}", n / 16, n / 7)).collect();
    let mut projects: Vec<Project> = words.iter().map(|text| about(text.clone().leak())).collect();
    let start = std::time::Instant::now();
    similar::fill(&mut projects);
    assert!(projects.iter().all(|project| !project.similar.is_empty()));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn the_packed_text_carries_them() {
    let projects = [
        Project { id: "a", name: "A", similar: &[2, 1], ..PLAIN },
        Project { id: "b", name: "B", similar: &[9999], ..PLAIN },
        Project { id: "c", name: "C", ..PLAIN },
    ];
    let unpacked = packed::unpack(pack::print(&catalog(projects.to_vec().leak())).leak()).unwrap();
    let similar: Vec<&[u16]> = unpacked.projects.iter().map(|project| project.similar).collect();
    assert_eq!(similar, [&[2, 1][..], &[9999], &[]]);
}

#[test]
fn of_one_project_they_are_the_same_as_of_all() {
    let projects = data::bundled().projects;
    for (number, project) in projects.iter().enumerate() {
        assert_eq!(similar::of(projects, number as u16), project.similar, "{}", project.id);
    }
}
