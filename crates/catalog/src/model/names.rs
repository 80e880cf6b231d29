//! Names that the data choose from: the fields that a source or a dispute can be about, and the levels that have a translation.

/// Declares an enumeration with the names of its values in query strings and data files.
macro_rules! names {
    ($(
        $(#[$about:meta])*
        $name:ident { $first:ident = $first_slug:literal, $($variant:ident = $slug:literal,)* }
    )*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
        pub enum $name {
            #[doc = concat!("`", $first_slug, "`")]
            #[default]
            $first,
            $(#[doc = concat!("`", $slug, "`")] $variant,)*
        }

        impl $name {
            /// All of them, in display order.
            pub const ALL: [$name; [$first_slug, $($slug),*].len()] = [$name::$first, $($name::$variant),*];

            /// Its name in query strings and data files.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self {
                    $name::$first => $first_slug,
                    $($name::$variant => $slug,)*
                }
            }
        }
    )*};
}

names! {
    /// The fields of a project that a source or a dispute can be about. Not all are keys: `description` is what the project does, `age`
    /// the years from the first commit to acceptance.
    Field {
        Name = "name",
        Description = "description",
        Category = "category",
        Website = "website",
        Repository = "repository",
        Docs = "docs",
        Licence = "licence",
        Languages = "languages",
        Owner = "owner",
        Region = "region",
        FirstCommit = "first_commit",
        Accepted = "accepted",
        Maturity = "maturity",
        Age = "age",
        History = "history",
        SandboxRequest = "sandbox_request",
        Onboarding = "onboarding",
        Devstats = "devstats",
        Features = "features",
        Applied = "applied",
        FormerRepositories = "former_repositories",
        Adopters = "adopters",
        BestPractices = "best_practices",
        Chat = "chat",
    }
}

/// The levels of the CNCF, in display order. A level is any word; these are known, and translated.
pub const LEVELS: [&str; 4] = ["sandbox", "incubating", "graduated", "archived"];
