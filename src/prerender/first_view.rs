//! The element with its first view in a declarative shadow root, and the fallback list as its content: browsers paint it before any
//! script, readers without styles or shadow roots get the list, and the live explorer takes over what was typed or ticked.

use crate::facet::{FACETS, Index, TABS};
use crate::text::escaped;
use crate::view;

use super::{Request, first_view_style as style};

/// The style sheets that `style/index.css` lists, in its order (`build.rs`), and the one for this form only.
const STYLE: [&str; 2] =
    [include_str!(concat!(env!("OUT_DIR"), "/style.css")), include_str!("../../style/prerendered.css")];

/// Prints the element.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let view = view::first_view(request.options.clone()).ok_or("there is no first view in a browser")?;
    let view = style::without_attributes(&view)?;
    let mut html = String::from("<sandbox-explorer");
    for (name, value) in &request.attributes {
        html += &format!(" {name}=\"{}\"", escaped(value));
    }
    html += "><template shadowrootmode=\"open\"><style>";
    html += &style();
    html += &format!("</style><div part=\"root\">{view}</div></template>\n{}</sandbox-explorer>\n", request.list());
    Ok(html)
}

/// The style of every first view. The same text for all, so that one hash allows it in a content security policy.
pub(super) fn style() -> String {
    let mut style = String::from(":host{display:block}:host([hidden]){display:none}\n");
    style.extend(STYLE.map(without_comments));
    style.extend(Index::bundled().values(TABS).iter().map(|category| only(&category.slug)));
    style + &style::rules()
}

/// When its radio button is checked, the tab of a category shows only its own projects, and only the batches that have some. The
/// property has no effect of its own; without a changed property, Safari would not restyle the content of the explorer.
fn only(category: &str) -> String {
    let name = FACETS[TABS].key;
    let chosen = format!(".se-explorer:has([name=\"{name}\"][value=\"{category}\"]:checked)");
    format!(
        "{chosen}{{--se-tab:{category}}}\n{chosen} :is([data-category],.se-batch):not([data-category=\"{category}\"],:has([data-category=\"{category}\"])){{display:none}}\n"
    )
}

/// A style sheet without comments and indentation.
fn without_comments(text: &str) -> String {
    let mut short = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        short += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    short += rest;
    short.lines().map(str::trim_start).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
