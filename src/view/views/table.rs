//! The projects as a table: one row each, in the common sort order, which the column headers can change.
//!
//! It has its own scroll container, in which the header row and the names are sticky. As with cards, a row is created once and kept,
//! and of many rows only those near the viewport.

use leptos::prelude::*;

use crate::activity;
use crate::dom::Element;
use crate::facet::field;
use crate::filter::{self, Sort};
use crate::i18n::{self, Lang, Late, Messages};
use crate::model::{self, Catalog, Project};
use crate::state::State;
use crate::text::join;
use crate::view::controls::sort::is_itself;
use crate::view::live::button;
use crate::view::prerendered::categorised;
use crate::view::project::fact::part;
use crate::view::project::highlight::HighlightedText;
use crate::view::project::since::moved;
use crate::view::views::lazy_list::{ProjectLists, name_button};

/// Rows created before the first paint.
const FIRST: usize = 24;
/// The estimated height of a row.
const HEIGHT: f64 = 40.0;

struct Column {
    name: fn(&Messages, &Late) -> &'static str,
    /// The order that sorts by it.
    sort: Option<Sort>,
    class: &'static str,
    /// Its text; empty if it is unknown.
    text: fn(&Catalog, &Project, Lang) -> String,
}

/// Text that may wrap.
const WORDS: &str = "se-words";
/// Text that may not wrap.
const PLAIN: &str = "se-plain";
/// The same, with the project's new status since its article.
const TODAY: &str = "se-plain se-today";
/// Numbers, aligned at the end.
const NUMBER: &str = "se-number";

/// The columns after the name.
static COLUMNS: [Column; 12] = [
    Column {
        name: |messages, _| messages.category,
        sort: None,
        class: WORDS,
        text: |catalog, project, lang| join(&lang.categories(catalog, project), lang.messages().list_separator),
    },
    Column {
        name: |messages, _| messages.part,
        sort: None,
        class: PLAIN,
        text: |catalog, project, lang| part(catalog, project, lang),
    },
    Column {
        name: |messages, _| messages.language,
        sort: None,
        class: WORDS,
        text: |_, project, lang| join(project.languages, lang.messages().list_separator),
    },
    Column {
        name: |messages, _| messages.licence,
        sort: None,
        class: PLAIN,
        text: |_, project, _| project.licence.to_owned(),
    },
    Column {
        name: |_, late| late.owner,
        sort: None,
        class: WORDS,
        text: |_, project, lang| project.owner.map_or("", |owner| lang.label(owner)).to_owned(),
    },
    Column {
        name: |messages, _| messages.region,
        sort: None,
        class: PLAIN,
        text: |catalog, project, lang| project.region.map_or("", |region| lang.region(catalog, region)).to_owned(),
    },
    Column {
        name: |messages, _| messages.first_commit,
        sort: Some(Sort::FirstCommit),
        class: NUMBER,
        text: |_, project, lang| lang.messages().date(project.first_commit),
    },
    Column {
        name: |_, late| late.accepted,
        sort: Some(Sort::Accepted),
        class: NUMBER,
        text: |_, project, lang| lang.messages().date(project.accepted),
    },
    Column {
        name: |_, late| late.age,
        sort: Some(Sort::Age),
        class: NUMBER,
        text: |_, project, lang| filter::age(project).map(|age| lang.late().years(age)).unwrap_or_default(),
    },
    Column {
        name: |messages, _| messages.maturity,
        sort: None,
        class: TODAY,
        text: |catalog, project, lang| match filter::moved_on(project) {
            Some(_) => String::new(),
            None if catalog.terms.is_none() => lang.messages().sandbox.to_owned(),
            None => lang.messages().level(project.maturity.level).to_owned(),
        },
    },
    Column {
        name: |messages, _| messages.last_commit,
        sort: Some(Sort::LastCommit),
        class: NUMBER,
        text: |catalog, project, lang| {
            let date = project.activity.map(|it| lang.messages().date(it.last_commit)).unwrap_or_default();
            // An old record must not look like the current state.
            let is_old = !date.is_empty() && activity::months_without(catalog, project).is_none();
            if is_old { lang.late().or_later.fill([&date]) } else { date }
        },
    },
    Column {
        name: |_, late| late.stars,
        sort: Some(Sort::Stars),
        class: NUMBER,
        text: |_, project, lang| {
            let about = |count: crate::model::Count| lang.late().about.fill([&i18n::number(count.value)]);
            project.counts.stars.map(about).unwrap_or_default()
        },
    },
];

/// The most columns for fields of a catalog.
const MOST_FIELDS: usize = 8;

/// The columns of a list: those in which it has something, and its fields.
#[derive(Clone)]
struct Columns {
    built_in: Vec<&'static Column>,
    fields: Vec<&'static model::Column>,
}

fn columns(state: State, lang: Lang) -> Columns {
    let index = state.catalog.known.get_untracked();
    let catalog = index.catalog;
    let any = |has: &dyn Fn(&Project) -> bool| match index.hits {
        // The first ones that a search service has found.
        Some(_) => catalog.projects.iter().any(has),
        None => state.catalog.scope.with_untracked(|scope| scope.iter().any(|&number| has(index.at(number)))),
    };
    let has = |column: &&Column| {
        let text = |project: &Project| !(column.text)(catalog, project, lang).is_empty();
        catalog.terms.is_none()
            || any(&|project| text(project) || column.class == TODAY && filter::moved_on(project).is_some())
    };
    let fields = catalog.columns.iter().filter(|column| any(&|project| !field(project, column.slug).is_empty()));
    Columns { built_in: COLUMNS.iter().filter(has).collect(), fields: fields.take(MOST_FIELDS).collect() }
}

/// The table of the projects shown.
pub(crate) fn table(state: State, lang: Lang) -> Vec<Element> {
    let catalog = state.catalog.known.get_untracked().catalog;
    let (messages, late) = (lang.words(catalog), lang.late_words(catalog));
    let columns = columns(state, lang);
    let heads =
        columns.built_in.iter().map(|column| head(state, (column.name)(messages, late), column.sort, column.class));
    let fields = columns.fields.iter().map(|column| head(state, lang.label(column.name), None, WORDS));
    let names = head(state, late.name, Some(Sort::Name), "se-words");
    let head = Element::new("thead", "").child(Element::new("tr", "").child(names).children(heads).children(fields));
    let body = Element::new("tbody", "");
    // A scroll container must be focusable, and then needs a name.
    let scrolls = Element::new("div", "se-table-box")
        .attr("part", "table")
        .attr("role", "region")
        .live_label(move || Some(state.landmark.part(late.table)))
        .attr("tabindex", "0");
    let lists = ProjectLists::new(state, FIRST, HEIGHT).in_scroller(&scrolls, folded_rows);
    lists.list(&body, move |_, project| row(state, project, &columns, lang), |_, _, _| None, |_| ()).follow();
    let table = Element::new("table", "se-table")
        .child(Element::new("caption", "se-heard").text(late.table))
        .child(head)
        .child(body);
    // Nothing matches: a table with only a header row is hidden.
    vec![
        scrolls
            .child(table)
            .live_flag("hidden", move || state.results.outcome.with(|outcome| outcome.shown.is_empty())),
    ]
}

/// The placeholder of rows that are not rendered. Only the content of a cell can skip layout.
fn folded_rows() -> [Element; 2] {
    let lines = Element::new("div", "se-fold");
    let cell = Element::new("td", "se-folded").attr("colspan", "13").child(lines.clone());
    [Element::new("tr", "").child(cell), lines]
}

/// The header of a column, with a button if it can sort and the page lets the reader choose.
fn head(state: State, name: &'static str, sort: Option<Sort>, class: &str) -> Element {
    let head = Element::new("th", class).attr("scope", "col");
    let Some(sort) = sort else { return head.text(name) };
    let head = head.live_attr("aria-sort", move || {
        let is_chosen = state.selection.filter.with(|filter| filter.sort) == sort && is_itself(state, sort);
        is_chosen.then_some(if sort.is_ascending() { "ascending" } else { "descending" })
    });
    if !state.page.structure.get_untracked().sort {
        return head.text(name);
    }
    let button = button("se-order").text(name);
    if state.is_prerendered() {
        return head.child(button.attr("disabled", ""));
    }
    head.child(button.live_attr("aria-disabled", move || (!is_itself(state, sort)).then_some("true")).on_click(
        move || {
            if untrack(|| is_itself(state, sort)) {
                state.selection.filter.update(|filter| filter.sort = sort);
            }
        },
    ))
}

/// A project's row, and its texts in which matches can be highlighted.
fn row(state: State, project: &'static Project, columns: &Columns, lang: Lang) -> (Element, Vec<HighlightedText>) {
    let catalog = state.catalog.known.get_untracked().catalog;
    let name = name_button(state, project);
    let mut texts = vec![HighlightedText::of(&name, project.name)];
    let mut row = Element::new("tr", "se-row").child(Element::new("th", WORDS).attr("scope", "row").child(name));
    for column in &columns.built_in {
        let text = (column.text)(catalog, project, lang);
        let cell = Element::new("td", column.class).text(&text);
        if column.class == WORDS {
            texts.push(HighlightedText::of(&cell, text));
        }
        row = row.child(if column.class == TODAY { cell.children(moved(catalog, project, lang)) } else { cell });
    }
    for column in &columns.fields {
        let text = join(field(project, column.slug), lang.messages().list_separator);
        let cell = Element::new("td", WORDS).text(&text);
        texts.push(HighlightedText::of(&cell, text));
        row = row.child(cell);
    }
    (categorised(state, row, project), texts)
}
