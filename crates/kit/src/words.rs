//! What is said about the options, the texts and the hosts, in the languages of the page: one file each. A missing field does not compile;
//! that every attribute, token and value has its words is tested.

mod en;
mod zh;
mod zh_hant;

use sandbox_explorer::Lang;
use sandbox_explorer::options::{ATTRIBUTES, Kind};

use crate::host::Host;
use crate::notice::Notice;
use crate::text::Place;

/// Words by name.
type Named = &'static [(&'static str, &'static str)];

/// The words of one language. `{}` is a place for a value.
pub struct Words {
    /// Attributes and the two other options, by name.
    pub(crate) options: Named,
    /// Tokens, by name.
    pub(crate) tokens: Named,
    /// Values of choices, by attribute and value: `theme.dark`.
    pub(crate) values: Named,
    /// What is to be known about a host, by its name.
    pub(crate) hosts: Named,
    /// The name of the language in that language.
    pub language: &'static str,
    /// The groups of options.
    pub groups: [&'static str; 5],
    /// The form with all options.
    pub form: &'static str,
    /// The value of an option that is not set.
    pub by_default: &'static str,
    /// All projects are in the scope.
    pub all_projects: &'static str,
    /// How many are, `{}`.
    pub some_projects: &'static str,
    /// The projects, as a way to choose a scope.
    pub single_projects: &'static str,
    /// The field that narrows a long list of boxes.
    pub narrow: &'static str,
    /// A part of the explorer that is shown: `without-*` unticked.
    pub shown: &'static str,
    /// The links to the author's posts: the name of the list, of its fields, and the two buttons.
    pub links: &'static str,
    /// What a link is about.
    pub link_about: &'static str,
    /// Its address.
    pub link_href: &'static str,
    /// Its text.
    pub link_text: &'static str,
    /// Adds one.
    pub link_add: &'static str,
    /// Removes one.
    pub link_remove: &'static str,
    /// The colour on light and on dark grounds.
    pub on_light: &'static str,
    /// The same on dark ones.
    pub on_dark: &'static str,
    /// The tokens that few need.
    pub more_tokens: &'static str,
    /// A value that is not taken.
    pub refused: &'static str,
    /// Everything back to the start.
    pub reset: &'static str,
    /// The preview.
    pub preview: &'static str,
    /// Said where the catalog is on another host: our page may not ask it.
    pub elsewhere: &'static str,
    /// Its width.
    pub width: &'static str,
    /// The width of the page.
    pub full: &'static str,
    /// What it is painted on.
    pub backdrop: &'static str,
    /// The three of them.
    pub backdrops: [&'static str; 3],
    /// The author's ground: colour behind, colour of texts, fonts.
    pub ground: [&'static str; 3],
    /// The contrasts.
    pub contrast: &'static str,
    /// Texts, secondary texts, links, changed facts.
    pub contrasts: [&'static str; 4],
    /// The ratio is enough.
    pub enough: &'static str,
    /// It is not.
    pub too_little: &'static str,
    /// It cannot be computed.
    pub unknown: &'static str,
    /// The texts.
    pub paste: &'static str,
    /// The list of hosts.
    pub host: &'static str,
    /// The files go next to the page.
    pub files_next: &'static str,
    /// The files go to the directory `{}`.
    pub files_to: &'static str,
    /// The package brings them.
    pub files_packed: &'static str,
    pub(crate) places: [&'static str; 7],
    /// The policy.
    pub policy: &'static str,
    /// The cost.
    pub cost: &'static str,
    /// Its three parts: with the page, seen, after.
    pub costs: [&'static str; 3],
    /// The cost of a component is a part of the application's.
    pub cost_inside: &'static str,
    /// A development build.
    pub no_sizes: &'static str,
    /// Copies a text.
    pub copy: &'static str,
    /// It is copied; `{}` says which.
    pub copied: &'static str,
    /// It cannot be copied.
    pub not_copied: &'static str,
    pub(crate) not_taken: &'static str,
    pub(crate) notices: [&'static str; 6],
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::Zh => &zh::WORDS,
            Lang::ZhHant => &zh_hant::WORDS,
            Lang::En | Lang::Mirrored => &en::WORDS,
        }
    }

    /// The name of an attribute, a token or another option; its own name if it has no words yet.
    #[must_use]
    pub fn option<'a>(&self, name: &'a str) -> &'a str {
        find(self.options, name).or_else(|| find(self.tokens, name)).unwrap_or(name)
    }

    /// The name of a value of a choice.
    #[must_use]
    pub fn value<'a>(&self, attribute: &str, value: &'a str) -> &'a str {
        find(self.values, &format!("{attribute}.{value}")).unwrap_or(value)
    }

    /// Where a text goes, in a sentence.
    #[must_use]
    pub fn place(&self, place: &Place) -> String {
        let [terminal, file, into, head, style, top, post] = self.places;
        match place {
            Place::Terminal => terminal.to_owned(),
            Place::File(path) => file.replace("{}", path),
            Place::Into(path) => into.replace("{}", path),
            Place::Head => head.to_owned(),
            Place::Style => style.to_owned(),
            Place::Top => top.to_owned(),
            Place::Post => post.to_owned(),
        }
    }

    /// A notice in a sentence.
    #[must_use]
    pub fn notice(&self, notice: Notice, host: &Host) -> String {
        let [no_tokens, no_links, no_preload, no_integrity, nothing, other_catalog] = self.notices;
        let text = match notice {
            Notice::NotTaken(name) => return self.not_taken.replace("{}", &format!("{} ({name})", self.option(name))),
            Notice::NoTokens => no_tokens,
            Notice::NoLinks => no_links,
            Notice::NoPreload => no_preload,
            Notice::NoIntegrity => no_integrity,
            Notice::Nothing => nothing,
            Notice::OtherCatalog => other_catalog,
            Notice::Host => find(self.hosts, host.slug).unwrap_or_default(),
        };
        text.to_owned()
    }

    /// What has no words: attributes, values, and what English has.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        let mut expect = |list: Named, name: &str| {
            if find(list, name).is_none_or(str::is_empty) {
                missing.push(name.to_owned());
            }
        };
        for attribute in &ATTRIBUTES {
            expect(self.options, attribute.name);
            for value in attribute.allowed.split(", ").filter(|_| attribute.kind == Kind::Choice) {
                expect(self.values, &format!("{}.{value}", attribute.name));
            }
        }
        sandbox_explorer::contract::tokens().iter().for_each(|token| expect(self.tokens, token.name));
        let en = &en::WORDS;
        for (own, list) in
            [(self.options, en.options), (self.tokens, en.tokens), (self.values, en.values), (self.hosts, en.hosts)]
        {
            list.iter().for_each(|(name, _)| expect(own, name));
        }
        missing
    }
}

fn find(list: Named, name: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == name).map(|(_, words)| *words)
}

/// Whether something is to be known about a host.
pub(crate) fn is_noted(slug: &str) -> bool {
    find(en::WORDS.hosts, slug).is_some()
}
