//! The parts of the layout that the page can set.

use crate::model::Date;
use crate::options::{Form, Options, Published};
use crate::page;
use crate::since;

/// The layout: a change of it rebuilds the view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// The form of the explorer.
    pub form: Form,
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

impl Layout {
    /// The layout that the options ask for.
    pub(super) fn of(options: &Options) -> Layout {
        Layout {
            form: options.form,
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
