//! `npm/package.json` repeats what `[workspace.package]` of `Cargo.toml` says: version, licence, author, addresses.

use crate::tidy::read;

/// The file with these lines replaced.
pub(super) fn package() -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    let lines = [
        ("version", format!("\"{}\"", env!("CARGO_PKG_VERSION"))),
        ("homepage", format!("\"{}\"", env!("CARGO_PKG_HOMEPAGE"))),
        ("bugs", format!("\"{repository}/issues\"")),
        ("repository", format!("{{ \"type\": \"git\", \"url\": \"git+{repository}.git\" }}")),
        ("author", format!("\"{}\"", env!("CARGO_PKG_AUTHORS"))),
        ("license", format!("\"{}\"", env!("CARGO_PKG_LICENSE"))),
    ];
    let mut text = read("npm/package.json");
    for (key, value) in lines {
        let begin = format!("\n  \"{key}\": ");
        let at = text.find(&begin).unwrap_or_else(|| panic!("npm/package.json has no {key}")) + begin.len();
        let end = at + text[at..].find(",\n").expect("more lines follow");
        text.replace_range(at..end, &value);
    }
    text
}
