//! A project, and the records in it. The keys are those of `data/projects/<id>.toml` and of an item of `projects` in a catalog.
//!
//! The first paragraph of a description is in the schema too; all of it is in `data/README.md`.

use super::{Category, Date, Field, Label, Part, Region, Source, Text};
use crate::kind::{
    Address, Extras, Line, LineOrLabel, LineOrText, List, Listed, Name, NonEmpty, Number, Numbers, OrBlank, Others,
    Positive, Slug, SlugOf, Sources, Value,
};
use crate::record::record;

record! {
    /// A project: only its name is required.
    Project {
        /// Its name in query strings, and the name of its data file. No two projects share it. Absent: made from the name.
        ///
        /// Never renamed.
        id: OrBlank<Slug>;
        /// Its name.
        ///
        /// As the project spells itself today; `id` keeps the name of the series.
        name: Name;
        /// Former, full and other names.
        former_names: List<Name>, late;
        /// Slug of its part: which article of the series presents it.
        part: OrBlank<SlugOf<Part>>;
        /// Slug of its category.
        category: OrBlank<SlugOf<Category>>;
        /// Slugs of its categories, if there are several.
        categories: List<SlugOf<Category>>, late;
        /// SPDX identifier.
        ///
        /// One of `licences.toml`.
        licence: OrBlank<Value>;
        /// Programming languages, most used first.
        ///
        /// Most used in releases. Third-party code, tests, helper scripts and shares of source under 5 % are dropped; submodules and the
        /// project's own other repositories count.
        languages: List<Value>;
        /// The first owner or creator.
        owner: Option<Label>, late;
        /// Slug of the owner's region.
        region: Option<SlugOf<Region>>;
        /// Day of the first commit (committer date, UTC).
        ///
        /// Of the oldest root commit. An empty root does not count, and where the history was rewritten months later, it is the author
        /// date (Connect, kcp).
        first_commit: OrBlank<Date>;
        /// Day of acceptance into the Sandbox, or the month if only that is known.
        ///
        /// Of the vote where the TOC's list or a thread gives it, else of the landscape.
        accepted: OrBlank<Date>;
        /// Free keywords, spelled the same everywhere.
        ///
        /// `kubernetes` = runs on or targets it, `operator` = has a controller with CRDs of its own, `cli`, `ui` = mainly used that way.
        tags: List<Value>;
        /// What it does.
        ///
        /// In own words: 25–45 English words, Chinese text 35–90 characters wide (see below). What the project is for comes before what
        /// it is made of.
        summary: OrBlank<Text>;
        /// What it offers.
        ///
        /// 3–8 of them: up to 14 English words, Chinese text up to 45 characters wide, no full stop. Each begins with a verb or is a
        /// clear noun phrase.
        features: List<Text>, late;
        /// What readers who need it would type, in words and phrases; searched, but never shown.
        ///
        /// The most important first. See *Words of search*.
        purpose: OrBlank<Purpose>, late;
        /// Its addresses.
        links: OrBlank<Links>;
        /// Its level: a word.
        maturity: OrBlank<Maturity>;
        /// An earlier stay in the Sandbox.
        history: Option<History>, late;
        /// Numbers that grow.
        counts: OrBlank<Counts>;
        /// The repository as it was read.
        snapshot: OrBlank<Snapshot>, late;
        /// Where its facts come from: a field, and the slug of a source.
        ///
        /// Every fact above has one.
        sources: OrBlank<Sources>, late;
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
        /// Address of an image, shown in place of the initials.
        logo: OrBlank<Address>, late;
        /// BCP 47 tag of its texts, if they are in another language than their keys say. Absent: that of the catalog.
        lang: OrBlank<Value>, late;
        /// What it has in the fields of the catalog: a value or several for each.
        fields: Extras, late;
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
        website: OrBlank<Address>;
        /// Main source repository.
        repository: OrBlank<Address>;
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
        /// Addresses under any other name.
        others: Others, late;
    }

    /// The level of a project, with the day it was reached and the day of the check.
    Maturity {
        /// The level.
        level: OrBlank<Value>;
        /// The day on which it was reached.
        since: OrBlank<Date>;
        /// The day of the check.
        as_of: OrBlank<Date>;
        /// Slug of the source.
        source: OrBlank<SlugOf<Source>>;
    }

    /// An address of a project under a name that is not one of the keys of `links`.
    Other {
        /// Its name.
        name: Name;
        /// The address.
        url: Address;
    }

    /// What a project has in a field of its catalog.
    Extra {
        /// Slug of the field.
        field: Slug;
        /// The values.
        values: Listed<Line>;
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
        as_of: OrBlank<Date>;
        /// Slug of the source that counted.
        source: OrBlank<SlugOf<Source>>;
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

impl Project {
    /// The slugs of all its categories; none if it has no category.
    #[must_use]
    pub fn all_categories(&self) -> &[&'static str] {
        match (self.categories, self.category) {
            ([], "") => &[],
            ([], _) => std::slice::from_ref(&self.category),
            (several, _) => several,
        }
    }
}
