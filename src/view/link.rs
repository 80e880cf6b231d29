//! A link out of the explorer.

use crate::browser::Element;
use crate::text::concat;

/// Opens in a new tab, without telling the other side where from. Its accessible name says whose link it is, so that the
/// links of different cards can be told apart in a list of links. `href` is http or https, as the catalog's checks guarantee.
pub(super) fn link(label: &str, href: &str, of: &str) -> Element {
    Element::new("a", "se-link")
        .attr("part", "link")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("aria-label", &concat(&[label, ": ", of]))
        .text(label)
}
