//! A content security policy in the page: whether the loader, the program and the other files are allowed. One in a header is for the
//! console.

use crate::Seen;
use crate::address::host;
use crate::loader::Loader;

/// Whether a policy allows something. A page does not say its own host, which a policy may name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Answer {
    Yes,
    Unknown,
    No,
}

/// A policy: its directives with their sources, in small letters where they have no case.
struct Policy(Vec<(String, Vec<String>)>);

impl Policy {
    fn read(text: &str) -> Policy {
        let mut directives: Vec<(String, Vec<String>)> = Vec::new();
        for directive in text.split(';') {
            let mut words = directive.split_ascii_whitespace();
            let Some(name) = words.next().map(str::to_ascii_lowercase) else { continue };
            // The first one of a name counts.
            if directives.iter().all(|(known, _)| *known != name) {
                directives.push((name, words.map(str::to_owned).collect()));
            }
        }
        Policy(directives)
    }

    /// The sources for the first of these directives that is there.
    fn sources(&self, names: &[&str]) -> Option<&[String]> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|(known, _)| known == name).map(|(_, sources)| sources.as_slice()))
    }
}

fn has(sources: &[String], keyword: &str) -> bool {
    sources.iter().any(|source| source.eq_ignore_ascii_case(keyword))
}

/// Whether sources allow an address.
fn allow(sources: &[String], address: &str) -> Answer {
    let host = host(address);
    let mut answer = Answer::No;
    for source in sources.iter().map(|source| source.to_ascii_lowercase()) {
        let by = match (source.as_str(), host) {
            ("*", _) | ("'self'", None) => Answer::Yes,
            ("https:" | "http:", None) => Answer::Unknown,
            ("https:" | "http:", Some(_)) => {
                let is_upgraded = source == "http:" || address.starts_with("https:") || address.starts_with("//");
                if is_upgraded { Answer::Yes } else { Answer::No }
            }
            ("'self'", Some(_)) => Answer::Unknown,
            (quoted, _) if quoted.starts_with('\'') => Answer::No,
            // The page's own host may be the one that is named.
            (_, None) => Answer::Unknown,
            (named, Some(host)) => {
                if is_host(named, &host.to_ascii_lowercase(), address) {
                    Answer::Yes
                } else {
                    Answer::No
                }
            }
        };
        answer = match (answer, by) {
            (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
            (Answer::Unknown, _) | (_, Answer::Unknown) => Answer::Unknown,
            _ => Answer::No,
        };
    }
    answer
}

/// Whether a source such as `https://*.example.org/js/` means an address on a host.
fn is_host(source: &str, host: &str, address: &str) -> bool {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    let (named, path) = rest.split_once('/').unwrap_or((rest, ""));
    let without_port = |name: &str| name.split(':').next().unwrap_or_default().to_owned();
    let has_port = named.contains(':') && !named.ends_with(":*");
    let is_name = match named.strip_prefix("*.") {
        Some(domain) => {
            without_port(host).strip_suffix(&without_port(domain)).is_some_and(|before| before.ends_with('.'))
        }
        None if has_port => named == host,
        None => without_port(named) == without_port(host),
    };
    let of_address = address.split_once("//").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let is_path =
        path.is_empty() || if path.ends_with('/') { of_address.starts_with(path) } else { of_address == path };
    is_name && is_path
}

const SCRIPTS: [&str; 3] = ["script-src-elem", "script-src", "default-src"];

pub(crate) fn rule(seen: &mut Seen) {
    let is_policy = |kind: &str| kind.trim().eq_ignore_ascii_case("content-security-policy");
    let metas = seen.markup.named("meta").filter(|(_, tag)| tag.attribute("http-equiv").is_some_and(is_policy));
    let policies: Vec<(usize, Policy)> =
        metas.map(|(line, tag)| (line, Policy::read(tag.attribute("content").unwrap_or_default()))).collect();
    for (line, policy) in policies {
        for (answer, lacks) in lacking(&policy, &seen.loaders) {
            match answer {
                Answer::No => seen.wrong("csp", line, lacks),
                Answer::Unknown => seen.maybe("csp", line, lacks),
                Answer::Yes => {}
            }
        }
    }
}

/// What a policy lacks for these loaders, as directives to add.
fn lacking(policy: &Policy, loaders: &[Loader]) -> Vec<(Answer, String)> {
    let mut lacks = Vec::new();
    // Without a loader that is seen, the files are those of the page.
    let address = loaders.first().map_or("sandbox-explorer.js", |loader| &loader.address);
    let place = host(address).map_or_else(
        || "'self'".to_owned(),
        |host| {
            let scheme = address.split("//").next().filter(|it| !it.is_empty()).unwrap_or("https:");
            format!("{scheme}//{host}")
        },
    );
    if let Some(sources) = policy.sources(&SCRIPTS) {
        let tag = loaders.first().map(|loader| &loader.tag);
        let nonce = tag.and_then(|tag| tag.attribute("nonce")).filter(|nonce| !nonce.is_empty());
        let hashes = tag.and_then(|tag| tag.attribute("integrity")).unwrap_or_default();
        let by_nonce = nonce.is_some_and(|nonce| sources.iter().any(|source| *source == format!("'nonce-{nonce}'")));
        let by_hash = hashes.split_ascii_whitespace().any(|hash| sources.iter().any(|it| *it == format!("'{hash}'")));
        // With this word, hosts and 'self' do not count.
        let by_address = if has(sources, "'strict-dynamic'") { Answer::No } else { allow(sources, address) };
        if !by_nonce && !by_hash {
            lacks.push((by_address, format!("script-src {place}")));
        }
    }
    if let Some(sources) = policy.sources(&SCRIPTS[1..]) {
        let runs = has(sources, "'wasm-unsafe-eval'") || has(sources, "'unsafe-eval'");
        let answer = if runs { Answer::Yes } else { Answer::No };
        lacks.push((answer, "script-src 'wasm-unsafe-eval'".to_owned()));
    }
    let is_inline = loaders.first().is_some_and(|loader| loader.is_inline);
    if let Some(sources) = policy.sources(&["connect-src", "default-src"]).filter(|_| !is_inline) {
        lacks.push((allow(sources, address), format!("connect-src {place}")));
    }
    lacks
}
