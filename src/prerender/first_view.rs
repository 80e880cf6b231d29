//! The element with its first view in a declarative shadow root, and the fallback list as its content: browsers paint it before any
//! script, readers without styles or shadow roots get the list, and the live explorer takes over what was typed or ticked.

use crate::component::style::style_of;
use crate::component::without_style_attributes;
use crate::facet::Index;
use crate::text::escaped;
use crate::view;

use super::Request;

/// Prints the element.
pub(super) fn print(request: &Request) -> Result<String, String> {
    if !request.is_bundled() && !request.attributes.iter().any(|(name, value)| name == "src" && !value.is_empty()) {
        return Err("src: the element needs the address at which its page finds the catalog".to_owned());
    }
    let index = request.index;
    let view = view::first_view(request.options.clone(), index).ok_or("there is no first view in a browser")?;
    let view = without_style_attributes(&view, index);
    if view.contains(" style=\"") {
        return Err("the view has a style attribute without a rule".to_owned());
    }
    let mut html = String::from("<sandbox-explorer");
    for (name, value) in &request.attributes {
        html += &format!(" {name}=\"{}\"", escaped(value));
    }
    html += "><template shadowrootmode=\"open\"><style>";
    html += &style(index);
    html += &format!("</style><div part=\"root\">{view}</div></template>\n{}</sandbox-explorer>\n", request.list());
    Ok(html)
}

/// The style of every first view of a catalog. The same text for all, so that one hash allows it in a content security policy.
pub(super) fn style(index: &Index) -> String {
    [":host{display:block}:host([hidden]){display:none}\n", &style_of(index)].concat()
}
