//! An awesome list: headings are categories, bullets are entries.
//!
//! A bullet with bullets below it is an entry if it begins with a link, else a group, which becomes the extra field `Group` of the bullets
//! below it: as categories, groups of one or two entries would be most of the tabs. What is about the list itself is left out and counted:
//! tables of contents, by their links to places of the page; sections on contributing and the licence, by their names.

mod bullet;
mod heading;
mod kind;
mod link;
mod markup;
mod page;
mod piece;

use std::collections::HashSet;

use sandbox_explorer_catalog::limits::ROWS;

use crate::builder::Builder;
use crate::draft::{Draft, Value};
use crate::header;
use crate::report::{Refused, quoted};
use crate::target::{Plain, Target};
use kind::Kind;
use page::{Bullet, Page, Row, Section};
use piece::{Piece, shown};

/// Whether a text has a bullet with a link, as people write them.
pub(crate) fn is_awesome(text: &str) -> bool {
    let is_bullet = |line: &str| {
        let line = line.trim_start();
        let rest = line.strip_prefix(['-', '*', '+']).unwrap_or_default();
        rest.starts_with([' ', '\t']) && rest.contains("](")
    };
    text.lines().any(is_bullet) || (text.starts_with("# ") && text.contains("]("))
}

/// Reads an awesome list.
pub(crate) fn read(text: &str, builder: &mut Builder) -> Result<Option<serde_json::Value>, Refused> {
    let mut page = page::read(text, false);
    let is_empty = |section: &Section| !has_link(&section.bullets) && section.tables.is_empty();
    if page.sections.iter().all(is_empty) {
        page = page::read(text, true);
    }
    let title = title(&page);
    group_small_sections(&mut page);
    for (at, section) in page.sections.iter().enumerate() {
        let level = |section: &Section| section.headings.last().map_or(0, |(level, _)| *level);
        let has_sections = page.sections.get(at + 1).is_some_and(|next| level(next) > level(section));
        let mut reading = Reading::new(section, title.as_deref(), builder);
        match &section.link {
            Some(address) if !has_sections && level(section) > 1 && !reading.has_links && section.tables.is_empty() => {
                reading.heading(section, address);
            }
            _ => reading.section(section),
        }
    }
    if builder.catalog.projects.is_empty() {
        return Err(Refused("no entries; an awesome list has bullets such as `- [name](https://…) - text`".to_owned()));
    }
    builder.catalog.title = title;
    builder.catalog.about = page.about;
    Ok(None)
}

/// Turns the lowest headings into groups while there are more categories than a catalog can have, and about as many as entries.
fn group_small_sections(page: &mut Page) {
    loop {
        let filled = || page.sections.iter().filter(|section| !section.bullets.is_empty());
        let n_bullets: usize = filled().map(|section| section.bullets.len()).sum();
        let deepest = filled().map(|section| section.headings.len()).max().unwrap_or_default();
        let n_categories = filled().map(|section| &section.headings).collect::<HashSet<_>>().len();
        if n_categories <= ROWS || n_categories * 2 < n_bullets || deepest < 2 {
            return;
        }
        for section in page.sections.iter_mut().filter(|section| section.headings.len() == deepest) {
            let (_, name) = section.headings.pop().unwrap_or_default();
            section.groups.insert(0, name);
        }
    }
}

/// The title of the page: its first heading, if that is alone at its level, or has nothing directly below it.
fn title(page: &Page) -> Option<String> {
    let mut tops = page.sections.iter().filter_map(|section| section.headings.first()).filter(|(level, _)| *level == 1);
    let (_, first) = page.sections.iter().find_map(|section| section.headings.first())?;
    let (_, top) = tops.next()?;
    if first != top {
        return None;
    }
    let is_alone = tops.all(|(_, name)| name == top);
    let own = page.sections.iter().find(|section| section.headings.len() == 1 && section.headings[0].1 == *top)?;
    (is_alone || own.bullets.is_empty()).then(|| top.clone())
}

/// The reading of a section.
struct Reading<'b, 'o> {
    builder: &'b mut Builder<'o>,
    /// Its category.
    path: Vec<String>,
    /// The heading by which it is about the list itself.
    about: Option<String>,
    /// Whether one of its bullets has a link, so that those without one may be entries too.
    has_links: bool,
}

fn has_link(bullets: &[Bullet]) -> bool {
    bullets.iter().any(|bullet| bullet.pieces.iter().any(Piece::is_link) || has_link(&bullet.bullets))
}

impl<'b, 'o> Reading<'b, 'o> {
    fn new(section: &Section, title: Option<&str>, builder: &'b mut Builder<'o>) -> Reading<'b, 'o> {
        let names = section.headings.iter().map(|(_, name)| name);
        let about = names.clone().find(|name| heading::is_about_the_list(name)).cloned();
        let path = names.filter(|name| Some(name.as_str()) != title && !heading::is_contents(name)).cloned().collect();
        Reading { builder, path, about, has_links: has_link(&section.bullets) }
    }

    /// A heading that is a link, and has no entries below it, is one itself.
    fn heading(&mut self, section: &Section, address: &str) {
        if self.about.is_some() || !address.starts_with("http") {
            self.section(section);
            return;
        }
        let mut draft = Draft::at(section.line);
        let texts = section.bullets.iter().map(|bullet| shown(&bullet.pieces).trim().to_owned());
        let texts: Vec<String> = section.text.iter().cloned().chain(texts).collect();
        let name = self.path.pop().unwrap_or_default();
        let mut put = |target: &Target, text: String, key: &str| {
            draft.put(target, &Value::Text(text), key, section.line, &mut self.builder.report);
        };
        put(&Target::Plain(Plain::Name), name, "name");
        put(&Target::Plain(Plain::Summary), texts.join("\n"), "text");
        put(&Target::Site, address.to_owned(), "address");
        for bullet in &section.bullets {
            self.leave_out(bullet, "bullets that belong to the text of the entry above");
        }
        draft.paths.extend(Some(self.path.clone()).filter(|path| !path.is_empty()));
        self.builder.add(draft);
    }

    fn section(&mut self, section: &Section) {
        for bullet in &section.bullets {
            self.bullet(bullet, &section.groups, None);
        }
        let tables = if self.about.is_none() { section.tables.as_slice() } else { &[] };
        tables.iter().for_each(|table| self.table(table));
    }

    /// Reads a bullet and those below it. `groups` are the bullets above it; a text that is no entry belongs to `outer`.
    fn bullet(&mut self, bullet: &Bullet, groups: &[String], outer: Option<&mut Draft>) {
        if let Some(about) = &self.about {
            let what = format!("bullets of the section {about}");
            self.leave_out(bullet, &what);
            return;
        }
        let mut groups = groups.to_vec();
        match kind::kind(bullet) {
            Kind::Contents => self.builder.report.leave_out(bullet.line, "bullets of the table of contents"),
            Kind::Entry => {
                let draft = bullet::entry(bullet, &mut self.builder.report);
                groups.push(draft.name.clone());
                self.entry(draft, bullet, &groups);
                return;
            }
            Kind::Unlinked if self.has_links && outer.is_none() => {
                let draft = bullet::entry(bullet, &mut self.builder.report);
                groups.push(draft.name.clone());
                self.entry(draft, bullet, &groups);
                return;
            }
            Kind::Group => {
                self.builder.report.leave_out(bullet.line, "bullets that name a group");
                groups.push(kind::group_name(bullet));
            }
            Kind::Unlinked | Kind::Prose => match outer {
                Some(draft) => {
                    self.builder.report.leave_out(bullet.line, "bullets that belong to the text of the entry above");
                    let before = draft.summary.take().map_or_else(String::new, |value| match value {
                        Value::Text(text) => text + "\n",
                        _ => String::new(),
                    });
                    draft.summary = Some(Value::Text(before + shown(&bullet.pieces).trim()));
                }
                None if shown(&bullet.pieces).trim().is_empty() => {
                    self.builder.report.leave_out(bullet.line, "empty bullets")
                }
                None => self.builder.report.skip(
                    bullet.line,
                    "a bullet",
                    format!("has no link: {}", quoted(shown(&bullet.pieces).trim())),
                ),
            },
        }
        for below in &bullet.bullets {
            self.bullet(below, &groups, None);
        }
    }

    /// Adds an entry, then those below it; `groups` ends with its name.
    fn entry(&mut self, mut draft: Draft, bullet: &Bullet, groups: &[String]) {
        if !self.path.is_empty() {
            draft.paths.push(self.path.clone());
        }
        let above: Vec<String> = groups[..groups.len() - 1].iter().filter(|name| !name.is_empty()).cloned().collect();
        draft.field("Group", above);
        let (texts, entries): (Vec<_>, Vec<_>) = bullet
            .bullets
            .iter()
            .partition(|below| matches!(kind::kind(below), Kind::Prose | Kind::Unlinked) && below.bullets.is_empty());
        for text in texts {
            self.bullet(text, groups, Some(&mut draft));
        }
        self.builder.add(draft);
        for below in entries {
            self.bullet(below, groups, None);
        }
    }

    fn leave_out(&mut self, bullet: &Bullet, what: &str) {
        self.builder.report.leave_out(bullet.line, what);
        for below in &bullet.bullets {
            self.leave_out(below, what);
        }
    }

    /// Reads a table whose columns have names, or whose first column has links.
    fn table(&mut self, table: &[Row]) {
        let Some((head, rows)) = table.split_first() else { return };
        let columns: Vec<String> = head.cells.iter().map(|cell| shown(cell).trim().to_owned()).collect();
        let link_of = |cell: &[Piece]| cell.iter().find(|piece| piece.is_link()).cloned();
        let linked = rows.iter().find_map(|row| row.cells.iter().position(|cell| link_of(cell).is_some()));
        let targets = header::targets_with(&columns, linked, self.builder).ok();
        for row in rows {
            let first =
                targets.as_ref().and_then(|all| all.iter().position(|target| *target == Target::Plain(Plain::Name)));
            let name_at = first.or_else(|| row.cells.iter().position(|cell| link_of(cell).is_some()));
            let linked = row.cells.iter().any(|cell| link_of(cell).is_some());
            let (Some(at), true) = (name_at, linked) else {
                self.builder.report.leave_out(row.line, "rows of tables without links");
                continue;
            };
            let mut draft = Draft::at(row.line);
            let report = &mut self.builder.report;
            let mut put = |target: &Target, text: &str, key: &str| {
                draft.put(target, &Value::Text(text.to_owned()), key, row.line, report)
            };
            let text = |cell: &[Piece]| shown(cell).trim().to_owned();
            put(&Target::Plain(Plain::Name), &text(row.cells.get(at).map_or(&[], Vec::as_slice)), "name");
            for (n, cell) in row.cells.iter().enumerate() {
                let column = columns.get(n).map_or("", String::as_str);
                let guessed =
                    if column.is_empty() { Target::Nothing } else { Target::Guessed(column.to_owned().into()) };
                let target = targets.as_ref().and_then(|all| all.get(n)).cloned().unwrap_or(guessed);
                match (link_of(cell), &target) {
                    (Some(Piece::Link { address, .. }), Target::Plain(Plain::Name)) => {
                        put(&Target::Site, &address, column)
                    }
                    (Some(Piece::Link { address, .. }), _) if n == at => put(&Target::Site, &address, column),
                    (Some(Piece::Link { address, .. }), Target::Link(_) | Target::Chat(_) | Target::Site) => {
                        put(&target, &address, column)
                    }
                    (_, Target::Plain(Plain::Name) | Target::Nothing) => {}
                    _ if n == at => {}
                    _ => put(&target, &text(cell), column),
                }
            }
            if !self.path.is_empty() && draft.paths.is_empty() {
                draft.paths.push(self.path.clone());
            }
            self.builder.add(draft);
        }
    }
}
