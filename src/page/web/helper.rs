//! A program of our own page that runs beside it, in a Web Worker: started when it is needed, asked by messages, replaced when an answer is
//! not wanted any more. And files that a reader gives to the page: they go to that program as they are.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement};
use web_sys::{MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::document;

/// A file from the reader's machine.
#[derive(Clone, Debug)]
pub struct GivenFile(File);

impl GivenFile {
    /// Its name, without a directory.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }
}

/// The file that was dropped, and whether there were several.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<(GivenFile, bool)> {
    let files = event.data_transfer()?.files()?;
    Some((GivenFile(files.get(0)?), files.length() > 1))
}

/// Whether files are being dragged, and not a text or a link.
#[must_use]
pub fn drags_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind == "Files"))
}

/// The file that was picked with an `<input type=file>`; the same one can be picked again afterwards.
#[must_use]
pub fn picked(event: &Event) -> Option<GivenFile> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file.map(GivenFile)
}

/// A text that was pasted, if it is long: a text area would take longer to show it than the helper to read it. It does not get there then.
#[must_use]
pub fn pasted(event: &ClipboardEvent) -> Option<Opaque> {
    const LONG: usize = 50_000;
    let text = event.clipboard_data()?.get_data("text/plain").ok().filter(|text| text.len() > LONG)?;
    event.prevent_default();
    Some(Opaque(text.into()))
}

/// Something that only JavaScript reads: a text of megabytes need not pass through the program.
#[derive(Clone, Debug)]
pub struct Opaque(JsValue);

impl Opaque {
    /// Sets it as a property of the element with this id.
    pub fn set_property_of(&self, id: &str, name: &str) {
        let element = document().get_element_by_id(id);
        _ = element.map(|element| Reflect::set(&element, &name.into(), &self.0));
    }

    /// Lets the reader save it as a file, if it is bytes.
    pub fn save(&self, name: &str, kind: &str) {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&self.0);
        let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) else { return };
        let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
        if let Ok(link) = document().create_element("a") {
            let link: HtmlAnchorElement = link.unchecked_into();
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        // The browser has begun to save it by then.
        super::set_timeout(60_000, move || _ = Url::revoke_object_url(&address));
    }
}

/// What the helper answers: some plain data, and parts that only JavaScript reads.
#[derive(Clone, Debug)]
pub struct Answer(JsValue);

impl Answer {
    /// The kind of answer.
    #[must_use]
    pub fn kind(&self) -> String {
        self.part("kind").as_string().unwrap_or_default()
    }

    /// The data, if they have this form.
    #[must_use]
    pub fn data<T: DeserializeOwned>(&self) -> Option<T> {
        serde_wasm_bindgen::from_value(self.0.clone()).ok()
    }

    /// A part that is passed on.
    #[must_use]
    pub fn opaque(&self, name: &str) -> Opaque {
        Opaque(self.part(name))
    }

    fn part(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }
}

/// What is asked: names and values, each a text or a file.
#[derive(Debug)]
pub struct Question(Object);

impl Question {
    /// A question of a kind.
    #[must_use]
    pub fn new(kind: &str) -> Question {
        Question(Object::new()).with("kind", kind)
    }

    /// With a text.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Question {
        self.set(name, &value.into())
    }

    /// With a file, which the helper reads.
    #[must_use]
    pub fn with_file(self, name: &str, file: &GivenFile) -> Question {
        self.set(name, &file.0)
    }

    /// With what only JavaScript reads.
    #[must_use]
    pub fn with_opaque(self, name: &str, value: &Opaque) -> Question {
        self.set(name, &value.0)
    }

    /// With texts under their names.
    #[must_use]
    pub fn with_all<'v>(self, name: &str, values: impl Iterator<Item = (&'v str, String)>) -> Question {
        let all = Object::new();
        for (name, value) in values {
            _ = Reflect::set(&all, &name.into(), &value.into());
        }
        self.set(name, &all)
    }

    /// With JSON, or nothing if it is none.
    #[must_use]
    pub fn with_json(self, name: &str, json: &str) -> Question {
        let value = js_sys::JSON::parse(json).unwrap_or_default();
        self.set(name, &value)
    }

    fn set(self, name: &str, value: &JsValue) -> Question {
        _ = Reflect::set(&self.0, &name.into(), value);
        self
    }
}

type Listener = Box<dyn FnMut(Answer)>;

/// The helper. Dropping it ends its program.
#[derive(Clone, Default)]
pub struct Helper(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    running: Option<Worker>,
    is_busy: bool,
    number: f64,
    listener: Option<Listener>,
}

impl Helper {
    /// Asks, and calls `listen` with every answer, the last of which is of the kind `done`, `refused` or `failed`. What was asked before is
    /// given up if it has not been answered.
    pub fn ask(&self, question: Question, listen: impl FnMut(Answer) + 'static) {
        let mut state = self.0.borrow_mut();
        if state.is_busy
            && let Some(old) = state.running.take()
        {
            old.terminate();
        }
        state.number += 1.0;
        state.listener = Some(Box::new(listen));
        state.is_busy = true;
        if state.running.is_none() {
            state.running = self.start();
        }
        let question = question.set("number", &state.number.into());
        let sent = state.running.as_ref().map(|worker| worker.post_message(&question.0));
        drop(state);
        if !matches!(sent, Some(Ok(()))) {
            self.fail("");
        }
    }

    /// Gives up what was asked.
    pub fn give_up(&self) {
        let mut state = self.0.borrow_mut();
        if state.is_busy {
            state.is_busy = false;
            state.listener = None;
            if let Some(old) = state.running.take() {
                old.terminate();
            }
        }
    }

    fn start(&self) -> Option<Worker> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        // Relative to the page, wherever that is.
        let worker = Worker::new_with_options("tools/worker.js", &options).ok()?;
        let heard = Rc::downgrade(&self.0);
        let on_message = move |event: MessageEvent| {
            if let Some(state) = heard.upgrade() {
                Helper(state).hear(Answer(event.data()));
            }
        };
        worker.set_onmessage(Some(Closure::<dyn FnMut(MessageEvent)>::new(on_message).into_js_value().unchecked_ref()));
        let heard = Rc::downgrade(&self.0);
        // Its script is missing, or is not one.
        let on_error = move |event: Event| {
            event.prevent_default();
            if let Some(state) = heard.upgrade() {
                Helper(state).fail("tools/worker.js");
            }
        };
        worker.set_onerror(Some(Closure::<dyn FnMut(Event)>::new(on_error).into_js_value().unchecked_ref()));
        Some(worker)
    }

    fn hear(&self, answer: Answer) {
        let mut state = self.0.borrow_mut();
        if answer.part("number").as_f64() != Some(state.number) {
            return;
        }
        let kind = answer.kind();
        let is_last = kind != "progress";
        state.is_busy &= !is_last;
        // A program that has failed cannot be used again.
        if kind == "failed"
            && let Some(dead) = state.running.take()
        {
            dead.terminate();
        }
        let listener = state.listener.take();
        drop(state);
        let Some(mut listener) = listener else { return };
        listener(answer);
        let mut state = self.0.borrow_mut();
        if !is_last && state.listener.is_none() {
            state.listener = Some(listener);
        }
    }

    fn fail(&self, why: &str) {
        let answer = Object::new();
        for (name, value) in [("kind", "failed".into()), ("why", why.into()), ("number", self.0.borrow().number.into())]
        {
            let value: JsValue = value;
            _ = Reflect::set(&answer, &name.into(), &value);
        }
        self.hear(Answer(answer.into()));
    }
}

impl Drop for State {
    fn drop(&mut self) {
        _ = self.running.take().map(|worker| worker.terminate());
    }
}
