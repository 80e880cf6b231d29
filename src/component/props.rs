//! What an application tells the component, and what the component tells the application.

use leptos::prelude::*;

use crate::effect::{effect, on_each_change};
use crate::facet::Index;
use crate::filter::View;
use crate::model::Catalog;
use crate::options::{Layout, Options, Published, Theme};
use crate::query;
use crate::state::{State, given};

/// The reader's filter as a query string: a text to start with, a signal to follow, or one that also follows the reader.
#[derive(Clone, Copy, Default)]
pub struct Query {
    read: Option<Signal<String>>,
    write: Option<SignalSetter<String>>,
}

impl From<RwSignal<String>> for Query {
    fn from(both: RwSignal<String>) -> Query {
        Query { read: Some(both.into()), write: Some(both.into()) }
    }
}

impl From<(Signal<String>, SignalSetter<String>)> for Query {
    fn from((read, write): (Signal<String>, SignalSetter<String>)) -> Query {
        Query { read: Some(read), write: Some(write) }
    }
}

impl From<(ReadSignal<String>, WriteSignal<String>)> for Query {
    fn from((read, write): (ReadSignal<String>, WriteSignal<String>)) -> Query {
        Query { read: Some(read.into()), write: Some(write.into()) }
    }
}

macro_rules! only_read {
    ($($from:ty),*) => {$(
        impl From<$from> for Query {
            fn from(read: $from) -> Query {
                Query { read: Some(read.into()), write: None }
            }
        }
    )*};
}

only_read!(Signal<String>, ReadSignal<String>, Memo<String>, String);

impl From<&str> for Query {
    fn from(text: &str) -> Query {
        text.to_owned().into()
    }
}

/// The catalog to show, made from a [`Catalog`], or from JSON text with the format of `catalog.json`. Of a text with mistakes the console
/// names them, and the valid entries are shown; if there are none, the explorer says why, as for a `src`. Each different text is read once
/// and never freed.
#[derive(Clone)]
pub struct Shown(pub(super) Result<&'static Index, String>);

impl From<&'static Index> for Shown {
    fn from(index: &'static Index) -> Shown {
        Shown(Ok(index))
    }
}

impl From<&'static Catalog> for Shown {
    fn from(catalog: &'static Catalog) -> Shown {
        Shown(Ok(Index::kept(catalog)))
    }
}

impl From<&str> for Shown {
    fn from(json: &str) -> Shown {
        Shown(given(json))
    }
}

impl From<String> for Shown {
    fn from(json: String) -> Shown {
        json.as_str().into()
    }
}

/// What the reader sees now.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Change {
    /// The reader's filter as a query string.
    pub query: String,
    /// The ids of the projects shown, in their order.
    pub projects: Vec<&'static str>,
}

/// The attributes that were told one by one. Each takes the place of the one in `options`.
#[derive(Clone, Copy)]
pub(super) struct Attributes {
    pub(super) lang: MaybeProp<String>,
    pub(super) theme: MaybeProp<Theme>,
    pub(super) scope: MaybeProp<String>,
    pub(super) initial_query: MaybeProp<String>,
    pub(super) view: MaybeProp<View>,
    pub(super) layout: MaybeProp<Layout>,
    pub(super) published: MaybeProp<Published>,
    pub(super) current_part: MaybeProp<String>,
    pub(super) url_key: MaybeProp<String>,
    pub(super) heading_level: MaybeProp<u8>,
    pub(super) src: MaybeProp<String>,
    pub(super) without_search: MaybeProp<bool>,
    pub(super) without_tabs: MaybeProp<bool>,
    pub(super) without_facets: MaybeProp<bool>,
    pub(super) without_sort: MaybeProp<bool>,
}

/// Takes the value that was told, if there is one.
fn take<T: Clone + Send + Sync + 'static>(told: MaybeProp<T>, to: &mut T) {
    if let Some(told) = told.get() {
        *to = told;
    }
}

fn may_take<T: Clone + Send + Sync + 'static>(told: MaybeProp<T>, to: &mut Option<T>) {
    if let Some(told) = told.get() {
        *to = Some(told);
    }
}

/// The options of the application, which change with its signals. Its `query` is the initial one.
pub(super) fn together(options: Signal<Options>, told: Attributes, query: Query) -> Memo<Options> {
    let initial = query.read.map(|query| query.get_untracked());
    Memo::new(move |_| {
        let mut options = options.get();
        may_take(told.lang, &mut options.lang);
        take(told.theme, &mut options.theme);
        take(told.scope, &mut options.scope);
        take(told.initial_query, &mut options.initial_query);
        take(told.view, &mut options.view);
        take(told.layout, &mut options.layout);
        take(told.published, &mut options.published);
        may_take(told.current_part, &mut options.current_part);
        may_take(told.url_key, &mut options.url_key);
        take(told.heading_level, &mut options.heading_level);
        may_take(told.src, &mut options.src);
        take(told.without_search, &mut options.without_search);
        take(told.without_tabs, &mut options.without_tabs);
        take(told.without_facets, &mut options.without_facets);
        take(told.without_sort, &mut options.without_sort);
        // What follows is not an option (`Query::follow`).
        options.query = initial.clone().unwrap_or(options.query);
        options
    })
}

impl Query {
    /// The application's signal and the reader's filter follow each other. What was written by one of them does not come back to it: the
    /// application's text stays as it wrote it, and the reader's text is not tidied up while it is being typed.
    pub(super) fn follow(self, state: State) {
        let Some(read) = self.read else { return };
        let initial = read.get_untracked();
        // The text in the signal, and the filter that it stands for.
        let told = RwSignal::new((
            initial.clone(),
            query::print(
                state.catalog.index.get_untracked(),
                &query::parse(state.catalog.index.get_untracked(), &initial),
            ),
        ));
        effect(move || {
            let text = read.get();
            if told.with_untracked(|told| told.0 != text) {
                state.set_query(&text);
                told.set((text, state.selection.query.get_untracked()));
            }
        });
        let Some(write) = self.write else { return };
        effect(move || {
            let now = state.selection.query.get();
            if told.with_untracked(|told| told.1 != now) {
                told.set((now.clone(), now.clone()));
                write.set(now);
            }
        });
    }
}

/// Asks the application whether what the reader asks for may happen, if it wants to be asked.
pub(super) fn asks(
    state: State,
    may_select: Option<Callback<String, bool>>,
    may_compare: Option<Callback<Vec<String>, bool>>,
    may_close: Option<Callback<Vec<String>, bool>>,
) {
    if may_select.is_none() && may_compare.is_none() && may_close.is_none() {
        return;
    }
    state.on_each_request(move |n_projects, ids, asks| {
        let all = || ids.split(',').map(str::to_owned).collect();
        let lets = match n_projects {
            _ if !asks => false,
            0 => may_close.is_none_or(|may| may.run(all())),
            1 => may_select.is_none_or(|may| may.run(ids.clone())),
            _ => may_compare.is_none_or(|may| may.run(all())),
        };
        if lets {
            state.grant();
        }
    });
}

/// Tells the application what the reader does.
pub(super) fn tell(state: State, on_select: Option<Callback<String>>, on_change: Option<Callback<Change>>) {
    let projects = move || state.catalog.index.get_untracked().catalog.projects;
    if let Some(on_select) = on_select {
        let opened = move |open: &Option<u16>| {
            if let Some(number) = *open {
                on_select.run(projects()[usize::from(number)].id.to_owned());
            }
        };
        on_each_change(move || state.open(), opened);
    }
    if let Some(on_change) = on_change {
        let now = move || {
            let shown = state.results.outcome.with(|outcome| outcome.shown.clone());
            let projects = shown.into_iter().map(|number| projects()[usize::from(number)].id).collect();
            Change { query: state.selection.query.get(), projects }
        };
        state.on_each_result(now, move |now| on_change.run(now.clone()));
    }
}
