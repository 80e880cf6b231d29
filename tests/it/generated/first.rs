//! The first screen of the standalone page, which is there before its program: bar, title and lead in every language.

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

/// The bar at the top for each language, which the program replaces; title and lead, which stay. The style shows those of the page.
pub(super) fn first() -> String {
    let mut printed = "    <div id=\"bar\">\n      <div id=\"first\">\n".to_owned();
    for lang in LANGUAGES {
        let words = Words::of(lang);
        let languages = LANGUAGES
            .map(|other| button(Words::of(other).language, other == lang, &format!(" lang=\"{}\"", other.tag())));
        let themes = ["", "light", "dark"].map(|theme| button(words.theme(theme), theme.is_empty(), ""));
        let (tag, languages, themes) = (lang.tag(), languages.concat(), themes.concat());
        _ = writeln!(
            printed,
            "        <header class=\"page-bar of\" lang=\"{tag}\" inert><div class=\"choice\">{languages}</div><div class=\"choice\">{themes}</div></header>"
        );
    }
    printed += "      </div>\n    </div>\n    <main class=\"page\">\n";
    for lang in LANGUAGES {
        let words = Words::of(lang);
        let (tag, title, lead) = (lang.tag(), escaped(words.title), escaped(words.lead));
        _ = writeln!(
            printed,
            "      <div class=\"of\" lang=\"{tag}\"><h1 class=\"title\">{title}</h1><p class=\"lead\">{lead}</p></div>"
        );
    }
    // Styles that title and lead do not wait for: a style sheet in the body holds back only what follows it.
    printed += "      <link rel=\"stylesheet\" href=\"embed/sandbox-explorer.css\">\n";
    for sheet in ["kit", "page_tools"] {
        _ = writeln!(printed, "      <link data-trunk rel=\"css\" href=\"style/{sheet}.css\">");
    }
    printed + "      <div id=\"content\"></div>\n    </main>\n    <div id=\"foot\"></div>\n"
}
