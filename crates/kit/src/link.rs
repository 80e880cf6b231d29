//! A link from the explorer to a post of the author's: about a project or a part of the series.

use std::fmt;
use std::str::FromStr;

/// A link to the author's own post.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// What it is about: `project` or `part`.
    pub about: String,
    /// The id of the project, or the number of the part.
    pub slug: String,
    /// Its address, http or https, or relative to the page.
    pub href: String,
    /// Its text.
    pub text: String,
}

impl Link {
    /// Whether it can be printed.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        ![&self.slug, &self.href, &self.text].iter().any(|part| part.is_empty())
    }
}

/// As one line: `part=4 /posts/part-4 Part 4: thirteen arrivals`. An address has no spaces.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={} {} {}", self.about, self.slug, self.href.replace(' ', "%20"), self.text)
    }
}

impl FromStr for Link {
    type Err = String;

    fn from_str(line: &str) -> Result<Link, String> {
        let refused =
            || format!("link: cannot use \"{line}\"; expected `part=4 ADDRESS TEXT` or `project=ID ADDRESS TEXT`");
        let mut parts = line.splitn(3, ' ');
        let (about, slug) = parts.next().and_then(|subject| subject.split_once('=')).ok_or_else(refused)?;
        let [href, text] = [parts.next(), parts.next()].map(|part| part.unwrap_or_default().trim().to_owned());
        let is_script = href.to_ascii_lowercase().starts_with("javascript:");
        if !matches!(about, "project" | "part") || is_script || line.chars().any(char::is_control) {
            return Err(refused());
        }
        Ok(Link { about: about.to_owned(), slug: slug.to_owned(), href, text })
    }
}
