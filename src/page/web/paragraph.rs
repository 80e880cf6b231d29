//! Markdown puts an unknown tag into a paragraph. HTML ends the paragraph, and the tag with it, where a list begins, so that the fallback
//! ends up next to the explorer instead of inside it. The traces: an explorer without elements, last in its paragraph; then links; and an
//! empty paragraph, which the unmatched end tag makes.

use std::cell::Cell;

use super::{Host, warn};

thread_local! {
    static IS_SAID: Cell<bool> = const { Cell::new(false) };
}

/// Warns in the console, once per page.
pub fn warn_of_paragraph(host: &Host) {
    if !IS_SAID.get() && has_lost_its_list(host) == Some(true) {
        IS_SAID.set(true);
        warn(
            "Markdown has put the tag into a <p>, and its list beside it. Use prerender --as links without blank lines, or a <div> around the tag",
        );
    }
}

fn has_lost_its_list(Host(host): &Host) -> Option<bool> {
    let paragraph = host.closest("p:has(+*+p:empty,+*+*+p:empty)").ok()??;
    if host.first_element_child().is_some() || host.next_sibling().is_some() {
        return None;
    }
    let next = paragraph.next_element_sibling()?;
    // Usually a line break is left in the tag. Without one, only a list, or the output of --as links, shows that the tag was not empty from
    // the start: blank lines in the tag make paragraphs.
    let is_list = || next.closest("ul,ol,dl,p:has(>[lang]>a)").ok().flatten().as_ref() == Some(&next);
    let is_left = host.first_child().is_some() || is_list();
    Some(is_left && next.query_selector("a").ok()?.is_some())
}
