//! The state of the configurator as text, for the address of its page: host, choice, and how the preview is shown. Only what differs from
//! the start is in it.

use sandbox_explorer::query::{decode, of};

use crate::choice::Choice;
use crate::contrast::Ground;
use crate::host::Host;
use crate::hosts::HOSTS;

/// The widths of the preview in CSS pixels; 0 is all that there is.
pub const WIDTHS: [u32; 3] = [0, 320, 768];

/// What the preview is painted on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Backdrop {
    /// A light page.
    #[default]
    Light,
    /// A dark page.
    Dark,
    /// The author's.
    Own,
}

impl Backdrop {
    /// All, in display order.
    pub const ALL: [Backdrop; 3] = [Backdrop::Light, Backdrop::Dark, Backdrop::Own];

    /// Its name in addresses; never renamed.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Backdrop::Light => "light",
            Backdrop::Dark => "dark",
            Backdrop::Own => "own",
        }
    }
}

/// Everything that the configurator is told.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// The host.
    pub host: &'static Host,
    /// The options of the element.
    pub choice: Choice,
    /// The width of the preview, one of [`WIDTHS`].
    pub width: u32,
    /// What it is painted on.
    pub backdrop: Backdrop,
    /// The author's ground.
    pub ground: Ground,
}

impl Default for State {
    fn default() -> State {
        let ground = Ground { background: "#fdf6e3".to_owned(), ink: "#33302a".to_owned(), font: String::new() };
        State { host: &HOSTS[0], choice: Choice::default(), width: 0, backdrop: Backdrop::default(), ground }
    }
}

/// The keys that are no options.
const HOST: &str = "host";
const WIDTH: &str = "width";
const BACKDROP: &str = "ground";
const GROUND: [&str; 3] = ["ground-background", "ground-ink", "ground-font"];

impl State {
    /// The ground of the preview.
    #[must_use]
    pub fn shown_ground(&self) -> Ground {
        let of = |background: &str, ink: &str| Ground {
            background: background.to_owned(),
            ink: ink.to_owned(),
            font: String::new(),
        };
        match self.backdrop {
            Backdrop::Light => of("#ffffff", "#1b1f24"),
            Backdrop::Dark => of("#0d1117", "#e8eaed"),
            Backdrop::Own => self.ground.clone(),
        }
    }

    /// Reads a state. Unknown keys and values are ignored, because an address may come from another version.
    #[must_use]
    pub fn parse(text: &str) -> State {
        let mut state = State::default();
        for pair in text.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            let ground = [&mut state.ground.background, &mut state.ground.ink, &mut state.ground.font];
            match name {
                HOST => state.host = crate::host(&value).unwrap_or(state.host),
                WIDTH => state.width = value.parse().ok().filter(|width| WIDTHS.contains(width)).unwrap_or(0),
                BACKDROP => {
                    let known = Backdrop::ALL.into_iter().find(|backdrop| backdrop.slug() == value);
                    state.backdrop = known.unwrap_or_default();
                }
                _ => match GROUND.iter().position(|known| *known == name) {
                    Some(at) if Ground::is_usable(&value) => {
                        ground.into_iter().nth(at).into_iter().for_each(|it| *it = value.clone())
                    }
                    Some(_) => {}
                    None => _ = state.choice.set(name, &value),
                },
            }
        }
        state
    }

    /// Writes the state; empty for that of the start. `parse` of it is an equal state.
    #[must_use]
    pub fn print(&self) -> String {
        let start = State::default();
        let width = self.width.to_string();
        let mut values: Vec<(&str, String)> = Vec::new();
        for (name, value, before) in [
            (HOST, self.host.slug, start.host.slug),
            (WIDTH, &width, "0"),
            (BACKDROP, self.backdrop.slug(), start.backdrop.slug()),
            (GROUND[0], &self.ground.background, &start.ground.background),
            (GROUND[1], &self.ground.ink, &start.ground.ink),
            (GROUND[2], &self.ground.font, &start.ground.font),
        ] {
            if value != before {
                values.push((name, value.to_owned()));
            }
        }
        values.extend(self.choice.values());
        of(values.iter().map(|(name, value)| (*name, value.as_str())))
    }
}
