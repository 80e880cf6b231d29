//! The cards that the visitor sees, and the status that counts them.

use crate::visitor::Visitor;
use crate::wait::eventually;

impl Visitor {
    /// The names on the visible cards, in order.
    #[must_use]
    pub fn see_cards(&self) -> Vec<String> {
        self.texts("cards", &[])
    }

    /// Waits until these cards are shown, in this order.
    #[track_caller]
    pub fn expect_cards(&self, names: &[&str]) {
        eventually(|| self.see_cards(), names);
    }

    /// Waits until these cards are shown, in any order.
    #[track_caller]
    pub fn expect_set_of_cards(&self, mut names: Vec<String>) {
        names.sort();
        let sorted = || {
            let mut cards = self.see_cards();
            cards.sort();
            cards
        };
        eventually(sorted, &names);
    }

    /// Waits until this many cards are shown.
    #[track_caller]
    pub fn expect_number_of_cards(&self, number: u64) {
        eventually(|| self.see_cards().len() as u64, &number);
    }

    /// The whole text of a card.
    #[must_use]
    pub fn read_card(&self, project: &str) -> String {
        self.text("card", &[project])
    }

    /// The text of the status.
    #[must_use]
    pub fn status(&self) -> String {
        self.text("status", &[])
    }

    /// Waits until the status has this text.
    #[track_caller]
    pub fn expect_status(&self, status: &str) {
        eventually(|| self.status(), status);
    }
}
