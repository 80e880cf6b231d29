//! What is inside the tag: the list of the chosen projects, which readers see until the explorer has loaded, and links to the author's own
//! posts.

use sandbox_explorer::Lang;
use sandbox_explorer::facet::Index;
use sandbox_explorer::fallback;
use sandbox_explorer::{filter, query};

use crate::choice::Choice;
use crate::syntax::escaped;

/// How a host writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Inside {
    /// As HTML.
    Html,
    /// As HTML in MDX, JSX or a template: braces and the characters of Markdown are escaped.
    Template,
    /// As HTML in a file of this directory, which the post names.
    File(&'static str),
    /// Only the links, in the syntax of Leptos.
    Links,
    /// Not at all.
    Nothing,
}

/// How many projects a choice shows; `None` if they are those of a `src`.
#[must_use]
pub fn n_projects(choice: &Choice) -> Option<usize> {
    let index = Index::bundled();
    let scope = || filter::scope(index, &query::parse(index, choice.get("scope"))).len();
    choice.get("src").is_empty().then(scope)
}

/// The list and the links, without a line break at the end; empty if there are none.
pub(crate) fn inside(choice: &Choice, how: Inside, here: Lang) -> String {
    let (index, lang, scope) = (Index::bundled(), choice.lang(here), choice.get("scope"));
    let list = match how {
        // The projects of another catalog are not known here.
        _ if n_projects(choice).is_none_or(|n| n == 0) => String::new(),
        Inside::Html | Inside::File(_) => fallback::list(index, scope, lang),
        Inside::Template => fallback::list_in_template(index, scope, lang),
        Inside::Links | Inside::Nothing => String::new(),
    };
    let links = choice.links.iter().filter(|link| link.is_complete()).map(|link| {
        let text = match how {
            Inside::Links => format!("{{{:?}}}", link.text),
            Inside::Template => fallback::plain(&link.text),
            _ => escaped(&link.text),
        };
        let href = escaped(&link.href).replace('{', "%7B").replace('}', "%7D");
        let (about, slug) = (&link.about, escaped(&link.slug));
        format!("<a data-{about}=\"{slug}\" href=\"{href}\">{text}</a>")
    });
    let links: Vec<String> = links.collect();
    let links = match how {
        _ if links.is_empty() => String::new(),
        Inside::Nothing => String::new(),
        Inside::Links => links.join("\n"),
        _ => format!("<ul>\n  <li>{}</li>\n</ul>", links.join("</li>\n  <li>")),
    };
    [list.trim_end(), &links].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The name of the file with the list: `part-4-zh` for part 4 in Chinese.
pub(crate) fn name(choice: &Choice) -> String {
    let text = [choice.get("scope"), choice.get("lang")].join("-").to_ascii_lowercase();
    let plain: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut name = if choice.get("scope").is_empty() { ["all", &words.join("-")].join("-") } else { words.join("-") };
    name.truncate(60);
    name.trim_matches('-').to_owned()
}
