//! Images that cannot be loaded.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;

use super::{Element, Listener};

impl Element {
    /// Removes the logos inside that cannot be loaded, also those that a content policy forbids: Safari draws a sign in their place.
    /// One listener for all, because a list has thousands.
    pub fn drop_failed_logos(&self) -> Listener {
        // The event does not bubble.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&self.0, "error", options, |event| {
            let image: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(logo) = image.and_then(|image| image.closest(".se-logo").ok()?) {
                logo.remove();
            }
        })
    }
}
