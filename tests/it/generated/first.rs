//! The first screen of the standalone page, for the time before its program is there: what every language sees at its top. The program
//! replaces it with the same.

use std::fmt::Write;

use sandbox_explorer::i18n::LANGUAGES;

#[allow(dead_code)]
#[path = "../../../src/bin/page/words.rs"]
mod words;

use words::Words;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn button(label: &str, is_pressed: bool, attributes: &str) -> String {
    format!("<button type=\"button\"{attributes} aria-pressed=\"{is_pressed}\">{}</button>", escaped(label))
}

/// A block for each language; the style shows that of the page.
pub(super) fn first() -> String {
    let mut printed = "    <div id=\"first\">\n".to_owned();
    for lang in LANGUAGES {
        let words = Words::of(lang);
        let languages = LANGUAGES
            .map(|other| button(Words::of(other).language, other == lang, &format!(" lang=\"{}\"", other.tag())));
        let themes = ["", "light", "dark"].map(|theme| button(words.theme(theme), theme.is_empty(), ""));
        let [title, lead] = [words.title, words.lead].map(escaped);
        let (tag, languages, themes) = (lang.tag(), languages.concat(), themes.concat());
        _ = writeln!(
            printed,
            "      <div lang=\"{tag}\">\n        <header class=\"page-bar\" inert><div class=\"choice\">{languages}</div><div class=\"choice\">{themes}</div></header>\n        \
             <main class=\"page\"><h1 class=\"title\">{title}</h1><p class=\"lead\">{lead}</p></main>\n      </div>"
        );
    }
    printed + "    </div>\n"
}
