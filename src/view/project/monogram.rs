//! A project's mark: its logo, or two letters in the hue of its category.

use crate::dom::Element;
use crate::model::Project;

/// Decorative: the name is next to it.
pub(crate) fn monogram(project: &Project) -> Element {
    let mark = blank_monogram();
    fill(&mark, project);
    mark
}

/// Fills a mark. A logo covers the letters when it has been loaded; until then, and if it cannot be, its box is empty
/// (`monogram.css`). A new element for each: a mark that was another project's must not show that one's logo while its own is loaded.
pub(crate) fn fill(mark: &Element, project: &Project) {
    mark.set_text(&letters(project.name));
    if !project.logo.is_empty() {
        let image = Element::new("img", "").attr("alt", "").attr("loading", "lazy").attr("decoding", "async");
        // The address last: from then on it is requested.
        let image = image.attr("referrerpolicy", "no-referrer").attr("src", project.logo);
        _ = mark.clone().child(Element::new("span", "se-logo").child(image));
    }
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
