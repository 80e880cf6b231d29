//! Makes sure that values which a reader can tick or a link can name are distinct across all projects of a catalog: ids, names,
//! and the languages, licences and tags of the projects. Found by hash: comparing each project with all others takes too long with ten
//! thousand projects, and so does keeping a list of them sorted.

use super::limits::VALUES_OF_A_FACET;
use super::mistake::{Place, Report, quoted};
use crate::model::Project;
use crate::text::{Numbered, decimal, slug};

/// The values of the projects so far.
#[derive(Default)]
pub struct Distinct {
    ids: Numbered<'static>,
    names: Numbered<'static>,
    /// Languages, licences and tags.
    values: [Values; 3],
}

/// Values of a key: in the form of the projects, and, sorted, in the form of links with the other one.
#[derive(Default)]
struct Values {
    known: Numbered<'static>,
    slugs: Vec<(String, &'static str)>,
}

/// Values of a project: the key that contains them, the values, and whether the key contains a list.
type Ticked<'p> = (&'static str, &'p [&'static str], bool);

fn values(project: &Project) -> [Ticked<'_>; 3] {
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
            if let Some(number) = taken.find(text) {
                refuse(key, None, &["already taken by the project ", &quoted(self.ids.texts[usize::from(number)])]);
            }
        }
        for ((key, values, is_list), known) in values(project).into_iter().zip(&self.values) {
            let mut n = known.slugs.len();
            for (at, &value) in values.iter().enumerate() {
                if known.known.find(value).is_some() {
                    continue;
                }
                let item = is_list.then_some(at);
                let slug = slug(value);
                // The projects so far, then this one itself.
                let twin = match find(&known.slugs, &slug) {
                    Ok(at) => Some(known.slugs[at].1),
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
                    let most = decimal(VALUES_OF_A_FACET as u32);
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
    pub fn add(&mut self, project: &Project) {
        // Both get the same number.
        self.ids.number(project.id);
        self.names.number(project.name);
        for ((_, values, _), known) in values(project).into_iter().zip(&mut self.values) {
            for value in values {
                if known.known.find(value).is_none() {
                    known.known.number(value);
                    let slug = slug(value);
                    let at = find(&known.slugs, &slug).unwrap_or_else(|at| at);
                    known.slugs.insert(at, (slug, value));
                }
            }
        }
    }
}

fn find(sorted: &[(String, &'static str)], slug: &str) -> Result<usize, usize> {
    sorted.binary_search_by(|(known, _)| known.as_str().cmp(slug))
}
