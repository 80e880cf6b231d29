//! The figures, as a table.

use std::collections::BTreeMap;

use crate::measure::{Kind, Load, Situation, Times};

/// All times, by situation and kind: those of the hand-written page and those of the explorer.
#[derive(Default)]
pub(crate) struct Table(BTreeMap<(Situation, Kind), [Vec<Times>; 2]>);

impl Table {
    pub(crate) fn add(&mut self, situation: Situation, which: usize, load: Load) {
        for (kind, time) in load {
            self.0.entry((situation, kind)).or_default()[which].push(time);
        }
    }

    /// Whether the explorer exceeds any limit.
    pub(crate) fn is_over(&self) -> bool {
        self.0.iter().any(|((_, kind), times)| ratio(times) > kind.limit())
    }

    pub(crate) fn print(&self, rounds: usize) {
        println!("median [least, most] in ms, {rounds} rounds; ratio of the medians");
        println!("more: what the main thread does more than by hand, in scripts / styles / layout");
        for situation in Situation::ALL {
            println!(
                "\n{:<24} {:>22} {:>22} {:>7} {:>6}  {:<5} more",
                situation.name(),
                "by hand",
                "explorer",
                "ratio",
                "limit",
                ""
            );
            for kind in Kind::ALL {
                let Some(times) = self.0.get(&(situation, kind)) else { continue };
                let ratio = ratio(times);
                let verdict = if ratio > kind.limit() { "over" } else { "" };
                let [by_hand, explorer] = times.each_ref().map(|times| spread(&walls(times)));
                let [script, style, layout] = std::array::from_fn(|at| {
                    let [by_hand, explorer] = times
                        .each_ref()
                        .map(|times| median(&times.iter().map(|times| times.work[at]).collect::<Vec<_>>()));
                    explorer - by_hand
                });
                println!(
                    "{:<24} {by_hand:>22} {explorer:>22} {ratio:>6.2}× {:>5.1}×  {verdict:<5} {script:.1} / {style:.1} / {layout:.1}",
                    format!("  {}", kind.name()),
                    kind.limit()
                );
            }
        }
    }
}

fn walls(times: &[Times]) -> Vec<f64> {
    times.iter().map(|times| times.wall).collect()
}

fn ratio([by_hand, explorer]: &[Vec<Times>; 2]) -> f64 {
    median(&walls(explorer)) / median(&walls(by_hand))
}

fn sorted(times: &[f64]) -> Vec<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn median(times: &[f64]) -> f64 {
    let sorted = sorted(times);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) }
}

fn spread(times: &[f64]) -> String {
    let sorted = sorted(times);
    format!("{:.1} [{:.1}, {:.1}]", median(times), sorted[0], sorted[sorted.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[9.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 9.0]), 3.0);
    }
}
