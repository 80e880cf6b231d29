//! Makes the catalog from drafts: ids, categories and extra fields get their slugs.

use std::collections::HashMap;

use sandbox_explorer_catalog::check;

use crate::catalog::{Catalog, Category, FieldName, ItemNames, Maturity, Project, Text, Values};
use crate::draft::{Draft, Value};
use crate::pairs::Pairs;
use crate::progress::Teller;
use crate::report::{LeftOut, Report, Skipped};
use crate::slug::{self, Slugs, slug};
use crate::target::{Plain, Target};
use crate::{Options, address, text};

/// The links that come first.
const LINKS: [&str; 4] = ["website", "repository", "docs", "chat"];

/// The catalog that is being made, with everything that a format needs while it reads.
pub(crate) struct Builder<'o> {
    pub(crate) options: &'o Options,
    /// `Options::map`, checked.
    pub(crate) map: Vec<(String, Target)>,
    pub(crate) report: Report,
    pub(crate) catalog: Catalog,
    pub(crate) teller: Teller<'o>,
    ids: Slugs,
    category_slugs: Slugs,
    /// Numbers by path.
    categories: HashMap<Vec<String>, usize>,
    /// For each category, whether a project is in it, and its line if it was announced.
    used: Vec<(bool, usize)>,
    field_slugs: Slugs,
    /// Slugs by name.
    fields: HashMap<String, String>,
}

impl<'o> Builder<'o> {
    pub(crate) fn new(options: &'o Options, map: Vec<(String, Target)>, teller: Teller<'o>) -> Builder<'o> {
        let item = options.item.clone().map(|(one, many)| ItemNames { one, many });
        let catalog = Catalog { as_of: options.as_of.clone(), item, ..Catalog::default() };
        Builder {
            options,
            map,
            report: Report::default(),
            catalog,
            teller,
            ids: Slugs::default(),
            category_slugs: Slugs::default(),
            categories: HashMap::new(),
            used: Vec::new(),
            field_slugs: Slugs::default(),
            fields: HashMap::new(),
        }
    }

    /// The catalog, and what is told about it.
    pub(crate) fn finish(mut self) -> (Catalog, Vec<Skipped>, Vec<LeftOut>) {
        if self.options.title.is_some() {
            self.catalog.title.clone_from(&self.options.title);
        }
        let mut used = self.used.iter();
        self.catalog.categories.retain(|_| match used.next() {
            Some((false, line)) => {
                self.report.leave_out(*line, "categories without entries");
                false
            }
            _ => true,
        });
        self.report.skipped.sort_by_key(|skipped| skipped.line);
        (self.catalog, self.report.skipped, self.report.left_out)
    }

    /// Adds a project. One without a name is told and left out.
    pub(crate) fn add(&mut self, mut draft: Draft) {
        let line = draft.line;
        self.teller.at(line, self.catalog.projects.len());
        if draft.name.is_empty() {
            self.report.skip(line, "an entry", "has no name, so it is left out");
            return;
        }
        // The one thing that links must be able to say; what is no slug becomes one.
        let wanted = draft.id.take().filter(|id| check::is_slug(id)).unwrap_or_else(|| slug(&draft.name, "p"));
        let id = self.ids.distinct(wanted);
        if let (Some(sub), [path]) = (draft.subcategory.take(), draft.paths.as_mut_slice()) {
            path.push(sub);
        }
        let mut categories: Vec<String> = Vec::new();
        for path in &draft.paths {
            let number = self.category(path);
            self.used[number].0 = true;
            let slug = self.catalog.categories[number].slug.clone();
            if !categories.contains(&slug) {
                categories.push(slug);
            }
        }
        let category = if categories.len() == 1 { categories.pop() } else { None };
        let summary = draft.summary.take().and_then(|value| self.summary(value, &draft));
        if let Some(file) = draft.logo_file.take() {
            self.logo(&file, &mut draft);
        }
        let maturity = draft.maturity.take().map(|level| match draft.since.take() {
            Some(since) => Maturity::Since { level, since },
            None => Maturity::Level(level),
        });
        // The order in which they are shown.
        draft.links.sort_by_key(|(name, _)| LINKS.iter().position(|first| first == name).unwrap_or(LINKS.len()));
        let fields = std::mem::take(&mut draft.fields)
            .into_iter()
            .filter_map(|(name, values)| self.values(name, values, &draft));
        let fields = Pairs(fields.collect());
        self.catalog.projects.push(Project {
            id,
            name: draft.name,
            category,
            categories,
            summary,
            links: Pairs(draft.links),
            logo: draft.logo,
            licence: draft.licence,
            languages: draft.languages,
            owner: draft.owner,
            maturity,
            accepted: draft.accepted,
            first_commit: draft.first_commit,
            fields,
        });
    }

    /// Announces a category, so that categories have the order of the file and not that of their first use.
    pub(crate) fn announce(&mut self, path: &[String], line: usize) {
        let number = self.category(path);
        self.used[number].1 = line;
    }

    /// The number of a category, which is added to the catalog if it is new.
    fn category(&mut self, path: &[String]) -> usize {
        if let Some(number) = self.categories.get(path) {
            return *number;
        }
        let slug = self.category_slugs.distinct(slug::of_path(path));
        let (name, parents) = path.split_last().map_or(("", path), |(name, parents)| (name.as_str(), parents));
        let [name, parent] =
            [Some(name), parents.last().map(String::as_str)].map(|it| it.map(|name| text::name(name).0));
        self.catalog.categories.push(Category { slug, name: name.unwrap_or_default(), parent });
        self.used.push((false, 1));
        self.categories.insert(path.to_vec(), self.used.len() - 1);
        self.used.len() - 1
    }

    /// A logo that is a file: only the options can say where.
    fn logo(&mut self, file: &str, draft: &mut Draft) {
        let Some(folder) = self.options.logos.as_deref() else {
            self.report.leave_out(draft.line, "logos (--logos ADDRESS adds them)");
            return;
        };
        let whole = address::in_folder(folder, file);
        draft.put(&Target::Plain(Plain::Logo), &Value::Text(whole), "logo", draft.line, &mut self.report);
    }

    fn summary(&mut self, value: Value, draft: &Draft) -> Option<Text> {
        let mut clean = |text: &str| {
            let mut text = text::paragraphs(text);
            if text::shortened(&mut text, text::TEXT) {
                self.report.skip(
                    draft.line,
                    format!("{}: summary", draft.name),
                    "is longer than 10,000 characters and was shortened",
                );
            }
            Some(text).filter(|text| !text.is_empty())
        };
        match value {
            Value::Text(text) => clean(&text).map(Text::Plain),
            Value::List(texts) => clean(&texts.join("\n")).map(Text::Plain),
            Value::Languages(texts) => {
                let texts: Vec<_> = texts.into_iter().filter_map(|(tag, text)| Some((tag, clean(&text)?))).collect();
                (!texts.is_empty()).then_some(Text::Languages(Pairs(texts)))
            }
        }
    }

    /// Slug and values of an extra field, if it has any.
    fn values(&mut self, name: String, mut values: Vec<String>, draft: &Draft) -> Option<(String, Values)> {
        for value in &mut values {
            if text::shortened(value, text::TEXT) {
                self.report.skip(
                    draft.line,
                    format!("{}: {name}", draft.name),
                    "is longer than 10,000 characters and was shortened",
                );
            }
        }
        let value = match values.len() {
            0 => return None,
            1 => Values::One(values.pop()?),
            _ => Values::Many(values),
        };
        if let Some(slug) = self.fields.get(&name) {
            return Some((slug.clone(), value));
        }
        let slug = self.field_slugs.distinct(slug(&name, "f"));
        self.fields.insert(name.clone(), slug.clone());
        self.catalog.fields.push(FieldName { slug: slug.clone(), name });
        Some((slug, value))
    }
}
