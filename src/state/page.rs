//! What the page says: its options, and what can be seen of it around the explorer.

use leptos::prelude::*;

use super::surroundings::changes_around;
use crate::i18n::{self, Lang};
use crate::model::Date;
use crate::options::{Layout, Options, Published};
use crate::page::{self, Host, Scheme, Series};
use crate::signal::{ErasedMemo, ErasedSignal};
use crate::since;

/// What the page says. A handle.
#[derive(Clone, Copy)]
pub struct Page {
    /// The options of the page.
    pub options: ErasedSignal<Options>,
    /// Language of the interface and the texts.
    pub lang: ErasedMemo<Lang>,
    /// The language that the page asks for. As long as its strings are not here, the present one stays.
    pub wanted_lang: ErasedMemo<Lang>,
    /// Whether the languages that are loaded later are here, with the texts of the catalog in them. The program may have learned them for
    /// another explorer, before this one shows what was learned.
    pub(super) languages: ErasedSignal<bool>,
    /// The colours in use.
    pub scheme: ErasedMemo<Scheme>,
    /// What the explorer consists of.
    pub structure: ErasedMemo<Structure>,
    /// Links in the page to the site's own posts, for the projects and parts that they are about.
    pub series: ErasedSignal<Vec<Series>>,
    /// The names of the slots that the page has filled, such as `card-youki`, separated by spaces.
    pub slots: ErasedSignal<String>,
}

impl Page {
    pub(super) fn new(options: Options, host: &Host) -> Page {
        let options = ErasedSignal::new(options);
        // Colours and language of the page are read again whenever they may have changed.
        let changes = changes_around(host);
        // The program has no threads, so browser objects may be used in any closure.
        let place = host.clone();
        let wanted_lang = ErasedMemo::new(move || {
            changes.track();
            let asked = options.with(|options| options.lang.as_deref().and_then(Lang::from_tag));
            asked.unwrap_or_else(|| lang(&place))
        });
        let (languages, present) = (ErasedSignal::new(i18n::are_here()), ErasedSignal::new(Lang::default()));
        let lang = ErasedMemo::new(move || {
            let (are_here, wanted) = (languages.get(), wanted_lang.get());
            if are_here || !wanted.is_loaded_later() {
                present.set(wanted);
            }
            present.get_untracked()
        });
        let place = host.clone();
        let scheme = ErasedMemo::new(move || {
            changes.track();
            let theme = options.with(|options| options.theme);
            place.scheme(theme)
        });
        let structure = ErasedMemo::new(move || options.with(Structure::of));
        let series = ErasedSignal::new(host.series());
        let slots = ErasedSignal::new(String::new());
        Page { options, lang, wanted_lang, languages, scheme, structure, series, slots }
    }
}

impl Page {
    /// Whether the page asks for a language that is not here yet. Tracks that.
    #[must_use]
    pub fn lacks_language(self) -> bool {
        self.wanted_lang.get().is_loaded_later() && !self.languages.get()
    }
}

/// The language of the page at a place. The attribute `lang` of the element is the nearest one.
#[must_use]
pub fn lang(place: &Host) -> Lang {
    place.lang().and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// What an explorer consists of: a change rebuilds the view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Structure {
    /// The layout of the explorer.
    pub layout: Layout,
    /// The day on which the post was published, if known.
    pub published: Option<Date>,
    /// Slug of the part that the reader is in.
    pub current_part: Option<String>,
    /// Whether there is a search box.
    pub search: bool,
    /// Whether there are tabs.
    pub tabs: bool,
    /// Whether there are facets.
    pub facets: bool,
    /// Whether there is a sort control.
    pub sort: bool,
    /// Level of a card's heading.
    pub heading_level: u8,
}

impl Structure {
    /// What the options ask for.
    fn of(options: &Options) -> Structure {
        Structure {
            layout: options.layout,
            published: match options.published {
                Published::On(day) => Some(day),
                Published::Page => page::published().as_deref().and_then(since::day),
                Published::Unsaid => None,
            },
            current_part: options.current_part.clone(),
            search: !options.without_search,
            tabs: !options.without_tabs,
            facets: !options.without_facets,
            sort: !options.without_sort,
            heading_level: options.heading_level,
        }
    }
}
