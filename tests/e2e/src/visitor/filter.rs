//! The visitor's filters: tabs, facets, search, order and chips.

use crate::browser::Element;
use crate::visitor::Visitor;
use crate::wait::{eventually, until};

/// A value of a facet as listed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FacetOption {
    /// Its name.
    pub name: String,
    /// How many projects ticking it would show.
    pub count: u64,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether it can be ticked.
    pub enabled: bool,
}

impl Visitor {
    /// The tabs with their counts.
    #[must_use]
    pub fn tabs(&self) -> Vec<(String, u64)> {
        let tabs = self.names("tab");
        tabs.iter()
            .map(|tab| {
                let (name, count) = tab.rsplit_once(' ').unwrap_or((tab, ""));
                (name.to_owned(), count.parse().unwrap_or_else(|_| panic!("a tab without a count: {tab}")))
            })
            .collect()
    }

    /// The selected tab, without its count.
    #[must_use]
    pub fn chosen_tab(&self) -> String {
        let chosen = self.texts("selected", &[]).join(" and ");
        chosen.rsplit_once(' ').map(|(name, _)| name.to_owned()).unwrap_or(chosen)
    }

    /// Picks a tab with the mouse.
    #[track_caller]
    pub fn pick_tab(&self, name: &str) {
        self.click("tab", name);
    }

    /// The values of a facet as listed.
    #[must_use]
    pub fn options(&self, facet: &str) -> Vec<FacetOption> {
        let answer = self.ask("options", &[facet]);
        let options = answer.as_array().into_iter().flatten();
        options
            .map(|option| FacetOption {
                name: option[0].as_str().unwrap_or_default().to_owned(),
                count: option[1].as_u64().unwrap_or_default(),
                ticked: option[2] == true,
                enabled: option[3] == true,
            })
            .collect()
    }

    /// One value of a facet.
    #[track_caller]
    #[must_use]
    pub fn option(&self, facet: &str, name: &str) -> FacetOption {
        until(&format!("{facet}: {name}"), || self.options(facet).into_iter().find(|option| option.name == name))
    }

    /// Ticks or unticks a value.
    #[track_caller]
    pub fn tick(&self, facet: &str, name: &str) {
        let target = self.find_within(("group", facet), "checkbox", name);
        self.click_on(&target);
    }

    /// Types into the search box, after its text.
    #[track_caller]
    pub fn type_search(&self, text: &str) {
        let target = self.find("searchbox", self.words().search);
        self.browser.type_into(&target, text);
    }

    /// The text in the search box.
    #[must_use]
    pub fn searched(&self) -> String {
        let target = self.find("searchbox", self.words().search);
        let value = self.browser.run("return arguments[0].value", &[target.as_argument()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Selects an order.
    #[track_caller]
    pub fn sort_by(&self, order: &str) {
        let option = || Element::of(&self.ask("option", &[self.words().sort, order]));
        let target = until(&format!("order “{order}”"), option);
        self.click_on(&target);
    }

    /// The selected order.
    #[must_use]
    pub fn order(&self) -> String {
        self.text("order", &[self.words().sort])
    }

    /// The listed orders.
    #[must_use]
    pub fn orders(&self) -> Vec<String> {
        self.texts("orders", &[self.words().sort])
    }

    /// The chips, by their labels.
    #[must_use]
    pub fn chips(&self) -> Vec<String> {
        let words = self.words();
        let buttons = self.texts("textsWithin", &["group", words.active, "button"]);
        buttons.into_iter().filter(|text| text != words.clear_all).collect()
    }

    /// Waits until these chips are there.
    #[track_caller]
    pub fn expect_chips(&self, chips: &[&str]) {
        eventually(|| self.chips(), chips);
    }

    /// Removes a filter by its chip.
    #[track_caller]
    pub fn remove_chip(&self, chip: &str) {
        self.click("button", &format!("Remove filter: {chip}"));
    }

    /// Clears all filters by the button next to the chips.
    #[track_caller]
    pub fn clear_all(&self) {
        let target = self.find_within(("group", self.words().active), "button", self.words().clear_all);
        self.click_on(&target);
    }
}
