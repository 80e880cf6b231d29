//! The browser.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MediaQueryList, MutationObserver, MutationObserverInit, Node, Window,
};

use super::Scheme;
use crate::options::Theme;

fn window() -> Window {
    web_sys::window().unwrap_throw()
}

/// Whether things change here.
pub const IS_LIVE: bool = true;

/// The place in a page: the custom element, or the element that the component is mounted in.
#[derive(Clone, Debug)]
pub struct Host(pub HtmlElement);

impl Host {
    /// The place of a component in a page: its body.
    #[must_use]
    pub fn page() -> Host {
        let document = window().document().unwrap_throw();
        Host(document.body().unwrap_throw())
    }

    /// Language of the page here: the nearest `lang`, then the browser's.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        let here = ancestors(&self.0).find_map(|element| element.get_attribute("lang"));
        let here = here.filter(|tag| !tag.is_empty());
        here.or_else(|| window().navigator().language())
    }

    /// The colours to use here.
    ///
    /// A page says what it is in several ways, tried in this order: a theme attribute or class on `html` or `body`, as blog
    /// themes and Bootstrap set it; a decided `color-scheme`; what is painted behind us. Where it says none of it, the
    /// system decides; such a page is white unless its `color-scheme` lets the browser follow the system too.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let system = || dark_system().is_some_and(|query| query.matches());
        let page = self.page_is_dark();
        let dark = match theme {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::Auto => page.unwrap_or_else(system),
        };
        let shown = page.unwrap_or_else(|| style(&self.0, "color-scheme").contains("dark") && system());
        Scheme { color_scheme: if dark { "dark" } else { "light" }, own_colours: dark != shown }
    }

    fn page_is_dark(&self) -> Option<bool> {
        let document = window().document()?;
        let roots = [document.document_element(), document.body().map(Into::into)];
        for root in roots.into_iter().flatten() {
            for name in ["data-theme", "data-bs-theme", "data-color-scheme", "data-color-mode"] {
                match root.get_attribute(name).as_deref() {
                    Some("dark" | "night") => return Some(true),
                    Some("light" | "day") => return Some(false),
                    _ => {}
                }
            }
            let classes = root.class_list();
            if ["dark", "dark-mode", "theme-dark"].into_iter().any(|class| classes.contains(class)) {
                return Some(true);
            }
            if ["light", "light-mode", "theme-light"].into_iter().any(|class| classes.contains(class)) {
                return Some(false);
            }
        }
        match style(&self.0, "color-scheme").trim_end_matches(" only").trim_start_matches("only ") {
            "dark" => Some(true),
            "light" => Some(false),
            // Both: the browser has painted the page as the system says.
            both if both.contains("dark") => None,
            _ => self.painted_dark(),
        }
    }

    /// Whether what the page paints behind us is dark; `None`: it paints nothing.
    fn painted_dark(&self) -> Option<bool> {
        ancestors(&self.0).find_map(|element| is_dark(&style(&element, "background-color")))
    }
}

/// The element, its parent, and so on; out of a shadow root into its host.
fn ancestors(element: &Element) -> impl Iterator<Item = Element> + use<> {
    std::iter::successors(Some(element.clone()), |element| {
        element.parent_element().or_else(|| {
            let root = element.get_root_node();
            root.dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host())
        })
    })
}

fn style(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Whether a computed colour, `rgb(13, 17, 23)` or `rgba(…)`, is dark; `None` when it lets through more than half.
fn is_dark(color: &str) -> Option<bool> {
    let numbers = color.strip_prefix("rgb")?.trim_start_matches(['a', '(']).trim_end_matches(')');
    // Thousandths, read by hand: float parsing would cost more bytes than all of this file.
    let mut parts = numbers.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(thousandths);
    let (red, green, blue) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some_and(|alpha| alpha < 500) {
        return None;
    }
    Some(red * 299 + green * 587 + blue * 114 < 128_000_000)
}

fn thousandths(number: &str) -> u32 {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    let fraction = [fraction, "000"].concat();
    digits(whole) * 1000 + digits(&fraction[..3])
}

fn dark_system() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}

/// Listens for as long as it lives.
pub struct Watch {
    observer: Option<(MutationObserver, Closure<dyn FnMut()>)>,
    _listener: Option<EventListener>,
}

impl Watch {
    /// Calls back when the page or the system may have changed its colours or language.
    #[must_use]
    pub fn page(changed: impl Fn() + Clone + 'static) -> Watch {
        let on_mutation = Closure::<dyn FnMut()>::new(changed.clone());
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref()).unwrap_throw();
        let attributes = MutationObserverInit::new();
        attributes.set_attributes(true);
        let document = window().document().unwrap_throw();
        for root in [document.document_element(), document.body().map(Into::into)].into_iter().flatten() {
            _ = observer.observe_with_options(&root, &attributes);
        }
        let system = dark_system().map(|query| EventListener::new(&query, "change", move |_| changed()));
        Watch { observer: Some((observer, on_mutation)), _listener: system }
    }

    /// Calls back when the reader goes back or forward, or edits the fragment.
    #[must_use]
    pub fn fragment(changed: impl Fn() + 'static) -> Watch {
        let listener = EventListener::new(&window(), "popstate", move |_| changed());
        Watch { observer: None, _listener: Some(listener) }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
    }
}

/// The URL's fragment, with its `#`.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the URL's fragment and leaves the rest of the URL and the history's state alone. `new_entry`: as a step that the back
/// button undoes.
pub fn set_fragment(fragment: &str, new_entry: bool) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let separator = if fragment.is_empty() { "" } else { "#" };
    let url = [&path, separator, fragment].concat();
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or_default();
    // Refused in a sandboxed frame and when called too often; the explorer works without it.
    _ = if new_entry {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

/// Calls back once the next frame is on the screen.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let later = Closure::once_into_js(move || gloo::timers::callback::Timeout::new(0, callback).forget());
    _ = window().request_animation_frame(later.unchecked_ref());
}

/// Calls back once the page shows what was changed just now: updates land in a microtask.
pub fn after_update(callback: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, callback).forget();
}

/// Moves focus to the `n`-th button in `group` (the last one if there are fewer), or to `fallback` if there is none.
pub fn focus_button(group: &Element, n: u32, fallback: Option<&HtmlElement>) {
    let buttons = group.query_selector_all("button").ok();
    let button = buttons.and_then(|buttons| buttons.get(n.min(buttons.length().saturating_sub(1))));
    match button.and_then(|node: Node| node.dyn_into::<HtmlElement>().ok()) {
        Some(button) => _ = button.focus(),
        None => _ = fallback.map(HtmlElement::focus),
    }
}

/// Scrolls `element` into view inside its own scrolling box; the page stays where it is.
pub fn reveal(element: &HtmlElement) {
    let Some(scroller) = element.offset_parent().or_else(|| element.parent_element()) else { return };
    let (left, width) = (element.offset_left(), element.offset_width());
    let margin = 48;
    let (from, visible) = (scroller.scroll_left(), scroller.client_width());
    if left - margin < from {
        scroller.set_scroll_left(left - margin);
    } else if left + width + margin > from + visible {
        scroller.set_scroll_left(left + width + margin - visible);
    }
}

/// Opens a modal dialog, or closes it, if it is not so already.
pub fn show_modal(dialog: &HtmlDialogElement, open: bool) {
    if open == dialog.open() {
        return;
    }
    if open {
        _ = dialog.show_modal();
    } else {
        dialog.close();
    }
}

/// The value of an attribute of the event's target or of what it stands in, inside the listening element.
#[must_use]
pub fn attribute_at(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// Whether an event is of the very element that listens and not of one inside it.
#[must_use]
pub fn is_own_event(event: &Event) -> bool {
    event.target() == event.current_target()
}

/// Watches for an element to come near the visible part of the page, for as long as it lives.
pub struct Near {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array)>,
}

impl Near {
    /// Calls back each time the element comes within a screen or so.
    #[must_use]
    pub fn new(element: &Element, near: impl Fn() + 'static) -> Near {
        let on_change = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(is_near) {
                near();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("800px");
        let callback = on_change.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).unwrap_throw();
        observer.observe(element);
        Near { observer, _on_change: on_change }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Cards in a list: which exist, and which of them are visible.
pub struct Arranged {
    /// Numbers of the cards that the list was made with, in order, until their elements are looked up.
    first: Vec<u16>,
    /// The element of each card that exists.
    cards: Vec<Option<HtmlElement>>,
    /// Which cards the last filter showed.
    visible: Vec<bool>,
}

impl Arranged {
    /// A list that was made with these cards, all visible, out of so many.
    #[must_use]
    pub fn new(first: Vec<u16>, n_cards: usize) -> Arranged {
        Arranged { first, cards: vec![None; n_cards], visible: vec![false; n_cards] }
    }

    /// Shows exactly these cards in this order and hides the others. `make` adds a card that does not exist yet at the end of
    /// the list. Touches only what changes: hiding sets an attribute, and a card moves only when it stands in the wrong place.
    pub fn arrange(&mut self, list: &Element, shown: &[u16], mut make: impl FnMut(u16)) {
        let mut next = list.first_element_child();
        for number in std::mem::take(&mut self.first) {
            let card = next.map(JsCast::unchecked_into::<HtmlElement>);
            next = card.as_ref().and_then(|card| card.next_element_sibling());
            self.cards[usize::from(number)] = card;
            self.visible[usize::from(number)] = true;
        }
        let mut wanted = vec![false; self.cards.len()];
        shown.iter().for_each(|&number| wanted[usize::from(number)] = true);
        for (number, card) in self.cards.iter().enumerate() {
            if let (Some(card), false, true) = (card, wanted[number], self.visible[number]) {
                card.set_hidden(true);
            }
        }
        // Where the next card belongs; hidden ones in between are stepped over, not moved.
        let mut place = list.first_element_child();
        for &number in shown {
            let slot = &mut self.cards[usize::from(number)];
            if slot.is_none() {
                make(number);
                *slot = list.last_element_child().map(JsCast::unchecked_into);
            } else if let (Some(card), false) = (&slot, self.visible[usize::from(number)]) {
                card.set_hidden(false);
            }
            let Some(card) = slot else { continue };
            while let Some(other) = &place {
                let is_hidden = other.has_attribute("hidden");
                if !is_hidden || other.is_same_node(Some(card)) {
                    break;
                }
                place = other.next_element_sibling();
            }
            if place.as_ref().is_some_and(|other| other.is_same_node(Some(card))) {
                place = card.next_element_sibling();
            } else {
                _ = list.insert_before(card, place.as_deref());
            }
        }
        self.visible = wanted;
    }
}

/// Fetches and parses a JSON file with the browser's own parser.
///
/// # Errors
/// One line that says what went wrong.
pub async fn fetch_json(url: &str) -> Result<JsValue, String> {
    let wrong = |error: JsValue| js_sys::Error::from(error).message().into();
    let response = wasm_bindgen_futures::JsFuture::from(window().fetch_with_str(url)).await;
    let response: web_sys::Response = response.map_err(wrong)?.unchecked_into();
    if !response.ok() {
        return Err(format!("{url}: HTTP {}", response.status()));
    }
    let json = wasm_bindgen_futures::JsFuture::from(response.json().map_err(wrong)?);
    json.await.map_err(wrong)
}

/// The browser's language.
#[must_use]
pub fn language() -> Option<String> {
    window().navigator().language()
}

/// A parameter of the URL's query.
#[must_use]
pub fn search_param(key: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(key)
}

/// Sets a parameter of the URL's query, or removes it when the value is empty.
pub fn set_search_param(key: &str, value: &str) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let Ok(params) = web_sys::UrlSearchParams::new_with_str(&search) else { return };
    if value.is_empty() {
        params.delete(key);
    } else {
        params.set(key, value);
    }
    let search = String::from(params.to_string());
    let separator = if search.is_empty() { "" } else { "?" };
    let path = location.pathname().unwrap_or_default();
    let url = [&path, separator, &search, &fragment()].concat();
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&url));
    }
}

/// Sets an attribute of the page's root element.
pub fn set_root_attribute(name: &str, value: &str) {
    let root = window().document().and_then(|document| document.document_element());
    _ = root.map(|root| root.set_attribute(name, value));
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    _ = window().document().map(|document| document.set_title(title));
}

/// Copies a text to the clipboard, where the page may.
pub fn copy(text: &str) {
    _ = window().navigator().clipboard().write_text(text);
}

/// One line in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&["sandbox-explorer: ", line].concat()));
}
