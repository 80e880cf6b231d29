//! The table as `page/troubles.json`, from which `page/build.mjs` makes the script for the console.

use std::path::Path;
use std::{env, fs};

use sandbox_explorer_check::{HEADS, TROUBLES, Text};

const COMMAND: &str = "UPDATE=1 cargo test -p sandbox-explorer-check printed";

/// A language, and which text is in it.
type Language = (&'static str, fn(Text) -> &'static str);

/// A text between quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn the_table_for_the_console_is_printed_from_the_rows() {
    let languages: [Language; 3] = [("en", |text| text.en), ("zh", |text| text.zh), ("zh-Hant", |text| text.zh_hant)];
    let one = |(language, of): &Language| {
        let heads = HEADS.map(|text| quoted(of(text))).join(", ");
        let row = |it: &sandbox_explorer_check::Trouble| {
            format!("      {}: [{}, {}]", quoted(it.id), quoted(of(it.what)), quoted(of(it.remedy)))
        };
        let rows = TROUBLES.iter().map(row).collect::<Vec<_>>().join(",\n");
        let language = quoted(language);
        format!("  {language}: {{\n    \"heads\": [{heads}],\n    \"troubles\": {{\n{rows}\n    }}\n  }}")
    };
    let printed = format!("{{\n{}\n}}\n", languages.iter().map(one).collect::<Vec<_>>().join(",\n"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../page/troubles.json");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &printed).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), printed, "page/troubles.json is stale: {COMMAND}");
}
