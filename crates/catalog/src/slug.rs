//! Slugs that are made from names for people: lower-case ASCII letters, digits and `-`, as links need them.
//!
//! Accents are folded, `C++` is `c-plus-plus`, `C#` is `c-sharp`. A name of which most letters are in another script gets a hash of the
//! whole name, so that its slug does not depend on other names: `数据库` is `p-` and eight digits. What still coincides is numbered.

use crate::text::{Numbered, decimal, fold_char, is_mark, letters};

/// Characters of a slug, without its number.
const MOST: usize = 80;

/// The slug of a name. `prefix` begins those that consist of a hash only.
///
/// ```
/// use sandbox_explorer_catalog::slug;
///
/// assert_eq!(slug::of("AT&T Café", "p"), "at-t-cafe");
/// assert_eq!(slug::of("数据库", "p"), "p-2fe19137");
/// ```
#[must_use]
pub fn of(name: &str, prefix: &str) -> String {
    let mut slug = String::new();
    let (mut n_kept, mut n_lost) = (0, 0);
    let mut in_word = false;
    for c in letters(name).filter(|&c| !is_mark(c)).map(fold_char) {
        let (piece, is_word): (&[u8], bool) = match c {
            'a'..='z' | '0'..='9' => (&[c as u8], true),
            'æ' => (b"ae", true),
            'œ' => (b"oe", true),
            // Of C++ and C#, and not of a heading.
            '+' if n_kept > 0 => (b"plus", false),
            '#' if in_word => (b"sharp", false),
            // Inside a word.
            '\'' => continue,
            '\u{80}'.. => {
                n_lost += 1;
                // 2024年4月 is 2024-4, and Dynaωo is dynao.
                in_word &= c < '\u{2000}';
                continue;
            }
            _ => (b"", false),
        };
        if !piece.is_empty() {
            // `-` only between words.
            if !(in_word && is_word) && !slug.is_empty() {
                slug.push('-');
            }
            slug.extend(piece.iter().map(|&byte| byte as char));
            n_kept += usize::from(is_word);
        }
        in_word = is_word;
    }
    slug.truncate(MOST);
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if n_lost > n_kept || slug.is_empty() {
        if slug.is_empty() {
            slug.push_str(prefix);
        }
        slug.push('-');
        slug.push_str(&hash(name));
    }
    slug
}

/// 32 bits of FNV-1a in hexadecimal digits: the same on every machine and in every version.
#[must_use]
pub fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digit = |n: u32| b"0123456789abcdef"[(hash >> (4 * n)) as usize & 15] as char;
    (0..8).rev().map(digit).collect()
}

/// The slugs of a catalog so far.
#[derive(Default)]
pub struct Taken {
    slugs: Numbered<'static>,
    /// The next number for each slug that is taken, so that a thousand equal names need no million questions.
    next: Vec<u32>,
}

impl Taken {
    /// Takes a slug. `false`: another one has it.
    pub fn take(&mut self, slug: &'static str) -> bool {
        let is_free = self.slugs.find(slug).is_none();
        if is_free {
            self.slugs.number(slug);
            self.next.push(2);
        }
        is_free
    }

    /// Takes the slug, or it with the next free number.
    pub fn distinct(&mut self, slug: String) -> &'static str {
        let Some(number) = self.slugs.find(&slug) else {
            let slug = slug.leak();
            self.take(slug);
            return slug;
        };
        loop {
            let next = &mut self.next[usize::from(number)];
            let numbered = [&slug, "-", &decimal(*next)].concat();
            *next += 1;
            if self.slugs.find(&numbered).is_none() {
                let slug = numbered.leak();
                self.take(slug);
                return slug;
            }
        }
    }
}
