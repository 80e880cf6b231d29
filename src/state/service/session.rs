//! The questions to one service, one after the other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::data::json;
use crate::data::mistake::Mistake;
use crate::effect::render_effect;
use crate::filter::Filter;
use crate::page;
use crate::query;
use crate::reader::{Check, Content, Fetch};
use crate::service::answer::{self, Answer};
use crate::service::facets::Service;
use crate::service::known::{Answered, Wish};
use crate::service::options::Options;
use crate::service::request::{self, Question, Requests};
use crate::state::{LoadState, State};
use crate::text::concat;

/// How long there must be no input before a search is asked for, in milliseconds.
const PAUSE: i32 = 150;

/// The number of answers that are kept: for the way back, and for what is cleared.
const KEPT: usize = 30;

/// The questions to one service.
struct Session {
    state: State,
    fetch: Fetch,
    address: String,
    options: Options,
    /// What is known of it: nothing before the first answer.
    service: RefCell<Option<Rc<Service>>>,
    /// Counts the questions: only the last one gets an answer.
    turn: Cell<u32>,
    /// The last question, and its page.
    asked: RefCell<(Requests, Filter)>,
    page: Cell<u32>,
    /// How many items exist here.
    total: Cell<u32>,
    kept: RefCell<Vec<(String, Answered)>>,
}

/// Asks a service: the part `ask`.
pub(crate) fn ask(state: State, [address, language]: [&str; 2], options: Vec<u8>, fetch: &Fetch, owner: Owner) {
    let (mut options, refused) = json::read(options).map(|tree| Options::read(&tree)).unwrap_or_default();
    refused.iter().for_each(|line| page::warn(line));
    language.clone_into(&mut options.language);
    // Its title is known already.
    let (service, mistakes) = Service::new(options.clone(), &Answer::default());
    warn(&mistakes);
    state.start_with(service.index);
    let session = Rc::new(Session {
        state,
        fetch: fetch.clone(),
        address: address.to_owned(),
        options,
        service: RefCell::default(),
        turn: Cell::default(),
        asked: RefCell::default(),
        page: Cell::default(),
        total: Cell::default(),
        kept: RefCell::default(),
    });
    session.begin();
    let follow = move || {
        let (filter, scope) = (state.selection.filter.get(), state.catalog.scope_filter.get());
        let wish = state.answered(|answered| answered.wish.take());
        untrack(|| session.follow(&filter, &scope, wish));
    };
    owner.with(|| render_effect(follow));
}

fn warn(mistakes: &[Mistake]) {
    for mistake in mistakes {
        page::warn(&concat(&["searchClient: ", &mistake.line()]));
    }
}

impl Session {
    /// Changes the state of the question, where it is shown and where it will be.
    fn tell(&self, change: &dyn Fn(&mut Answered)) {
        let next = self.service.borrow().as_ref().map(|service| service.known);
        let now = self.state.known();
        let is_same = now.zip(next).is_some_and(|(now, next)| std::ptr::eq(now, next));
        for known in now.into_iter().chain(next.filter(|_| !is_same)) {
            known.answered(change);
        }
        self.state.news();
    }

    /// Sends requests; `then` gets the answers, unless another question has been asked meanwhile.
    fn send(
        self: &Rc<Self>,
        requests: &Requests,
        page: u32,
        then: impl FnOnce(&Rc<Session>, Result<Vec<Answer>, String>) + 'static,
    ) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        self.tell(&|answered| answered.is_pending = true);
        let (session, n) = (self.clone(), requests.n);
        let answered = move |check: Check| {
            if session.turn.get() != turn || session.state.results.answers.is_disposed() {
                return;
            }
            then(
                &session,
                check("").and_then(|content| match content {
                    Content::Service(bytes) => answer::read(bytes, n, page),
                    Content::Catalog(_) => Err(String::new()),
                }),
            );
        };
        (self.fetch)(&concat(&[&self.address, &requests.json]), Box::new(answered));
    }

    /// Asks for everything: which facets there are, and their values. Only then can a link be read.
    fn begin(self: &Rc<Self>) {
        self.state.catalog.load_state.set(LoadState::Loading);
        *self.service.borrow_mut() = None;
        *self.asked.borrow_mut() = Default::default();
        self.kept.borrow_mut().clear();
        self.send(&request::first(&self.options), 0, |session, answers| match answers {
            Ok(answers) => {
                let (service, mistakes) = Service::new(session.options.clone(), &answers[0]);
                warn(&mistakes);
                let service = Rc::new(service);
                *session.service.borrow_mut() = Some(service.clone());
                session.total.set(answers[0].n_hits);
                let scope =
                    session.state.page.options.with_untracked(|options| query::parse(service.index, &options.scope));
                let filter = session.state.filter_in(service.index);
                let question = Question { filter: &filter, scope: &scope, page: 0 };
                let everything = request::everything(&service);
                let requests = request::requests(&service, question);
                *session.asked.borrow_mut() = (requests.clone(), filter.clone());
                if requests.json == everything.json {
                    return session.show(&service, &filter, &scope, &answers, 0);
                }
                // If that cannot be answered, everything is shown.
                let read = service.known.take(&answers[0].hits, &service);
                let everything = Filter::default();
                let outcome = request::outcome(&service, &everything, &answers, read.numbers, answers[0].n_hits);
                let (lost, has_more) = (read.lost, answers[0].has_more);
                service.known.answered(|now| *now = Answered { outcome, lost, has_more, ..Answered::default() });
                session.question(&requests, filter, scope);
            }
            Err(why) => {
                session.fail(&why);
                session.state.catalog.load_state.set(LoadState::Failed(why));
            }
        });
    }

    fn question(self: &Rc<Self>, requests: &Requests, filter: Filter, scope: Filter) {
        self.page.set(0);
        self.send(requests, 0, move |session, answers| session.settle(&filter, &scope, answers, 0));
    }

    fn settle(self: &Rc<Self>, filter: &Filter, scope: &Filter, answers: Result<Vec<Answer>, String>, page: u32) {
        let Some(service) = self.service.borrow().clone() else { return };
        match answers {
            Ok(answers) => self.show(&service, filter, scope, &answers, page),
            Err(why) => {
                self.fail(&why);
                // What is known is shown, and that it is not what was asked for.
                if self.state.catalog.load_state.get_untracked() == LoadState::Loading {
                    self.state.show_catalog(service.index);
                }
            }
        }
    }

    fn fail(&self, why: &str) {
        page::warn(&concat(&["searchClient: ", why]));
        self.tell(&|answered| {
            answered.is_pending = false;
            answered.failure = Some(why.to_owned());
        });
    }

    fn show(self: &Rc<Self>, service: &Rc<Service>, filter: &Filter, scope: &Filter, answers: &[Answer], page: u32) {
        let hits = &answers[0].hits;
        if !service.known.has_room(hits.len()) {
            // Another index, in which all numbers begin again. What the reader has chosen is read anew there.
            self.state.set_query(&self.state.selection.query.get_untracked());
            return self.begin();
        }
        let read = service.known.take(hits, service);
        warn(&read.mistakes);
        if let Some(total) = request::total(scope, filter, answers) {
            self.total.set(total);
        }
        let before = service.known.answered(|answered| answered.clone());
        let (outcome, lost) = if page == 0 {
            (request::outcome(service, filter, answers, read.numbers, self.total.get()), read.lost)
        } else {
            let mut outcome = before.outcome;
            let new: Vec<u16> = read.numbers.into_iter().filter(|number| !outcome.shown.contains(number)).collect();
            outcome.shown.extend(new);
            (outcome, before.lost + read.lost)
        };
        self.page.set(page);
        let answered =
            Answered { outcome, lost, has_more: answers[0].has_more, asked: filter.clone(), ..Answered::default() };
        let asked = self.asked.borrow().0.json.clone();
        self.kept.borrow_mut().retain(|(known, _)| *known != asked);
        if page == 0 {
            // The pages after it are asked for again.
            self.keep(asked, answered.clone());
        }
        self.tell(&|now| *now = answered.clone());
        if self.state.catalog.load_state.get_untracked() != LoadState::Loaded {
            self.state.show_catalog(service.index);
        }
    }

    fn keep(&self, asked: String, answered: Answered) {
        let mut kept = self.kept.borrow_mut();
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push((asked, answered));
    }

    /// Asks if the reader has chosen something else, or wishes more.
    fn follow(self: &Rc<Self>, filter: &Filter, scope: &Filter, wish: Option<Wish>) {
        let service = self.service.borrow().clone();
        let Some(service) = service else {
            if wish == Some(Wish::Again) {
                self.begin();
            }
            return;
        };
        // The numbers of the filter are those of another index until the first answer is shown.
        if self.state.catalog.load_state.get_untracked() != LoadState::Loaded {
            return;
        }
        service.known.answered(|answered| answered.asked = filter.clone());
        let question = Question { filter, scope, page: 0 };
        let requests = request::requests(&service, question);
        let is_new = self.asked.borrow().0.json != requests.json;
        if is_new {
            let types = self.asked.borrow().1.search != filter.search;
            *self.asked.borrow_mut() = (requests.clone(), filter.clone());
            let known = self.kept.borrow().iter().find(|(json, _)| *json == requests.json).map(|(_, it)| it.clone());
            if let Some(known) = known {
                // Nobody waits for the answer to the question before.
                self.turn.set(self.turn.get().wrapping_add(1));
                self.page.set(0);
                return self.tell(&|now| *now = Answered { asked: now.asked.clone(), ..known.clone() });
            }
            let (session, filter, scope) = (self.clone(), filter.clone(), scope.clone());
            if !types {
                return session.question(&requests, filter, scope);
            }
            let turn = self.turn.get().wrapping_add(1);
            self.turn.set(turn);
            self.tell(&|answered| answered.is_pending = true);
            page::set_timeout(PAUSE, move || {
                if session.turn.get() == turn && !session.state.results.answers.is_disposed() {
                    session.question(&requests, filter, scope);
                }
            });
        } else if wish == Some(Wish::Again) {
            self.question(&requests, filter.clone(), scope.clone());
        } else if wish == Some(Wish::More) && !service.known.answered(|answered| answered.is_pending) {
            let page = self.page.get() + 1;
            let (filter, scope) = (filter.clone(), scope.clone());
            let requests = request::requests(&service, Question { filter: &filter, scope: &scope, page });
            self.send(&requests, page, move |session, answers| session.settle(&filter, &scope, answers, page));
        }
    }
}
