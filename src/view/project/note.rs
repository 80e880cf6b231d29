//! The page's own note on a card: what it has put into the slot of a project. A card gets the slot only if there is a note for it, because
//! hundreds of empty slots would cost time.

use crate::dom::Element;
use crate::model::Project;
use crate::text::{concat, cut};
use crate::view::explorer::slot;

/// A card that has been made.
pub(crate) struct Made {
    pub(crate) number: u16,
    pub(crate) card: Element,
    pub(crate) parts: [Element; 22],
    /// Whether it can become that of another project.
    pub(crate) is_plain: bool,
    /// Whether it has the slot.
    pub(crate) has_note: bool,
}

/// Whether the page has a note for a project, by the names of the slots that it has filled.
pub(crate) fn has_note(project: &Project, mut slots: &str) -> bool {
    while !slots.is_empty() {
        if cut(&mut slots, b' ').strip_prefix("card-") == Some(project.id) {
            return true;
        }
    }
    false
}

impl Made {
    /// With the slot, if there is a note. It stays when the note goes: empty, it cannot be seen.
    pub(crate) fn with_note(&mut self, project: &Project, slots: &str) {
        if !self.has_note && has_note(project, slots) {
            (self.has_note, self.is_plain) = (true, false);
            _ = self.card.clone().child(slot(&concat(&["card-", project.id])));
        }
    }
}
