//! The element with its first view in a declarative shadow root, and the fallback list as its content: browsers paint it before any
//! script, readers without styles or shadow roots get the list, and the live explorer takes over what was typed or ticked.

use crate::component::without_style_attributes;
use crate::text::escaped;
use crate::view;

use super::Request;

/// Prints the element.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let view = view::first_view(request.options.clone()).ok_or("there is no first view in a browser")?;
    let view = without_style_attributes(&view);
    if view.contains(" style=\"") {
        return Err("the view has a style attribute without a rule".to_owned());
    }
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
    [":host{display:block}:host([hidden]){display:none}\n", crate::style()].concat()
}
