//! Slugs: names in query strings. Those of categories are made of their path; what coincides is numbered: `-2`, `-3`.

use std::collections::{HashMap, HashSet};

use sandbox_explorer_catalog::slug::hash;

/// Characters of a slug, without its number.
const MOST: usize = 80;

/// The slug of a name, as the explorer makes it of a project without an id.
pub(crate) use sandbox_explorer_catalog::slug::of as slug;

/// The slug of a category: those of its path, such as `runtime--container-runtime`. A long one ends in a hash of the path.
pub(crate) fn of_path(path: &[String]) -> String {
    let mut whole = path.iter().map(|name| slug(name, "c")).collect::<Vec<_>>().join("--");
    if whole.len() > MOST {
        whole.truncate(MOST);
        whole = format!("{}-{}", whole.trim_end_matches('-'), hash(&path.join("/")));
    }
    whole
}

/// The slugs of a catalog so far.
#[derive(Default)]
pub(crate) struct Slugs {
    taken: HashSet<String>,
    /// The next number for each slug that is taken, so that a thousand equal names need no million questions.
    next: HashMap<String, usize>,
}

impl Slugs {
    /// The slug itself, or with the next free number.
    pub(crate) fn distinct(&mut self, slug: String) -> String {
        if self.taken.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(2);
        loop {
            let numbered = format!("{slug}-{next}");
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandbox_explorer_catalog::check::is_slug;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let made = slug(name, "p");
        assert_eq!(made, expected);
        assert!(is_slug(&made), "{made}");
    }

    #[test]
    fn slugs_have_letters_digits_and_hyphens() {
        check("Container Runtime", "container-runtime");
        check("  AT&T -- (Labs) ", "at-t-labs");
        check("C++", "c-plus-plus");
        check("C#", "c-sharp");
        check("# 1", "1");
        check("Ænix Café", "aenix-cafe");
        check("Dynaωo", "dynao");
        check("2024 年4月17 号", "2024-4-17");
        check("Alibaba (China) Co., Ltd. / 阿里巴巴（中国）有限公司", "alibaba-china-co-ltd");
    }

    #[test]
    fn names_in_other_scripts_have_a_slug_that_only_depends_on_the_name() {
        check("数据库", "p-2fe19137");
        assert_ne!(slug("数据库", "p"), slug("数据", "p"));
        assert!(slug("A 数据库工具", "p").starts_with("a-"));
        assert!(is_slug(&slug("!!", "p")));
        assert!(is_slug(&slug(&"a-".repeat(300), "p")));
    }

    #[test]
    fn what_coincides_is_numbered() {
        let mut slugs = Slugs::default();
        let made = ["a", "a-2", "a", "a", "a"].map(|slug| slugs.distinct(slug.to_owned()));
        assert_eq!(made, ["a", "a-2", "a-3", "a-4", "a-5"]);
    }
}
