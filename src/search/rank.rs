//! How well a project matches a word, by the places in which it occurs.

use super::word::{Quality, SAME};
use crate::model::{Catalog, Label, Project};
use crate::text;

/// How many places there are.
pub(super) const N_PLACES: usize = 6;

/// Takes the quality of one text after the other.
pub(super) type Take<'a> = &'a mut dyn FnMut(Quality);

/// The rank of a project for a word. The best place counts first: name before former name before tag, category and purpose before
/// summary before feature. In each place the quality of the match counts: the whole text before the beginning of a word before the
/// inside of a word before a synonym. Then all places with a match count, except features, which mention many things. If the
/// search has several words, matches inside the words of a summary or feature do not count.
///
/// `qualities` passes the quality of each text of a place.
pub(super) fn rank(n_words: usize, qualities: &mut dyn FnMut(usize, Take)) -> Option<u16> {
    let (mut best, mut all) = (0, 0);
    for (place, weight) in [5, 4, 3, 3, 2, 1].into_iter().enumerate() {
        if weight == 1 && best > 0 {
            // A match in a feature cannot be better.
            break;
        }
        let (mut found, mut n_texts) = (0, 0);
        let inside = n_words < 2 || weight > 2;
        qualities(place, &mut |quality| {
            let quality = u16::from(if inside { quality.inside } else { quality.outside });
            n_texts += u16::from(quality > 0);
            found = found.max(quality);
        });
        if found > 0 {
            // A reader who searches for a former name knows that name; a match by a synonym of it means little.
            let weight = if place == 1 && found == SAME { 1 } else { weight };
            best = best.max(weight * 6 + found);
            all += weight - 1;
            if place == 3 {
                // The more phrases of its purpose match, the more a project is about the word.
                all += (n_texts - 1).min(7);
            }
        }
    }
    if best > 0 { Some(best * 20 + all) } else { None }
}

/// Passes the texts of a place, from the most important place to the least.
pub(super) fn texts(catalog: &Catalog, project: &Project, place: usize, visit: &mut dyn FnMut(&'static str)) {
    let (names, texts) = match place {
        0 => (&[project.name][..], &[][..]),
        1 => (project.former_names, &[][..]),
        2 => {
            project.languages.iter().for_each(|name| visit(name));
            label(project.owner.unwrap_or_default(), visit);
            (project.tags, &[][..])
        }
        3 => {
            project.purpose.en.iter().for_each(|phrase| visit(phrase));
            for category in project.all_categories() {
                label(catalog.category(category).map(|category| category.name).unwrap_or_default(), visit);
            }
            (project.purpose.zh, &[][..])
        }
        4 => (&[][..], std::slice::from_ref(&project.summary)),
        _ => {
            // Former repositories count less than names: many owners have "cloud" or "container" in their names.
            project.former_repositories.iter().for_each(|address| visit(text::repository(address)));
            project.fields.iter().flat_map(|extra| extra.values).for_each(|value| visit(value));
            (&[][..], project.features)
        }
    };
    names.iter().for_each(|name| visit(name));
    for text in texts {
        visit(text.en);
        visit(text.zh);
    }
}

fn label(label: Label, visit: &mut dyn FnMut(&'static str)) {
    [label.en, label.zh, label.zh_hant].into_iter().for_each(visit);
}
