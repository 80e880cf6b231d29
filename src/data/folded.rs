//! The search text of a project that lower-casing alone does not give. Made once, by `build.rs` for the bundled catalog.

use super::limits::FOLDED;
use crate::model::{Project, Text};
use crate::text::{self, fold_char};

/// The folded words of a project that differ from their plain lower-case form, each once; mostly none.
#[must_use]
pub fn of(project: &Project) -> String {
    let mut words = Words::default();
    words.take(project.name);
    for texts in [project.former_names, project.languages, project.tags] {
        texts.iter().for_each(|text| words.take(text));
    }
    for texts in [&[project.summary], project.owner.as_slice(), project.features] {
        for Text { en, zh } in texts {
            words.take(en);
            words.take(zh);
        }
    }
    words.all
}

#[derive(Default)]
struct Words {
    all: String,
    /// The word that is being read.
    word: String,
    changed: bool,
    /// How many were looked for so far.
    count: usize,
}

impl Words {
    #[inline(never)]
    fn take(&mut self, text: &str) {
        for plain in text.chars() {
            let folded = fold_char(plain);
            // A word also ends at full-width punctuation: Chinese has no spaces, and a comma folded to ASCII is no news.
            let wide = matches!(plain, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}');
            if plain == '\u{a0}' || plain.is_ascii_whitespace() || (wide && !folded.is_ascii_alphanumeric()) {
                self.end();
            } else {
                self.changed |= plain.to_ascii_lowercase() != folded;
                self.word.push(folded);
            }
        }
        self.end();
    }

    fn end(&mut self) {
        // What is found at the beginning of a word that is known needs no second one.
        self.count += usize::from(self.changed);
        if self.changed && self.count <= FOLDED && text::find(&self.all, &self.word) < Some(text::Found::Prefix) {
            if !self.all.is_empty() {
                self.all.push(' ');
            }
            self.all.push_str(&self.word);
        }
        self.word.clear();
        self.changed = false;
    }
}
