//! A project's mark: two letters in the hue of its category, instead of a logo.

use crate::dom::Element;
use crate::model::Project;

/// Decorative: the name is next to it.
pub(crate) fn monogram(project: &Project) -> Element {
    blank_monogram().text(&letters(project.name))
}

/// A mark without letters.
pub(crate) fn blank_monogram() -> Element {
    Element::new("span", "se-mark").attr("part", "mark").attr("aria-hidden", "true")
}

/// The first two capitals that begin a part of the name ("HwameiStor": HS), else its first two letters ("youki": yo).
pub(crate) fn letters(name: &str) -> String {
    let mut initials = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_ascii_uppercase() && !before.is_ascii_uppercase() && initials.len() < 2 {
            initials.push(c);
        }
        before = c;
    }
    if initials.len() == 2 { initials } else { name.chars().take(2).collect() }
}
