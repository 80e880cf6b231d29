//! All categories in a dialog, with a field that filters them: in a line that scrolls, one of a hundred is hard to find. In the chunk: a
//! button next to the tabs opens it (`tabs`).

use std::rc::Rc;

use leptos::prelude::*;

use crate::dom::Element;
use crate::effect::{effect, render_effect};
use crate::facet::{CATEGORY, Index, grouped};
use crate::i18n::Lang;
use crate::page;
use crate::search::Named;
use crate::state::State;
use crate::text::{concat, decimal};
use crate::view::controls::filter_field::{Filtered, filtered};
use crate::view::controls::tabs::{all_label, choose, chosen, n_projects, name, tabs_label};
use crate::view::live::button;

/// The name of the group that a value of the tabs is shown in; empty if there is none.
fn group(index: &Index, value: u16, lang: Lang) -> &'static str {
    let category = (index.tabs == CATEGORY).then(|| &index.values(CATEGORY)[usize::from(value)].slug);
    category.and_then(|slug| index.catalog.category(slug)).map_or("", |category| lang.label(category.parent))
}

/// A tab in the list.
struct Row {
    tab: Option<u16>,
    line: Element,
    button: Element,
    count: Element,
}

/// A native modal dialog, as the details are. The browser keeps the focus in it, closes it on Escape and returns the focus. The categories
/// are buttons in lists under the names of their groups; arrow keys move between them and from the field to the first one.
pub(crate) fn categories(state: State, lang: Lang) -> Element {
    let late = lang.late();
    let index = state.catalog.known.get_untracked();
    let facet = index.tabs;
    let here = state.catalog.values(facet);
    let groups = grouped(&here, |category| group(index, category, lang));
    let text = |&category: &u16| {
        let slug = &index.values(facet)[usize::from(category)].slug;
        concat(&[index.name(facet, category, lang), " ", slug, " ", group(index, category, lang)])
    };
    let label = late.filter_values.fill([tabs_label(index, lang)]);
    let Filtered { typed, field, status, is_left } = filtered(state, lang, &label, Named::new(here.iter().map(text)));

    let mut rows = Vec::new();
    let mut parts = Vec::new();
    for (group, of) in groups {
        let list = Element::new("ul", "se-category-list").attr("role", "list");
        let part = Element::new("div", "se-category-group");
        let part = match group {
            "" => part,
            group => {
                list.set_attr("aria-label", Some(group));
                part.child(Element::new("h2", "se-category-parent").text(group))
            }
        };
        let first = rows.len();
        // "All" comes first.
        let all = (first == 0).then_some(None);
        for tab in all.into_iter().chain(of.into_iter().map(Some)) {
            let count = Element::new("span", "se-count");
            let button = button("se-category-button")
                .child(Element::new("span", "se-category-name").text(name(state, lang, tab)))
                .text(" ")
                .child(count.clone());
            let line = Element::new("li", "").child(button.clone());
            rows.push(Row { tab, line, button, count });
        }
        let list = list.children(rows[first..].iter().map(|row| row.line.clone()));
        let part = part.child(list);
        parts.push((part, first..rows.len()));
    }
    let list = Element::new("div", "se-category-groups").children(parts.iter().map(|(part, _)| part.clone()));
    let rows: Rc<[Row]> = rows.into();

    // "All" is no category, and only there while every category is.
    let is_shown = move |is_left: &[bool], row: &Row| match row.tab {
        Some(category) => here.binary_search(&category).is_ok_and(|at| is_left[at]),
        None => is_left.iter().all(|&is_left| is_left),
    };
    let shown_rows = {
        let (rows, is_shown) = (rows.clone(), is_shown.clone());
        move || -> Vec<usize> {
            is_left.with_untracked(|is_left| (0..rows.len()).filter(|&at| is_shown(is_left, &rows[at])).collect())
        }
    };
    let hides = rows.clone();
    render_effect(move || {
        is_left.with(|is_left| {
            for (part, of) in &parts {
                let mut is_empty = true;
                for row in &hides[of.clone()] {
                    let is_hidden = !is_shown(is_left, row);
                    is_empty &= is_hidden;
                    row.line.set_attr("hidden", is_hidden.then_some(""));
                }
                part.set_attr("hidden", is_empty.then_some(""));
            }
        });
    });
    let counts = rows.clone();
    render_effect(move || {
        let chosen = chosen(state);
        state.results.unordered.with(|outcome| {
            for row in &*counts {
                let n_projects = n_projects(index, outcome, row.tab);
                row.count.set_text(&decimal(n_projects));
                row.button.set_attr("data-empty", (n_projects == 0).then_some(""));
                row.button.set_attr("aria-current", (chosen == Some(row.tab)).then_some("true"));
            }
        });
    });

    let dialog = Element::new("dialog", "se-details se-categories")
        .attr("part", "dialog")
        .attr("aria-label", &all_label(lang, facet, rows.len() - 1));
    let modal = dialog.clone();
    let pick = move |row: &Row| {
        choose(state, row.tab);
        modal.close();
    };
    let (buttons, picked) = (rows.clone(), pick.clone());
    let list = list.on("click", move |event| {
        if let Some(row) = buttons.iter().find(|row| event.is_inside(&row.button)) {
            picked(row);
        }
    });
    let close = dialog.clone();
    // Close is first in the order of focus, as in the details; CSS shows it last.
    let bar = Element::new("div", "se-details-bar")
        .child(button("se-step se-close").attr("aria-label", late.close).on_click(move || close.close()))
        .child(field.clone());
    let (modal, current) = (dialog.clone(), list.clone());
    let (close, search) = (dialog.clone(), field.clone());
    let inner = Element::new("div", "se-details-inner").child(bar).children(status).child(list);
    let dialog = dialog
        .on("close", move |_| state.expand(facet, false))
        // The element keeps Escape in a dialog from everybody (`npm/keys.js`): the first one clears the field here.
        .on("cancel", move |event| {
            if typed.with_untracked(|typed| !typed.is_empty()) {
                event.prevent_default();
                typed.set(String::new());
            }
        })
        .on("click", move |event| {
            // Next to its content, on the backdrop.
            if event.is_at_target() {
                close.close();
            }
        })
        .on("wheel", |event| event.contain_overscroll())
        .on("touchmove", |event| event.contain_overscroll())
        .on("keydown", move |event| {
            let shown = shown_rows();
            let at = shown.iter().position(|&at| event.is_inside(&rows[at].button));
            if at.is_none() && !event.is_inside(&search) {
                return;
            }
            let last = shown.len().saturating_sub(1);
            let to = match (event.key().as_str(), at) {
                // The only one that is left needs no second key.
                ("Enter", None) if shown.len() == 1 => return pick(&rows[shown[0]]),
                ("ArrowDown" | "Enter", None) => 0,
                ("ArrowDown", Some(at)) => last.min(at + 1),
                ("ArrowUp", Some(at)) => at.wrapping_sub(1),
                ("Home", Some(_)) => 0,
                ("End", Some(_)) => last,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            match shown.get(to).map(|&at| &rows[at]) {
                Some(row) => row.button.focus(),
                None => search.focus(),
            }
        })
        .child(inner);
    effect(move || {
        modal.show_modal();
        // On a phone the field would open the keyboard, which covers the list: there the reader sees the selected category.
        if page::has_coarse_pointer() {
            current.focus_first("[aria-current]");
        } else {
            field.focus();
        }
    });
    dialog
}
