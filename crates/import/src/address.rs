//! Addresses as lists have them, made into those that the reader of catalogs accepts.

use sandbox_explorer_catalog::check;
use sandbox_explorer_catalog::limits::ADDRESS;

/// Makes an address that can be a link: http, https or mailto. A forgotten scheme is added, and characters that do not belong in an
/// address are encoded, as browsers do.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn address(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if let Some(mail) = text.strip_prefix("mailto:") {
        let is_mail =
            mail.contains('@') && mail.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>'));
        return if is_mail { Ok(text.to_owned()) } else { Err("is no mail address") };
    }
    let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let whole = match scheme.as_deref() {
        Some(known @ ("http" | "https")) => format!("{known}{}", &text[known.len()..]),
        None if is_host(text) => format!("https://{text}"),
        _ => return Err("must begin with https:// or http://"),
    };
    let mut encoded = String::with_capacity(whole.len());
    for b in whole.bytes() {
        match b {
            b'\\' => return Err("contains a backslash"),
            b'!'..=b'~' if !matches!(b, b'"' | b'<' | b'>') => encoded.push(b as char),
            b => encoded.push_str(&format!("%{b:02X}")),
        }
    }
    if encoded.len() > ADDRESS {
        return Err("is longer than 2000 characters");
    }
    check::address(&encoded)?;
    Ok(encoded)
}

/// The address of a file in a folder.
pub(crate) fn in_folder(folder: &str, file: &str) -> String {
    let mut whole = folder.trim_end_matches('/').to_owned() + "/";
    for b in file.trim_start_matches("./").bytes() {
        match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'(' | b')' | b'@' => {
                whole.push(b as char)
            }
            b => whole.push_str(&format!("%{b:02X}")),
        }
    }
    whole
}

/// Whether a text without a scheme begins with the name of a host: `www.example.org/a`.
fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let last = labels.last().copied().unwrap_or_default();
    labels.len() > 1
        && labels.iter().all(is_label)
        && last.len() > 1
        && last.bytes().all(|b| b.is_ascii_alphabetic())
        && (labels[0] == "www" || text.contains('/') || ["com", "org", "net", "io", "dev", "cn"].contains(&last))
}

/// Whether a text is an address and nothing else.
pub(crate) fn is_address(text: &str) -> bool {
    let text = text.trim();
    ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
        && !text.contains(char::is_whitespace)
}

/// The host of an address without `www.`.
pub(crate) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// Hosts of source code whose addresses with two segments are repositories.
const FORGES: &[&str] = &[
    "github.com",
    "gitlab.com",
    "codeberg.org",
    "bitbucket.org",
    "gitee.com",
    "sr.ht",
    "git.sr.ht",
    "gitea.com",
    "invent.kde.org",
    "framagit.org",
    "salsa.debian.org",
    "gitlab.gnome.org",
    "gitlab.freedesktop.org",
    "atomgit.com",
    "gitcode.com",
    "code.google.com",
];

/// `owner/name` if the address is that of a repository.
pub(crate) fn repository(address: &str) -> Option<String> {
    let host = host(address);
    if !FORGES.contains(&host) && !host.starts_with("gitlab.") && !host.starts_with("git.") {
        return None;
    }
    let (_, path) = address.split_once("://")?.1.split_once('/')?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let (owner, name) = (segments.next()?, segments.next()?);
    let is_page = ["topics", "orgs", "sponsors", "marketplace", "apps"].contains(&owner);
    (!is_page).then(|| format!("{owner}/{}", name.strip_suffix(".git").unwrap_or(name)))
}

/// Whether an address is that of a repository itself, and of no page in it.
pub(crate) fn is_repository(address: &str) -> bool {
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    repository(address).is_some() && path.trim_end_matches('/').matches('/').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_safe_or_refused() {
        assert_eq!(address(" HTTPS://a.org/x y/中 ").as_deref(), Ok("https://a.org/x%20y/%E4%B8%AD"));
        assert_eq!(address("www.a.org").as_deref(), Ok("https://www.a.org"));
        assert_eq!(address("twitter.com/a").as_deref(), Ok("https://twitter.com/a"));
        assert_eq!(address("mailto:a@b.org").as_deref(), Ok("mailto:a@b.org"));
        for wrong in [
            "javascript:alert(1)",
            "ftp://a.org",
            "CONTRIBUTING.md",
            "/docs",
            "#a",
            "",
            "https://",
            "n/a",
            "mailto:x",
            "https://a@b.org",
        ] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_repository_has_an_owner_and_a_name() {
        assert_eq!(repository("https://github.com/a/b.git").as_deref(), Some("a/b"));
        assert_eq!(repository("https://www.github.com/a/b/tree/main#x").as_deref(), Some("a/b"));
        for other in ["https://github.com/a", "https://a.github.io/b/c", "https://github.com/topics/x"] {
            assert_eq!(repository(other), None, "{other}");
        }
    }
}
