//! The content security policy that a snippet needs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::choice::Choice;
use crate::host::Host;
use crate::style;
use crate::syntax::Syntax;

/// The directives that a page with a policy must allow, in one line. A page without a policy needs nothing.
#[must_use]
pub fn policy(choice: &Choice, host: &Host) -> String {
    let base = choice.base();
    let files = if host.loader.is_some() || host.directory.is_none() { origin(&base) } else { "'self'".to_owned() };
    if host.syntax == Syntax::Query {
        return format!("frame-src {files}; script-src {files}");
    }
    let mut connect = vec![files.clone()];
    let src = choice.get("src");
    if !src.is_empty() && !connect.contains(&origin(src)) {
        connect.push(origin(src));
    }
    let mut policy = match host.syntax {
        Syntax::Leptos => format!("script-src 'self' 'wasm-unsafe-eval'; connect-src {}", connect.join(" ")),
        _ => format!("script-src {files} 'wasm-unsafe-eval'; connect-src {}", connect.join(" ")),
    };
    let rule = style::rule(choice, host.syntax);
    if host.is_markup && !rule.is_empty() {
        let hash = STANDARD.encode(Sha256::digest(style::content(&rule)));
        policy.push_str(&format!("; style-src 'sha256-{hash}'"));
    }
    policy
}

/// The origin of an address, as a policy writes it; that of the page, `'self'`, for a relative one.
#[must_use]
pub fn origin(address: &str) -> String {
    match address.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => {
            format!("{scheme}//{}", rest.split(['/', '?', '#']).next().unwrap_or_default())
        }
        _ => "'self'".to_owned(),
    }
}
