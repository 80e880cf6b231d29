//! Turns `data/` into the packed catalog and `catalog.json`, or reports every mistake in it.
//!
//! The definition of a catalog and its reader are the library's own code, compiled here a second time; `build/` adds what
//! only the build needs: files, the house rules for our own texts, and printing.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/mod.rs"]
mod build;

#[path = "src/data"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
mod data {
    pub mod check;
    pub mod keys;
    pub mod limits;
    pub mod mistake;
    pub mod pack;
    pub mod packed;
    pub mod project;
    pub mod record;
    mod rows;
    pub mod similar;
    pub mod tables;
    pub mod tree;
    pub mod values;
}

#[path = "src/model/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
mod model;

#[path = "src/text.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library, which uses all of it")]
mod text;

fn main() {
    for name in build::FILES {
        println!("cargo::rerun-if-changed=data/{name}");
    }
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        // For the splitter (`xtask/src/wasm.rs`), which drops them again.
        println!("cargo::rustc-link-arg-bin=embed=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=style");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let style = style("index.css") + &style("prerendered.css");
    fs::write(out.join("style.css"), style).expect("OUT_DIR can be written");
    match build::build(Path::new("data")) {
        Ok(built) => {
            fs::write(out.join("brief.txt"), built.brief).expect("OUT_DIR can be written");
            fs::write(out.join("features.txt"), built.features).expect("OUT_DIR can be written");
            fs::write(out.join("catalog.txt"), built.packed).expect("OUT_DIR can be written");
            fs::write(out.join("tables.txt"), built.tables).expect("OUT_DIR can be written");
            fs::write(out.join("traditional.txt"), built.traditional).expect("OUT_DIR can be written");
            fs::write(out.join("synonyms.txt"), built.synonyms).expect("OUT_DIR can be written");
            fs::write(out.join("statements.txt"), built.statements).expect("OUT_DIR can be written");
            fs::write(out.join("catalog.json"), built.json).expect("OUT_DIR can be written");
        }
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("cargo::error={mistake}");
            }
        }
    }
}

/// A style sheet with its imports in their places, without comments and indentation.
fn style(name: &str) -> String {
    let text = fs::read_to_string(Path::new("style").join(name)).expect("style/ is part of the package");
    let text = text.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect::<String>();
    let line = |line: &str| match line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
        Some(import) => style(import),
        None => line.to_owned() + "\n",
    };
    text.lines().map(str::trim_start).filter(|line| !line.is_empty()).map(line).collect()
}
