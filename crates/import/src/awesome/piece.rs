//! The pieces of a line of Markdown: text, code, links, pictures.

/// A piece of a line.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Piece {
    Text(String),
    Code(String),
    Link {
        address: String,
        /// Its text, without pictures.
        text: String,
        /// The description of the picture in it, if there is one.
        picture: Option<String>,
    },
    Picture {
        alt: String,
        address: String,
    },
}

impl Piece {
    /// The text that a reader sees.
    pub(super) fn shown(&self) -> &str {
        match self {
            Piece::Text(text) | Piece::Code(text) | Piece::Link { text, .. } => text,
            Piece::Picture { .. } => "",
        }
    }

    /// Whether it is a link with a text to somewhere else than a place of the same page.
    pub(super) fn is_link(&self) -> bool {
        matches!(self, Piece::Link { text, address, .. } if !text.trim().is_empty() && !address.starts_with('#'))
    }

    /// Whether it is a link to a place of the same page.
    pub(super) fn is_anchor(&self) -> bool {
        matches!(self, Piece::Link { address, .. } if address.starts_with('#'))
    }
}

/// The text of pieces, as a reader sees it.
pub(super) fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::shown).collect()
}

/// Adds text to pieces; text next to text becomes one piece.
pub(super) fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}
