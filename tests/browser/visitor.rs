//! A visitor of a page with an explorer: finds things by role and name, clicks, types, and presses keys.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Promise, Reflect};
use sandbox_explorer::view::later;
use sandbox_explorer::{data, i18n, reader, state};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

use crate::element::Handle;

#[wasm_bindgen(module = "/npm/details.js")]
extern "C" {
    /// What the data of each event are made of.
    #[wasm_bindgen(thread_local_v2)]
    static DETAILS: JsValue;
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Calls a piece of JavaScript with arguments `a` and `b`.
pub fn js(body: &str, a: &JsValue, b: &JsValue) -> JsValue {
    Function::new_with_args("a, b", body).call2(&JsValue::UNDEFINED, a, b).unwrap()
}

/// Waits for a promise returned by a piece of JavaScript.
pub async fn js_wait(body: &str, a: &JsValue) -> JsValue {
    JsFuture::from(js(body, a, &JsValue::UNDEFINED).unchecked_into::<Promise>()).await.unwrap()
}

/// Waits until changes have been painted, and callbacks after the paint have run.
pub async fn settle() {
    let frames = "const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                  return frame().then(frame);";
    js_wait(frames, &JsValue::UNDEFINED).await;
}

/// The accessible name of an element, with single spaces.
pub fn name(element: &Element) -> String {
    let text = element.get_attribute("aria-label").or_else(|| element.text_content()).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An explorer in an element of the page's body, and its visitor. Both are removed when this is dropped.
pub struct Visitor {
    pub place: HtmlElement,
    pub mounted: Option<Rc<Handle>>,
    live: Rc<RefCell<Weak<Handle>>>,
    events: Rc<RefCell<Vec<String>>>,
    _emit: Closure<dyn FnMut(String, JsValue)>,
}

impl Visitor {
    /// Opens a page with an explorer that has these attributes, and waits until everything is rendered.
    pub async fn comes(attributes: &[(&str, &str)]) -> Visitor {
        let visitor = Visitor::comes_early(attributes);
        settle().await;
        visitor
    }

    /// Like [`comes`](Visitor::comes), but before the first paint.
    pub fn comes_early(attributes: &[(&str, &str)]) -> Visitor {
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&place).unwrap();
        let mut visitor = Visitor::beside(place);
        visitor.mount(attributes);
        visitor
    }

    /// A visitor for an element that something else is mounted in.
    pub fn beside(place: HtmlElement) -> Visitor {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let live = Rc::new(RefCell::new(Weak::<Handle>::new()));
        let asked = live.clone();
        let emit = Closure::new(move |name: String, value: JsValue| {
            let event = name.trim_start_matches('?');
            let make = DETAILS.with(|details| Reflect::get(details, &event.into()).unwrap());
            let detail = make.dyn_ref::<Function>().map(|make| make.call1(&JsValue::UNDEFINED, &value).unwrap());
            let detail = detail.map(|detail| js_sys::JSON::stringify(&detail).unwrap().into());
            heard.borrow_mut().push(format!("{event} {}", detail.unwrap_or(String::new())));
            // This page refuses nothing.
            if event != name {
                let asked = asked.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let live = asked.borrow().upgrade();
                    live.inspect(|live| live.answer());
                });
            }
        });
        Visitor { place, mounted: None, live, events, _emit: emit }
    }

    /// Mounts an explorer, whose program has learned the languages.
    pub fn mount(&mut self, attributes: &[(&str, &str)]) {
        if !i18n::are_here() {
            state::learn(i18n::print(data::CHINESE));
        }
        let attributes: Vec<String> =
            attributes.iter().flat_map(|(name, value)| [(*name).to_owned(), (*value).to_owned()]).collect();
        let emit: Function = self._emit.as_ref().unchecked_ref::<Function>().clone();
        let handle = Rc::new(Handle::new(
            self.place.clone(),
            self.place.clone(),
            &attributes,
            emit,
            reader::here(),
            later::here,
        ));
        self.live.replace(Rc::downgrade(&handle));
        self.mounted = Some(handle);
    }

    /// The explorer, for calls from JavaScript.
    pub fn explorer(&self) -> &Handle {
        self.mounted.as_ref().unwrap()
    }

    /// Sets an attribute and waits.
    pub async fn set(&self, name: &str, value: Option<&str>) {
        self.explorer().set(name, value.map(str::to_owned));
        settle().await;
    }

    /// The events so far: name, and detail as JSON.
    pub fn events(&self) -> Vec<String> {
        self.events.borrow().clone()
    }

    /// The filter in the last event; empty before anything has changed.
    pub fn query(&self) -> String {
        let events = self.events.borrow();
        let told = events.iter().rev().find_map(|event| event.strip_prefix("change "));
        let Some(detail) = told else { return String::new() };
        let query = js("return JSON.parse(a).query", &detail.into(), &JsValue::UNDEFINED);
        query.as_string().unwrap()
    }

    /// Every visible element that matches a selector.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.place.query_selector_all(selector).unwrap();
        let found = (0..found.length()).map(|n| found.get(n).unwrap().unchecked_into::<HtmlElement>());
        found.filter(|element| element.closest("[hidden]").unwrap().is_none()).collect()
    }

    /// The only element that matches a selector.
    #[track_caller]
    pub fn one(&self, selector: &str) -> HtmlElement {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector}");
        all[0].clone()
    }

    /// The names of all elements that match a selector.
    pub fn names(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| name(element)).collect()
    }

    /// The names on the cards, in order, separated by spaces.
    pub fn cards(&self) -> String {
        self.names("article :is(h2, h3, h4, h5, h6)").join(" ")
    }

    /// The card of a project.
    pub fn card(&self, project: &str) -> HtmlElement {
        let button = self.named("article button", project);
        button.closest("article").unwrap().unwrap().unchecked_into()
    }

    /// The only element with this name among those that match a selector.
    #[track_caller]
    pub fn named(&self, selector: &str, wanted: &str) -> HtmlElement {
        let mut all = self.all(selector);
        let names: Vec<String> = all.iter().map(|element| name(element)).collect();
        all.retain(|element| name(element) == wanted);
        assert_eq!(all.len(), 1, "{selector} named {wanted:?} among {names:?}");
        all.remove(0)
    }

    /// Clicks the button with this name, focused as after a real click, and waits.
    #[track_caller]
    pub fn click(&self, name: &str) -> impl Future<Output = ()> + use<> {
        let button = self.named("button", name);
        button.focus().unwrap();
        button.click();
        settle()
    }

    /// Presses a key on the focused element. Returns whether the page may still handle it.
    pub async fn press(&self, key: &str) -> bool {
        let press =
            "const event = new KeyboardEvent('keydown', { key: a, bubbles: true, composed: true, cancelable: true });
                     let seen = false;
                     const see = () => { seen = true; };
                     document.addEventListener('keydown', see);
                     document.activeElement.dispatchEvent(event);
                     document.removeEventListener('keydown', see);
                     return seen && !event.defaultPrevented;";
        let left = js(press, &key.into(), &JsValue::UNDEFINED).as_bool().unwrap();
        settle().await;
        left
    }

    /// The search box.
    pub fn search(&self) -> HtmlInputElement {
        self.one("[role=search] input[type=search]").unchecked_into()
    }

    /// Types into the search box, key by key.
    pub async fn types(&self, words: &str) {
        self.search().focus().unwrap();
        for letter in words.chars() {
            js(
                "a.setRangeText(b, a.selectionStart, a.selectionEnd, 'end');
                 a.dispatchEvent(new InputEvent('input', { bubbles: true, data: b }));",
                &self.search(),
                &letter.to_string().into(),
            );
            settle().await;
        }
    }

    /// Selects an order by its name.
    pub async fn sorts(&self, order: &str) {
        let option = self.named("select option", order);
        js(
            "a.value = b; a.dispatchEvent(new Event('change', { bubbles: true }));",
            &self.one("select"),
            &option.get_attribute("value").into(),
        );
        settle().await;
    }

    /// The number of projects shown, as visible at once; it is announced half a second later.
    pub fn status(&self) -> String {
        name(&self.one(".se-status"))
    }

    /// The name of the focused element.
    pub fn focus(&self) -> String {
        document().active_element().map(|element| name(&element)).unwrap_or_default()
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        self.mounted = None;
        self.place.remove();
    }
}

/// Runs a function and returns the warnings that it printed in the console.
pub async fn warnings(run: impl AsyncFnOnce()) -> Vec<String> {
    let seen = Array::new();
    let before = js(
        "const before = console.warn; console.warn = (line) => a.push(line); return before;",
        &seen,
        &JsValue::UNDEFINED,
    );
    run().await;
    js("console.warn = a;", &before, &JsValue::UNDEFINED);
    seen.iter().filter_map(|line| line.as_string()).collect()
}
