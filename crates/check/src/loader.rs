//! The scripts that load the explorer: whether they run, how often, and whether their hash can fit.

use crate::Seen;
use crate::markup::{Markup, Tag};

/// A script of a page that loads the explorer.
#[derive(Clone, Debug)]
pub(crate) struct Loader {
    pub(crate) line: usize,
    pub(crate) tag: Tag,
    /// The address in the page; empty if the text of the script imports the package by its name.
    pub(crate) address: String,
    /// The single-file form, a classic script.
    pub(crate) is_inline: bool,
}

/// Attributes in which tools for consent and speed keep the address of a script that they hold back.
const HELD_BACK: [&str; 4] = ["data-src", "data-lazy-src", "data-litespeed-src", "data-rocket-src"];

/// Scripts of ours that load no explorer: those of frames, and what the loader loads.
const HELPERS: [&str; 3] = ["frames", "frame", "core"];

/// The name of a file in an address.
pub(crate) fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// Whether an address leads to a script of the explorer, also where a tool has put a hash into its name.
fn is_ours(address: &str) -> bool {
    let name = file_name(address);
    let is_script = name.ends_with(".js") || name.ends_with(".mjs");
    // Services that build modules have addresses such as https://esm.example/sandbox-explorer@0.2.0
    let is_package = name == "sandbox-explorer" || name.starts_with("sandbox-explorer@");
    (name.starts_with("sandbox-explorer") && is_script) || is_package
}

fn is_part(address: &str, part: &str) -> bool {
    file_name(address).split('.').any(|known| known == part)
}

/// The scripts, in their order.
pub(crate) fn all(markup: &Markup) -> Vec<Loader> {
    let mut found = Vec::new();
    for (at, line, tag) in markup.tags().filter(|(.., tag)| tag.name == "script") {
        let held = HELD_BACK.iter().find_map(|name| tag.attribute(name));
        let src = tag.attribute("src").filter(|src| !src.is_empty()).or(held);
        let loader = |address: &str| Loader {
            line,
            tag: tag.clone(),
            address: address.trim().to_owned(),
            is_inline: is_part(address, "inline"),
        };
        match src {
            Some(src) if is_ours(src) && !HELPERS.iter().any(|part| is_part(src, part)) => found.push(loader(src)),
            Some(_) => {}
            None => found.extend(imports(markup.text_after(at)).into_iter().map(loader)),
        }
    }
    found
}

/// The addresses of ours in the text of a script: `import 'sandbox-explorer'`, `import("…/sandbox-explorer.js")`, and tools that load
/// scripts by their address.
fn imports(text: &str) -> Vec<&str> {
    let literals = text.split(['"', '\'', '`']).skip(1).step_by(2);
    literals.filter(|literal| is_ours(literal) && text.contains("import")).collect()
}

pub(crate) fn rule(seen: &mut Seen) {
    for loader in seen.loaders.clone() {
        runs(seen, &loader);
        hash(seen, &loader);
    }
    // The same module twice is one module to a browser; everything else is two programs, or two versions of one.
    let mut known: Vec<&Loader> = Vec::new();
    let mut again = Vec::new();
    for loader in &seen.loaders {
        match known.first() {
            Some(first) if first.address != loader.address || loader.is_inline => again.push(loader.clone()),
            Some(_) => {}
            None => known.push(loader),
        }
    }
    for loader in again {
        seen.wrong("twice", loader.line, loader.tag.source);
    }
}

/// Types by which a browser runs a script as a classic one.
fn is_classic(kind: &str) -> bool {
    matches!(kind, "" | "text/javascript" | "application/javascript" | "application/x-javascript" | "text/ecmascript")
}

fn runs(seen: &mut Seen, loader: &Loader) {
    let Loader { line, tag, is_inline, .. } = loader;
    let kind = tag.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let runs = if *is_inline { kind == "module" || is_classic(&kind) } else { kind == "module" };
    // A classic script may import, too, but not by a statement.
    let text_imports = !tag.has("src") && is_classic(&kind);
    let is_held = tag.attribute("src").unwrap_or_default().is_empty() && HELD_BACK.iter().any(|name| tag.has(name));
    if is_held {
        seen.wrong("held", *line, &*tag.source);
    } else if !runs && !text_imports {
        seen.wrong(if is_classic(&kind) { "module" } else { "held" }, *line, &*tag.source);
    } else if tag.has("nomodule") {
        seen.wrong("module", *line, &*tag.source);
    }
}

/// The lengths of hashes in base64.
const LENGTHS: [(&str, usize); 3] = [("sha256-", 44), ("sha384-", 64), ("sha512-", 88)];

fn hash(seen: &mut Seen, loader: &Loader) {
    let Some(integrity) = loader.tag.attribute("integrity").map(str::trim).filter(|it| !it.is_empty()) else { return };
    let line = loader.line;
    let is_hash = |token: &str| {
        let token = token.split('?').next().unwrap_or_default();
        LENGTHS.iter().any(|(before, length)| {
            token.strip_prefix(before).is_some_and(|rest| {
                let is_digit = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
                rest.len() == *length && rest.bytes().all(is_digit)
            })
        })
    };
    // Browsers ignore what they cannot read, so that nothing is checked.
    let bad: Vec<&str> = integrity.split_ascii_whitespace().filter(|token| !is_hash(token)).collect();
    if !bad.is_empty() {
        seen.wrong("integrity", line, format!("integrity=\"{}\"", bad.join(" ")));
        return;
    }
    let is_elsewhere = loader.address.contains("//");
    if loader.is_inline && is_elsewhere && !loader.tag.has("crossorigin") {
        seen.wrong("integrity", line, format!("{} … crossorigin", loader.tag.source));
        return;
    }
    let hashes = seen.page.hashes;
    let ours = hashes.iter().find(|(name, _)| name == file_name(&loader.address)).map(|(_, hash)| hash);
    let algorithm = |hash: &str| hash.split('-').next().map(str::to_owned);
    if let Some(ours) = ours
        && integrity.split_ascii_whitespace().all(|token| algorithm(token) == algorithm(ours) && token != ours)
    {
        // Another version has another hash.
        seen.maybe("integrity", line, format!("{integrity} ≠ {ours}"));
    }
}
