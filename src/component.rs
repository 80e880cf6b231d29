//! The explorer for Leptos applications.

mod props;
pub(crate) mod style;

use leptos::prelude::*;

use crate::dom::{self, Before, Element, Rendered};
use crate::effect::effect;
use crate::facet::Index;
use crate::filter::View;
use crate::i18n;
use crate::options::{Layout, Options, Published, Theme};
use crate::reader;
use crate::state::State;
use crate::view::{explorer, later};
use props::{Attributes, asks, tell, together};
pub use props::{Change, Query, Shown};
pub(crate) use style::without_style_attributes;
pub use style::{adopt_style, style};

/// The explorer.
///
/// Its style sheet is [`style`](crate::style): send it under an address of your own and link it, or call
/// [`adopt_style`](crate::adopt_style) in the browser.
///
/// All props are optional, and each takes a value or a signal (`catalog` a value). A prop takes the place of the same field of `options`.
///
/// ```
/// use leptos::prelude::*;
/// use sandbox_explorer::SandboxExplorer;
///
/// #[component]
/// fn Post() -> impl IntoView {
///     let query = RwSignal::new(String::new());
///     let selected = RwSignal::new(None);
///     view! {
///         <h1>"Thirteen arrivals"</h1>
///         <button on:click=move |_| query.set("language=rust".into())>"Only Rust"</button>
///         <SandboxExplorer scope="part=4" lang="en" query on_select=move |id: String| selected.set(Some(id))>
///             <a data-project="youki" href="/posts/youki">"youki, at last"</a>
///         </SandboxExplorer>
///         <p>"Filter: " {query} ", last opened: " {selected}</p>
///     }
/// }
/// ```
///
/// # On a server
/// It prints the first view, which works before any code runs: tabs, details, and fields that keep what is entered. In the browser,
/// hydration replaces it in one step, with what the reader has typed, ticked, opened, focused and scrolled. For the first view to be the
/// same on both sides, tell it what a server cannot see: `lang` (the server's default is English), `theme` (if your page is dark),
/// `published`. A server does not fetch a `src`; the page says that it is being loaded. With a `url_key`, the reader's link is only known in
/// the browser. An `#[island]` cannot contain it directly, because its props cannot be serialised.
#[component]
pub fn SandboxExplorer(
    /// The attributes of the custom element in one value. Its `query` is the initial filter; a new one replaces the reader's filter.
    /// Default: everything.
    #[prop(optional, into)]
    options: Signal<Options>,
    /// Language of the interface and the texts, a BCP 47 tag. Default: the nearest `lang` in the page, then the browser's.
    #[prop(optional, into)]
    lang: MaybeProp<String>,
    /// Colours. Default: those of the page where the component is.
    #[prop(optional, into)]
    theme: MaybeProp<Theme>,
    /// Which projects exist here, as a query string such as `part=4`. Default: all.
    #[prop(optional, into)]
    scope: MaybeProp<String>,
    /// The reader's filter, as a query string. A text is where the reader starts; a signal is followed; an `RwSignal<String>`, or a pair of
    /// `Signal<String>` and `SignalSetter<String>`, also follows the reader. Default: empty.
    #[prop(optional, into)]
    query: Query,
    /// Where the reader’s filter starts, as a query string, where `query` has nothing else to say: taken once. Default: empty.
    #[prop(optional, into)]
    initial_query: MaybeProp<String>,
    /// The view that is open first. Default: cards.
    #[prop(optional, into)]
    view: MaybeProp<View>,
    /// The form of the explorer. Default: full.
    #[prop(optional, into)]
    layout: MaybeProp<Layout>,
    /// The day on which the post around it was published. Default: the page's `article:published_time`.
    #[prop(optional, into)]
    published: MaybeProp<Published>,
    /// The part of the series that the reader is in. Default: none.
    #[prop(optional, into)]
    current_part: MaybeProp<String>,
    /// The key in the page's URL fragment that keeps the reader's filter. Default: the URL is never touched.
    #[prop(optional, into)]
    url_key: MaybeProp<String>,
    /// The level of a card's heading, 2–6. Default: 3.
    #[prop(optional, into)]
    heading_level: MaybeProp<u8>,
    /// The address of a catalog to fetch and show. Default: `catalog`.
    #[prop(optional, into)]
    src: MaybeProp<String>,
    /// A catalog of the application: a `&'static Catalog` as [`read`](crate::read) gives it, or JSON text with the format of `catalog.json`.
    /// Default: the bundled one.
    #[prop(optional, into)]
    catalog: Option<Shown>,
    /// Leave out the search. Default: false.
    #[prop(optional, into)]
    without_search: MaybeProp<bool>,
    /// Leave out the tabs. Default: false.
    #[prop(optional, into)]
    without_tabs: MaybeProp<bool>,
    /// Leave out the facets. Default: false.
    #[prop(optional, into)]
    without_facets: MaybeProp<bool>,
    /// Leave out the sort control. Default: false.
    #[prop(optional, into)]
    without_sort: MaybeProp<bool>,
    /// Called with the id of a project before its details open because the reader asks for them; with `false` nothing happens, and the
    /// application may show a page of its own. Default: they open.
    #[prop(optional, into)]
    may_select: Option<Callback<String, bool>>,
    /// Called with the ids of the picked projects before the reader compares them; with `false` nothing happens. Default: they are compared.
    #[prop(optional, into)]
    may_compare: Option<Callback<Vec<String>, bool>>,
    /// Called with the ids of what is open, one or several, before the reader closes it; with `false` it stays open. Default: it closes.
    #[prop(optional, into)]
    may_close: Option<Callback<Vec<String>, bool>>,
    /// Called with the id of a project when its details are opened. Default: nobody is told.
    #[prop(optional, into)]
    on_select: Option<Callback<String>>,
    /// Called when the filter or the projects shown have changed. Default: nobody is told.
    #[prop(optional, into)]
    on_change: Option<Callback<Change>>,
    /// Links to the site's own posts, `<a data-project="youki" href="…">`, which appear on cards and in the details. Default: none.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let told = Attributes {
        lang,
        theme,
        scope,
        initial_query,
        view,
        layout,
        published,
        current_part,
        url_key,
        heading_level,
        src,
        without_search,
        without_tabs,
        without_facets,
        without_sort,
    };
    let options = together(options, told, query);
    let catalog = catalog.map_or_else(|| Ok(Index::bundled()), |shown| shown.0);
    let made = move |place: &Element, before: &Before| {
        let index = catalog.as_ref().copied().unwrap_or_else(|_| Index::nothing());
        let state = State::new(options.get_untracked(), place.host(), index, reader::here(), later::here());
        if let Err(why) = &catalog {
            state.refuse(why);
        }
        if !dom::IS_LIVE {
            return explorer(state.prerendered());
        }
        state.go_on(before);
        state.follow(options.into());
        query.follow(state);
        asks(state, may_select, may_compare, may_close);
        tell(state, on_select, on_change);
        explorer(state)
    };
    i18n::here();
    let explorer = Rendered::made(move |printed| match printed {
        Some(place) => {
            Before::read(&place).replace(&place, |before| untrack(|| made(&place, before)));
            place
        }
        None if dom::IS_LIVE => {
            let place = Element::new("div", "se-place");
            // Only once it is in the page has it a language, colours and links around it.
            let (filled, mut made) = (place.clone(), Some(made));
            effect(move || {
                if let Some(made) = made.take() {
                    filled.set_children(vec![untrack(|| made(&filled, &Before::default()))]);
                }
            });
            place
        }
        None => {
            let place = Element::new("div", "se-place");
            let explorer = made(&place, &Before::default());
            place.html(without_style_attributes(&explorer.into_render().to_html(), Index::bundled()))
        }
    });
    let links = children.map(|children| view! { <div hidden>{children()}</div> });
    view! { <div>{links}{explorer}</div> }
}

impl State {
    /// Goes on where the reader was before the code arrived.
    fn go_on(self, before: &Before) {
        if let Some(query) = &before.query {
            // A printed view has no control for this one.
            let view = self.selection.filter.with_untracked(|filter| filter.view);
            self.set_query(query);
            if let Some(view) = view {
                self.set_view(view);
            }
        }
        let open = before.open.as_ref().and_then(|id| self.catalog.index.get_untracked().project(id));
        if open.is_some() {
            self.set_open(open);
        }
    }
}
