//! Makes sure that values which a reader can tick or a link can name are distinct across all projects of a catalog: ids, names,
//! and the languages, licences and tags of the projects. Sorted lists, because comparing each project with all others takes too
//! long with ten thousand projects.

use super::limits::VALUES_OF_A_FACET;
use super::mistake::{Place, Report, quoted};
use crate::model::Project;
use crate::text::slug;

/// The values of the projects so far.
#[derive(Default)]
pub struct Distinct {
    ids: Vec<(&'static str, &'static str)>,
    /// Names, with the ids of their projects.
    names: Vec<(&'static str, &'static str)>,
    /// Languages, licences and tags: in the form of links, and in the form of the projects.
    values: [Vec<(String, &'static str)>; 3],
}

/// Values of a project: the key that contains them, the values, and whether the key contains a list.
type Values<'p> = (&'static str, &'p [&'static str], bool);

fn values(project: &Project) -> [Values<'_>; 3] {
    [
        ("languages", project.languages, true),
        ("licence", std::slice::from_ref(&project.licence), false),
        ("tags", project.tags, true),
    ]
}

impl Distinct {
    /// Rejects values that another project already uses, and values that links cannot tell apart.
    pub fn check(&self, project: &Project, place: Place, report: &Report) {
        let refuse = |key, item, reason: &[&str]| report.add(Place { outer: Some(&place), key, item }, reason);
        for (key, text, taken) in [("id", project.id, &self.ids), ("name", project.name, &self.names)] {
            if let Ok(at) = find(taken, text) {
                refuse(key, None, &["already taken by the project ", &quoted(taken[at].1)]);
            }
        }
        for ((key, values, is_list), known) in values(project).into_iter().zip(&self.values) {
            let mut n = known.len();
            for (at, &value) in values.iter().enumerate() {
                let item = is_list.then_some(at);
                let slug = slug(value);
                // The projects so far, then this one itself.
                let twin = match find(known, slug.as_str()) {
                    Ok(at) => Some(known[at].1),
                    Err(_) => values[..at].iter().copied().find(|other| crate::text::slug(other) == slug),
                };
                match twin {
                    Some(twin) if twin != value => {
                        refuse(key, item, &[&quoted(value), " and ", &quoted(twin), " are the same in links"]);
                    }
                    Some(_) => {}
                    None => n += 1,
                }
                if twin.is_none() && n > VALUES_OF_A_FACET {
                    let most = VALUES_OF_A_FACET.to_string();
                    refuse(
                        key,
                        item,
                        &[&quoted(value), " is one too many; a catalog has at most ", &most, " different ones"],
                    );
                }
            }
        }
    }

    /// Adds the values of a valid project.
    pub fn take(&mut self, project: &Project) {
        for (taken, text) in [(&mut self.ids, project.id), (&mut self.names, project.name)] {
            if let Err(at) = find(taken, text) {
                taken.insert(at, (text, project.id));
            }
        }
        for ((_, values, _), known) in values(project).into_iter().zip(&mut self.values) {
            for value in values {
                let slug = slug(value);
                if let Err(at) = find(known, slug.as_str()) {
                    known.insert(at, (slug, value));
                }
            }
        }
    }
}

fn find<T: AsRef<str>>(sorted: &[(T, &'static str)], text: &str) -> Result<usize, usize> {
    sorted.binary_search_by(|(known, _)| known.as_ref().cmp(text))
}
