//! What a further link of an entry leads to, as its text or its host says.

use crate::address;

/// Texts of links that say what they lead to, in lower case.
const LINK_NAMES: &[(&str, &str)] = &[
    ("code", "repository"),
    ("github", "repository"),
    ("gitlab", "repository"),
    ("repo", "repository"),
    ("repository", "repository"),
    ("source", "repository"),
    ("source code", "repository"),
    ("src", "repository"),
    ("源码", "repository"),
    ("源代码", "repository"),
    ("代码", "repository"),
    ("仓库", "repository"),
    ("doc", "docs"),
    ("docs", "docs"),
    ("documentation", "docs"),
    ("文档", "docs"),
    ("home", "website"),
    ("homepage", "website"),
    ("site", "website"),
    ("web", "website"),
    ("website", "website"),
    ("官网", "website"),
    ("主页", "website"),
    ("clients", "clients"),
    ("demo", "demo"),
    ("演示", "demo"),
    ("paper", "paper"),
    ("pdf", "pdf"),
    ("video", "video"),
    ("wiki", "wiki"),
];

/// What a link is, by its text.
pub(super) fn link_name(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    LINK_NAMES.iter().find(|(known, _)| *known == text.trim()).map(|(_, name)| *name)
}

/// Hosts that say what is there.
const HOSTS: &[(&str, &str)] = &[
    ("crates.io", "package"),
    ("npmjs.com", "package"),
    ("pypi.org", "package"),
    ("pypi.python.org", "package"),
    ("rubygems.org", "package"),
    ("hub.docker.com", "package"),
    ("docs.rs", "docs"),
    ("pkg.go.dev", "docs"),
    ("readthedocs.io", "docs"),
];

/// What a link is, by its host.
pub(super) fn host_name(address: &str) -> Option<&'static str> {
    let host = address::host(address);
    let is_it = |known: &str| host == known || host.ends_with(&format!(".{known}"));
    HOSTS.iter().find(|(known, _)| is_it(known)).map(|(_, name)| *name)
}
