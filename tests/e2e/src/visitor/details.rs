//! The dialog with the details of a project.

use serde_json::Value;

use crate::visitor::Visitor;
use crate::wait::{eventually, until};

impl Visitor {
    /// Opens a project's details by its card.
    #[track_caller]
    pub fn open_details(&self, project: &str) {
        // A link where it has an address.
        let role = until(&format!("the name {project}"), || {
            ["button", "link"].into_iter().find(|role| self.sees_now(role, project))
        });
        self.click(role, project);
        self.expect_details(project);
    }

    /// Waits until the details of this project are open.
    #[track_caller]
    pub fn expect_details(&self, project: &str) {
        eventually(|| self.names("dialog"), &[project][..]);
    }

    /// Waits until no details are open.
    #[track_caller]
    pub fn expect_no_details(&self) {
        eventually(|| self.names("dialog"), &[] as &[&str]);
    }

    /// The links in the details: name, address, target, rel.
    #[must_use]
    pub fn links_in_details(&self, project: &str) -> Vec<[String; 4]> {
        self.links(("dialog", project))
    }

    /// The links inside an element: name, address, target, rel.
    #[must_use]
    pub fn links(&self, outer: (&str, &str)) -> Vec<[String; 4]> {
        let answer = self.ask("links", &[outer.0, outer.1]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let links = answer.as_array().into_iter().flatten();
        links.map(|link| [text(&link[0]), text(&link[1]), text(&link[2]), text(&link[3])]).collect()
    }
}
