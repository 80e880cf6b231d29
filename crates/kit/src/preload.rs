//! Lines that let the browser fetch with the page what an explorer at its top needs first.

use sandbox_explorer::Lang;

use crate::choice::Choice;
use crate::cost::{CORE, When, files_of};
use crate::files::Files;
use crate::host::Host;

/// The lines; none where the explorer waits for the reader, or where only the host's build knows the addresses.
pub(crate) fn lines(choice: &Choice, host: &Host, files: &Files, here: Lang) -> Vec<String> {
    let Some(served) = host.served.filter(|_| choice.is_eager()) else { return Vec::new() };
    let base = if choice.base().is_empty() || host.loader.is_none() { served.to_owned() } else { choice.base() };
    let line = |(name, when): (&'static str, When)| {
        let address = format!("{base}{name}");
        match name {
            _ if when != When::WithPage => None,
            CORE => {
                let hash = files.integrity(name).filter(|_| choice.integrity);
                let hash = hash.map_or(String::new(), |hash| format!(" integrity=\"{hash}\""));
                Some(format!("<link rel=\"modulepreload\" href=\"{address}\"{hash}>"))
            }
            // The tag itself asks for the loader.
            _ if name.ends_with(".js") => None,
            _ => Some(format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{address}\">")),
        }
    };
    files_of(choice, host, here).into_iter().filter_map(line).collect()
}
