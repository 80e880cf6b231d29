//! The place in a page: its language, its name, and the links around it.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use super::{document, window};
use crate::data::check;
use crate::page::Series;
use crate::text::{concat, cut};

/// The place in a page: the custom element, or the element that the component is mounted in.
#[derive(Clone, Debug)]
pub struct Host(pub HtmlElement);

impl Host {
    /// Language of the page here: the nearest `lang`, then the browser's.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        let here = ancestors(&self.0).find_map(|element| element.get_attribute("lang"));
        let here = here.filter(|tag| !tag.is_empty());
        here.or_else(|| window().navigator().language())
    }

    /// The accessible name that the page gives the element, directly or by reference to other elements.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        let ids = self.0.get_attribute("aria-labelledby").unwrap_or_default();
        let mut ids = ids.as_str();
        let mut label = String::new();
        let root = self.0.get_root_node();
        while !ids.is_empty() {
            let id = cut(&mut ids, b' ');
            let selector = concat(&["[id='", id, "']"]);
            let named = root.unchecked_ref::<web_sys::Document>().query_selector(&selector).ok().flatten();
            if let Some(text) = named.and_then(|element| element.text_content()) {
                label = concat(&[&label, " ", text.trim_ascii()]);
            }
        }
        let own = || self.0.get_attribute("aria-label");
        let label = Some(label).filter(|label| !label.is_empty()).or_else(own)?;
        let label = label.trim_ascii();
        (!label.is_empty()).then(|| label.to_owned())
    }

    /// Links in the page to the site's own posts, with their subject: children of the element, or of the div that represents it
    /// (`npm/register.js`).
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        let mut links = Vec::new();
        let div = self.0.closest("[data-sandbox-explorer]").ok().flatten();
        let place = div.as_ref().unwrap_or(&self.0);
        for about in ["project", "part"] {
            let name = concat(&["data-", about]);
            // Not those that a server has printed in the explorer itself.
            let selector = concat(&["a[", &name, "]:not(.se-place *)"]);
            let Ok(found) = place.query_selector_all(&selector) else { continue };
            for at in 0..found.length() {
                let Some(link) = found.get(at).and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
                    continue;
                };
                let slug = link.get_attribute(&name).unwrap_or_default();
                let (href, text) = (link.href(), link.text_content().unwrap_or_default());
                if check::address(&href).is_ok() {
                    links.push(Series { about, slug, href, text: text.trim_ascii().to_owned() });
                }
            }
        }
        links
    }
}

/// The element, its parent, and so on; from a shadow root on to its host.
fn ancestors(element: &Element) -> impl Iterator<Item = Element> + use<> {
    std::iter::successors(Some(element.clone()), outer)
}

fn outer(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root = element.get_root_node();
        root.dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host())
    })
}

/// The element and the elements it is painted on: from a slotted element on to the ancestors of its slot.
pub(super) fn around(element: &Element) -> impl Iterator<Item = Element> + use<> {
    let outer = |element: &Element| element.assigned_slot().map(Into::into).or_else(|| outer(element));
    std::iter::successors(Some(element.clone()), outer)
}

/// The publication date of the page, in its `article:published_time`.
#[must_use]
pub fn published() -> Option<String> {
    let meta = document().query_selector("meta[property=\"article:published_time\"]").ok()??;
    meta.get_attribute("content")
}
