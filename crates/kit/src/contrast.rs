//! Whether the texts of the explorer can be read on a ground: the contrast ratios of WCAG 2.2 (success criterion 1.4.3), for the author's
//! colours and the defaults of the style sheet.

use csscolorparser::Color;
use sandbox_explorer::contract::{self, Token};

use crate::choice::Choice;

/// The ratio that texts need, of level AA.
const NEEDED: f64 = 4.5;

/// A page as the explorer sees it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ground {
    /// The colour behind.
    pub background: String,
    /// The colour of texts.
    pub ink: String,
    /// The fonts, as in CSS; empty is that of the page with the configurator.
    pub font: String,
}

impl Ground {
    /// Whether a value may be put into a style: one declaration, and nothing is loaded for it.
    #[must_use]
    pub fn is_usable(value: &str) -> bool {
        !value.contains([';', '{', '}', '<', '>', '\\']) && !value.to_ascii_lowercase().contains("url(")
    }
}

/// The contrast of one kind of text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Contrast {
    /// The token that paints it: `ink`, `accent` or `warn`.
    pub token: &'static str,
    /// The ratio, from 1 to 21; `None` if a colour is one that only the browser can compute.
    pub ratio: Option<f64>,
}

impl Contrast {
    /// Whether it is enough. What cannot be computed is not.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.ratio.is_some_and(|ratio| ratio >= NEEDED)
    }
}

/// The two grounds of the explorer itself, where its theme is not that of the page, and the texts on them: `style/tokens.css`.
const OWN: [[&str; 2]; 2] = [["#fff", "#1b1f24"], ["#0d1117", "#e8eaed"]];
/// How much of its colour secondary text has: `--se-soft`.
const SOFT: f32 = 0.76;

/// The contrast of texts, secondary texts, links and marks on the cards of an explorer on this ground.
#[must_use]
pub fn contrasts(choice: &Choice, ground: &Ground) -> Vec<(Contrast, bool)> {
    let page = colour(&ground.background, false).map(|behind| over(&behind, &WHITE));
    let is_page_dark = page.as_ref().is_some_and(|page| luminance(page) < 0.18);
    let is_dark = match choice.get("theme") {
        "dark" => true,
        "light" => false,
        _ => is_page_dark,
    };
    let [own_ground, own_ink] = OWN[usize::from(is_dark)];
    let (page, ink) =
        if is_dark == is_page_dark { (page, ground.ink.as_str()) } else { (colour(own_ground, is_dark), own_ink) };
    let on = |behind: Option<Color>, token: &str| match (behind, painted(choice, token, is_dark)) {
        (Some(behind), Painted::Colour(colour)) => Some(over(&colour, &behind)),
        (behind, Painted::Nothing) => behind,
        _ => None,
    };
    let card = on(on(page, "background"), "card");
    let text = |token: &'static str, instead: &str, share: f32| {
        let colour = match painted(choice, token, is_dark) {
            Painted::Colour(colour) => Some(colour),
            Painted::Nothing => colour(instead, is_dark),
            Painted::Unknown => None,
        };
        let ratio = card.as_ref().zip(colour).map(|(behind, mut colour)| {
            colour.a *= share;
            ratio(&over(&colour, behind), behind)
        });
        Contrast { token, ratio }
    };
    vec![
        (text("ink", ink, 1.0), false),
        (text("ink", ink, SOFT), true),
        (text("accent", "", 1.0), false),
        (text("warn", "", 1.0), false),
    ]
}

const WHITE: Color = Color { r: 1.0, g: 1.0, b: 1.0, a: 1.0 };

enum Painted {
    Colour(Color),
    /// Nothing, or the page's own.
    Nothing,
    /// Only a browser can tell.
    Unknown,
}

/// What a token paints: the author's value, else that of the style sheet.
fn painted(choice: &Choice, name: &str, is_dark: bool) -> Painted {
    let token: Option<Token> = contract::tokens().into_iter().find(|token| token.name == name);
    let value = match choice.get(name) {
        "" => token.and_then(|token| token.css).unwrap_or_default(),
        own => own,
    };
    match value {
        "" | "transparent" | "currentcolor" => Painted::Nothing,
        value => colour(value, is_dark).map_or(Painted::Unknown, Painted::Colour),
    }
}

/// The colour that a token has on light or dark grounds, as `#rrggbb`; `None` if it has none, or one that only the browser can compute.
#[must_use]
pub fn hex(choice: &Choice, token: &str, is_dark: bool) -> Option<String> {
    match painted(choice, token, is_dark) {
        Painted::Colour(colour) => Some(hash(&over(&colour, &WHITE))),
        _ => None,
    }
}

/// A colour in CSS as `#rrggbb`.
#[must_use]
pub fn plain_hex(text: &str) -> Option<String> {
    colour(text, false).map(|colour| hash(&over(&colour, &WHITE)))
}

fn hash(colour: &Color) -> String {
    let [r, g, b, _] = colour.to_rgba8();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The value of a token with another colour for light or for dark grounds; the other one stays.
#[must_use]
pub fn with_colour(choice: &Choice, token: &str, is_dark: bool, new: &str) -> String {
    let other = match choice.get(token) {
        // The one value is for both until there are two.
        "" => return new.to_owned(),
        _ => hex(choice, token, !is_dark).unwrap_or_else(|| new.to_owned()),
    };
    let (light, dark) = if is_dark { (other.as_str(), new) } else { (new, other.as_str()) };
    if light == dark { light.to_owned() } else { format!("light-dark({light}, {dark})") }
}

/// A colour of CSS; of `light-dark()` the one of the scheme.
fn colour(text: &str, is_dark: bool) -> Option<Color> {
    let text = text.trim();
    let Some(both) = text.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) else {
        return csscolorparser::parse(text).ok();
    };
    let mut depth = 0_i32;
    let comma = both.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    })?;
    let (light, dark) = (&both[..comma], &both[comma + 1..]);
    csscolorparser::parse(if is_dark { dark } else { light }.trim()).ok()
}

/// A translucent colour on an opaque one.
fn over(top: &Color, behind: &Color) -> Color {
    let mix = |top: f32, under: f32, share: f32| under + (top - under) * share;
    Color::new(mix(top.r, behind.r, top.a), mix(top.g, behind.g, top.a), mix(top.b, behind.b, top.a), 1.0)
}

/// The relative luminance, from 0 to 1.
fn luminance(colour: &Color) -> f64 {
    let linear = |part: f32| {
        let part = f64::from(part.clamp(0.0, 1.0));
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
}

fn ratio(one: &Color, other: &Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
