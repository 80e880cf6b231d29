//! What a host cannot do with a choice, so that nobody has to find out in the page.

use crate::choice::Choice;
use crate::host::Host;
use crate::inside::n_projects;
use crate::syntax::Syntax;

/// Something the author should know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Of this attribute the host writes nothing.
    NotTaken(&'static str),
    /// Colours and measures do not reach into it.
    NoTokens,
    /// Links to the author's posts do not reach into it.
    NoLinks,
    /// Only the build of the site knows the addresses of the files: there are no preload lines.
    NoPreload,
    /// It writes no `integrity`.
    NoIntegrity,
    /// No project is in the scope.
    Nothing,
    /// The list inside cannot be printed: the projects are those of another catalog.
    OtherCatalog,
    /// Something about the host itself; the words have it by its name.
    Host,
}

/// What is to be said about a choice for a host.
#[must_use]
pub fn notices(choice: &Choice, host: &Host) -> Vec<Notice> {
    let is_frame = host.syntax == Syntax::Query;
    let is_bundled = host.directory.is_none();
    let mut found = Vec::new();
    let is_written = |name: &str, takes: bool| match name {
        // In the address of the loader.
        "base" => host.loader.is_some() || is_bundled && takes,
        // An attribute of the frame itself.
        "loading" if is_frame => true,
        _ => takes,
    };
    let attributes = choice.attributes().map(|(attribute, _)| (attribute.name, host.syntax.takes(attribute)));
    found.extend(attributes.filter(|(name, takes)| !is_written(name, *takes)).map(|(name, _)| Notice::NotTaken(name)));
    let is_pinned = host.loader.as_ref().is_some_and(|loader| loader.integrity.is_some());
    for (is_so, notice) in [
        (is_frame && choice.tokens().next().is_some(), Notice::NoTokens),
        (is_frame && !choice.links.is_empty(), Notice::NoLinks),
        (is_bundled && choice.is_eager(), Notice::NoPreload),
        (choice.integrity && !is_pinned, Notice::NoIntegrity),
        (n_projects(choice) == Some(0), Notice::Nothing),
        (n_projects(choice).is_none() && !is_frame, Notice::OtherCatalog),
        (crate::words::is_noted(host.slug), Notice::Host),
    ] {
        if is_so {
            found.push(notice);
        }
    }
    found
}
