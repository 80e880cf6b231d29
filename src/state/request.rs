//! What the reader asks for and the page may refuse: to open the details of a project, to compare some, to close either. Nothing happens
//! before the page has answered, so a refused request changes neither the filter nor the link.

use leptos::prelude::*;

use super::State;
use super::picks::in_scope;
use crate::effect::effect;
use crate::text::join;

/// How far the last request is.
mod stage {
    /// There is nobody to ask: each is granted at once.
    pub(super) const NOBODY: u16 = 0;
    /// There is none.
    pub(super) const NONE: u16 = 1;
    /// The page has yet to be asked.
    pub(super) const MADE: u16 = 2;
    /// The page has been asked.
    pub(super) const ASKED: u16 = 3;
    /// The page has let it happen, and need not be told.
    pub(super) const GRANTED: u16 = 4;
}

/// A request: its stage, and the numbers of the projects that shall be open, one in details, several in a comparison, or none. A list of
/// numbers, like others here: a further type of a signal would be half a kilobyte, and each further signal is copied into every view.
pub(super) type Request = Vec<u16>;

/// What comes before any request.
pub(super) const NO_REQUEST: &[u16] = &[stage::NOBODY];

fn request(stage: u16, projects: &[u16]) -> Request {
    [&[stage], projects].concat()
}

impl State {
    /// The reader asks for these projects, or with none that what is open is closed. A later request takes its place.
    pub fn request(self, projects: &[u16]) {
        if self.selection.request.get_untracked() == NO_REQUEST {
            self.open_all(projects);
        } else {
            self.selection.request.set(request(stage::MADE, projects));
        }
    }

    /// The page lets the request happen that it has been asked for. What it has removed meanwhile does not open.
    pub fn grant(self) {
        if let [stage::ASKED, projects @ ..] = &*self.selection.request.get_untracked() {
            let index = self.catalog.known.get_untracked();
            let here = self.catalog.scope.with_untracked(|scope| in_scope(index, scope, projects));
            if here == projects {
                self.open_all(projects);
            }
            self.selection.request.set(request(stage::GRANTED, projects));
        }
    }

    fn open_all(self, projects: &[u16]) {
        self.selection.filter.update(|filter| projects.clone_into(&mut filter.projects));
    }

    /// From now on, a request waits for [`State::grant`]. `tell` gets each once the program is idle, with `true`; and with `false` it is told
    /// of what has been opened or closed otherwise. It gets how many projects shall be open, or are, and their ids; if none, the ids of those
    /// that were open.
    pub fn on_each_request(self, tell: impl Fn(usize, String, bool) + 'static) {
        let asked = self.selection.request;
        asked.set(request(stage::NONE, &[]));
        // Ids, because the catalog may be another one by then.
        let mut before: Option<(usize, String)> = None;
        effect(move || {
            let open = match self.open() {
                Some(number) => vec![number],
                None => self.results.compared.get(),
            };
            let now = (open.len(), self.ids(&open));
            let was = before.replace(now.clone()).unwrap_or_else(|| now.clone());
            match &*asked.get() {
                [stage::GRANTED, ..] => asked.set(request(stage::NONE, &[])),
                [stage::MADE, projects @ ..] => {
                    asked.set(request(stage::ASKED, projects));
                    let ids = if projects.is_empty() { now.1 } else { self.ids(projects) };
                    untrack(|| tell(projects.len(), ids, true));
                }
                // One column less is the same comparison.
                _ if now != was && (now.0 < 2 || was.0 < 2) => {
                    untrack(|| tell(now.0, if now.0 == 0 { was.1 } else { now.1 }, false));
                }
                _ => {}
            }
        });
    }

    /// The ids of projects, separated by commas. Tracks the catalog.
    #[must_use]
    pub fn ids(self, numbers: &[u16]) -> String {
        let index = self.catalog.known.get();
        // Numbers of another catalog have none.
        let id = |&number: &u16| if usize::from(number) < index.n_projects() { index.at(number).id } else { "" };
        let ids: Vec<&str> = numbers.iter().map(id).collect();
        join(&ids, ",")
    }
}
