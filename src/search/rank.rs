//! How well a project has a word, by the places in which it stands.

use super::{SAME, Word};
use crate::model::{Catalog, Project};

/// How well a project has a word. First counts the best place: name before former name before tag, category and purpose before summary
/// before feature, in each the whole before a beginning before the inside before a word that means the same. Then where else it stands;
/// features, which mention much, do not count there. Of several words none is found inside other words of a running text.
pub(super) fn rank(catalog: &Catalog, project: &Project, word: &Word, n_words: usize) -> Option<u16> {
    let (mut best, mut all) = (0, 0);
    for (place, weight) in [5, 4, 3, 3, 2, 1].into_iter().enumerate() {
        if weight == 1 && best > 0 {
            // Nothing there is better.
            break;
        }
        let (mut found, mut n_texts) = (0, 0);
        let inside = n_words < 2 || weight > 2;
        texts(catalog, project, place, &mut |text| {
            let quality = word.quality(text, inside);
            n_texts += u16::from(quality > 0);
            found = found.max(quality);
        });
        if found > 0 {
            // Who seeks a project by its former name knows the name; that it means what is sought says little.
            let weight = if place == 1 && found == SAME { 1 } else { weight };
            best = best.max(weight * 6 + found);
            all += weight - 1;
            if place == 3 {
                // What many phrases of a purpose name, it is about.
                all += (n_texts - 1).min(7);
            }
        }
    }
    if best > 0 { Some(best * 20 + all) } else { None }
}

/// Hands the texts of a place to `take`, from the most telling place to the least.
fn texts(catalog: &Catalog, project: &Project, place: usize, take: &mut dyn FnMut(&str)) {
    let (names, texts) = match place {
        0 => (&[project.name][..], &[][..]),
        1 => (project.former_names, &[][..]),
        2 => {
            project.languages.iter().for_each(|name| take(name));
            (project.tags, project.owner.as_slice())
        }
        3 => {
            project.purpose.en.iter().for_each(|phrase| take(phrase));
            let category = catalog.category(project.category);
            (project.purpose.zh, category.map_or(&[][..], |category| std::slice::from_ref(&category.name)))
        }
        4 => (&[][..], std::slice::from_ref(&project.summary)),
        _ => (&[][..], project.features),
    };
    names.iter().for_each(|name| take(name));
    for text in texts {
        take(text.en);
        take(text.zh);
    }
}
