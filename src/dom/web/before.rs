//! From the view that a server has printed to the live one: keeps what the reader has typed, ticked, opened, focused or scrolled before
//! the code arrived. Both have the same structure, so a path in one is a path in the other. (`npm/takeover.js` does the same for the
//! custom element, whose program does not contain this.)

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, NodeList};

use super::Element;
use crate::query;
use crate::text::concat;

thread_local! {
    static IS_HYDRATING: Cell<bool> = const { Cell::new(false) };
}

/// Whether what a server has printed is being taken over: then as much is rendered at once as on the server.
#[must_use]
pub fn is_hydrating() -> bool {
    IS_HYDRATING.get()
}

/// What scrolls in the explorer.
const SCROLLERS: &str = ".se-tabs, .se-options, .se-facets, .se-table";

/// What the reader has done.
#[derive(Default)]
pub struct Before {
    /// The filter that the reader has chosen, as a query string, if it is not that of the page.
    pub query: Option<String>,
    /// The id of the project whose details are open.
    pub open: Option<String>,
    focus: Option<Focus>,
    scrolled: Vec<(Vec<u32>, [i32; 2])>,
}

struct Focus {
    path: Vec<u32>,
    /// A selector of what it leads to, where another order may have moved it.
    aim: Option<String>,
    /// Of a text field: its text, and the selection in it.
    text: Option<(String, u32, u32)>,
}

impl Before {
    /// Reads it from the printed view in a place.
    #[must_use]
    pub fn read(place: &Element) -> Before {
        let place = &place.0;
        let open = place.query_selector(".se-details:popover-open").ok().flatten();
        let scrolled = all(place.query_selector_all(SCROLLERS)).filter_map(|element| {
            let by = [element.scroll_left(), element.scroll_top()];
            (by != [0, 0]).then(|| Some((path(place, &element)?, by)))?
        });
        Before {
            query: touched(place),
            open: open.and_then(|dialog| Some(dialog.id().get("se-".len()..)?.to_owned())),
            focus: focused(place),
            scrolled: scrolled.collect(),
        }
    }

    /// Fills the place with the live view, in one step.
    pub fn replace(self, place: &Element, make: impl FnOnce(&Before) -> Element) {
        IS_HYDRATING.set(true);
        let view = make(&self);
        IS_HYDRATING.set(false);
        place.0.replace_children_with_node_1(&view.0);
        for (path, by) in &self.scrolled {
            let element = at(&place.0, path);
            element.set_scroll_left(by[0]);
            element.set_scroll_top(by[1]);
        }
        if let Some(focus) = self.focus {
            focus.restore(&place.0);
        }
    }
}

impl Focus {
    fn restore(self, place: &web_sys::Element) {
        // A tab was a label with a radio button, and is a button now.
        let Ok(Some(mut found)) = at(place, &self.path).closest("button, input, select, a") else { return };
        if let Some(aim) = &self.aim
            && let Ok(false) = found.matches(aim)
            && let Ok(Some(other)) = place.query_selector(aim)
        {
            found = other;
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = found.unchecked_ref::<HtmlElement>().focus_with_options(&options);
        if let (Some((text, from, to)), Some(input)) = (self.text, found.dyn_ref::<HtmlInputElement>()) {
            // The live view will find this value, and leave the cursor alone.
            input.set_value(&text);
            _ = input.set_selection_range(from, to);
        }
    }
}

fn all(list: Result<NodeList, JsValue>) -> impl Iterator<Item = web_sys::Element> {
    let list = list.ok();
    let n = list.as_ref().map_or(0, NodeList::length);
    (0..n).filter_map(move |at| list.as_ref()?.get(at)?.dyn_into().ok())
}

/// The filter in the controls, as a query string, if one of them has been touched. Only those of a printed view have names
/// (`view/prerendered`).
fn touched(place: &web_sys::Element) -> Option<String> {
    let mut is_touched = false;
    let mut values: Vec<(String, String)> = Vec::new();
    for control in all(place.query_selector_all("[name]")) {
        let name = control.get_attribute("name").unwrap_or_default();
        let (value, was) = if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "checkbox" | "radio" => {
                    is_touched |= input.checked() != input.default_checked();
                    let value = if input.checked() { input.value() } else { String::new() };
                    (value.clone(), value)
                }
                _ => (input.value(), input.default_value()),
            }
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            let chosen = select.query_selector("[selected]").ok().flatten();
            let first = || select.query_selector("option").ok().flatten();
            let was = chosen.or_else(first).and_then(|option| option.get_attribute("value"));
            (select.value(), was.unwrap_or_default())
        } else {
            continue;
        };
        is_touched |= value != was;
        if !value.is_empty() {
            values.push((name, value));
        }
    }
    is_touched.then(|| query::of(values.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
}

/// The focus in the place, and the selection of a text field.
fn focused(place: &web_sys::Element) -> Option<Focus> {
    // Document and shadow root use the same name.
    let root = place.get_root_node();
    let active = root.unchecked_ref::<web_sys::Document>().active_element()?;
    let path = path(place, &active)?;
    let text = active.dyn_ref::<HtmlInputElement>().and_then(|input| {
        let from = input.selection_start().ok()??;
        Some((input.value(), from, input.selection_end().ok()??))
    });
    let aim = ["data-project", "href"].into_iter().find_map(|name| {
        let value = active.get_attribute(name)?;
        Some(concat(&["[", name, "=\"", &value, "\"]"]))
    });
    Some(Focus { path, aim, text })
}

/// The way from the place to an element in it: which child, and so on.
fn path(place: &web_sys::Element, element: &web_sys::Element) -> Option<Vec<u32>> {
    let mut path = Vec::new();
    let mut at = element.clone();
    while at != *place {
        let mut n = 0;
        let mut sibling = at.previous_element_sibling();
        while let Some(before) = sibling {
            n += 1;
            sibling = before.previous_element_sibling();
        }
        path.insert(0, n);
        at = at.parent_element()?;
    }
    Some(path)
}

/// The element at the end of a path, or the last one on it that is there.
fn at(place: &web_sys::Element, path: &[u32]) -> web_sys::Element {
    path.iter().fold(place.clone(), |at, &n| at.children().item(n).unwrap_or(at))
}
