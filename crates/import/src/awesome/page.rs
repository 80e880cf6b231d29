//! Reads Markdown into sections, their bullets and their tables.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::markup;
use super::piece::{Piece, push_text, shown};
use crate::text;

/// Bullets in bullets; deeper ones count as those of this level. Lists have five.
const DEPTH: usize = 32;

/// The level of the summary of a folded section: below all headings.
const SUMMARY: u8 = 7;

/// A bullet.
#[derive(Debug)]
pub(super) struct Bullet {
    pub(super) line: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) bullets: Vec<Bullet>,
}

/// A row of a table, by cells.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<Vec<Piece>>,
}

/// What is below a heading.
#[derive(Default, Debug)]
pub(super) struct Section {
    /// The headings above it, each with its level.
    pub(super) headings: Vec<(u8, String)>,
    /// Headings that are no categories, from the outermost one.
    pub(super) groups: Vec<String>,
    pub(super) line: usize,
    /// The address to which its heading links as a whole.
    pub(super) link: Option<String>,
    /// Its first paragraph.
    pub(super) text: Option<String>,
    pub(super) bullets: Vec<Bullet>,
    /// Tables; the first row of each is its header.
    pub(super) tables: Vec<Vec<Row>>,
}

/// A page of Markdown.
#[derive(Default, Debug)]
pub(super) struct Page {
    pub(super) sections: Vec<Section>,
    /// The first paragraph of text below the first heading.
    pub(super) about: Option<String>,
}

/// What is being read.
#[derive(Default)]
struct Reader {
    page: Page,
    bullets: Vec<Bullet>,
    /// Its level, its line, its pieces.
    heading: Option<(u8, usize, Vec<Piece>)>,
    paragraph: Vec<Piece>,
    table: Vec<Row>,
    /// Whether the pieces go into the last cell of the table.
    in_cell: bool,
    /// The links and pictures that are open, each with what is in it.
    links: Vec<(String, Vec<Piece>)>,
    in_code: bool,
    paragraphs: bool,
    /// The line of the paragraph.
    line: usize,
}

/// Reads a page. With `paragraphs`, those that begin with a link count as bullets, and the summaries of folded sections as headings.
pub(super) fn read(markdown: &str, paragraphs: bool) -> Page {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader { paragraphs, ..Reader::default() };
    reader.page.sections.push(Section::default());
    let mut line = Line { text: markdown, at: 0, line: 1 };
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        reader.event(event, range, &mut line);
    }
    reader.page
}

/// Counts lines; events mostly come in the order of the text.
struct Line<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Line<'_> {
    fn of(&mut self, range: &Range<usize>) -> usize {
        if range.start < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += self.text.as_bytes()[self.at..range.start].iter().filter(|&&b| b == b'\n').count();
        self.at = range.start;
        self.line
    }
}

impl Reader {
    fn event(&mut self, event: Event, range: Range<usize>, line: &mut Line) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some((level as u8, line.of(&range), Vec::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Item) => {
                self.bullets.push(Bullet { line: line.of(&range), pieces: Vec::new(), bullets: Vec::new() });
            }
            Event::End(TagEnd::Item) => self.end_bullet(),
            // Of a second paragraph.
            Event::Start(Tag::Paragraph) => {
                self.line = line.of(&range);
                self.separate("\n");
            }
            Event::End(TagEnd::Paragraph) => self.end_paragraph(),
            Event::Start(Tag::Table(_)) => self.table.clear(),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.table.push(Row { line: line.of(&range), cells: Vec::new() })
            }
            Event::Start(Tag::TableCell) => {
                self.in_cell = true;
                if let Some(row) = self.table.last_mut() {
                    row.cells.push(Vec::new());
                }
            }
            Event::End(TagEnd::TableCell) => self.in_cell = false,
            Event::End(TagEnd::Table) => {
                let table = std::mem::take(&mut self.table);
                if let Some(section) = self.page.sections.last_mut() {
                    section.tables.push(table);
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.links.push((dest_url.into_string(), Vec::new()));
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::Image) => {
                if let Some((address, pieces)) = self.links.pop() {
                    self.push(Piece::Picture { alt: shown(&pieces), address });
                }
            }
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(text) if !self.in_code => self.text(&markup::without_shortcodes(&text)),
            Event::Code(code) => self.push(Piece::Code(code.into_string())),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(html) => self.html(&html),
            Event::InlineHtml(html) => self.inline_html(&html),
            _ => {}
        }
    }

    /// Where pieces go now.
    fn pieces(&mut self) -> &mut Vec<Piece> {
        if let Some((_, pieces)) = self.links.last_mut() {
            return pieces;
        }
        if let Some((.., pieces)) = &mut self.heading {
            return pieces;
        }
        if self.in_cell
            && let Some(cell) = self.table.last_mut().and_then(|row| row.cells.last_mut())
        {
            return cell;
        }
        self.bullets.last_mut().map_or(&mut self.paragraph, |bullet| &mut bullet.pieces)
    }

    fn push(&mut self, piece: Piece) {
        self.pieces().push(piece);
    }

    fn text(&mut self, text: &str) {
        push_text(self.pieces(), text);
    }

    fn separate(&mut self, by: &str) {
        if !self.pieces().is_empty() {
            self.text(by);
        }
    }

    fn end_link(&mut self) {
        let Some((address, pieces)) = self.links.pop() else { return };
        let picture = pieces.iter().find_map(|piece| match piece {
            Piece::Picture { alt, .. } => Some(alt.clone()),
            _ => None,
        });
        let text = text::line(&shown(&pieces));
        // What a badge says counts; where it leads does not.
        if text.is_empty() {
            pieces
                .iter()
                .filter(|piece| matches!(piece, Piece::Picture { .. }))
                .for_each(|piece| self.push(piece.clone()));
        }
        self.push(Piece::Link { address, text, picture });
    }

    fn end_bullet(&mut self) {
        let Some(bullet) = self.bullets.pop() else { return };
        let depth = self.bullets.len().min(DEPTH);
        match self.bullets[..depth].last_mut() {
            Some(outer) => outer.bullets.push(bullet),
            None => self.page.sections.last_mut().map_or((), |section| section.bullets.push(bullet)),
        }
    }

    fn end_paragraph(&mut self) {
        if !self.bullets.is_empty() {
            return;
        }
        let text = text::line(&shown(&self.paragraph));
        let is_entry = self.paragraph.iter().find(|piece| !piece.shown().trim().is_empty()).is_some_and(Piece::is_link);
        if let Some(section) = self.page.sections.last_mut().filter(|_| self.paragraphs && is_entry) {
            let pieces = std::mem::take(&mut self.paragraph);
            section.bullets.push(Bullet { line: self.line, pieces, bullets: Vec::new() });
            return;
        }
        let is_first = self.page.about.is_none() && self.page.sections.len() <= 2;
        let is_text = text.chars().filter(|c| c.is_alphanumeric()).count() >= 12;
        if is_first && is_text && self.page.sections.iter().all(|section| section.bullets.is_empty()) {
            self.page.about = Some(text.clone());
        }
        if let Some(section) =
            self.page.sections.last_mut().filter(|section| section.text.is_none() && !text.is_empty())
        {
            section.text = Some(text);
        }
        self.paragraph.clear();
    }

    fn end_heading(&mut self) {
        let Some((level, line, pieces)) = self.heading.take() else { return };
        // A link to the top of the page is no part of the name, unless it is all of it.
        let own: Vec<Piece> = pieces.iter().filter(|piece| !piece.is_anchor()).cloned().collect();
        let [own, all] = [shown(&own), shown(&pieces)].map(|text| text::line(&text));
        let has_words = own.chars().any(char::is_alphanumeric);
        let link = pieces.iter().find_map(|piece| match piece {
            Piece::Link { address, text, .. } if *text == own && !address.starts_with('#') => Some(address.clone()),
            _ => None,
        });
        self.begin_section(level, line, if has_words { &own } else { &all });
        if let Some(section) = self.page.sections.last_mut() {
            section.link = link;
        }
    }

    fn begin_section(&mut self, level: u8, line: usize, name: &str) {
        let name = name.trim_end_matches([':', '：', ' ']).to_owned();
        if name.is_empty() {
            return;
        }
        let above = self.page.sections.last().map(|section| section.headings.as_slice()).unwrap_or_default();
        let mut headings: Vec<_> = above.iter().filter(|(known, _)| *known < level).cloned().collect();
        headings.push((level, name));
        self.page.sections.push(Section { headings, line, ..Section::default() });
    }

    fn inline_html(&mut self, html: &str) {
        match html {
            // A mark, as code is.
            "<kbd>" => self.links.push((String::new(), Vec::new())),
            "</kbd>" => {
                if let Some((address, pieces)) = self.links.pop() {
                    match address.as_str() {
                        "" => self.push(Piece::Code(shown(&pieces))),
                        _ => self.links.push((address, pieces)),
                    }
                }
            }
            html if html.starts_with("<br") => self.text(" "),
            _ => {}
        }
    }

    fn html(&mut self, html: &str) {
        for (level, name) in markup::headings(html) {
            self.begin_section(level, 0, &name);
        }
        if let Some(summary) = markup::summary(html).filter(|_| self.paragraphs) {
            self.begin_section(SUMMARY, 0, &summary);
        }
    }
}
