//! The browser.

mod arranged;
mod element;

pub use arranged::Arranged;
pub use element::{Element, Event, Listener};
use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MediaQueryList,
    MutationObserver, MutationObserverInit, Window,
};

use super::Scheme;
use crate::data::tree::Tree;
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
fn ancestors(element: &web_sys::Element) -> impl Iterator<Item = web_sys::Element> + use<> {
    std::iter::successors(Some(element.clone()), |element| {
        element.parent_element().or_else(|| {
            let root = element.get_root_node();
            root.dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host())
        })
    })
}

fn style(element: &web_sys::Element, property: &str) -> String {
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
        observer.observe(&element.0);
        Near { observer, _on_change: on_change }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// An element as HTML text; empty in a browser, which takes the element itself.
#[must_use]
pub fn html(_element: &Element) -> String {
    String::new()
}

/// Puts an element into a place that may hold what a server has rendered.
pub fn fill(place: &web_sys::Element, element: &Element) {
    place.set_text_content(None);
    _ = place.append_child(&element.0);
}

/// Starts a task on the page's own event loop.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Fetches a JSON file, parsed by the browser's own parser.
///
/// # Errors
/// One line that says what went wrong.
pub async fn fetch_tree(address: &str) -> Result<Tree, String> {
    let failed = |error: JsValue| {
        let why = error.dyn_into::<js_sys::Error>().map_or_else(|_| "failed".into(), |error| error.message());
        [address, ": ", &String::from(why)].concat()
    };
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(failed)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err([address, ": HTTP ", &response.status().to_string()].concat());
    }
    let json = JsFuture::from(response.json().map_err(failed)?).await.map_err(failed)?;
    Ok(tree(&json, DEPTH))
}

/// How deep lists and objects may lie in each other; a catalog needs eight. What lies deeper counts as absent.
const DEPTH: u8 = 16;

/// Takes a JavaScript value apart. By hand, because the same through `serde_wasm_bindgen` makes the program 15 kB larger.
fn tree(value: &JsValue, depth: u8) -> Tree {
    if let Some(text) = value.as_string() {
        return Tree::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Tree::Number(number);
    }
    if let Some(flag) = value.as_bool() {
        return Tree::Flag(flag);
    }
    if depth == 0 || !value.is_object() {
        return Tree::Null;
    }
    if let Some(items) = value.dyn_ref::<js_sys::Array>() {
        return Tree::List(items.iter().map(|item| tree(&item, depth - 1)).collect());
    }
    // Own enumerable keys only, so nothing of a prototype is ever read or written.
    let entries = js_sys::Object::entries(value.unchecked_ref());
    let entry = |entry: JsValue| {
        let entry: js_sys::Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth - 1))
    };
    Tree::Map(entries.iter().map(entry).collect())
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
