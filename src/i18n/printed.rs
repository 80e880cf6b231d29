//! The strings of one language that no program of the element contains.

/// Prints [`Printed`] and [`CAUSES`] from the causes that the loader reports: a language that lacks the line of one does not compile. The
/// doc comment of a cause is its meaning, which the documentation prints.
macro_rules! causes {
    ($(#[doc = $meaning:literal] $cause:ident,)+) => {
        /// The strings of one language that no program of the element contains: they are printed into the loader (`npm/class.js`), which
        /// runs before Rust and also when Rust is missing, and into the plain list of links.
        pub struct Printed {
            /// Between the name of a project and its summary.
            pub before_summary: &'static str,
            /// The beginning of the line that says why the explorer could not start.
            pub failed: &'static str,
            /// The button next to that line.
            pub try_again: &'static str,
            $(#[doc = $meaning] pub $cause: &'static str,)+
        }

        impl Printed {
            /// The line of each cause.
            #[must_use]
            pub fn reasons(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($cause), self.$cause)),+]
            }
        }

        /// Each cause of a failure that `sandbox-explorer-error` may report, and its meaning. The last one is reported by the program,
        /// which has its line in `Messages`.
        pub static CAUSES: &[(&str, &str)] = &[
            $((stringify!($cause), $meaning),)+
            ("catalog", " the catalog of `src` or `catalog` cannot be loaded, or contains nothing to show"),
        ];
    };
}

causes! {
    /// the browser has no WebAssembly
    unsupported,
    /// the page's `script-src` lacks `'wasm-unsafe-eval'`
    csp,
    /// the page was opened as a file; use `sandbox-explorer.inline.js`
    file,
    /// the server answered with an error status, mostly 404
    http,
    /// a file is damaged, not the expected one, or of another version, even when fetched past the cache
    corrupt,
    /// no response, or one that the browser blocked (CORS, `connect-src`)
    network,
    /// the program itself failed
    runtime,
}
