//! What a subcommand prints and how it ends.

/// What a subcommand has made.
#[derive(Default)]
pub(crate) struct Output {
    /// For standard output.
    pub(crate) text: String,
    /// For standard error: whole lines.
    pub(crate) told: String,
    /// The exit status.
    pub(crate) code: u8,
}

impl From<String> for Output {
    fn from(text: String) -> Output {
        Output { text, ..Output::default() }
    }
}
