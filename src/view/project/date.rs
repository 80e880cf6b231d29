//! The dates on a card.

use crate::dom::Element;
use crate::i18n::Lang;
use crate::model::Date;
use crate::text::concat;

/// An event, and the element of its date.
pub(super) fn blank_date(what: &str) -> [Element; 2] {
    let time = Element::new("time", "");
    [Element::new("span", "").text(&concat(&[what, " "])).child(time.clone()), time]
}

/// Sets a date, to the month: precise enough for a card; or none.
pub(super) fn set_date(time: &Element, date: Date, lang: Lang) {
    time.set_attr("datetime", (date.year > 0).then(|| date.iso()).as_deref());
    time.set_text(&lang.messages().date(Date { day: 0, ..date }));
}
