//! The size of each download, against its budget. Node compresses: its zlib and brotli are those that servers use,
//! and it is needed anyway.

use crate::command::command;
use crate::{project, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// File of dist/embed, its description, and its maximum size in bytes after brotli. Lower is better: when a file
/// becomes permanently smaller, lower its number.
const BUDGETS: &[(&str, &str, Option<u64>)] = &[
    ("sandbox-explorer.js", "loader", Some(2_304)),
    ("sandbox-explorer.core.js", "glue and style", Some(12 * 1024)),
    ("sandbox-explorer.wasm", "program and data", Some(110 * 1024)),
    // Loaded after the first view.
    ("sandbox-explorer.later.wasm", "other views, details", Some(35 * 1024)),
    ("sandbox-explorer.features.txt", "features and facts", Some(32 * 1024)),
    // Loaded only where there is a `src`.
    ("sandbox-explorer.reader.js", "glue of the reader", Some(3 * 1024)),
    ("sandbox-explorer.reader.wasm", "reader of catalogs", Some(31 * 1024)),
    ("sandbox-explorer.inline.js", "all in one", None),
];

/// Size in bytes: raw, after gzip -9 and after brotli -q 11.
pub(crate) struct Sizes {
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
}

/// Prints the table and fails if a file is over its budget.
pub(crate) fn check() -> Result<()> {
    tools::node()?;
    let embed = project::dist().join("embed");
    println!("\n{:<29} {:<19} {:>9} {:>9} {:>9} {:>9}", "dist/embed", "", "raw", "gzip", "brotli", "budget");
    let mut over = Vec::new();
    for (file, what, budget) in BUDGETS {
        let path = embed.join(file);
        let bytes = fs::read(&path).with_context(|| format!("no {}; run `cargo xtask dist` first", path.display()))?;
        let sizes = measure(&bytes)?;
        let limit = budget.map_or("-".to_owned(), thousands);
        println!(
            "{file:<29} {what:<19} {:>9} {:>9} {:>9} {limit:>9}",
            thousands(sizes.raw),
            thousands(sizes.gzip),
            thousands(sizes.brotli)
        );
        if budget.is_some_and(|budget| sizes.brotli > budget) {
            over.push(*file);
        }
    }
    println!("\n{}", fs::read_to_string(embed.join("integrity.json")).context("integrity.json")?);
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

pub(crate) fn measure(bytes: &[u8]) -> Result<Sizes> {
    const SCRIPT: &str = "
        const { readFileSync } = require('node:fs');
        const { gzipSync, brotliCompressSync, constants } = require('node:zlib');
        const bytes = readFileSync(0);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        console.log(gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, { params }).length);";
    let mut node = command("node").args(["-e", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    node.stdin.take().expect("stdin is piped").write_all(bytes)?;
    let printed = String::from_utf8(node.wait_with_output()?.stdout)?;
    let (gzip, brotli) = printed.trim().split_once(' ').context("Node printed no sizes")?;
    Ok(Sizes { raw: bytes.len() as u64, gzip: gzip.parse()?, brotli: brotli.parse()? })
}

/// `87,040`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn numbers_are_grouped_by_threes() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(2048), "2,048");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
