//! The place of the tag: a paragraph, out of which its list falls, and a tag that is never closed, which swallows the rest of the page.

use crate::Seen;
use crate::explorer::{Explorer, NAME};
use crate::markup::{Kind, Piece};

pub(crate) fn rule(seen: &mut Seen) {
    for explorer in seen.explorers.clone() {
        let pieces = &seen.markup.pieces;
        let inside = &pieces[explorer.at + 1..];
        let end = if explorer.is_div { end_of_div(inside) } else { end_of_tag(inside) };
        let has_ended = end.is_some();
        let content = &inside[..end.unwrap_or(inside.len())];
        let is_wrapped = !explorer.is_div
            && is_in_paragraph(&pieces[..explorer.at])
            && (falls_out(content) || end.is_some_and(|end| has_fallen_out(content, &inside[end..])));
        let Explorer { line, tag, .. } = explorer;
        if is_wrapped {
            seen.wrong("paragraph", line, format!("<p>{}", tag.source));
        } else if !has_ended {
            seen.wrong("unclosed", line, tag.source);
        }
    }
}

fn end_of_tag(pieces: &[Piece]) -> Option<usize> {
    pieces.iter().position(|piece| matches!(&piece.kind, Kind::End(name) if name == NAME))
}

fn end_of_div(pieces: &[Piece]) -> Option<usize> {
    let mut depth = 0;
    for (at, piece) in pieces.iter().enumerate() {
        match &piece.kind {
            Kind::Start(tag) if tag.name == "div" => depth += 1,
            Kind::End(name) if name == "div" && depth == 0 => return Some(at),
            Kind::End(name) if name == "div" => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a paragraph is open after these pieces.
fn is_in_paragraph(pieces: &[Piece]) -> bool {
    pieces.iter().fold(false, |is_open, piece| match &piece.kind {
        Kind::Start(tag) if tag.name == "p" => true,
        Kind::Start(tag) if tag.is_block() => false,
        Kind::End(name) if name == "p" => false,
        // What ends around a paragraph ends the paragraph.
        Kind::End(name) if ["div", "section", "article", "main", "td", "li", "body"].contains(&name.as_str()) => false,
        _ => is_open,
    })
}

/// Whether the source has something in the tag that ends the paragraph.
fn falls_out(content: &[Piece]) -> bool {
    content.iter().any(|piece| match &piece.kind {
        Kind::Start(tag) => tag.is_block(),
        Kind::End(name) => name == "p",
        Kind::Text(_) => false,
    })
}

/// Whether a browser has moved it out already, as the developer tools show it: an empty tag at the end of its paragraph, then links, then
/// the empty paragraph that the unmatched end tag makes. The console looks for the same (`npm/paragraph.js`).
fn has_fallen_out(content: &[Piece], after: &[Piece]) -> bool {
    let is_blank = |piece: &&Piece| matches!(&piece.kind, Kind::Text(text) if text.trim().is_empty());
    if content.iter().any(|piece| !is_blank(&piece)) {
        return false;
    }
    let mut rest = after.iter().skip(1).filter(|piece| !is_blank(piece)).peekable();
    // The end of the paragraph, directly after the tag.
    if !matches!(rest.next().map(|piece| &piece.kind), Some(Kind::End(name)) if name == "p") {
        return false;
    }
    let rest: Vec<&Piece> = rest.collect();
    let is_empty_paragraph = |two: &[&Piece]| matches!((&two[0].kind, &two[1].kind), (Kind::Start(tag), Kind::End(end)) if tag.name == "p" && end == "p");
    let Some(empty) = rest.windows(2).position(is_empty_paragraph) else { return false };
    // Between them only what fell out: at most two elements, the first of them with a link.
    let mut open: Vec<&str> = Vec::new();
    let mut links: Vec<bool> = Vec::new();
    for piece in &rest[..empty] {
        match &piece.kind {
            Kind::Start(tag) => {
                if open.is_empty() {
                    links.push(false);
                }
                if let Some(last) = links.last_mut() {
                    *last |= tag.name == "a";
                }
                if !tag.is_void() {
                    open.push(&tag.name);
                }
            }
            // Some elements end without a tag.
            Kind::End(name) => open.truncate(open.iter().rposition(|known| known == name).unwrap_or(open.len())),
            Kind::Text(_) if open.is_empty() => return false,
            Kind::Text(_) => {}
        }
    }
    let is_list = matches!(&rest[0].kind, Kind::Start(tag) if ["ul", "ol", "dl"].contains(&tag.name.as_str()));
    links.first() == Some(&true) && links.len() <= 2 && (is_list || !content.is_empty())
}
