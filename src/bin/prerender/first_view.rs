//! The element with its first view in a declarative shadow root, and the fallback list as its content: browsers paint it before any
//! script, readers without styles or shadow roots get the list, and the live explorer takes over what was typed or ticked.

use sandbox_explorer::facet::{FACETS, Index, TABS};
use sandbox_explorer::text::escaped;
use sandbox_explorer::view;

use super::{Asked, style};

/// The style sheets, in the order of `style/index.css`, and those for this form only.
pub(super) const STYLE: &[(&str, &str)] = &[
    ("tokens.css", include_str!("../../../style/tokens.css")),
    ("explorer.css", include_str!("../../../style/explorer.css")),
    ("announce.css", include_str!("../../../style/announce.css")),
    ("search.css", include_str!("../../../style/search.css")),
    ("sort.css", include_str!("../../../style/sort.css")),
    ("tabs.css", include_str!("../../../style/tabs.css")),
    ("facets.css", include_str!("../../../style/facets.css")),
    ("since.css", include_str!("../../../style/since.css")),
    ("series.css", include_str!("../../../style/series.css")),
    ("chips.css", include_str!("../../../style/chips.css")),
    ("views.css", include_str!("../../../style/views.css")),
    ("share.css", include_str!("../../../style/share.css")),
    ("cards.css", include_str!("../../../style/cards.css")),
    ("card.css", include_str!("../../../style/card.css")),
    ("small.css", include_str!("../../../style/small.css")),
    ("monogram.css", include_str!("../../../style/monogram.css")),
    ("opener.css", include_str!("../../../style/opener.css")),
    ("life_line.css", include_str!("../../../style/life_line.css")),
    ("link.css", include_str!("../../../style/link.css")),
    ("highlight.css", include_str!("../../../style/highlight.css")),
    ("empty.css", include_str!("../../../style/empty.css")),
    ("later.css", include_str!("../../../style/later.css")),
    ("pick.css", include_str!("../../../style/pick.css")),
    ("print.css", include_str!("../../../style/print.css")),
    ("table.css", include_str!("../../../style/table.css")),
    ("timeline.css", include_str!("../../../style/timeline.css")),
    ("details.css", include_str!("../../../style/details.css")),
    ("step.css", include_str!("../../../style/step.css")),
    ("details_body.css", include_str!("../../../style/details_body.css")),
    ("sources.css", include_str!("../../../style/sources.css")),
    ("insights.css", include_str!("../../../style/insights.css")),
    ("bar.css", include_str!("../../../style/bar.css")),
    ("statements.css", include_str!("../../../style/statements.css")),
    ("picks.css", include_str!("../../../style/picks.css")),
    ("compare.css", include_str!("../../../style/compare.css")),
    ("actions.css", include_str!("../../../style/actions.css")),
    ("copy.css", include_str!("../../../style/copy.css")),
    ("similar.css", include_str!("../../../style/similar.css")),
    ("prerendered.css", include_str!("../../../style/prerendered.css")),
];

/// Prints the element.
pub(super) fn print(asked: &Asked) -> Result<String, String> {
    let view = view::first_view(asked.options.clone()).ok_or("there is no first view in a browser")?;
    let view = style::without_attributes(&view)?;
    let mut html = String::from("<sandbox-explorer");
    for (name, value) in &asked.set {
        html += &format!(" {name}=\"{}\"", escaped(value));
    }
    html += "><template shadowrootmode=\"open\"><style>";
    html += &style();
    html += &format!("</style><div part=\"root\">{view}</div></template>\n{}</sandbox-explorer>\n", asked.list());
    Ok(html)
}

/// The style of every first view. The same text for all, so that one hash allows it in a content security policy.
pub(super) fn style() -> String {
    let mut style = String::from(":host{display:block}:host([hidden]){display:none}\n");
    style.extend(STYLE.iter().map(|(_, text)| without_comments(text)));
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
