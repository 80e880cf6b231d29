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
    let link = blank_link(label);
    aim(&link, label, href, of);
    link
}

/// A link that leads nowhere yet.
pub(crate) fn blank_link(label: &str) -> Element {
    Element::new("a", "se-link")
        .attr("part", "link")
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(label)
}

/// Sets the address of a link, and says whose it is. With an address that is not http or https, it becomes
/// plain text; without any, it leads nowhere again.
pub(crate) fn aim(link: &Element, label: &str, href: &str, of: &str) {
    let is_link = check::address(href).is_ok();
    if is_link || href.is_empty() {
        link.set_attr("href", is_link.then_some(href));
        link.set_attr("aria-label", is_link.then(|| concat(&[label, ": ", of])).as_deref());
    } else {
        link.set_attr("class", None);
        link.set_attr("part", None);
    }
}
