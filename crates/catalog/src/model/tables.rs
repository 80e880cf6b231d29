//! The tables of a catalog, whose rows the projects name by slug, and the statements of the articles.

use super::{Date, Label, Text};
use crate::kind::{Address, Degrees, Flag, Name, OrBlank, Slug, SlugOf, Small};
use crate::record::record;

record! {
    /// A category of the CNCF landscape.
    Category in "categories" {
        /// Its name in query strings.
        slug: Slug;
        /// Its name.
        name: Label;
        /// One line about its projects.
        about: OrBlank<Text>, late;
        /// Hue of its mark and life line, in degrees. If no category has one, they are spread over the circle.
        hue: OrBlank<Degrees>;
        /// Name of the group that it is shown in.
        parent: OrBlank<Label>, late;
    }

    /// A part of the article series.
    Part in "parts" {
        /// Its name in query strings: "1".
        slug: Slug;
        /// The half-year that it covers: "2023 H1".
        batch: OrBlank<Name>;
        /// Its name: "Part 1 · 2023 H1".
        name: Label;
        /// Title of the article.
        title: OrBlank<Text>, late;
    }

    /// A region that owners come from.
    Region in "regions" {
        /// Its name in query strings.
        slug: Slug;
        /// Its name.
        name: Label;
    }

    /// A source of facts.
    Source in "sources" {
        /// Its name in the data files.
        slug: Slug;
        /// Its name.
        name: Label, late;
        /// Its address, if it is public.
        url: Option<Address>, late;
        /// The day of the data. Absent if it differs by project: the repository's snapshot.
        as_of: Option<Date>, late;
    }

    /// A field of the projects that is not one of their keys.
    Column in "fields" {
        /// Its name in query strings, and the key under `fields` of a project. That of a facet names this facet.
        slug: Slug;
        /// Its name.
        name: Label;
    }

    /// A statement of an article of the series about its own projects, and the result of checking it.
    Statement {
        /// Slug of the part.
        part: SlugOf<Part>;
        /// The statement.
        text: Label;
        /// The number of projects of the part for which it is true.
        found: Small;
        /// How many projects the part has.
        total: Small;
        /// Whether it contradicts the facts; `note` then says why.
        differs: Flag;
        /// An explanation; may be empty.
        note: Label;
    }
}
