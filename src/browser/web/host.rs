//! The place in a page, and what the page looks like there.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MediaQueryList};

use super::{document, roots, window};
use crate::browser::{Scheme, Series};
use crate::data::check;
use crate::options::Theme;
use crate::text::{concat, cut};

/// The place in a page: the custom element, or the element that the component is mounted in.
#[derive(Clone, Debug)]
pub struct Host(pub HtmlElement);

impl Host {
    /// The place of a component in a page: its body.
    #[must_use]
    pub fn page() -> Host {
        Host(document().body().expect("a page with a body"))
    }

    /// Language of the page here: the nearest `lang`, then the browser's.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        let here = ancestors(&self.0).find_map(|element| element.get_attribute("lang"));
        let here = here.filter(|tag| !tag.is_empty());
        here.or_else(|| window().navigator().language())
    }

    /// The name that the page has given the element, by itself or by what stands elsewhere in the page.
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

    /// Links of the page to its own posts: children of ours that say what they are about.
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        let mut links = Vec::new();
        for about in ["project", "part"] {
            let name = concat(&["data-", about]);
            let Ok(found) = self.0.query_selector_all(&concat(&["a[", &name, "]"])) else { continue };
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

    /// The colours to use here.
    ///
    /// A page says what it is in several ways, tried in this order: a theme attribute or class on `html` or `body`, as blog
    /// themes and Bootstrap set it; a decided `color-scheme`; what is painted behind us. Where it says none of it, the
    /// system decides; such a page is white unless its `color-scheme` lets the browser follow the system too.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let system = || dark_system().is_some_and(|query| query.matches());
        let page = self.page_is_dark();
        let dark = match theme {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::Auto => page.unwrap_or_else(system),
        };
        let shown = page.unwrap_or_else(|| may_be_dark(&style(&self.0, "color-scheme")) && system());
        Scheme { color_scheme: if dark { "dark" } else { "light" }, own_colours: dark != shown }
    }

    fn page_is_dark(&self) -> Option<bool> {
        for root in roots() {
            for name in ["data-theme", "data-bs-theme", "data-color-scheme", "data-color-mode"] {
                match root.get_attribute(name).as_deref() {
                    Some("dark" | "night") => return Some(true),
                    Some("light" | "day") => return Some(false),
                    _ => {}
                }
            }
            let classes = root.class_list();
            if ["dark", "dark-mode", "theme-dark"].into_iter().any(|class| classes.contains(class)) {
                return Some(true);
            }
            if ["light", "light-mode", "theme-light"].into_iter().any(|class| classes.contains(class)) {
                return Some(false);
            }
        }
        match style(&self.0, "color-scheme").as_str() {
            "dark" | "dark only" | "only dark" => Some(true),
            "light" | "light only" | "only light" => Some(false),
            // Both: the browser has painted the page as the system says.
            both if may_be_dark(both) => None,
            _ => self.painted_dark(),
        }
    }

    /// Whether what the page paints behind us is dark; `None`: it paints nothing.
    fn painted_dark(&self) -> Option<bool> {
        ancestors(&self.0).find_map(|element| is_dark(&style(&element, "background-color")))
    }
}

/// The element, its parent, and so on; out of a shadow root into its host.
fn ancestors(element: &Element) -> impl Iterator<Item = Element> + use<> {
    std::iter::successors(Some(element.clone()), |element| {
        element.parent_element().or_else(|| {
            let root = element.get_root_node();
            root.dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host())
        })
    })
}

fn style(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Whether a computed `color-scheme` allows dark.
fn may_be_dark(color_scheme: &str) -> bool {
    color_scheme.as_bytes().windows(4).any(|part| part == b"dark")
}

/// Whether a computed colour is dark: `rgb(13, 17, 23)`, `oklch(0.13 0.03 262)`, as Tailwind's colours are, or `color(srgb 0.05 0.07 0.09)`,
/// as what `color-mix()` gives; `None` when it lets through more than half.
fn is_dark(color: &str) -> Option<bool> {
    // How light each of its three parts makes it, and how light is half.
    let (weights, half) = match color.as_bytes() {
        [b'r', ..] => ([299, 587, 114], 128_000_000),
        [b'o', ..] => ([1, 0, 0], 600),
        [b'l', ..] => ([1, 0, 0], 54_000),
        _ if color.starts_with("color(srgb ") => ([299, 587, 114], 500_000),
        _ => return None,
    };
    // Thousandths, read by hand: float parsing would cost more bytes than all of this file.
    let mut parts = [0_u32; 4];
    let (mut n_parts, mut in_number, mut unit) = (0, false, None);
    for byte in color.bytes() {
        let is_digit = byte.is_ascii_digit();
        if is_digit && !in_number {
            (in_number, unit) = (true, None);
            n_parts += 1;
        }
        match (byte, &mut unit) {
            (b'.', _) => unit = Some(100),
            _ if !is_digit => in_number = false,
            (_, unit) => {
                let digit = u32::from(byte - b'0');
                let part = parts.get_mut(n_parts - 1)?;
                match unit {
                    Some(unit) => {
                        *part += digit * *unit;
                        *unit /= 10;
                    }
                    None => *part = *part * 10 + digit * 1000,
                }
            }
        }
    }
    let is_painted = n_parts == 3 || (n_parts == 4 && parts[3] >= 500);
    let light: u32 = (0..3).map(|at| parts[at] * weights[at]).sum();
    is_painted.then_some(light < half)
}

/// When the page says that it was published, in its `article:published_time`.
#[must_use]
pub fn published() -> Option<String> {
    let meta = document().query_selector("meta[property=\"article:published_time\"]").ok()??;
    meta.get_attribute("content")
}

pub(super) fn dark_system() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}
