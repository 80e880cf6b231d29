//! The interface languages: one row each, and which text of the data each shows.

use super::{Late, Messages, Others, OthersLate, Printed, en, loaded, mirrored, zh, zh_hant};
use crate::model::{Catalog, Field, Label, Project, Text};

/// Everything in which one language differs from another.
pub struct Language {
    /// The BCP 47 tag of its strings.
    pub tag: &'static str,
    /// The tags that select it: a language, or a language and what may follow it (`zh-TW` also matches `zh-Hani-TW`).
    pub ranges: &'static [&'static str],
    /// `rtl` if it is written from right to left.
    pub direction: Option<&'static str>,
    /// Which of the data's texts it shows.
    pub texts: Texts,
    /// The BCP 47 tag of English texts of the data, if it differs from `tag`.
    pub english: Option<&'static str>,
    /// The BCP 47 tag of Chinese texts of the data, if it differs from `tag`.
    pub chinese: Option<&'static str>,
}

/// Which of the data's texts a language shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Texts {
    /// English; where it is missing, Chinese.
    English,
    /// Simplified Chinese; where it is missing, English.
    Chinese,
    /// Traditional Chinese; where it is missing, simplified. The texts of projects have no traditional Chinese.
    TraditionalChinese,
}

/// Prints [`Lang`] and what each language has from its file, so that a file that lacks anything does not compile. Functions instead of one
/// table with everything: the program contains neither the strings of the chunk (`late`) nor those of other programs (`printed`). The
/// element also loads the strings of the languages in `loaded`, with the texts of the data that they show: any page that shows others
/// gets its first view sooner.
macro_rules! languages {
    (
        offered { $($(#[$doc:meta])* $offered:ident = $file:ident,)+ }
        loaded { $($(#[$loaded_doc:meta])* $loaded:ident = $loaded_file:ident,)+ }
        not_offered { $($(#[$other_doc:meta])* $other:ident = $other_file:ident,)+ }
    ) => {
        /// An interface language.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
        pub enum Lang {
            $($(#[$doc])* $offered,)+
            $($(#[$loaded_doc])* $loaded,)+
            $($(#[$other_doc])* $other,)+
        }

        /// The languages offered.
        pub static LANGUAGES: [Lang; [$(Lang::$offered,)+ $(Lang::$loaded,)+].len()] =
            [$(Lang::$offered,)+ $(Lang::$loaded,)+];

        /// Those that the element loads, in the order of their text.
        pub(super) const LOADED: [Lang; [$(Lang::$loaded),+].len()] = [$(Lang::$loaded),+];

        /// The strings of those, for programs that contain them.
        pub(super) static CONTAINED: [&Messages; LOADED.len()] = [$(&$loaded_file::MESSAGES),+];

        impl Lang {
            const ALL: &[Lang] = &[$(Lang::$offered,)+ $(Lang::$loaded,)+ $(Lang::$other,)+];

            pub(super) fn row(self) -> &'static Language {
                match self {
                    $(Lang::$offered => &$file::LANGUAGE,)+
                    $(Lang::$loaded => &$loaded_file::LANGUAGE,)+
                    $(Lang::$other => &$other_file::LANGUAGE,)+
                }
            }

            /// Its strings; English ones as long as its own are not here.
            #[must_use]
            #[doc(hidden)]
            pub fn messages(self) -> &'static Messages {
                match self {
                    $(Lang::$offered => &$file::MESSAGES,)+
                    $(Lang::$loaded => loaded::messages(self).unwrap_or(&en::MESSAGES),)+
                    $(Lang::$other => &$other_file::MESSAGES,)+
                }
            }

            /// The strings that only the chunk shows.
            #[must_use]
            #[doc(hidden)]
            pub fn late(self) -> &'static Late {
                match self {
                    $(Lang::$offered => &$file::LATE,)+
                    $(Lang::$loaded => &$loaded_file::LATE,)+
                    $(Lang::$other => &$other_file::LATE,)+
                }
            }

            /// What replaces its strings for the catalog of somebody else.
            pub(crate) fn others(self) -> &'static Others {
                match self {
                    $(Lang::$offered => &$file::OTHERS,)+
                    $(Lang::$loaded => &$loaded_file::OTHERS,)+
                    $(Lang::$other => &$other_file::OTHERS,)+
                }
            }

            /// The same for those of the chunk.
            pub(crate) fn others_late(self) -> &'static OthersLate {
                match self {
                    $(Lang::$offered => &$file::OTHERS_LATE,)+
                    $(Lang::$loaded => &$loaded_file::OTHERS_LATE,)+
                    $(Lang::$other => &$other_file::OTHERS_LATE,)+
                }
            }

            /// The strings that no program of the element contains: those of the loader and of the plain list.
            #[must_use]
            #[doc(hidden)]
            pub fn printed(self) -> &'static Printed {
                match self {
                    $(Lang::$offered => &$file::PRINTED,)+
                    $(Lang::$loaded => &$loaded_file::PRINTED,)+
                    $(Lang::$other => &$other_file::PRINTED,)+
                }
            }
        }
    };
}

languages! {
    offered {
        /// English.
        #[default]
        En = en,
    }
    loaded {
        /// Chinese, simplified.
        Zh = zh,
        /// Chinese, traditional. Texts of the projects stay simplified.
        ZhHant = zh_hant,
    }
    not_offered {
        /// English laid out from right to left: Unicode's pseudo-language `ar-XB`, which tests whether a layout can be mirrored.
        Mirrored = mirrored,
    }
}

impl Lang {
    /// The language for a BCP 47 tag: `en-GB` is English, `ZH_cn` simplified and `zh-TW` traditional Chinese. `None`: not one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let mut rest = tag.trim_ascii();
        let language = subtag(&mut rest);
        // The first subtag that decides: in `zh-Hans-HK` the script, in `zh-HK` the region.
        while !rest.is_empty() {
            let lang = Lang::with_range(language, subtag(&mut rest));
            if lang.is_some() {
                return lang;
            }
        }
        Lang::with_range(language, "")
    }

    fn with_range(language: &str, next: &str) -> Option<Lang> {
        let is_range = |range: &&str| {
            let mut rest = *range;
            subtag(&mut rest).eq_ignore_ascii_case(language) && rest.eq_ignore_ascii_case(next)
        };
        Lang::ALL.iter().find(|lang| lang.row().ranges.iter().any(is_range)).copied()
    }

    /// The BCP 47 tag of its strings.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.row().tag
    }

    /// Whether its strings are here.
    #[must_use]
    #[doc(hidden)]
    pub fn is_here(self) -> bool {
        !self.is_loaded_later() || loaded::are_here()
    }

    /// Whether its strings are not in every program from the start.
    #[must_use]
    #[doc(hidden)]
    pub fn is_loaded_later(self) -> bool {
        LOADED.contains(&self)
    }

    /// The display name of a field.
    #[must_use]
    #[doc(hidden)]
    pub fn field(self, field: Field) -> &'static str {
        self::field(field, self.messages(), self.late())
    }

    /// The BCP 47 tag of the data's texts in this language.
    #[must_use]
    pub fn tag_of_texts(self) -> &'static str {
        let row = self.row();
        let other = match row.texts {
            Texts::English => row.english,
            Texts::Chinese | Texts::TraditionalChinese => row.chinese,
        };
        other.unwrap_or(row.tag)
    }

    /// `rtl` if it is written from right to left.
    #[must_use]
    pub fn direction(self) -> Option<&'static str> {
        self.row().direction
    }

    /// A text of the data in this language; if it has none, in the other one.
    #[must_use]
    pub fn of(self, Text { en, zh }: Text) -> &'static str {
        self.label(Label { en, zh, zh_hant: "" })
    }

    /// A text of the data that may have its own traditional Chinese.
    #[must_use]
    #[doc(hidden)]
    pub fn label(self, Label { en, zh, zh_hant }: Label) -> &'static str {
        let (wanted, other) = match self.row().texts {
            Texts::English => (en, zh),
            Texts::TraditionalChinese if !zh_hant.is_empty() => (zh_hant, zh),
            Texts::TraditionalChinese | Texts::Chinese => (zh, en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// The name of a category; its slug if the catalog has no such category.
    #[must_use]
    pub fn category(self, catalog: &Catalog, slug: &'static str) -> &'static str {
        catalog.category(slug).map_or(slug, |category| self.label(category.name))
    }

    /// The names of a project's categories.
    #[must_use]
    #[doc(hidden)]
    pub fn categories(self, catalog: &Catalog, project: &Project) -> Vec<&'static str> {
        project
            .all_categories()
            .iter()
            .map(|&slug| self.category(catalog, slug))
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// The name of a region; its slug if the catalog has no such region.
    #[must_use]
    pub fn region(self, catalog: &Catalog, slug: &'static str) -> &'static str {
        let region = catalog.regions.iter().find(|region| region.slug == slug);
        region.map_or(slug, |region| self.label(region.name))
    }

    /// The BCP 47 tag of a text of the data, if it differs from that of the interface. Decided by the characters, because a text may
    /// exist in one language only.
    #[must_use]
    pub fn tag_of(self, text: &str) -> Option<&'static str> {
        let is_chinese = text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let row = self.row();
        if is_chinese { row.chinese } else { row.english }
    }

    /// The same for a text of a project, which may be in a language that the interface does not have.
    #[must_use]
    #[doc(hidden)]
    pub fn tag_in(self, project: &Project, text: Text) -> Option<&'static str> {
        match project.lang {
            "" => self.tag_of(self.of(text)),
            // What differs is in the languages that its keys say.
            own if text.en == text.zh && !matches!(own.get(..2), Some("en" | "zh")) => Some(own),
            _ => self.tag_of(self.of(text)),
        }
    }
}

/// The display name of a field in these strings.
pub(super) fn field(field: Field, messages: &Messages, late: &Late) -> &'static str {
    match field {
        Field::Name => late.name,
        Field::Description => late.description,
        Field::Category => messages.category,
        Field::Website => messages.website,
        Field::Repository => messages.code,
        Field::Docs => late.docs,
        Field::Licence => messages.licence,
        Field::Languages => messages.language,
        Field::Owner => late.owner,
        Field::Region => messages.region,
        Field::FirstCommit => messages.first_commit,
        Field::Accepted => late.accepted,
        Field::Maturity => messages.maturity,
        Field::Age => late.age,
        Field::History => late.earlier_stay,
        Field::SandboxRequest => late.sandbox_request,
        Field::Onboarding => late.onboarding,
        Field::Devstats => late.devstats,
        Field::Features => late.features,
        Field::Applied => late.applied,
        Field::FormerRepositories => late.former_repositories,
        Field::Adopters => late.adopters,
        Field::BestPractices => late.best_practices,
        Field::Chat => late.chat,
    }
}

/// Cuts the first subtag off a tag. Some write `zh_TW`.
fn subtag<'a>(tag: &mut &'a str) -> &'a str {
    let end = tag.bytes().position(|b| matches!(b, b'-' | b'_')).unwrap_or(tag.len());
    let first = tag.get(..end).unwrap_or_default();
    *tag = tag.get(end + 1..).unwrap_or_default();
    first
}
