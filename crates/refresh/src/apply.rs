//! Writes the accepted differences: values, their sources and dates, and disputes. Comments and order are kept; only changed files are
//! returned.

use std::collections::BTreeMap;

use toml_edit::{Datetime, DocumentMut, InlineTable, Item, Table, Value};

use crate::catalog::{self, Catalog, Files, Project};
use crate::compare::{Advice, Difference, LANDSCAPE};
use crate::dispute::{self, Dispute};
use crate::field::{FIELDS, Field, Kind, TOC_FIELDS};
use crate::{note, same};

/// Keys of `[links]` and `[sources]`, in the order of our files; a new key is inserted at its position.
const ORDER: [&str; 20] = [
    "category",
    "website",
    "repository",
    "docs",
    "licence",
    "languages",
    "owner",
    "region",
    "first_commit",
    "accepted",
    "sandbox_request",
    "onboarding",
    "onboarding_other",
    "devstats",
    "features",
    "applied",
    "former_repositories",
    "adopters",
    "best_practices",
    "chat",
];
const LEVELS: [&str; 4] = ["sandbox", "incubating", "graduated", "archived"];

/// The reason why a value cannot be written, if there is one.
pub(crate) fn unwritable(catalog: &Catalog, project: &Project, field: &Field, theirs: &str) -> Option<String> {
    let is_day = |text: &str| text.len() == 10 && text.parse::<Datetime>().is_ok();
    let reason = match field.kind {
        Kind::Category if catalog.category(theirs).is_none() => {
            "no such row in data/categories.toml: add it first, or =dispute"
        }
        Kind::Maturity => {
            let mut words = theirs.split(" since ");
            let level = words.next().unwrap_or_default();
            match words.next() {
                _ if !LEVELS.contains(&level) => "no level that data/ knows",
                Some(day) if !is_day(day) => "not a day such as 2026-08-07",
                _ => return None,
            }
        }
        Kind::Accepted | Kind::History | Kind::Date if !is_day(theirs) => "not a day such as 2026-08-07",
        Kind::History if project.document.get("history").is_none() => "add [history] with first_accepted",
        Kind::Address | Kind::Repository
            if !(theirs.starts_with("http://") || theirs.starts_with("https://"))
                || !theirs.bytes().all(|b| b.is_ascii_graphic()) =>
        {
            "not an http or https address"
        }
        _ => return None,
    };
    Some(reason.to_owned())
}

/// Writes the accepted differences, each according to its advice, and returns the changed files.
///
/// # Errors
/// If a difference cannot be written: the reason, in one line. Nothing must be written then.
pub fn apply(files: &Files, accepted: &[Difference], all: &[Difference], as_of: &str) -> Result<Files, String> {
    let catalog = catalog::read(files)?;
    let before = catalog.source(LANDSCAPE).as_of;
    if as_of.parse::<Datetime>().is_err() || as_of.len() != 10 {
        return Err(format!("--as-of {as_of}: expected a day such as 2026-08-07"));
    }
    let is_landscape = accepted.iter().any(|difference| difference.source == LANDSCAPE);
    if is_landscape && as_of < before.as_str() {
        return Err(format!("--as-of {as_of}: data/sources.toml has the landscape of {before}, which is newer"));
    }
    let mut changed = Files::new();
    let mut needs_dated = false;
    let mut by_project: BTreeMap<&str, Vec<&Difference>> = BTreeMap::new();
    for difference in accepted {
        by_project.entry(&difference.project).or_default().push(difference);
    }
    for (id, differences) in by_project {
        let project = catalog.projects.iter().find(|project| project.id == id);
        let project = project.ok_or_else(|| format!("{id}: no such file in data/projects/"))?;
        let mut writer = Writer {
            catalog: &catalog,
            project,
            document: project.document.clone(),
            new: Vec::new(),
            as_of,
            before: &before,
            needs_dated: false,
        };
        for difference in &differences {
            writer.write(difference)?;
        }
        let is_open = |other: &&Difference| {
            other.project == id && ["maturity", "entry"].contains(&other.field) && !accepted.contains(other)
        };
        let from_landscape = project.source("maturity").as_deref() == Some(LANDSCAPE);
        if differences.iter().any(|it| it.source == LANDSCAPE)
            && from_landscape
            && !all.iter().any(|other| is_open(&other))
        {
            writer.put(&["maturity", "as_of"], date(as_of));
        }
        needs_dated |= writer.needs_dated;
        let name = format!("projects/{id}.toml");
        let text = writer.text();
        text.parse::<DocumentMut>().map_err(|error| format!("{name}: {}", error.to_string().replace('\n', " ")))?;
        if files[&name] != text {
            changed.insert(name, text);
        }
    }
    if is_landscape {
        let text = sources(&files["sources.toml"], &catalog, as_of, needs_dated.then_some(before.as_str()))?;
        if files["sources.toml"] != text {
            changed.insert("sources.toml".to_owned(), text);
        }
    }
    Ok(changed)
}

/// Writes the file of one project.
struct Writer<'a> {
    catalog: &'a Catalog,
    project: &'a Project,
    document: DocumentMut,
    /// Disputes that the file does not have yet.
    new: Vec<Dispute>,
    as_of: &'a str,
    before: &'a str,
    needs_dated: bool,
}

impl Writer<'_> {
    fn write(&mut self, difference: &Difference) -> Result<(), String> {
        let fields = if difference.source == LANDSCAPE { FIELDS } else { TOC_FIELDS };
        let field = fields.iter().find(|field| field.name == difference.field);
        let field =
            field.ok_or_else(|| format!("{}.{}: only people can do this", difference.project, difference.field))?;
        match &difference.advice {
            Advice::ByHand(reason) => Err(format!("{}.{}: {reason}", difference.project, difference.field)),
            Advice::Take if difference.theirs.is_empty() => {
                self.remove(field);
                Ok(())
            }
            Advice::Take => self.take(field, difference),
            Advice::Dispute => {
                self.dispute(field, difference);
                Ok(())
            }
            Advice::Settle => {
                self.settle(field, difference);
                Ok(())
            }
        }
    }

    fn take(&mut self, field: &Field, difference: &Difference) -> Result<(), String> {
        let Difference { ours, theirs, source, .. } = difference;
        match field.kind {
            Kind::Address | Kind::Repository | Kind::Name => self.put(field.ours, theirs.as_str().into()),
            Kind::Category => {
                let slug = self.catalog.category(theirs).unwrap_or_default().to_owned();
                self.put(field.ours, slug.into());
            }
            Kind::Accepted => {
                self.put(field.ours, date(theirs));
                if self.project.get(&["maturity", "level"]).as_deref() == Some("sandbox") {
                    self.put(&["maturity", "since"], date(theirs));
                }
            }
            Kind::History | Kind::Date => self.put(field.ours, date(theirs)),
            Kind::Maturity => self.put_maturity(theirs)?,
        }
        if field.kind == Kind::Name {
            self.put_former("former_names", ours, theirs, same::name);
        }
        if field.kind == Kind::Repository && self.catalog.has(&["former_repositories"]) {
            self.put_former("former_repositories", ours, theirs, same::address);
            let table = self.document.get_mut("sources").and_then(Item::as_table_mut);
            if let Some(table) = table.filter(|table| !table.contains_key("former_repositories")) {
                insert(table, "former_repositories", LANDSCAPE.into(), &ORDER);
            }
        }
        // If the home page is also the documentation, that gets the new address too.
        let docs = self.project.get(&["links", "docs"]).filter(|docs| same::address(docs, ours));
        if field.name == "website" && docs.is_some() && self.project.source("docs").as_deref() == Some(LANDSCAPE) {
            self.put(&["links", "docs"], theirs.as_str().into());
        }
        self.put_source(field, difference);
        self.record_taken(field, difference, source);
        Ok(())
    }

    fn put_maturity(&mut self, theirs: &str) -> Result<(), String> {
        let (level, day) = theirs.split_once(" since ").unwrap_or((theirs, ""));
        let since = match day {
            "" if level == "sandbox" => self.document["accepted"].clone().into_value().map_err(|_| "no accepted")?,
            // It changed between two landscapes: only the month or year that both dates share is certain.
            "" => date(shared(self.before, self.as_of).ok_or_else(|| {
                format!(
                    "{}.maturity: the landscape has no day for {level}, and it may be of {} or {}: add extra.{level}",
                    self.project.id, self.before, self.as_of
                )
            })?),
            day => date(day),
        };
        self.put(&["maturity", "level"], level.into());
        self.put(&["maturity", "since"], since);
        self.put(&["maturity", "as_of"], date(self.as_of));
        self.put(&["maturity", "source"], LANDSCAPE.into());
        Ok(())
    }

    /// Adds our value to the former ones, and removes theirs from them.
    fn put_former(&mut self, key: &str, ours: &str, theirs: &str, same: fn(&str, &str) -> bool) {
        let Some(list) = self.document.get_mut(key).and_then(Item::as_array_mut) else {
            let list: toml_edit::Array = [ours].into_iter().collect();
            let order = ["id", "name", "former_names", "former_repositories"];
            insert(self.document.as_table_mut(), key, list.into(), &order);
            return;
        };
        list.retain(|former| former.as_str().is_none_or(|former| !same(former, theirs)));
        if list.iter().all(|former| former.as_str().is_none_or(|former| !same(former, ours))) {
            list.push(ours);
        }
        list.fmt();
    }

    /// Writes the source of a field that was taken. The comment keeps the former source and its reason.
    fn put_source(&mut self, field: &Field, difference: &Difference) {
        if matches!(field.kind, Kind::Maturity | Kind::Name | Kind::History) {
            return;
        }
        let told = self.comment(difference.source);
        let Some(table) = self.document.get_mut("sources").and_then(Item::as_table_mut) else { return };
        let Some(value) = table.get_mut(field.name).and_then(Item::as_value_mut) else {
            insert(table, field.name, difference.source.into(), &ORDER);
            return;
        };
        if value.as_str() == Some(difference.source) {
            return;
        }
        let comment = value.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default();
        let comment = comment.trim().trim_start_matches('#').trim();
        let and = if comment.is_empty() { "" } else { ", " };
        let suffix = format!("   # {told}; before: {}{and}{comment}", difference.our_source);
        let mut new = Value::from(difference.source);
        *new.decor_mut() = value.decor().clone();
        new.decor_mut().set_suffix(suffix);
        *value = new;
    }

    /// Records a field that was taken in a dispute. An existing dispute gets the new value first. A new dispute keeps the value of another
    /// source; for names and repositories it keeps the landscape's former value, so that older posts can say that it has changed.
    fn record_taken(&mut self, field: &Field, difference: &Difference, source: &str) {
        let from_landscape = difference.our_source.is_empty() || difference.our_source == source;
        let changes = matches!(field.kind, Kind::Name | Kind::Repository) && source == LANDSCAPE;
        let there = self.open(field.name);
        if there.is_none() && !changes && (from_landscape || difference.ours.is_empty()) {
            return;
        }
        let mut dispute = there.unwrap_or_else(|| Dispute::new(field.name));
        let was_first = dispute.claims.first().is_none_or(|claim| claim.source() == source);
        let replaced =
            dispute.claims.iter().position(|claim| claim.source() == source).map(|at| dispute.claims.remove(at));
        let mut claim = dispute::claim(source, &words(field, &difference.theirs), &self.comment(source));
        if from_landscape && was_first && changes {
            self.needs_dated = true;
            let slug = dated(self.catalog, self.before);
            let told = format!("landscape.yml ({})", self.before);
            let mut old = replaced.unwrap_or_else(|| dispute::claim(&slug, &words(field, &difference.ours), &told));
            old.set_source(&slug);
            dispute.claims.insert(0, old);
        } else {
            if let Some(old) = &replaced {
                claim = claim.after(old);
            }
            if !from_landscape && dispute.claims.iter().all(|claim| claim.source() != difference.our_source) {
                dispute.claims.insert(0, dispute::claim(&difference.our_source, &words(field, &difference.ours), ""));
            }
        }
        dispute.claims.insert(0, claim);
        if changes {
            dispute.changed_after = Some(self.held_until(difference));
        }
        dispute.note = match from_landscape {
            true => note::changed(self.before, self.as_of),
            false => note::taken(self.catalog, source, &difference.our_source, self.as_of),
        };
        self.close(dispute);
    }

    /// The last day on which our value is known to have been true.
    fn held_until(&self, difference: &Difference) -> String {
        match difference.our_source.as_str() {
            "" | LANDSCAPE => self.before.to_owned(),
            "repository" => self.project.get(&["snapshot", "date"]).unwrap_or_default(),
            slug => self.catalog.source(slug).as_of,
        }
    }

    fn dispute(&mut self, field: &Field, difference: &Difference) {
        let Difference { ours, theirs, our_source, source, .. } = difference;
        let there = self.open(field.name);
        let is_new = there.is_none();
        let mut dispute = there.unwrap_or_else(|| Dispute::new(field.name));
        let claim = dispute::claim(source, &words(field, theirs), &self.comment(source));
        match dispute.claims.iter_mut().skip(1).find(|claim| claim.source() == *source) {
            Some(old) => *old = claim.after(old),
            None => dispute.claims.push(claim),
        }
        if is_new {
            let our_source = if our_source.is_empty() || our_source == source { "repository" } else { our_source };
            dispute.claims.insert(0, dispute::claim(our_source, &words(field, ours), ""));
            dispute.note = note::kept(self.catalog, source, our_source, self.as_of);
        }
        self.close(dispute);
    }

    /// The landscape now agrees with us: the dispute records its value as the former one.
    fn settle(&mut self, field: &Field, difference: &Difference) {
        let Some(mut dispute) = self.open(field.name) else { return };
        let slug = dated(self.catalog, self.before);
        for claim in dispute.claims.iter_mut().skip(1).filter(|claim| claim.source() == difference.source) {
            claim.set_source(&slug);
            self.needs_dated = true;
        }
        dispute.note = note::settled(self.before, self.as_of);
        self.close(dispute);
    }

    fn remove(&mut self, field: &Field) {
        for (table, key) in [(field.ours[0], field.ours[1]), ("sources", field.name)] {
            if let Some(table) = self.document.get_mut(table).and_then(Item::as_table_mut) {
                table.remove(key);
            }
        }
    }

    fn comment(&self, source: &str) -> String {
        match source {
            LANDSCAPE => format!("landscape.yml ({})", self.as_of),
            _ => "docs/projects.md".to_owned(),
        }
    }

    /// Sets the value at a path of keys; a comment after it is kept.
    fn put(&mut self, path: &[&str], mut value: Value) {
        let (last, tables) = path.split_last().expect("a path has a key");
        let mut table = self.document.as_table_mut();
        for key in tables {
            let Some(inner) = table.get_mut(key).and_then(Item::as_table_mut) else { return };
            table = inner;
        }
        match table.get_mut(last).and_then(Item::as_value_mut) {
            Some(old) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            None => insert(table, last, value, &ORDER),
        }
    }

    fn table(&mut self, field: &str) -> Option<&mut Table> {
        let tables = self.document.get_mut("disputes").and_then(Item::as_array_of_tables_mut)?;
        tables.iter_mut().find(|table| table.get("field").and_then(Item::as_str) == Some(field))
    }

    fn open(&mut self, field: &str) -> Option<Dispute> {
        self.table(field).map(|table| Dispute::read(table))
    }

    fn close(&mut self, dispute: Dispute) {
        match self.table(dispute.field) {
            Some(table) => dispute.write(table),
            None => self.new.push(dispute),
        }
    }

    fn text(self) -> String {
        let mut text = self.document.to_string();
        for dispute in &self.new {
            // After the last dispute, or after the sources if there is none.
            let last = ["\n[[disputes]]", "\n[sources]"].into_iter().find_map(|header| text.rfind(header));
            let end = last.and_then(|at| Some(at + 1 + text[at + 1..].find("\n[")?));
            text.insert_str(end.unwrap_or(text.len()), &dispute.text());
        }
        text
    }
}

/// A value as a dispute writes it.
fn words(field: &Field, value: &str) -> Value {
    if field.kind != Kind::Maturity {
        return value.into();
    }
    let (level, day) = value.split_once(" since ").unwrap_or((value, ""));
    let zh = match (level, day) {
        ("sandbox", _) => "沙箱".to_owned(),
        ("incubating", "") => "孵化".to_owned(),
        ("graduated", "") => "毕业".to_owned(),
        ("archived", "") => "已归档".to_owned(),
        ("incubating", day) => format!("{day} 起为孵化项目"),
        ("graduated", day) => format!("{day} 起为毕业项目"),
        (_, day) => format!("{day} 起已归档"),
    };
    let mut words = InlineTable::new();
    words.insert("en", value.into());
    words.insert("zh", zh.into());
    words.into()
}

/// A date for a day; a text for a month or year, because TOML has no such dates.
fn date(text: &str) -> Value {
    match text.parse::<Datetime>() {
        Ok(day) if text.len() == 10 => day.into(),
        _ => text.into(),
    }
}

/// The month that two days share, or else the year.
fn shared<'a>(one: &'a str, other: &str) -> Option<&'a str> {
    [7, 4].into_iter().find_map(|n| one.get(..n).filter(|start| other.get(..n) == Some(start)))
}

/// Inserts a key into a table by an order of keys: after the last key that comes before it.
fn insert(table: &mut Table, key: &str, value: Value, order: &[&str]) {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let after = keys.iter().rposition(|other| rank(other).is_some_and(|other| Some(other) < rank(key)));
    let after = after.map_or(keys.len(), |at| at + 1);
    table.insert(key, Item::Value(value));
    let place = |it: &str| match keys.iter().position(|key| key == it) {
        Some(at) => at * 2 + 1,
        None => after * 2,
    };
    table.sort_values_by(|one, _, other, _| place(one.get()).cmp(&place(other.get())));
}

/// The slug of the landscape of that day.
fn dated(catalog: &Catalog, day: &str) -> String {
    let month = format!("{LANDSCAPE}-{}", day.get(..7).unwrap_or(day));
    match catalog.sources.iter().find(|source| source.0 == month) {
        Some(source) if source.1.as_of != day => format!("{LANDSCAPE}-{day}"),
        _ => month,
    }
}

/// `sources.toml` with the landscape's new day and, if needed, a row for the former landscape.
fn sources(text: &str, catalog: &Catalog, as_of: &str, was: Option<&str>) -> Result<String, String> {
    let error = |error: toml_edit::TomlError| format!("sources.toml: {}", error.to_string().replace('\n', " "));
    let mut document: DocumentMut = text.parse().map_err(error)?;
    let set = |item: Option<&mut Item>| {
        if let Some(old) = item.and_then(Item::as_value_mut)
            && catalog::plain(&Item::Value(old.clone())).is_some_and(|old| *old < *as_of)
        {
            let mut new = date(as_of);
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
    };
    set(document.get_mut("as_of"));
    let rows = document.get_mut("source").and_then(Item::as_array_of_tables_mut);
    for row in rows.into_iter().flat_map(|rows| rows.iter_mut()) {
        if row.get("slug").and_then(Item::as_str) == Some(LANDSCAPE) {
            set(row.get_mut("as_of"));
        }
    }
    let mut text = document.to_string();
    let Some(was) = was else { return Ok(text) };
    let slug = dated(catalog, was);
    if catalog.sources.iter().all(|source| source.0 != slug) {
        let (en, zh) = note::month(was, slug.len() > LANDSCAPE.len() + 8);
        let row = format!(
            "[[source]]\nslug = \"{slug}\"\nname = {{ en = \"CNCF landscape of {en}\", zh = \"{zh}的 CNCF 全景图\" }}\n\
             url = \"https://github.com/cncf/landscape\"\nas_of = {was}\n\n"
        );
        // After the row of the landscape itself.
        let at = text.find(&format!("slug = \"{LANDSCAPE}\"")).and_then(|at| Some(at + text[at..].find("[[source]]")?));
        match at {
            Some(at) => text.insert_str(at, &row),
            None => text.push_str(&format!("\n{}", row.trim_end_matches('\n').to_owned() + "\n")),
        }
    }
    Ok(text)
}
