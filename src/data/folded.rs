//! The search text of a project that lower-casing alone does not give. Made once, by `build.rs` for the bundled catalog.

use crate::model::{Project, Text};
use crate::text::fold;

/// The folded words of a project that differ from their plain lower-case form, each once; mostly none.
#[must_use]
pub fn of(project: &Project) -> String {
    let mut words = Words(String::new());
    words.take(project.name);
    for texts in [project.former_names, project.languages, project.tags] {
        texts.iter().for_each(|text| words.take(text));
    }
    for Text { en, zh } in [project.summary].iter().chain(&project.owner).chain(project.features) {
        words.take(en);
        words.take(zh);
    }
    words.0
}

struct Words(String);

impl Words {
    fn take(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        let mut word = String::new();
        let mut changed = false;
        // Folding gives one character for each, so that the two can be walked together.
        for (plain, folded) in text.chars().zip(fold(text).chars()).chain([(' ', ' ')]) {
            // A word also ends at full-width punctuation: Chinese has no spaces, and a comma folded to ASCII is no news.
            let wide = matches!(plain, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}');
            if plain == '\u{a0}' || plain.is_ascii_whitespace() || (wide && !folded.is_ascii_alphanumeric()) {
                if changed && !self.0.split(' ').any(|known| known == word) {
                    if !self.0.is_empty() {
                        self.0.push(' ');
                    }
                    self.0.push_str(&word);
                }
                word.clear();
                changed = false;
            } else {
                changed |= plain.to_ascii_lowercase() != folded;
                word.push(folded);
            }
        }
    }
}
