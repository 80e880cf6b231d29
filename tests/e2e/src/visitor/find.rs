//! Finding elements by role and name, the mouse, the keyboard and the focus.

use std::time::{Duration, Instant};

use crate::browser::Element;
use crate::visitor::Visitor;
use crate::wait::{PATIENCE, eventually, until};

impl Visitor {
    /// Finds an element by its role and name, as soon as it is there.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element {
        until(&format!("{role} “{name}”"), || Element::of(&self.ask("find", &[role, name])))
    }

    /// The same inside another element; for a labelled control, its label, which people click on.
    #[track_caller]
    pub fn find_within(&self, outer: (&str, &str), role: &str, name: &str) -> Element {
        let what = format!("{role} “{name}” in {} “{}”", outer.0, outer.1);
        until(&what, || Element::of(&self.ask("within", &[outer.0, outer.1, role, name])))
    }

    /// Whether an element with this role and name is visible now.
    #[must_use]
    pub fn sees_now(&self, role: &str, name: &str) -> bool {
        Element::of(&self.ask("find", &[role, name])).is_some()
    }

    /// The names of all visible elements with this role.
    #[must_use]
    pub fn names(&self, role: &str) -> Vec<String> {
        self.texts("names", &[role])
    }

    /// The same inside another element.
    #[must_use]
    pub fn names_within(&self, outer: (&str, &str), role: &str) -> Vec<String> {
        self.texts("namesWithin", &[outer.0, outer.1, role])
    }

    /// The whole text of an element, as read aloud; empty if it is not there.
    #[must_use]
    pub fn text_of(&self, role: &str, name: &str) -> String {
        self.text("text", &[role, name])
    }

    /// Clicks an element, as soon as possible.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        let target = self.find(role, name);
        self.click_on(&target);
    }

    #[track_caller]
    pub(super) fn click_on(&self, target: &Element) {
        // WebKit's driver treats an element as visible if half a pixel of it is, and then clicks next to it.
        let script = "const { top, bottom } = arguments[0].getBoundingClientRect();
            if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'nearest' })";
        drop(self.browser.try_run(script, &[target.as_argument()]));
        // Not every driver waits until content from below the window has been laid out.
        let mut error = String::new();
        let deadline = Instant::now() + PATIENCE / 4;
        while Instant::now() < deadline {
            match self.browser.click(target) {
                Ok(()) => return,
                Err(it) => error = it,
            }
            self.browser.run("arguments[0].scrollIntoView({ block: 'center' })", &[target.as_argument()]);
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("cannot click: {error}");
    }

    /// Presses keys in turn on the focused element.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.browser.press(keys);
    }

    /// Role and name of the focused element.
    #[must_use]
    pub fn focused(&self) -> Option<(String, String)> {
        let answer = self.ask("focused", &[]);
        let text = |at: usize| answer[at].as_str().unwrap_or_default().to_owned();
        answer.is_array().then(|| (text(0), text(1)))
    }

    /// Waits until this element has the focus.
    #[track_caller]
    pub fn expect_focus(&self, role: &str, name: &str) {
        eventually(|| self.focused(), &Some((role.to_owned(), name.to_owned())));
    }
}
