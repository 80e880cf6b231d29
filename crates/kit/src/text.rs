//! The texts to paste, in the order in which an author needs them. Each begins as an example of `npm/snippets`, whose attributes, list and
//! addresses are replaced by those of the choice.

use sandbox_explorer::Lang;
use sandbox_explorer::options::ATTRIBUTES;

use crate::choice::Choice;
use crate::files::Files;
use crate::host::{Host, Loader, OncePlace};
use crate::inside::{self, Inside};
use crate::preload;
use crate::style;
use crate::syntax::Syntax;

/// The attributes of every example.
const ATTRIBUTES_OF_EXAMPLE: [(&str, &str); 2] = [("scope", "part=4"), ("heading-level", "2")];
/// The list of every example that has one.
const LINK_OF_EXAMPLE: &str = "<a href=\"https://www.cncf.io/sandbox-projects/\">CNCF Sandbox projects</a>";
/// The list of the example whose list is a file.
const FILE_OF_EXAMPLE: &str = "part-4.html";
const LAZY: &str = "loading=\"lazy\"";
const LOADER: &str = "sandbox-explorer.js";

/// Where a text goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A command, once.
    Terminal,
    /// A file of this path, once for a site.
    File(String),
    /// Into this file, once for a site.
    Into(String),
    /// Into the `<head>` of the page.
    Head,
    /// Into the style sheet of the site.
    Style,
    /// At the beginning of the post, once.
    Top,
    /// Into the post, where the explorer is to appear.
    Post,
}

/// A text and where it goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it goes.
    pub place: Place,
    /// The text, with a line break at its end.
    pub text: String,
}

/// The texts for a host; the last one is that for the post. `here`: the language of the list where the author chose none.
#[must_use]
pub fn text(choice: &Choice, host: &Host, files: &Files, here: Lang) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |place, text: String| pieces.push(Piece { place, text });
    for once in host.once {
        let place = match once.place {
            OncePlace::Terminal => Place::Terminal,
            OncePlace::File => Place::File(once.path.to_owned()),
            OncePlace::Into => Place::Into(once.path.to_owned()),
        };
        add(place, loaded(once.text, choice, host, files));
    }

    let example = without_comment(host.example);
    let (top, example) = imports(host, example);
    let mut post = loaded(example, choice, host, files);
    post = post.replacen(&attributes_of_example(host.syntax), &attributes(choice, host), 1);
    if host.syntax == Syntax::Query && choice.is_eager() {
        post = post.replacen(LAZY, "loading=\"eager\"", 1);
    }
    let inside = inside::inside(choice, host.inside, here);
    match host.inside {
        Inside::File(directory) => {
            let name = format!("{}.html", inside::name(choice));
            post = post.replacen(FILE_OF_EXAMPLE, &name, 1);
            let list = if inside.is_empty() { LINK_OF_EXAMPLE.to_owned() } else { inside };
            add(Place::File(format!("{directory}{name}")), list + "\n");
        }
        Inside::Links if inside.is_empty() => post = closed(&post),
        _ if inside.is_empty() => {}
        _ => post = indented(&post, &inside),
    }

    let preload = preload::lines(choice, host, files, here);
    let rule = if host.syntax == Syntax::Query { String::new() } else { style::rule(choice, host.syntax) };
    if host.is_markup {
        let mut first = preload;
        if !rule.is_empty() {
            first.push(format!("<style>{}</style>", style::content(&rule)));
        }
        post = before_tag(&post, &first.join("\n"));
    } else {
        if !preload.is_empty() {
            add(Place::Head, preload.join("\n") + "\n");
        }
        if !rule.is_empty() {
            add(Place::Style, rule + "\n");
        }
    }
    if !top.is_empty() {
        add(Place::Top, top);
    }
    add(Place::Post, post);
    pieces
}

/// The comment at the beginning of an example says where it belongs; whoever prints a piece says that anyway.
fn without_comment(example: &str) -> &str {
    match example.strip_prefix("<!--").and_then(|rest| rest.split_once("-->\n")) {
        Some((_, rest)) => rest,
        None => example,
    }
}

/// The imports at the beginning of MDX, apart: a post with two explorers has them once. A component of a framework is a file of its own.
fn imports<'a>(host: &Host, example: &'a str) -> (String, &'a str) {
    match example.split_once("\n\n") {
        Some((top, rest)) if top.starts_with("import ") && host.directory.is_some() => (format!("{top}\n"), rest),
        _ => (String::new(), example),
    }
}

fn attributes_of_example(syntax: Syntax) -> String {
    let find = |name: &str| ATTRIBUTES.iter().find(|attribute| attribute.name == name);
    syntax.write(ATTRIBUTES_OF_EXAMPLE.iter().filter_map(|(name, value)| Some((find(name)?, *value))))
}

/// The attributes that a host writes. Where the author's text names the loader, its address says where the files are.
fn attributes(choice: &Choice, host: &Host) -> String {
    let is_base_needed = host.loader.is_none() && host.directory.is_none();
    let written = choice.attributes().filter(|(attribute, _)| {
        let is_of_frame = host.syntax == Syntax::Query && attribute.name == "loading";
        host.syntax.takes(attribute) && (attribute.name != "base" || is_base_needed) && !is_of_frame
    });
    host.syntax.write(written)
}

/// A text with the author's address of the loader, and its hash.
fn loaded(text: &str, choice: &Choice, host: &Host, files: &Files) -> String {
    let Some(Loader { written, around, integrity }) = &host.loader else { return text.to_owned() };
    let Some(at) = text.find(written) else { return text.to_owned() };
    let (before, after) = text.split_at(at);
    let (address, after) = after.split_at(written.len());
    let mut after = after.to_owned();
    let hash = files.integrity(LOADER).filter(|_| choice.integrity);
    if let (Some(hash), Some((mark, [open, close]))) = (hash, integrity) {
        after = after.replacen(mark, &format!("{open}{hash}{close}{mark}"), 1);
    }
    let base = choice.base();
    if base.is_empty() {
        return [before, address, &after].concat();
    }
    // The frame's example writes a directory, with two files in it.
    let name = if written.ends_with(LOADER) || written.contains("sandbox-explorer.js") { LOADER } else { "" };
    let own = [around[0], &base, name, around[1]].concat();
    [before, &own, &after.replace(&format!("\"{written}"), &format!("\"{own}"))].concat()
}

/// The list in place of the link of the example, each line as far to the right as that was.
fn indented(post: &str, inside: &str) -> String {
    let Some((before, after)) = post.split_once(LINK_OF_EXAMPLE) else { return post.to_owned() };
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let indent = &before[start..];
    let lines: Vec<&str> = inside.lines().collect();
    [before, &lines.join(&format!("\n{indent}")), after].concat()
}

/// A component without children.
fn closed(post: &str) -> String {
    let Some((before, after)) = post.split_once(LINK_OF_EXAMPLE) else { return post.to_owned() };
    let Some((_, after)) = after.split_once("</SandboxExplorer>") else { return post.to_owned() };
    let open = before.trim_end().strip_suffix('>').unwrap_or(before);
    [open, "/>", after].concat()
}

/// Lines before the first line with a tag, as far to the right.
fn before_tag(post: &str, lines: &str) -> String {
    let tags = ["<script", "<sandbox-explorer", "<div data-sandbox-explorer"];
    let is_tag = |line: &str| tags.iter().any(|tag| line.trim_start().starts_with(tag));
    if lines.is_empty() {
        return post.to_owned();
    }
    let mut text = String::new();
    let mut is_done = false;
    for line in post.lines() {
        if is_tag(line) && !is_done {
            let indent = &line[..line.len() - line.trim_start().len()];
            lines.lines().for_each(|own| text.push_str(&format!("{indent}{own}\n")));
            is_done = true;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}
