//! Events of elements.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::Element;
use crate::text::concat;

/// An event of an element.
pub struct Event(pub(super) web_sys::Event);

impl Event {
    /// The value of the event's target.
    #[must_use]
    pub fn value(&self) -> String {
        let Some(target) = self.0.target() else { return String::new() };
        match target.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.value(),
            None => target.unchecked_ref::<HtmlSelectElement>().value(),
        }
    }

    /// The pressed key; empty during a composition. Safari sends the key that ends a composition after the composition has ended, with the
    /// key code that composition keys have in every browser.
    #[must_use]
    pub fn key(&self) -> String {
        let event: &web_sys::KeyboardEvent = self.0.unchecked_ref();
        if event.is_composing() || event.key_code() == 229 { String::new() } else { event.key() }
    }

    /// The pressed key, without modifiers and not in a text field: keys with a modifier may be shortcuts of the browser, and others move a
    /// cursor.
    #[must_use]
    pub fn plain_key(&self) -> String {
        let is_modified = self.is_modified();
        let is_typing = self.0.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
        if is_modified || is_typing { String::new() } else { self.key() }
    }

    fn is_modified(&self) -> bool {
        // Keyboard and mouse events use the same names.
        let event: &web_sys::KeyboardEvent = self.0.unchecked_ref();
        event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key()
    }

    /// Whether it is a click on a link that the browser should open elsewhere, or save.
    #[must_use]
    pub fn is_for_browser(&self) -> bool {
        self.is_modified() && self.attribute("href").is_some()
    }

    /// Prevents the default action.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }

    /// Whether the browser lets the default action be prevented.
    #[must_use]
    pub fn is_cancelable(&self) -> bool {
        self.0.cancelable()
    }

    /// Sets the address of the link at or around the target.
    pub fn set_href(&self, address: &str) {
        let target = self.0.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(Ok(Some(link))) = target.map(|target| target.closest("a")) {
            _ = link.set_attribute("href", address);
        }
    }

    /// Stops the event from reaching the page.
    pub fn stop_propagation(&self) {
        self.0.stop_propagation();
    }

    /// An attribute of the event's target or of an ancestor. What the page has put into a slot here has none of ours.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let target: web_sys::Element = self.0.target()?.dyn_into().ok()?;
        let listening: web_sys::Element = self.0.current_target()?.unchecked_into();
        if !listening.contains(Some(&target)) {
            return None;
        }
        target.closest(&concat(&["[", name, "]"])).ok()??.get_attribute(name)
    }

    /// Keeps a wheel, finger or key from scrolling the page behind the open dialog that listens: next to the dialog, and where the dialog
    /// cannot scroll. Not when it zooms.
    pub fn contain_overscroll(&self) {
        let mouse: &web_sys::MouseEvent = self.0.unchecked_ref();
        let fingers = self.0.dyn_ref::<web_sys::TouchEvent>().map_or(1, |event| event.touches().length());
        let Some(target) = self.0.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
            return;
        };
        let Ok(Some(scroller)) = target.closest(".se-compare-place, .se-details") else { return };
        // Its scroll bar is the dialog too. Touch events have no such coordinates, and do not need the check.
        let area = scroller.get_bounding_client_rect();
        let (x, y) = (mouse.client_x().into(), mouse.client_y().into());
        let is_inside = (area.left()..area.right()).contains(&x) && (area.top()..area.bottom()).contains(&y);
        let is_beside = self.is_at_target() && !is_inside;
        let is_still =
            scroller.scroll_height() <= scroller.client_height() && scroller.scroll_width() <= scroller.client_width();
        // A scroll that has already begun cannot be cancelled, and trying logs an error in the console.
        if (is_beside || is_still) && !mouse.ctrl_key() && fingers == 1 && self.0.cancelable() {
            self.0.prevent_default();
        }
    }

    /// Whether the target is this element or inside it.
    #[must_use]
    pub fn is_inside(&self, element: &Element) -> bool {
        element.0.contains(self.0.target().and_then(|target| target.dyn_into().ok()).as_ref())
    }

    /// Whether the target is the listening element itself and not a descendant.
    #[must_use]
    pub fn is_at_target(&self) -> bool {
        self.0.target() == self.0.current_target()
    }
}
