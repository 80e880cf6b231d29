//! Turns `data/` into the packed catalog and `catalog.json`, or reports every mistake in it. Reading, checking and printing are in
//! `crates/catalog`, which the explorer itself uses too.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use catalog::files;

fn main() {
    for name in files::FILES {
        println!("cargo::rerun-if-changed=data/{name}");
    }
    // Its Chinese stop words are searched for.
    println!("cargo::rerun-if-changed=src/search/stop.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        // For the splitter (`xtask/src/wasm.rs`), which drops them again.
        println!("cargo::rustc-link-arg-bin=embed=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=style");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let style = style(Path::new("style/index.css")).expect("style/index.css lists files of style/");
    let before_code = fs::read_to_string("style/prerendered.css").expect("style/ is part of the package");
    fs::write(out.join("component.css"), short(&[&*style, &before_code].concat())).expect("OUT_DIR can be written");
    match files::build(Path::new("data")) {
        Ok(built) => {
            for (name, text) in [
                ("brief.txt", built.brief),
                ("chinese.txt", built.chinese),
                ("features.txt", built.features),
                ("catalog.txt", built.packed),
                ("traditional.txt", built.traditional),
                ("synonyms.txt", built.synonyms),
                ("statements.txt", built.statements),
                ("catalog.json", built.json),
            ] {
                fs::write(out.join(name), text).expect("OUT_DIR can be written");
            }
        }
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("cargo::error={mistake}");
            }
        }
    }
}

/// A style sheet with those that it imports in the place of their lines.
fn style(path: &Path) -> io::Result<String> {
    let mut style = String::new();
    for line in fs::read_to_string(path)?.lines() {
        match line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            Some(name) => style += &self::style(&path.with_file_name(name))?,
            None => style += &[line, "\n"].concat(),
        }
    }
    Ok(style)
}

/// A style sheet without comments and indentation.
fn short(style: &str) -> String {
    let text: String = style.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect();
    text.lines().map(str::trim_start).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
