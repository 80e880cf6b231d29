//! What the bytes of the wasm are used for: by section, and the code by the crate that defines each function. The
//! shipped file has no names, so this builds a second one that keeps them. A generic function counts for the crate
//! that defines it, whoever instantiates it.

use crate::project;
use crate::sizes::{Sizes, measure, thousands};
use crate::wasm::{self, Profile};
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many of the largest functions and data segments are listed.
const TOP: usize = 25;

pub(crate) fn print() -> Result<()> {
    wasm::build(Profile::Release)?;
    let directory = project::target().join("embed/release/names");
    let file = wasm::bindgen(Profile::Release, &directory, true)?;
    let bytes = fs::read(&file)?;

    let (sections, functions) = read(&bytes)?;
    println!("\n{:<28} {:>9} {:>9} {:>9}", "section", "raw", "gzip", "brotli");
    for (name, range) in &sections {
        row(name, &bytes[range.clone()])?;
    }
    let shipped = project::dist().join("embed/sandbox-explorer.wasm");
    if shipped.is_file() {
        row("as shipped (without names)", &fs::read(&shipped)?)?;
    }

    let total: u64 = functions.iter().map(|(_, size)| size).sum();
    let mut crates: HashMap<&str, (u64, u64)> = HashMap::new();
    for (name, size) in &functions {
        let entry = crates.entry(crate_of(name)).or_default();
        entry.0 += size;
        entry.1 += 1;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(name, (size, _))| (std::cmp::Reverse(*size), *name));
    println!("\n{:<28} {:>9} {:>9} {:>9}", "code by crate", "raw", "share", "functions");
    for (name, (size, count)) in crates {
        println!("{name:<28} {:>9} {:>8.1}% {count:>9}", thousands(size), size as f64 * 100.0 / total as f64);
    }

    let mut functions = functions;
    functions.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    println!("\nlargest functions");
    for (name, size) in functions.iter().take(TOP) {
        println!("{:>9}  {}", thousands(*size), without_hashes(name).chars().take(120).collect::<String>());
    }
    Ok(())
}

fn row(name: &str, bytes: &[u8]) -> Result<()> {
    let Sizes { raw, gzip, brotli } = measure(bytes)?;
    println!("{name:<28} {:>9} {:>9} {:>9}", thousands(raw), thousands(gzip), thousands(brotli));
    Ok(())
}

type Sections = Vec<(String, std::ops::Range<usize>)>;
type Functions = Vec<(String, u64)>;

/// The sections with their positions, and every function body with its name and size.
fn read(bytes: &[u8]) -> Result<(Sections, Functions)> {
    let (mut sections, mut bodies, mut names) = (Vec::new(), Vec::new(), HashMap::new());
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(reader) => {
                for import in reader.clone().into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(reader) = custom.as_known() {
                    for part in reader {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                    continue;
                }
            }
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            sections.push((section_name(id, &payload), range.start as usize..range.end as usize));
        }
    }
    let functions = bodies
        .into_iter()
        .zip(imported..)
        .map(|(size, index)| (names.remove(&index).unwrap_or_default(), size))
        .collect();
    Ok((sections, functions))
}

fn section_name(id: u8, payload: &Payload<'_>) -> String {
    const NAMES: [&str; 13] = [
        "custom",
        "types",
        "imports",
        "functions",
        "tables",
        "memory",
        "globals",
        "exports",
        "start",
        "elements",
        "code",
        "data",
        "data count",
    ];
    match payload {
        Payload::CustomSection(custom) => format!("custom: {}", custom.name()),
        _ => NAMES.get(usize::from(id)).context("unknown").map_or("other", |name| name).to_owned(),
    }
}

/// The name without the hashes that distinguish two copies of a crate: `core[44528b579e4af097]::fmt` becomes
/// `core::fmt`.
fn without_hashes(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some(start) = rest.find('[') {
        let is_hash = |inner: &str| inner.len() > 8 && inner.bytes().all(|byte| byte.is_ascii_hexdigit());
        let end = rest[start..].find(']').map_or(rest.len(), |end| start + end + 1);
        let hash = rest[start..end].strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).is_some_and(is_hash);
        out.push_str(&rest[..if hash { start } else { start + 1 }]);
        rest = &rest[if hash { end } else { start + 1 }..];
    }
    out + rest
}

/// The crate in a demangled name: the first word of the first path; in `<T as Trait>` that of the type or else of the
/// trait.
fn crate_of(name: &str) -> &str {
    // `<str>::trim_matches`, `<[_]>::sort_by`: methods of the language's own types.
    if name.split_once("::").is_some_and(|(head, _)| head.starts_with('<') && head.ends_with('>')) {
        return "core";
    }
    let mut rest = name;
    while let Some(end) = rest.find("::") {
        let head = &rest[..end];
        let start = head.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
        if start < end {
            // v0 names contain `core[6af2…]::fmt`; legacy ones do not.
            return &rest[start..end];
        }
        if let Some(bracket) = head.strip_suffix(']').and_then(|head| head.rfind('[').map(|at| &head[..at])) {
            let start = bracket.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
            if start < bracket.len() {
                return &bracket[start..];
            }
        }
        rest = &rest[end + 2..];
    }
    "(no crate)"
}

#[cfg(test)]
mod tests {
    use super::{crate_of, without_hashes};

    #[test]
    fn hashes_are_left_out_and_slices_are_not() {
        assert_eq!(
            without_hashes("<[u8] as core[44528b579e4af097]::fmt::Debug>::fmt"),
            "<[u8] as core::fmt::Debug>::fmt"
        );
        assert_eq!(without_hashes("<[core[44528b579e4af097]::Arg; 3]>::len"), "<[core::Arg; 3]>::len");
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(crate_of(name), expected);
    }

    #[test]
    fn a_function_belongs_to_the_crate_that_wrote_it() {
        check("core::fmt::write::h0123456789abcdef", "core");
        check("<alloc::string::String as core::fmt::Write>::write_str", "alloc");
        check("<&mut dyn tachys::Render as Drop>::drop", "tachys");
        check("<u32 as core::fmt::Display>::fmt", "core");
        check("core[6af2be2b1dd5a8a4]::fmt::write", "core");
        check("<sandbox_explorer[0a1b]::filter::Filter>::apply", "sandbox_explorer");
        check("<str>::trim_matches::<char>", "core");
        check("__wbindgen_malloc", "(no crate)");
    }
}
