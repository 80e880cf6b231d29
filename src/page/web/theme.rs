//! Dark mode: which colour scheme the page shows at a place, and whether its text is readable there.

use web_sys::{CssStyleDeclaration, Element, MediaQueryList};

use super::host::{Host, around};
use super::{document, roots, window};
use crate::options::Theme;
use crate::page::Scheme;
use crate::text::concat;

impl Host {
    /// The colours to use here.
    ///
    /// The painted background is the best evidence: if scripts, names and style sheets disagree about a page, it is what the reader sees.
    /// Without a background, a theme attribute or class on `html` or `body` decides, as set by blog themes and Bootstrap; then a
    /// `color-scheme` with one value; then the colour of the text, because the browser paints such a page by its `color-scheme`, in style
    /// or in `<meta>`, and chooses the text colour for it. If the page specifies none of these, the system decides.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let ink = style(&self.0).and_then(|style| lightness(&property(&style, "color"))).unwrap_or_default();
        let light_ink = ink >= HALF;
        // The scheme the page shows, the one it requests, if any, and whether its own text is readable here.
        let is_legible = |ground: &u32| ink.abs_diff(*ground) >= LEGIBLE;
        let (shown, wanted, readable) = match self.ground(is_legible) {
            Ground::Colour(ground) => {
                let readable = is_legible(&ground);
                let dark = if readable { ink > ground } else { ground < HALF };
                (dark, Some(dark), readable)
            }
            // The author who chose the picture has also chosen the text colour for it.
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

    /// The scheme of a `color-scheme` with only one value.
    fn decided_dark(&self) -> Option<bool> {
        match self.color_scheme().as_str() {
            "dark" | "dark only" | "only dark" => Some(true),
            "light" | "light only" | "only light" => Some(false),
            _ => None,
        }
    }

    /// Whether the page lets the browser paint it dark. The computed style does not include a `<meta>`.
    fn may_be_dark(&self) -> bool {
        holds(&self.color_scheme(), b"dark")
            || document().query_selector("meta[name=color-scheme]").is_ok_and(|meta| meta.is_some())
    }

    /// The background behind the element, from the nearest ancestor that paints one. Of several colours, one on which the text is readable,
    /// if there is one: a gradient may be only a few thin lines.
    fn ground(&self, is_legible: impl Fn(&u32) -> bool) -> Ground {
        for element in around(&self.0) {
            // Safari does not report the removal of a `style` attribute to observers, unless it has been read since a script has set a part
            // of it.
            _ = element.get_attribute("style");
            let Some(style) = style(&element) else { continue };
            // This clips the background to letters, so it is not a background.
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

/// The scheme in a theme attribute or class on `html` or `body`.
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

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Half way from black to white.
const HALF: u32 = 500;
/// Text is readable on a colour that differs by this lightness.
const LEGIBLE: u32 = 300;

/// The lightness of a computed colour, of a thousand: `rgb(13, 17, 23)`, `oklch(0.13 0.03 262)` as in Tailwind, or `color(srgb 0.05 0.07
/// 0.09)` as `color-mix()` returns; `None` if it is more than half transparent, or not a colour. Reading stops after the first colour.
fn lightness(color: &str) -> Option<u32> {
    // How much each of the three components adds to the lightness, and a thousandth of white. (Half is 0.6 in OKLab, and 54 in Lab.)
    let (weights, whole) = match color.as_bytes() {
        [b'r', b'g', b'b', ..] => ([299, 587, 114], 255_000),
        [b'o', b'k', b'l', ..] => ([5, 0, 0], 6),
        [b'l', b'a' | b'c', b'b' | b'h', ..] => ([1, 0, 0], 108),
        _ if color.starts_with("color(srgb ") => ([299, 587, 114], 1000),
        _ => return None,
    };
    // Thousandths, parsed by hand: float parsing would cost more bytes than this whole file.
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

pub(super) fn dark_system() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}
