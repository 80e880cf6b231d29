//! The addresses of files: where `<base>` leads them, hosts that do not serve files to pages, and addresses that readers cannot reach.

use crate::Seen;
use crate::loader::file_name;

/// Hosts that show files to people, or send them in a type that browsers do not run.
const NO_HOSTS: &[&str] = &[
    "raw.githubusercontent.com",
    "gist.githubusercontent.com",
    "raw.github.com",
    "github.com",
    "gitee.com",
    "bitbucket.org",
    "gitlab.com",
    "drive.google.com",
    "dropbox.com",
    "www.dropbox.com",
];

/// The host of an address; `None` if the page's own is meant.
pub(crate) fn host(address: &str) -> Option<&str> {
    let (before, rest) = address.split_once("//")?;
    if !matches!(before.to_ascii_lowercase().as_str(), "" | "http:" | "https:") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    Some(authority.rsplit('@').next().unwrap_or_default())
}

/// Whether an address depends on the place of the page, or on `<base>`.
fn is_relative(address: &str) -> bool {
    let has_scheme = address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    !address.is_empty() && !has_scheme && !address.starts_with(['/', '\\'])
}

/// Whether an address is a place on the author's own disk.
fn is_on_disk(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let drive = lower.as_bytes();
    let has_drive = drive.len() > 2 && drive[0].is_ascii_alphabetic() && drive[1] == b':' && b"/\\".contains(&drive[2]);
    let is_local = host(&lower).is_some_and(|host| {
        let name = host.split(':').next().unwrap_or_default();
        matches!(name, "localhost" | "127.0.0.1" | "0.0.0.0")
    });
    has_drive || lower.starts_with("file:") || lower.contains('\\') || is_local
}

pub(crate) fn rule(seen: &mut Seen) {
    let base = seen.markup.named("base").find_map(|(line, tag)| Some((line, tag.attribute("href")?.trim().to_owned())));
    // What is loaded: the scripts, and what the attributes of the explorers name.
    let mut addresses: Vec<(usize, String, bool)> = Vec::new();
    for loader in &seen.loaders {
        let is_bare = matches!(file_name(&loader.address), name if name == loader.address && !name.contains('.'));
        if !is_bare {
            addresses.push((loader.line, loader.address.clone(), false));
        }
    }
    for explorer in &seen.explorers {
        for name in ["base", "src"] {
            if let Some(value) = explorer.option(name).filter(|value| !value.trim().is_empty()) {
                addresses.push((explorer.line, value.trim().to_owned(), name == "base"));
            }
        }
    }
    for (line, address, is_directory) in addresses {
        if is_on_disk(&address) {
            seen.wrong("unreachable", line, &*address);
        } else if host(&address).is_some_and(|host| NO_HOSTS.contains(&host.to_ascii_lowercase().as_str())) {
            seen.wrong("mime", line, &*address);
        } else if is_directory && [".js", ".wasm", ".html"].iter().any(|ending| address.ends_with(ending)) {
            seen.wrong("base", line, format!("base=\"{address}\""));
        } else if let Some((_, href)) = base.as_ref().filter(|(_, href)| !href.is_empty() && is_relative(&address)) {
            seen.maybe("base", line, format!("<base href=\"{href}\"> + {address}"));
        } else if host(&address).is_some() && !is_directory {
            seen.maybe("cors", line, &*address);
        }
        if address.to_ascii_lowercase().starts_with("http://") && !is_on_disk(&address) {
            seen.maybe("insecure", line, &*address);
        }
    }
}
