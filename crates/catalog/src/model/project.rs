//! A project, and the records in it. The keys are those of `data/projects/<id>.toml` and of an item of `projects` in a catalog.
//!
//! The first paragraph of a description is in the schema too; all of it is in `data/README.md`.

use super::{Category, Date, Field, Label, Level, Part, Region, Source, Text};
use crate::kind::{
    Address, LineOrLabel, LineOrText, List, Listed, Name, NonEmpty, Number, Numbers, OrBlank, Positive, Slug, SlugOf,
    Sources, Value,
};
use crate::record::record;

record! {
    /// A project of the CNCF Sandbox.
    Project {
        /// Its name in query strings, and the name of its data file. No two projects share it.
        ///
        /// Never renamed.
        id: Slug;
        /// Its name. No two projects share it.
        ///
        /// As the project spells itself today; `id` keeps the name of the series.
        name: Name;
        /// Former, full and other names.
        former_names: List<Name>, late;
        /// Slug of its part: which article of the series presents it.
        part: SlugOf<Part>;
        /// Slug of its category.
        category: SlugOf<Category>;
        /// SPDX identifier.
        ///
        /// One of `licences.toml`.
        licence: Value;
        /// Programming languages, most used first.
        ///
        /// Most used in releases. Third-party code, tests, helper scripts and shares of source under 5 % are dropped; submodules and the
        /// project's own other repositories count.
        languages: Listed<Value>;
        /// The first owner or creator.
        owner: Option<Label>, late;
        /// Slug of the owner's region.
        region: Option<SlugOf<Region>>;
        /// Day of the first commit (committer date, UTC).
        ///
        /// Of the oldest root commit. An empty root does not count, and where the history was rewritten months later, it is the author
        /// date (Connect, kcp).
        first_commit: Date;
        /// Day of acceptance into the Sandbox, or the month if only that is known.
        ///
        /// Of the vote where the TOC's list or a thread gives it, else of the landscape.
        accepted: Date;
        /// Free keywords, spelled the same everywhere.
        ///
        /// `kubernetes` = runs on or targets it, `operator` = has a controller with CRDs of its own, `cli`, `ui` = mainly used that way.
        tags: Listed<Value>;
        /// What it does.
        ///
        /// In own words: 25–45 English words, Chinese text 35–90 characters wide (see below). What the project is for comes before what
        /// it is made of.
        summary: Text;
        /// What it offers.
        ///
        /// 3–8 of them: up to 14 English words, Chinese text up to 45 characters wide, no full stop. Each begins with a verb or is a
        /// clear noun phrase.
        features: Listed<Text>, late;
        /// What readers who need it would type, in words and phrases; searched, but never shown.
        ///
        /// The most important first. See *Words of search*.
        purpose: OrBlank<Purpose>, late;
        /// Its addresses.
        links: Links;
        /// Its level in the CNCF.
        maturity: Maturity;
        /// An earlier stay in the Sandbox.
        history: Option<History>, late;
        /// Numbers that grow.
        counts: OrBlank<Counts>;
        /// The repository as it was read.
        snapshot: Snapshot, late;
        /// Where its facts come from: a field, and the slug of a source.
        ///
        /// Every fact above has one.
        sources: Sources, late;
        /// Facts on which sources disagree.
        ///
        /// See *Where sources disagree*.
        disputes: List<Dispute>, late;
        /// Day of the application for the Sandbox, or its month.
        ///
        /// The day on which the request was opened.
        applied: Option<Date>, late;
        /// Former addresses of the main repository.
        ///
        /// Newest first; from the project's own history. Found by search.
        former_repositories: List<Address>, late;
        /// The latest activity in the main repository, as far as a copy of it shows. If the copy is half a year older than the catalog
        /// or more, it says nothing about today.
        activity: Option<Activity>;
        /// Who maintains it. Companies and independent have no more maintainers than the total; of the others it is not known.
        maintainers: Option<Maintainers>, late;
    }, computed {
        /// Up to three similar projects, by their numbers in the catalog, the most similar one first.
        similar: Numbers;
    }

    /// The purposes of a project, in the words of readers who look for such a project. The lists of the two languages are not
    /// translations of each other.
    Purpose {
        /// In English.
        en: List<Name>;
        /// In Chinese.
        zh: List<Name>;
    }

    /// The addresses of a project. All are http or https.
    Links {
        /// Home page.
        website: Address;
        /// Main source repository.
        repository: Address;
        /// Documentation.
        docs: Option<Address>, late;
        /// The request to enter the Sandbox.
        sandbox_request: Option<Address>, late;
        /// The onboarding issue.
        onboarding: Option<Address>, late;
        /// A second copy of the onboarding issue, if the issue was moved: the one in cncf/toc.
        onboarding_other: Option<Address>, late;
        /// DevStats dashboard.
        devstats: Option<Address>, late;
        /// The list of adopters.
        ///
        /// The file, at `blob/HEAD`.
        adopters: Option<Address>, late;
        /// The entry in OpenSSF Best Practices.
        best_practices: Option<Address>, late;
        /// A chat channel.
        chat: Option<Address>, late;
    }

    /// The level of a project, with the day it was reached and the day of the check.
    Maturity {
        /// The level.
        level: Level;
        /// The day on which it was reached.
        since: Date;
        /// The day of the check.
        as_of: Date;
        /// Slug of the source.
        source: SlugOf<Source>;
    }

    /// An earlier stay in the Sandbox.
    History {
        /// When the project was accepted for the first time.
        first_accepted: Date;
        /// When it was archived, before it was accepted again.
        archived: Date;
    }

    /// The counts of a project.
    Counts {
        /// Stars of the repository.
        stars: Option<Count>;
        /// Contributors as counted by the series.
        contributors: Option<Count>, late;
        /// People with a commit in the repository, without bots.
        authors: Option<Count>, late;
    }

    /// A number that grows, with the day of the count.
    Count {
        /// The number.
        value: Number;
        /// The day of the count.
        as_of: Date;
        /// Slug of the source that counted.
        source: SlugOf<Source>;
    }

    /// The commit at which a repository was read.
    Snapshot {
        /// Short commit hash.
        commit: Slug;
        /// Day of that commit.
        date: Date;
    }

    /// A fact on which sources disagree.
    Dispute {
        /// The field.
        field: Field;
        /// The claim of each source; the first one is used.
        values: NonEmpty<Claim>;
        /// Why they differ.
        note: Text;
        /// If they differ because the fact has changed: a day or month until which the older value is known to be true.
        changed_after: Option<Date>;
    }

    /// The claim of one source in a dispute.
    Claim {
        /// Slug of the source.
        source: SlugOf<Source>;
        /// The claimed value.
        value: LineOrText;
    }

    /// The latest activity in a repository, as far as a copy of it shows.
    Activity {
        /// The day of the newest commit.
        last_commit: Date;
        /// The day on which the repository was read.
        as_of: Date;
        /// Slug of the source.
        source: SlugOf<Source>;
        /// The latest release.
        ///
        /// The newest by date.
        release: Option<Release>, late;
    }

    /// A released version.
    Release {
        /// Its tag in the repository.
        tag: Name;
        /// The day of the tag.
        date: Date;
    }

    /// Who maintains a project.
    Maintainers {
        /// The number of maintainers.
        value: Number;
        /// The day of the count.
        as_of: Date;
        /// Slug of the source.
        source: SlugOf<Source>;
        /// Their companies, each once, the one with most maintainers first.
        companies: List<Company>;
        /// The number of maintainers without a company.
        independent: OrBlank<Number>;
    }

    /// A company, and how many maintainers of a project it employs.
    Company {
        /// Its name, spelled the same in all projects.
        name: LineOrLabel;
        /// Number of maintainers.
        value: Positive;
    }
}

impl Maintainers {
    /// The number of maintainers, with the day of the count.
    #[must_use]
    pub fn count(self) -> Count {
        Count { value: self.value, as_of: self.as_of, source: self.source }
    }
}
