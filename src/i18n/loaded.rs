//! Interface strings that the element loads after its first view, or before it on a page that shows their language. All other programs
//! contain them: components, tests, and whatever runs on a server.

use std::sync::OnceLock;

use super::lang::{CONTAINED, LOADED};
use super::{Lang, Messages, en};
use crate::LOADS_LANGUAGES;
use crate::data::packed::{self, CELL, TABLE};
use crate::text::cut;

static ALL: OnceLock<[Messages; LOADED.len()]> = OnceLock::new();

/// The strings of a language, if they are here.
pub(super) fn messages(lang: Lang) -> Option<&'static Messages> {
    let place = LOADED.iter().position(|&loaded| loaded == lang)?;
    if LOADS_LANGUAGES { ALL.get()?.get(place) } else { Some(CONTAINED[place]) }
}

/// For a program that contains them: they are here from now on.
pub fn here() {
    if LOADS_LANGUAGES {
        ALL.get_or_init(|| CONTAINED.map(|messages| *messages));
    }
}

/// Whether they are here.
pub fn are_here() -> bool {
    !LOADS_LANGUAGES || ALL.get().is_some()
}

/// Takes the languages from a text that [`print`] has printed. Returns the Chinese of the data in it; `None` if it is another text.
pub fn learn(text: &'static str) -> Option<&'static str> {
    let (chinese, languages) = packed::chinese(text)?;
    ALL.get_or_init(|| unpacked(languages));
    Some(chinese)
}

fn unpacked(mut text: &'static str) -> [Messages; LOADED.len()] {
    let mut all = [en::MESSAGES; LOADED.len()];
    for place in 0..all.len() {
        // Many strings are those of the language before.
        all[place] = all[place.saturating_sub(1)];
        all[place].take(cut(&mut text, TABLE));
    }
    all
}

/// The strings of the languages in a text, and as they are written.
#[must_use]
pub fn strings(text: &'static str) -> Option<[Vec<Vec<&'static str>>; 2]> {
    let (_, languages) = packed::chinese(text)?;
    let learned = unpacked(languages);
    Some(
        [learned.iter().collect(), CONTAINED.to_vec()]
            .map(|all: Vec<&Messages>| all.into_iter().map(Messages::strings).collect()),
    )
}

/// Adds the languages to the Chinese of the data: each as its strings, which are empty if they are those of the language before.
#[must_use]
pub fn print(chinese: &str) -> String {
    let mut text = chinese.to_owned();
    let mut before = &en::MESSAGES;
    for messages in CONTAINED {
        let strings = messages.strings().into_iter().zip(before.strings());
        let strings: Vec<&str> = strings.map(|(own, before)| if own == before { "" } else { own }).collect();
        text.push(char::from(TABLE));
        text += &strings.join(char::from(CELL).encode_utf8(&mut [0; 4]));
        before = messages;
    }
    text
}
