//! A bar of a chart, or a cell of a table: a button with a number and its drawing. In a prerendered view it does nothing, and is not a button.

use crate::dom::Element;
use crate::state::State;
use crate::text::{concat, decimal, tenths};
use crate::view::live::button;

/// A button with a number, drawn as a bar below it or as a shade behind it.
pub(crate) struct Bar {
    /// The element in the page.
    pub(crate) button: Element,
    number: Element,
    drawing: Element,
    /// Its accessible name, where the visible text is only the number.
    name: Option<String>,
    /// The attribute for its on/off state.
    switch: &'static str,
    is_prerendered: bool,
    /// Number, maximum and state as last drawn.
    drawn: Option<(u32, u32, bool)>,
}

impl Bar {
    /// A bar of a list, with its name next to the number.
    pub(crate) fn new(state: State, name: &str, switch: &'static str) -> Bar {
        let drawing = Element::svg("rect", "se-bar-length").attr("height", "100%");
        let number = Element::new("span", "se-count");
        let button = control(state, "se-insight-bar")
            .child(Element::new("span", "se-bar-name").text(name))
            .text(" ")
            .child(number.clone())
            .child(svg("se-bar-line").child(drawing.clone()));
        Bar { button, number, drawing, name: None, switch, is_prerendered: state.is_prerendered(), drawn: None }
    }

    /// A cell of a table. Sums are not shaded: next to them, all other cells would look pale.
    pub(crate) fn cell(state: State, name: String, is_sum: bool) -> Bar {
        let drawing = Element::svg("rect", "").attr("width", "100%").attr("height", "100%");
        let number = Element::new("span", "se-cell-number");
        let mut button = control(state, "se-cell");
        if !is_sum {
            button = button.child(svg("se-cell-shade").child(drawing.clone()));
        }
        let button = button.child(number.clone());
        let switch = "aria-pressed";
        Bar { button, number, drawing, name: Some(name), switch, is_prerendered: state.is_prerendered(), drawn: None }
    }

    /// With a click listener.
    pub(crate) fn on_click(self, handler: impl FnMut() + 'static) -> Bar {
        Bar { button: self.button.on_click(handler), ..self }
    }

    /// Updates what has changed.
    pub(crate) fn draw(&mut self, n: u32, most: u32, on: bool) {
        let drawn = Some((n, most, on));
        if self.drawn == drawn {
            return;
        }
        self.drawn = drawn;
        let digits = decimal(n);
        self.number.set_text(&digits);
        let share = |of: u32| n * of / most.max(1);
        if let Some(name) = &self.name {
            if !self.is_prerendered {
                self.button.set_attr("aria-label", Some(&concat(&[name, ": ", &digits])));
            }
            self.drawing.set_attr("opacity", Some(&tenths(share(10))));
        } else {
            self.drawing.set_attr("width", Some(&concat(&[&decimal(share(100)), "%"])));
        }
        let is_empty = (n == 0 && !on).then_some("");
        if self.is_prerendered {
            // For styling.
            self.button.set_attr("data-empty", is_empty);
            self.button.set_attr("data-on", on.then_some(""));
            return;
        }
        self.button.set_attr(self.switch, Some(if on { "true" } else { "false" }));
        self.button.set_attr("disabled", is_empty);
    }
}

fn control(state: State, class: &str) -> Element {
    if state.is_prerendered() { Element::new("div", class) } else { button(class) }
}

/// Decorative: the number is next to it as text.
fn svg(class: &str) -> Element {
    Element::svg("svg", class).attr("aria-hidden", "true").attr("width", "100%").attr("height", "100%")
}
