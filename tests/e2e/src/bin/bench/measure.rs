//! What is measured, and how.

use e2e::visitor::Visitor;
use serde_json::{Value, json};

/// The simulated machine and network.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Situation {
    /// No throttling.
    Plain,
    /// A processor at a quarter of the speed.
    SlowProcessor,
    /// 150 ms and 1.6 Mbit/s. Only loading is measured.
    SlowNetwork,
}

impl Situation {
    pub(crate) const ALL: [Situation; 3] = [Situation::Plain, Situation::SlowProcessor, Situation::SlowNetwork];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Situation::Plain => "this machine",
            Situation::SlowProcessor => "processor throttled 4×",
            Situation::SlowNetwork => "150 ms, 1.6 Mbit/s",
        }
    }
}

/// The measured steps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Kind {
    FirstCard,
    Tab,
    Facet,
    Key,
    Sort,
    Clear,
}

impl Kind {
    pub(crate) const ALL: [Kind; 6] = [Kind::FirstCard, Kind::Tab, Kind::Facet, Kind::Key, Kind::Sort, Kind::Clear];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::FirstCard => "first card",
            Kind::Tab => "tab",
            Kind::Facet => "facet",
            Kind::Key => "keystroke",
            Kind::Sort => "sort",
            Kind::Clear => "clear all",
        }
    }

    /// How many times as long as the hand-written page the explorer may take.
    pub(crate) fn limit(self) -> f64 {
        if self == Kind::FirstCard { 1.6 } else { 1.2 }
    }
}

/// The result of one visit.
pub(crate) type Load = Vec<(Kind, Times)>;

/// Milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    /// From navigation or input to the paint.
    pub(crate) wall: f64,
    /// In the main thread: scripts, styles and layout. Includes ChromeDriver's own scripts, which are the same for
    /// both pages, so only the difference is meaningful.
    pub(crate) work: [f64; 3],
}

/// The work of the main thread since the navigation.
fn work(visitor: &Visitor) -> [f64; 3] {
    let metrics = visitor.browser.devtools("Performance.getMetrics", &json!({}));
    let metric = |name: &str| {
        let metrics = metrics["metrics"].as_array().into_iter().flatten();
        let value = metrics.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64());
        value.unwrap_or_default() * 1000.0
    };
    ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"].map(metric)
}

/// The expected content after each step: the number of cards, and the first one.
pub(crate) type Expected = Vec<Value>;

/// One step of a visit. Steps without a kind only prepare the next one.
enum Step {
    Tab(&'static str),
    Facet(&'static str, &'static str),
    Key(&'static str),
    Sort(&'static str),
    Clear,
}

const STEPS: [(Option<Kind>, Step); 20] = [
    (Some(Kind::Tab), Step::Tab("Observability")),
    (Some(Kind::Tab), Step::Tab("Security & Compliance")),
    (None, Step::Tab("All")),
    (Some(Kind::Facet), Step::Facet("Language", "Rust")),
    (Some(Kind::Facet), Step::Facet("CNCF status", "Sandbox")),
    (Some(Kind::Clear), Step::Clear),
    (Some(Kind::Key), Step::Key("k")),
    (Some(Kind::Key), Step::Key("m")),
    (Some(Kind::Key), Step::Key("e")),
    (Some(Kind::Key), Step::Key("s")),
    (Some(Kind::Key), Step::Key("h")),
    (Some(Kind::Clear), Step::Clear),
    (None, Step::Tab("Service Mesh")),
    (Some(Kind::Facet), Step::Facet("Part of the series", "Part 4 · 2024 H2")),
    (Some(Kind::Clear), Step::Clear),
    (Some(Kind::Sort), Step::Sort("ArrowDown")),
    (Some(Kind::Sort), Step::Sort("ArrowDown")),
    (Some(Kind::Sort), Step::Sort("ArrowDown")),
    (Some(Kind::Sort), Step::Sort("ArrowUp")),
    (None, Step::Sort("Home")),
];

/// Installs the measuring script in both pages.
pub(crate) fn prepare(visitor: &Visitor) {
    let script = json!({ "source": include_str!("measure.js") });
    visitor.browser.devtools("Performance.enable", &json!({}));
    visitor.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &script);
}

pub(crate) fn set_situation(visitor: &Visitor, situation: Situation) {
    let rate = if situation == Situation::SlowProcessor { 4 } else { 1 };
    visitor.browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
    let (latency, throughput) = if situation == Situation::SlowNetwork { (150, 1.6e6 / 8.0) } else { (0, -1.0) };
    visitor.browser.devtools("Network.enable", &json!({}));
    visitor.browser.devtools(
        "Network.emulateNetworkConditions",
        &json!({
            "offline": false, "latency": latency, "downloadThroughput": throughput, "uploadThroughput": throughput,
        }),
    );
}

/// Opens a page and waits for its first card, and then for all.
fn open(visitor: &Visitor, page: (&str, Option<u32>)) -> f64 {
    visitor.browser.open("about:blank");
    match page.1 {
        Some(nth) => visitor.looks_at(nth),
        None => visitor.looks_at_page(),
    }
    visitor.open(page.0);
    let first_card = visitor.browser.run("return bench.firstCard", &[]);
    visitor.browser.run("return bench.settled(52)", &[]);
    first_card.as_f64().expect("a time")
}

/// Visits a page to record what it shows after each step.
pub(crate) fn learn(visitor: &Visitor, page: (&str, Option<u32>)) -> Expected {
    open(visitor, page);
    STEPS
        .iter()
        .map(|(_, step)| take(visitor, step, &[Value::Null, Value::Null]))
        .map(|seen| json!([seen[1], seen[2]]))
        .collect()
}

/// Visits a page and measures; each step must show the expected content.
pub(crate) fn visit(visitor: &Visitor, page: (&str, Option<u32>), situation: Situation, expected: &Expected) -> Load {
    let wall = open(visitor, page);
    let mut load = vec![(Kind::FirstCard, Times { wall, work: work(visitor) })];
    if situation == Situation::SlowNetwork {
        return load;
    }
    for ((kind, step), expected) in STEPS.iter().zip(expected) {
        let before = work(visitor);
        let seen = take(visitor, step, &[expected[0].clone(), expected[1].clone()]);
        if let Some(kind) = kind {
            let after = work(visitor);
            let work = std::array::from_fn(|at| after[at] - before[at]);
            load.push((*kind, Times { wall: seen[0].as_f64().expect("a time"), work }));
        }
    }
    load
}

/// Performs a step with mouse or keyboard; returns the time to the paint and the content then.
fn take(visitor: &Visitor, step: &Step, expected: &[Value; 2]) -> Value {
    let expect = |event: &str| {
        let arguments = [json!(event), expected[0].clone(), expected[1].clone()];
        // Wait for idle first: the work of the last step must not count for this one.
        visitor.browser.run(
            "return new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))
                .then(() => bench.expect(...arguments))",
            &arguments,
        );
    };
    let focus = |role: &str, name: &str| {
        let target = visitor.find(role, name);
        visitor.browser.run("arguments[0].focus({ preventScroll: true })", &[target.as_argument()]);
    };
    match step {
        Step::Tab(name) => {
            visitor.find("tab", name);
            expect("click");
            visitor.pick_tab(name);
        }
        Step::Facet(facet, name) => {
            expect("click");
            visitor.tick(facet, name);
        }
        Step::Clear => {
            expect("click");
            visitor.clear_all();
        }
        Step::Key(key) => {
            focus("searchbox", "Search projects");
            expect("keydown");
            visitor.press(&[key]);
        }
        Step::Sort(key) => {
            focus("combobox", "Sort");
            expect("keydown");
            visitor.press(&[key]);
        }
    }
    let seen = visitor.browser.try_run("return bench.result", &[]);
    seen.unwrap_or_else(|error| {
        let now = visitor.browser.run("return bench.seen()", &[]);
        panic!("expected {expected:?}, seen {now}: {error}")
    })
}
