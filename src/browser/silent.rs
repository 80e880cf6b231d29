//! The browser where there is none: nothing is known, nothing happens.

use leptos::web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

use super::Scheme;
use crate::options::Theme;

/// Whether things change here.
pub const IS_LIVE: bool = false;

/// The place in a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Host;

impl Host {
    /// The place of a component in a page.
    #[must_use]
    pub fn page() -> Host {
        Host
    }

    /// Language of the page.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        None
    }

    /// Colours of the page.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let color_scheme = match theme {
            Theme::Auto => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        Scheme { color_scheme, own_colours: false }
    }
}

/// The URL's fragment.
#[must_use]
pub fn fragment() -> String {
    String::new()
}

/// Sets the URL's fragment.
pub fn set_fragment(_fragment: &str, _new_entry: bool) {}

/// One line in the console.
pub fn warn(_line: &str) {}

/// Calls back once the next frame is on the screen.
pub fn after_paint(_callback: impl FnOnce() + 'static) {}

/// Calls back once the page shows what was changed just now.
pub fn after_update(_callback: impl FnOnce() + 'static) {}

/// Moves focus to a button of a group.
pub fn focus_button(_group: &Element, _n: u32, _fallback: Option<&HtmlElement>) {}

/// Scrolls an element into view.
pub fn reveal(_element: &HtmlElement) {}

/// Opens or closes a modal dialog.
pub fn show_modal(_dialog: &HtmlDialogElement, _open: bool) {}

/// An attribute at or above an event's target.
#[must_use]
pub fn attribute_at(_event: &Event, _name: &str) -> Option<String> {
    None
}

/// Whether an event is of the element that listens.
#[must_use]
pub fn is_own_event(_event: &Event) -> bool {
    false
}

/// Listens to the page.
pub struct Watch;

impl Watch {
    /// Never calls back.
    #[must_use]
    pub fn page(_changed: impl Fn() + Clone + 'static) -> Watch {
        Watch
    }

    /// Never calls back.
    #[must_use]
    pub fn fragment(_changed: impl Fn() + 'static) -> Watch {
        Watch
    }
}

/// Watches for an element to come near.
pub struct Near;

impl Near {
    /// Never calls back.
    #[must_use]
    pub fn new(_element: &Element, _near: impl Fn() + 'static) -> Near {
        Near
    }
}

/// Cards in a list.
pub struct Arranged;

impl Arranged {
    /// A list as it was made.
    #[must_use]
    pub fn new(_first: Vec<u16>, _n_cards: usize) -> Arranged {
        Arranged
    }

    /// Leaves it as it was made.
    pub fn arrange(&mut self, _list: &Element, _shown: &[u16], _make: impl FnMut(u16)) {}
}
