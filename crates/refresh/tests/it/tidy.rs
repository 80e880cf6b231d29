//! The help lists every field.

use std::fs;
use std::path::Path;

use refresh::field::{FIELDS, TOC_FIELDS};

#[test]
fn the_help_has_every_field_and_its_key() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).unwrap();
    let (_, list) = main.split_once("FIELDS\n").unwrap();
    let (list, _) = list.split_once("APPLYING").unwrap();
    for field in FIELDS.iter().chain(TOC_FIELDS) {
        let has = |line: &str| line.split_whitespace().next() == Some(field.name);
        assert!(list.lines().any(has), "{}", field.name);
    }
    for field in FIELDS {
        let has = |line: &str| line.trim_start().starts_with(field.name) && line.ends_with(field.key);
        assert!(list.lines().any(has), "{}: {}", field.name, field.key);
    }
}
