//! The place in a page, and what the page looks like there.

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, HtmlAnchorElement, HtmlElement, MediaQueryList};

use super::{document, roots, window};
use crate::browser::{Scheme, Series};
use crate::data::check;
use crate::options::Theme;
use crate::text::{concat, cut};

/// The place in a page: the custom element, or the element that the component is mounted in.
#[derive(Clone, Debug)]
pub struct Host(pub HtmlElement);

impl Host {
    /// The place of a component that the page holds.
    #[must_use]
    pub fn of(place: &HtmlElement) -> Host {
        Host(place.clone())
    }

    /// A place that is not known yet: the page's body.
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

    /// Links of the page to its own posts that say what they are about: children of ours, or of the div that stands for us
    /// (`npm/register.js`).
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        let mut links = Vec::new();
        let div = self.0.closest("[data-sandbox-explorer]").ok().flatten();
        let place = div.as_ref().unwrap_or(&self.0);
        for about in ["project", "part"] {
            let name = concat(&["data-", about]);
            let Ok(found) = place.query_selector_all(&concat(&["a[", &name, "]"])) else { continue };
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
    /// What is painted behind us is the best evidence, and of two scripts, names and style sheets that disagree about a page it is the
    /// one that the reader sees. Where nothing is painted, a theme attribute or class on `html` or `body` says what the page is, as blog
    /// themes and Bootstrap set it, then a decided `color-scheme`, then the colour of the text: the browser paints such a page by its
    /// `color-scheme`, of style or of `<meta>`, and gives the text the colour for it. Where the page says none of it, the system decides.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let ink = style(&self.0).and_then(|style| lightness(&property(&style, "color"))).unwrap_or_default();
        let light_ink = ink >= HALF;
        // What the page shows, what it wants if it says so, and whether its own text can be read here.
        let is_legible = |ground: &u32| ink.abs_diff(*ground) >= LEGIBLE;
        let (shown, wanted, readable) = match self.ground(is_legible) {
            Ground::Colour(ground) => {
                let readable = is_legible(&ground);
                let dark = if readable { ink > ground } else { ground < HALF };
                (dark, Some(dark), readable)
            }
            // Whoever chose the picture has chosen the text for it.
            Ground::Picture => (light_ink, Some(light_ink), true),
            Ground::Nothing => {
                let named = named_dark();
                let follows = || (light_ink || self.may_be_dark()).then_some(light_ink);
                (named.unwrap_or(light_ink), named.or_else(|| self.decided_dark()).or_else(follows), true)
            }
        };
        let dark = match theme {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::Auto => wanted.unwrap_or_else(|| dark_system().is_some_and(|query| query.matches())),
        };
        Scheme { color_scheme: if dark { "dark" } else { "light" }, own_colours: dark != shown, own_ink: !readable }
    }

    fn color_scheme(&self) -> String {
        style(&self.0).map(|style| property(&style, "color-scheme")).unwrap_or_default()
    }

    /// What a `color-scheme` that leaves no choice says.
    fn decided_dark(&self) -> Option<bool> {
        match self.color_scheme().as_str() {
            "dark" | "dark only" | "only dark" => Some(true),
            "light" | "light only" | "only light" => Some(false),
            _ => None,
        }
    }

    /// Whether the page has left it to the browser to paint it dark. Of a `<meta>` the computed style says nothing.
    fn may_be_dark(&self) -> bool {
        holds(&self.color_scheme(), b"dark")
            || document().query_selector("meta[name=color-scheme]").is_ok_and(|meta| meta.is_some())
    }

    /// What is painted behind us, by the nearest that paints. Of several colours it is one on which the text can be read, if there is one:
    /// a gradient may be a few thin lines.
    fn ground(&self, is_legible: impl Fn(&u32) -> bool) -> Ground {
        for element in around(&self.0) {
            // Safari tells no observer of a `style` that is removed, unless somebody has read it since a script has set a part of it.
            _ = element.get_attribute("style");
            let Some(style) = style(&element) else { continue };
            // That one paints letters and no ground.
            if holds(&property(&style, "background-clip"), b"text") {
                continue;
            }
            let image = property(&style, "background-image");
            if holds(&image, b"url(") {
                return Ground::Picture;
            }
            let all = concat(&[&image, &property(&style, "background-color")]);
            let colours = || (0..all.len()).filter_map(|at| all.get(at..).and_then(lightness));
            if let Some(colour) = colours().find(&is_legible).or_else(|| colours().next()) {
                return Ground::Colour(colour);
            }
        }
        Ground::Nothing
    }
}

fn holds(text: &str, part: &[u8; 4]) -> bool {
    text.as_bytes().windows(4).any(|four| four == part)
}

enum Ground {
    /// A colour, by its lightness.
    Colour(u32),
    Picture,
    Nothing,
}

/// What a theme attribute or class on `html` or `body` says.
fn named_dark() -> Option<bool> {
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
    None
}

/// The element, its parent, and so on; out of a shadow root into its host.
fn ancestors(element: &Element) -> impl Iterator<Item = Element> + use<> {
    std::iter::successors(Some(element.clone()), outer)
}

fn outer(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root = element.get_root_node();
        root.dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host())
    })
}

/// The element and what it is painted on: where it stands in a slot, what is around the slot.
pub(super) fn around(element: &Element) -> impl Iterator<Item = Element> + use<> {
    let outer = |element: &Element| element.assigned_slot().map(Into::into).or_else(|| outer(element));
    std::iter::successors(Some(element.clone()), outer)
}

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Half way from black to white.
const HALF: u32 = 500;
/// Text can be read on what is this much darker or lighter.
const LEGIBLE: u32 = 300;

/// How light a computed colour is, of a thousand: `rgb(13, 17, 23)`, `oklch(0.13 0.03 262)`, as Tailwind's colours are, or `color(srgb 0.05
/// 0.07 0.09)`, as what `color-mix()` gives; `None` when it lets through more than half, and of what is no colour. What follows the colour
/// is not read.
fn lightness(color: &str) -> Option<u32> {
    // How light each of its three parts makes it, and a thousandth of white. (Half way is 0.6 in OKLab, and 54 in Lab.)
    let (weights, whole) = match color.as_bytes() {
        [b'r', b'g', b'b', ..] => ([299, 587, 114], 255_000),
        [b'o', b'k', b'l', ..] => ([5, 0, 0], 6),
        [b'l', b'a' | b'c', b'b' | b'h', ..] => ([1, 0, 0], 108),
        _ if color.starts_with("color(srgb ") => ([299, 587, 114], 1000),
        _ => return None,
    };
    // Thousandths, read by hand: float parsing would cost more bytes than all of this file.
    let mut parts = [0_u32; 4];
    let (mut n_parts, mut in_number, mut unit) = (0, false, None);
    for byte in color.bytes().take_while(|byte| *byte != b')') {
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
    is_painted.then_some(light / whole)
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
