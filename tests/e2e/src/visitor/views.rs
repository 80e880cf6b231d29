//! The views other than the cards: the control that selects one, the table, the timeline.

use serde_json::Value;

use crate::browser::Element;
use crate::site;
use crate::visitor::Visitor;
use crate::wait::{eventually, until};

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

impl Visitor {
    /// Reads a blog post with the element and these attributes, and waits for its table.
    #[must_use]
    pub fn sees_table(attributes: &str) -> Visitor {
        let visitor = Visitor::reads(&site::tag(&["view=table ", attributes].concat()));
        visitor.waits_for_rows();
        visitor
    }

    /// The same with its timeline.
    #[must_use]
    pub fn sees_timeline(attributes: &str) -> Visitor {
        let visitor = Visitor::reads(&site::tag(&["view=timeline ", attributes].concat()));
        visitor.waits_for_lines();
        visitor
    }

    fn shown(&self) -> Option<usize> {
        self.status().split(' ').next()?.parse().ok()
    }

    /// Waits until there are as many rows as the status says.
    #[track_caller]
    pub fn waits_for_rows(&self) {
        until("the rows", || (self.see_rows().len() == self.shown()?).then_some(()));
    }

    /// Waits until there are as many lines as the status says.
    #[track_caller]
    pub fn waits_for_lines(&self) {
        until("the lines", || (self.see_lines().len() == self.shown()?).then_some(()));
    }

    /// The rows of the table, each as the texts of its cells.
    #[must_use]
    pub fn see_rows(&self) -> Vec<Vec<String>> {
        self.ask("rows", &[]).as_array().into_iter().flatten().map(texts).collect()
    }

    /// The names in the table, in order.
    #[must_use]
    pub fn see_row_names(&self) -> Vec<String> {
        self.see_rows().into_iter().map(|mut row| row.remove(0)).collect()
    }

    /// The headers of the columns.
    #[must_use]
    pub fn see_heads(&self) -> Vec<String> {
        self.ask("heads", &[]).as_array().into_iter().flatten().map(|head| texts(head).remove(0)).collect()
    }

    /// The columns that are announced as sorted, with the direction.
    #[must_use]
    pub fn see_orders(&self) -> Vec<(String, String)> {
        let heads = self.ask("heads", &[]);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let order = |head: &Value| Some((text(&head[0])?, text(&head[1])?));
        heads.as_array().into_iter().flatten().filter_map(order).collect()
    }

    /// The batches of the timeline, each with the texts of its lines.
    #[must_use]
    pub fn see_batches(&self) -> Vec<(String, Vec<String>)> {
        let batches = self.ask("pictures", &[]);
        let batch = |batch: &Value| (batch[0].as_str().unwrap_or_default().to_owned(), texts(&batch[1]));
        batches.as_array().into_iter().flatten().map(batch).filter(|batch| !batch.1.is_empty()).collect()
    }

    /// The texts of the lines of the timeline, in order.
    #[must_use]
    pub fn see_lines(&self) -> Vec<String> {
        self.see_batches().into_iter().flat_map(|batch| batch.1).collect()
    }

    /// Selects a view with the mouse.
    #[track_caller]
    pub fn pick_view(&self, name: &str) {
        let button = self.view_button(name);
        self.browser.click(&button).unwrap_or_else(|error| panic!("cannot choose {name}: {error}"));
        self.expect_view(name);
    }

    /// The button of a view.
    #[track_caller]
    #[must_use]
    pub fn view_button(&self, name: &str) -> Element {
        self.find_within(("group", self.words().view), "button", name)
    }

    /// Waits until this view, and no other, is announced as selected.
    #[track_caller]
    pub fn expect_view(&self, name: &str) {
        eventually(|| texts(&self.ask("pressed", &[self.words().view])), &[name][..]);
    }

    /// What a screen reader reads from the top, one line each.
    #[must_use]
    pub fn outline(&self) -> Vec<String> {
        let lines = self.ask("outline", &[]);
        lines.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }
}
