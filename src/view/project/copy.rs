//! Buttons that copy a text, with a line that says whether it worked. If the browser rejects it, the text is shown in a field,
//! selected.

use crate::dom::Element;
use crate::i18n::Late;
use crate::page;
use crate::view::live::button;

/// A text that can be copied.
pub(crate) struct Copy {
    /// The label of the button.
    pub(crate) label: &'static str,
    /// The message on success.
    pub(crate) done: &'static str,
    /// The text, created on demand.
    pub(crate) text: Box<dyn Fn() -> String>,
}

/// The buttons, the status line and the field.
pub(crate) fn copies(copies: Vec<Copy>, late: &'static Late) -> Vec<Element> {
    let status = Element::new("div", "se-copy-status").attr("aria-live", "polite");
    let field = Element::new("input", "se-copy-field")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("hidden", "")
        .attr("aria-label", late.copy_by_hand);
    let mut made = Vec::new();
    for Copy { label, done, text } in copies {
        let (status, field) = (status.clone(), field.clone());
        made.push(
            button("se-copy")
                .on_click(move || {
                    let text = text();
                    let (status, field) = (status.clone(), field.clone());
                    // Cleared first, so that the same message is announced again.
                    status.set_text("");
                    page::copy(&text.clone(), move |is_copied| {
                        status.set_text(if is_copied { done } else { late.copy_by_hand });
                        field.set_attr("hidden", is_copied.then_some(""));
                        field.set_value(&text);
                        if !is_copied {
                            field.select();
                        }
                    });
                })
                .text(label),
        );
    }
    made.extend([status, field]);
    made
}
