//! Events, which never happen.

use super::Element;

/// An event that never happens.
pub struct Event(());

impl Event {
    /// The value of the event's target.
    #[must_use]
    pub fn value(&self) -> String {
        String::new()
    }

    /// The pressed key.
    #[must_use]
    pub fn key(&self) -> String {
        String::new()
    }

    /// The pressed key, without modifiers and not in a text field.
    #[must_use]
    pub fn plain_key(&self) -> String {
        String::new()
    }

    /// Stops propagation.
    pub fn stop_propagation(&self) {}

    /// Keeps the event from scrolling the page.
    pub fn contain_overscroll(&self) {}

    /// Whether the browser should handle the event.
    #[must_use]
    pub fn is_for_browser(&self) -> bool {
        false
    }

    /// Prevents the default action.
    pub fn prevent_default(&self) {}

    /// Whether the default action can be prevented.
    #[must_use]
    pub fn is_cancelable(&self) -> bool {
        false
    }

    /// Sets the address of a link.
    pub fn set_href(&self, _address: &str) {}

    /// An attribute of the event's target.
    #[must_use]
    pub fn attribute(&self, _name: &str) -> Option<String> {
        None
    }

    /// Whether the target is inside an element.
    #[must_use]
    pub fn is_inside(&self, _element: &Element) -> bool {
        false
    }

    /// Whether the listening element itself is the target.
    #[must_use]
    pub fn is_at_target(&self) -> bool {
        false
    }
}
