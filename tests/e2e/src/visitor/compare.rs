//! Actions of a visitor who compares projects.

use crate::visitor::Visitor;
use crate::wait::eventually;

/// The bar of picks, and the table's region.
const COMPARISON: (&str, &str) = ("group", "Comparison");

impl Visitor {
    /// Picks a project by the button on its card, or removes the pick.
    #[track_caller]
    pub fn pick(&self, project: &str) {
        self.click("button", &format!("Compare: {project}"));
    }

    /// The picked projects, by the chips in the bar.
    #[must_use]
    pub fn picks(&self) -> Vec<String> {
        let names = self.names_within(COMPARISON, "button");
        names.iter().filter_map(|name| Some(name.strip_prefix("Remove from comparison: ")?.to_owned())).collect()
    }

    /// Waits until these are picked.
    #[track_caller]
    pub fn expect_picks(&self, projects: &[&str]) {
        eventually(|| self.picks(), projects);
    }

    /// Whether a project's button is pressed, and whether it is disabled for assistive technology.
    #[must_use]
    pub fn pick_states(&self, project: &str) -> [bool; 2] {
        let states = self.ask("states", &["button", &format!("Compare: {project}")]);
        [states[0] == "true", states[1] == "true"]
    }

    /// The text of the bar.
    #[must_use]
    pub fn read_picks(&self) -> String {
        self.text_of(COMPARISON.0, COMPARISON.1)
    }

    /// The name of the comparison of these projects.
    #[must_use]
    pub fn comparison_of(projects: &[&str]) -> String {
        format!("Compare {}", projects.join(", "))
    }

    /// Opens the comparison by the button in the bar.
    #[track_caller]
    pub fn compare(&self, projects: &[&str]) {
        self.click("button", &format!("Compare ({})", projects.len()));
        self.expect_comparison(projects);
    }

    /// Waits until these are compared.
    #[track_caller]
    pub fn expect_comparison(&self, projects: &[&str]) {
        eventually(|| self.names("dialog"), &[Visitor::comparison_of(projects)][..]);
    }

    /// The visible rows of the table, as the texts of their cells.
    #[must_use]
    pub fn compared_rows(&self) -> Vec<Vec<String>> {
        let answer = self.ask("rowsOf", &["region", "Comparison"]);
        let text = |cell: &serde_json::Value| cell.as_str().unwrap_or_default().to_owned();
        let rows = answer.as_array().into_iter().flatten();
        rows.map(|row| row.as_array().into_iter().flatten().map(text).collect()).collect()
    }

    /// The row of a fact: its value for each project. Empty if there is no such row.
    #[must_use]
    pub fn compared(&self, fact: &str) -> Vec<String> {
        let row = self.compared_rows().into_iter().find(|row| row.first().is_some_and(|name| name == fact));
        row.map(|row| row[1..].to_vec()).unwrap_or_default()
    }
}
