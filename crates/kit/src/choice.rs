//! What an author has chosen: a value for any attribute of the element and any custom property, links to the author's own posts, and whether
//! the loader is pinned. The attributes are those of the declaration, so that a new one can be chosen without a change here.

use sandbox_explorer::Lang;
use sandbox_explorer::contract::{self, Token};
use sandbox_explorer::i18n::LANGUAGES;
use sandbox_explorer::options::{ATTRIBUTES, Attribute, Kind, OPTIONS, Options};

use crate::link::Link;

/// The name of the option that pins the loader by its hash.
pub(crate) const INTEGRITY: &str = "integrity";
/// The name of the option that adds a link to a post of the author's.
pub(crate) const LINK: &str = "link";

/// The options of one explorer. Absent is the default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    attributes: Vec<(&'static str, String)>,
    tokens: Vec<(&'static str, String)>,
    /// Links to the author's own posts, in order.
    pub links: Vec<Link>,
    /// Whether the loader is pinned by its hash, where the host allows that.
    pub integrity: bool,
}

/// The names that [`Choice::set`] knows, in the order of the declarations: attributes, tokens, and the two options that are neither.
pub fn known() -> impl Iterator<Item = &'static str> {
    let tokens = contract::tokens().into_iter().map(|token| token.name);
    ATTRIBUTES.iter().map(|attribute| attribute.name).chain(tokens).chain([LINK, INTEGRITY])
}

fn attribute(name: &str) -> Option<&'static Attribute> {
    ATTRIBUTES.iter().find(|attribute| attribute.name == name)
}

fn token(name: &str) -> Option<Token> {
    contract::tokens().into_iter().find(|token| token.name == name)
}

impl Choice {
    /// Sets an option by its name. An empty value is the default, except for a flag, which is present; `false` makes it absent.
    ///
    /// # Errors
    /// One line that names the option, its value and the values allowed. The option keeps its value.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let value = value.trim();
        if let Some(attribute) = attribute(name) {
            let value = checked(attribute, value)?;
            put(&mut self.attributes, attribute.name, value, ATTRIBUTES.iter().map(|known| known.name));
            return Ok(());
        }
        if let Some(token) = token(name) {
            let value = painted(&token, value)?;
            put(&mut self.tokens, token.name, value, contract::tokens().into_iter().map(|known| known.name));
            return Ok(());
        }
        match name {
            LINK => self.links.push(value.parse()?),
            INTEGRITY => self.integrity = value != "false",
            _ => return Err(format!("unknown option {name}; allowed: {}", known().collect::<Vec<_>>().join(", "))),
        }
        Ok(())
    }

    /// The value of an attribute or token; empty if it is the default. A flag that is present is `true`.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let mut all = self.attributes.iter().chain(&self.tokens);
        all.find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// The attributes that are not the default, in the order of their declaration.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static Attribute, &str)> {
        self.attributes.iter().filter_map(|(name, value)| Some((attribute(name)?, value.as_str())))
    }

    /// The tokens that are not the default, in the order of the style sheet.
    pub fn tokens(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.tokens.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Name and value of everything that is not the default; `set` of each makes an equal choice.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, String)> {
        let own = self.attributes.iter().chain(&self.tokens).map(|(name, value)| (*name, value.clone()));
        let links = self.links.iter().map(|link| (LINK, link.to_string()));
        own.chain(links).chain(self.integrity.then(|| (INTEGRITY, "true".to_owned())))
    }

    /// The language of the texts that are printed: its own, else that of the place it is printed for.
    #[must_use]
    pub(crate) fn lang(&self, here: Lang) -> Lang {
        Lang::from_tag(self.get("lang")).unwrap_or(here)
    }

    /// Whether the explorer is loaded with the page.
    #[must_use]
    pub(crate) fn is_eager(&self) -> bool {
        self.get("loading") == "eager"
    }

    /// The address of the directory of the files, with a slash at the end; empty if the author has said none.
    #[must_use]
    pub(crate) fn base(&self) -> String {
        match self.get("base") {
            "" => String::new(),
            base if base.ends_with('/') => base.to_owned(),
            base => format!("{base}/"),
        }
    }
}

/// Sets or removes a value in a list that keeps the order of the names.
fn put(
    list: &mut Vec<(&'static str, String)>,
    name: &'static str,
    value: String,
    names: impl Iterator<Item = &'static str>,
) {
    list.retain(|(known, _)| *known != name);
    if !value.is_empty() {
        list.push((name, value));
        let order: Vec<&str> = names.collect();
        list.sort_by_key(|(known, _)| order.iter().position(|name| name == known));
    }
}

/// The value of an attribute as it is kept: checked as the element checks it, and empty if it is the default.
fn checked(attribute: &Attribute, value: &str) -> Result<String, String> {
    let refused = |why: &str| Err(format!("{}: cannot use \"{value}\"; {why}", attribute.name));
    if value.chars().any(char::is_control) {
        return refused("it must be one line");
    }
    let default = attribute.default.trim_matches('`');
    match attribute.kind {
        Kind::Flag => return Ok(if value == "false" { String::new() } else { "true".to_owned() }),
        _ if value.is_empty() || (attribute.default.starts_with('`') && value == default) => return Ok(String::new()),
        Kind::Language if Lang::from_tag(value).is_none() => {
            let known: Vec<&str> = LANGUAGES.iter().map(|lang| lang.tag()).collect();
            return refused(&format!("allowed: {}", known.join(", ")));
        }
        Kind::Choice if attribute.allowed.split(", ").all(|allowed| allowed != value) => {
            return refused(&format!("allowed: {}", attribute.allowed));
        }
        Kind::Address if value.contains(['"', '<', '>', ' ', '`']) || value.starts_with("javascript:") => {
            return refused("expected an address");
        }
        _ => {}
    }
    if OPTIONS.iter().any(|option| option.name == attribute.name) {
        Options::default().set(attribute.name, Some(value)).map_err(|refused| refused.to_string())?;
    }
    // It would end the value in one host or another, and each of these options can do without.
    Ok(value.replace('"', "%22"))
}

/// The value of a custom property as it is kept.
fn painted(token: &Token, value: &str) -> Result<String, String> {
    let is_open = value.matches('(').count() != value.matches(')').count();
    if value.contains([';', '{', '}', '<', '>', '"', '\\', '@']) || value.contains("/*") || is_open {
        let example = if crate::style::is_length(token) { "4px" } else { "#a3195b or light-dark(#a3195b, #ff8ac2)" };
        return Err(format!("{}: cannot use \"{value}\"; expected a value of CSS such as {example}", token.name));
    }
    Ok(value.to_owned())
}
