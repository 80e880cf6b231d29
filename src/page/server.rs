//! The page where there is none: returns defaults, does nothing.

use super::{Scheme, Series};
use crate::options::Theme;

/// The place in a page.
#[derive(Clone, Debug, Default)]
pub struct Host;

impl Host {
    /// A place that is not known yet.
    #[must_use]
    pub fn page() -> Host {
        Host
    }

    /// Language of the page.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        None
    }

    /// The accessible name that the page gives the element.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        None
    }

    /// Links in the page to the site's own posts.
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        Vec::new()
    }

    /// Colours of the page.
    #[must_use]
    pub fn scheme(&self, theme: Theme) -> Scheme {
        let color_scheme = match theme {
            Theme::Auto => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        Scheme { color_scheme, ..Scheme::default() }
    }
}

/// The URL's fragment.
#[must_use]
pub fn fragment() -> String {
    String::new()
}

/// The page's address with this fragment.
#[must_use]
pub fn address(fragment: &str) -> String {
    ["#", fragment].concat()
}

/// Sets the URL's fragment.
pub fn set_fragment(_fragment: &str, _new_entry: bool) {}

/// The query noted in the history entry.
#[must_use]
pub fn noted(_key: &str) -> Option<String> {
    None
}

/// Notes nothing.
#[must_use]
pub fn note<'a>(_queries: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    true
}

/// The publication date in the page's metadata.
#[must_use]
pub fn published() -> Option<String> {
    None
}

/// Prints one line in the console.
pub fn warn(_line: &str) {}

/// Warns of nothing.
pub fn warn_of_paragraph(_host: &Host) {}

/// Calls back after the next frame has been painted.
pub fn after_paint(_callback: impl FnOnce() + 'static) {}

/// Calls back after pending changes have been applied to the page.
pub fn after_update(_callback: impl FnOnce() + 'static) {}

/// Calls back when the page has nothing else to do.
pub fn when_idle(_callback: impl FnOnce() + 'static) {}

/// A clock that does not run.
#[must_use]
pub fn now() -> f64 {
    0.0
}

/// Nobody points.
#[must_use]
pub fn has_coarse_pointer() -> bool {
    false
}

/// Calls back after some time.
pub fn set_timeout(_milliseconds: i32, _callback: impl FnOnce() + 'static) {}

/// Copies nothing.
pub fn copy(_text: &str, then: impl FnOnce(bool) + 'static) {
    then(false);
}

/// Leaves the order unchanged: names are already sorted, as far as possible without a language.
pub fn sort_by_name(_items: &mut [u16], _name: impl Fn(&u16) -> &'static str, _language: &str) {}

/// Nothing is forbidden.
#[must_use]
pub fn allows(_what: &str) -> bool {
    true
}

/// Saves nothing.
pub fn download(_name: &str, _kind: &str, _text: &str) {}

/// Prints nothing.
pub fn print() {}

/// Watches the page.
pub struct PageObserver;

impl PageObserver {
    /// Never calls back.
    #[must_use]
    pub fn surroundings(_host: &Host, _on_change: impl Fn() + 'static) -> PageObserver {
        PageObserver
    }

    /// Never calls back.
    #[must_use]
    pub fn fragment(_on_change: impl Fn() + Clone + 'static) -> PageObserver {
        PageObserver
    }
}

/// Drops the task.
pub fn spawn_local(_task: impl Future<Output = ()> + 'static) {}

/// Fetches nothing.
///
/// # Errors
/// Always.
pub async fn fetch(_address: &str) -> Result<Vec<u8>, String> {
    Err("nothing is fetched here".to_owned())
}
