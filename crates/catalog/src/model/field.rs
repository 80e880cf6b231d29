//! The fields that a source or a dispute can be about.

#[cfg(doc)]
use super::{Extras, Links, Project};

/// The fields of a project that a source or a dispute can be about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// [`Project::name`]
    Name,
    /// What the project does.
    Description,
    /// [`Project::category`]
    Category,
    /// [`Links::website`]
    Website,
    /// [`Links::repository`]
    Repository,
    /// [`Links::docs`]
    Docs,
    /// [`Project::licence`]
    Licence,
    /// [`Project::languages`]
    Languages,
    /// [`Project::owner`]
    Owner,
    /// [`Project::region`]
    Region,
    /// [`Project::first_commit`]
    FirstCommit,
    /// [`Project::accepted`]
    Accepted,
    /// [`Project::maturity`]
    Maturity,
    /// Years from the first commit to acceptance.
    Age,
    /// [`Project::history`]
    History,
    /// [`Links::sandbox_request`]
    SandboxRequest,
    /// [`Links::onboarding`]
    Onboarding,
    /// [`Links::devstats`]
    Devstats,
    /// [`Project::features`]
    Features,
    /// [`Extras::applied`]
    Applied,
    /// [`Extras::former_repositories`]
    FormerRepositories,
    /// [`Extras::adopters`]
    Adopters,
    /// [`Extras::best_practices`]
    BestPractices,
    /// [`Extras::chat`]
    Chat,
}

impl Field {
    /// Every field, in display order.
    pub const ALL: [Field; 24] = [
        Field::Name,
        Field::Description,
        Field::Category,
        Field::Website,
        Field::Repository,
        Field::Docs,
        Field::Licence,
        Field::Languages,
        Field::Owner,
        Field::Region,
        Field::FirstCommit,
        Field::Accepted,
        Field::Maturity,
        Field::Age,
        Field::History,
        Field::SandboxRequest,
        Field::Onboarding,
        Field::Devstats,
        Field::Features,
        Field::Applied,
        Field::FormerRepositories,
        Field::Adopters,
        Field::BestPractices,
        Field::Chat,
    ];

    /// Its name in the data files.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Description => "description",
            Field::Category => "category",
            Field::Website => "website",
            Field::Repository => "repository",
            Field::Docs => "docs",
            Field::Licence => "licence",
            Field::Languages => "languages",
            Field::Owner => "owner",
            Field::Region => "region",
            Field::FirstCommit => "first_commit",
            Field::Accepted => "accepted",
            Field::Maturity => "maturity",
            Field::Age => "age",
            Field::History => "history",
            Field::SandboxRequest => "sandbox_request",
            Field::Onboarding => "onboarding",
            Field::Devstats => "devstats",
            Field::Features => "features",
            Field::Applied => "applied",
            Field::FormerRepositories => "former_repositories",
            Field::Adopters => "adopters",
            Field::BestPractices => "best_practices",
            Field::Chat => "chat",
        }
    }
}
