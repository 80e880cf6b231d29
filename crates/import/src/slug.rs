//! Slugs: names in query strings, made from names for people.
//!
//! They have lower-case ASCII letters, digits and `-`, as the reader of catalogs demands. Accents are folded, `C++` is `c-plus-plus`, `C#`
//! is `c-sharp`. A name of which most letters are in another script gets a hash of the whole name, so that its slug does not depend on the
//! other entries: `数据库` is `p-` and eight digits. What still coincides is numbered: `-2`, `-3`.

use std::collections::{HashMap, HashSet};

use sandbox_explorer_catalog::text::{fold_char, is_mark, letters};

/// Characters of a slug, without its number.
const MOST: usize = 80;

/// The slug of a name. `prefix` begins those that consist of a hash only.
pub(crate) fn slug(name: &str, prefix: &str) -> String {
    let mut slug = String::new();
    let (mut n_kept, mut n_lost) = (0, 0);
    let mut add = |piece: &str, is_word: bool| {
        // `-` only between words.
        if is_word && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        slug.push_str(piece);
    };
    let mut in_word = false;
    let mut encode = [0; 4];
    for c in letters(name).filter(|&c| !is_mark(c)).map(fold_char) {
        match c {
            'a'..='z' | '0'..='9' => {
                add(c.encode_utf8(&mut encode), !in_word);
                (in_word, n_kept) = (true, n_kept + 1);
                continue;
            }
            'æ' | 'œ' => {
                add(if c == 'æ' { "ae" } else { "oe" }, !in_word);
                (in_word, n_kept) = (true, n_kept + 1);
                continue;
            }
            // Of C++ and C#, and not of a heading.
            '+' if n_kept > 0 => add("plus", true),
            '#' if in_word => add("sharp", true),
            // Inside a word.
            '\'' => continue,
            c if c.is_alphanumeric() => {
                n_lost += 1;
                // 2024年4月 is 2024-4, and Dynaωo is dynao.
                in_word &= c < '\u{2e80}';
                continue;
            }
            _ => {}
        }
        in_word = false;
    }
    slug.truncate(MOST);
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if n_lost > n_kept || slug.is_empty() {
        let hash = format!("{:08x}", hash(name));
        slug = if slug.is_empty() { format!("{prefix}-{hash}") } else { format!("{slug}-{hash}") };
    }
    slug
}

/// The slug of a category: those of its path, such as `runtime--container-runtime`. A long one ends in a hash of the path.
pub(crate) fn of_path(path: &[String]) -> String {
    let mut whole = path.iter().map(|name| slug(name, "c")).collect::<Vec<_>>().join("--");
    if whole.len() > MOST {
        whole.truncate(MOST);
        whole = format!("{}-{:08x}", whole.trim_end_matches('-'), hash(&path.join("/")));
    }
    whole
}

/// 32 bits of FNV-1a: the same on every machine and in every version.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
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
