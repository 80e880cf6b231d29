//! The tags and texts of a page in their order, as a browser's tokenizer reads them (html5gum), each with its line.

use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

/// Elements without content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose start ends an open paragraph, by the HTML standard.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "table",
    "ul",
];

/// A piece of a page.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Start(Tag),
    End(String),
    Text(String),
}

/// A start tag.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// In alphabetical order; texts are decoded.
    pub(crate) attributes: Vec<(String, String)>,
    /// As it is written, shortened.
    pub(crate) source: String,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    pub(crate) fn is_void(&self) -> bool {
        VOID.contains(&self.name.as_str())
    }

    pub(crate) fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name.as_str())
    }
}

/// A page.
#[derive(Clone, Debug)]
pub(crate) struct Markup {
    pub(crate) pieces: Vec<Piece>,
}

impl Markup {
    pub(crate) fn read(html: &str) -> Markup {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        // Scripts, styles and text areas contain no tags.
        emitter.naively_switch_states(true);
        let mut lines = Lines { html, at: 0, line: 1 };
        let mut pieces: Vec<Piece> = Vec::new();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let source = html.get(tag.span.start..tag.span.end).unwrap_or_default();
                    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                    let kind = Kind::Start(Tag { name: text(&tag.name), attributes, source: short(source) });
                    pieces.push(Piece { line: lines.of(tag.span.start), kind });
                }
                Token::EndTag(tag) => {
                    pieces.push(Piece { line: lines.of(tag.span.start), kind: Kind::End(text(&tag.name)) });
                }
                Token::String(string) => {
                    // A text comes in several strings.
                    if let Some(Piece { kind: Kind::Text(before), .. }) = pieces.last_mut() {
                        before.push_str(&text(&string));
                    } else {
                        let kind = Kind::Text(text(&string));
                        pieces.push(Piece { line: lines.of(string.span.start), kind });
                    }
                }
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        Markup { pieces }
    }

    /// The start tags, each with its place among the pieces.
    pub(crate) fn tags(&self) -> impl Iterator<Item = (usize, usize, &Tag)> {
        self.pieces.iter().enumerate().filter_map(|(at, piece)| match &piece.kind {
            Kind::Start(tag) => Some((at, piece.line, tag)),
            _ => None,
        })
    }

    /// The start tags of this name, each with its line.
    pub(crate) fn named<'m>(&'m self, name: &'m str) -> impl Iterator<Item = (usize, &'m Tag)> {
        self.tags().filter(move |(.., tag)| tag.name == name).map(|(_, line, tag)| (line, tag))
    }

    /// The text directly after a piece, such as that of a script.
    pub(crate) fn text_after(&self, at: usize) -> &str {
        match self.pieces.get(at + 1).map(|piece| &piece.kind) {
            Some(Kind::Text(text)) => text,
            _ => "",
        }
    }
}

/// Lines by place; places only grow.
struct Lines<'h> {
    html: &'h str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, place: usize) -> usize {
        let place = place.min(self.html.len());
        if place > self.at {
            self.line += self.html.as_bytes()[self.at..place].iter().filter(|byte| **byte == b'\n').count();
            self.at = place;
        }
        self.line
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A piece of a page for people: in one line, not too long.
pub(crate) fn short(source: &str) -> String {
    const MOST: usize = 160;
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut shown = words.join(" ");
    if let Some((end, _)) = shown.char_indices().nth(MOST) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}
