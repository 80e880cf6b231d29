//! The command as it is called: what it prints, and how it refuses.

mod check;
mod command;
mod import;
mod snippet;
mod src;

use std::process::Command;

use sandbox_explorer::{data, prerender};

/// Runs the command: its output, or its error message.
fn run(args: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_sandbox-explorer")).args(args).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    if output.status.success() {
        assert_eq!(err, "");
        return Ok(out);
    }
    assert_eq!((output.status.code(), out.as_str()), (Some(2), ""));
    Err(err)
}

#[track_caller]
fn check_refused(args: &[&str], expected: &str) {
    let why = run(args).unwrap_err();
    assert!(why.starts_with(&format!("error: {expected}")), "{why}");
}

#[test]
fn prerender_prints_what_the_library_prints() {
    assert_eq!(run(&["prerender"]), prerender::print("list", [], ""));
    assert_eq!(
        run(&["prerender", "--scope", "part=4", "--lang=zh"]),
        prerender::print("list", [("scope", "part=4"), ("lang", "zh")], "")
    );
}

#[test]
fn attributes_keep_the_order_in_which_they_are_given() {
    let shadow = run(&["prerender", "--as", "shadow", "--without-sort", "--scope", "part=4", "--lang", "zh"]).unwrap();
    let start = "<sandbox-explorer without-sort=\"\" scope=\"part=4\" lang=\"zh\"><template";
    assert!(shadow.starts_with(start), "{}", &shadow[..200]);
}

#[test]
fn base_goes_into_addresses() {
    let frame = run(&["prerender", "--as", "oembed", "--base", "https://blog.example/embed"]).unwrap();
    assert!(frame.contains("https://blog.example/embed/sandbox-explorer.frame.html"), "{frame}");
}

#[test]
fn it_says_what_it_cannot_use() {
    check_refused(&["prerender", "part=4"], "unexpected argument 'part=4'");
    check_refused(&["prerender", "--scope"], "a value is required for '--scope <VALUE>'");
    check_refused(&["prerender", "--colour", "red"], "unexpected argument '--colour'");
    check_refused(
        &["prerender", "--theme", "blue"],
        "attribute theme: cannot use \"blue\"; allowed: auto, light, dark\n",
    );
    check_refused(&["prerender", "--as", "pdf"], "as: unknown \"pdf\"; allowed: list, links, ");
    check_refused(&["prerend"], "unrecognized subcommand 'prerend'");
}

#[test]
fn help_names_every_attribute_and_format() {
    let help = run(&["prerender", "--help"]).unwrap();
    for name in prerender::attributes() {
        assert!(help.contains(&format!("--{name}")), "{name}\n{help}");
    }
    for name in prerender::formats() {
        assert!(help.contains(name), "{name}\n{help}");
    }
}

#[test]
fn catalog_and_schema_are_those_of_the_library() {
    assert_eq!(run(&["catalog"]).as_deref(), Ok(data::JSON));
    assert_eq!(run(&["catalog", "--features"]).as_deref(), Ok(data::FEATURES));
    assert_eq!(run(&["schema"]).as_deref(), Ok(data::SCHEMA));
}
