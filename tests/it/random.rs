//! Random inputs. `cargo test` tries the same few every time: a test that fails at random tells a newcomer nothing. `cargo xtask test
//! fuzz` tries many new ones; it sets the variable, and the same number repeats the same inputs.

use proptest::test_runner::{Config, RngSeed};

/// The variable with the seed of an exploration.
const SEED: &str = "FUZZ_SEED";

/// The seed of every other run.
const ALWAYS: u64 = 52;

/// The number of cases in a normal run, and in an exploration.
pub fn cases(few: u32, many: u32) -> Config {
    let seed = std::env::var(SEED).ok();
    let explored = seed.map(|seed| seed.parse().unwrap_or_else(|_| panic!("{SEED} is no number: {seed}")));
    let (seed, cases) = explored.map_or((ALWAYS, few), |seed| (seed, many));
    // Nothing is saved or read between runs, and no variable of proptest's own changes a run.
    Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() }
}

/// The same cases for a quick property.
pub fn quick() -> Config {
    cases(256, 100_000)
}

/// Every random test sets its number of cases, and so takes its seed from here.
#[test]
fn no_random_test_is_left_to_chance() {
    let mut wrong = Vec::new();
    for (path, text) in crate::tidy::files("tests/it", "rs") {
        if path.ends_with("/random.rs") {
            continue;
        }
        let blocks = text.matches("\nproptest! {").count();
        let told = text.matches("#![proptest_config(random::").count();
        if blocks != told {
            wrong.push(format!("{path}: {blocks} blocks of properties, and {told} say `random::…`"));
        }
        let wild = [
            "Config::default",
            "Config::with",
            "ProptestConfig",
            "TestRunner::default",
            "deterministic()",
            "getrandom",
        ];
        wrong.extend(wild.iter().filter(|way| text.contains(*way)).map(|way| format!("{path}: {way}")));
    }
    crate::tidy::none(&wrong);
}

/// The seed decides: two runs with one seed try the same inputs.
#[test]
fn every_run_tries_the_same() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let tried = || {
        let mut runner = TestRunner::new(quick());
        (0..9).map(|_| "\\PC{0,20}".new_tree(&mut runner).unwrap().current()).collect::<Vec<String>>()
    };
    assert_eq!(tried(), tried());
}
