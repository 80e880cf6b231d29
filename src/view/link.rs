//! A link out of the explorer.

use crate::browser::Element;
use crate::data::check;
use crate::text::concat;

/// Opens in a new tab, without telling the other side where from. Its accessible name says whose link it is, so that the
/// links of different cards can be told apart in a list of links. A catalog's addresses are checked when it is read, and once more here:
/// what comes as packed text from elsewhere may hold anything. What leads elsewhere than to http or https is text.
pub(super) fn link(label: &str, href: &str, of: &str) -> Element {
    if check::address(href).is_err() {
        return Element::new("span", "").text(label);
    }
    Element::new("a", "se-link")
        .attr("part", "link")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("aria-label", &concat(&[label, ": ", of]))
        .text(label)
}
