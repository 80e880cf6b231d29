//! A link out of the explorer.

use crate::data::check;
use crate::dom::Element;
use crate::text::concat;

/// Opens in a new tab, without a referrer. Its accessible name says whose link it is, so that the links of different cards can be told
/// apart in a list of links. Addresses are checked when a catalog is read, and again here, because packed text from elsewhere may
/// contain anything. An address that is not http or https becomes plain text.
pub(crate) fn link(label: &str, href: &str, of: &str) -> Element {
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
