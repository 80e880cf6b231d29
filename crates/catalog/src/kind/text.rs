//! Kinds whose values are texts, in one language or in several.

use super::{FieldKind, like};
use crate::keys::Kind;
use crate::model::{Label, Text};
use crate::pack::Cells;
use crate::record::Row;
use crate::rows::Rows;
use crate::scalars::Scalars;
#[cfg(feature = "files")]
use crate::tree::Tree;

/// A text on one line.
pub struct Line;

impl FieldKind for Line {
    type Value = &'static str;
    const KIND: Kind = Kind::Line;
    const BLANK: &'static str = "";

    fn is_blank(value: &&'static str) -> bool {
        value.is_empty()
    }

    fn read(scalars: &mut Scalars) -> &'static str {
        scalars.text()
    }

    fn pack(value: &&'static str, cells: &mut Cells) {
        cells.text(value);
    }

    fn unpack(row: &mut Rows) -> &'static str {
        row.text()
    }

    #[cfg(feature = "files")]
    fn json(value: &&'static str) -> Tree {
        Tree::String((*value).into())
    }
}

like! {
    /// A short text that names something.
    Name: Line, Kind::Name;
    /// A short text that can be ticked.
    Value: Line, Kind::Value;
    /// A name for query strings.
    Slug: Line, Kind::Slug;
    /// The slug of a row of a table.
    SlugOf<T: Row>: Line, T::SLUG;
    /// An address.
    Address: Line, Kind::Address;
    /// A text in every language, printed as a plain one if it is the same in all.
    LineOrText: Text, Kind::Text => line_or_text;
    /// A text in every language of the interface, printed as a plain one if it is the same in all.
    LineOrLabel: Label, Kind::Label => line_or_label;
}

#[cfg(feature = "files")]
fn line_or_text(value: &Text) -> Tree {
    if value.en == value.zh { Line::json(&value.en) } else { Text::json(value) }
}

#[cfg(feature = "files")]
fn line_or_label(value: &Label) -> Tree {
    let is_one = value.en == value.zh && [value.zh, ""].contains(&value.zh_hant);
    if is_one { Line::json(&value.en) } else { Label::json(value) }
}

impl FieldKind for Text {
    type Value = Text;
    const KIND: Kind = Kind::Text;
    const COLUMNS: usize = 2;
    const BLANK: Text = Text { en: "", zh: "" };

    fn is_blank(value: &Text) -> bool {
        value.en.is_empty()
    }

    fn read(scalars: &mut Scalars) -> Text {
        Text { en: scalars.text(), zh: scalars.text() }
    }

    fn pack(value: &Text, cells: &mut Cells) {
        cells.texts(*value);
    }

    fn unpack(row: &mut Rows) -> Text {
        row.texts()
    }

    #[cfg(feature = "files")]
    fn json(value: &Text) -> Tree {
        Tree::map([("en", Line::json(&value.en)), ("zh", Line::json(&value.zh))])
    }
}

impl FieldKind for Label {
    type Value = Label;
    const KIND: Kind = Kind::Label;
    const COLUMNS: usize = 3;
    const BLANK: Label = Label { en: "", zh: "", zh_hant: "" };

    fn is_blank(value: &Label) -> bool {
        value.en.is_empty()
    }

    fn read(scalars: &mut Scalars) -> Label {
        Label { en: scalars.text(), zh: scalars.text(), zh_hant: scalars.text() }
    }

    fn pack(value: &Label, cells: &mut Cells) {
        cells.texts(value.text());
        cells.chinese(value.zh_hant);
    }

    fn unpack(row: &mut Rows) -> Label {
        let Text { en, zh } = row.texts();
        Label { en, zh, zh_hant: row.chinese() }
    }

    #[cfg(feature = "files")]
    fn json(value: &Label) -> Tree {
        let zh_hant = if value.zh_hant.is_empty() { Tree::Null } else { Line::json(&value.zh_hant) };
        Tree::map([("en", Line::json(&value.en)), ("zh", Line::json(&value.zh)), ("zh-Hant", zh_hant)])
    }
}
