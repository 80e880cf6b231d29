//! The list: from a file, standard input or an address.

use std::fs::File;
use std::io::{self, Read};

use clap::Arg;
use sandbox_explorer_import::{MOST, decode};

/// What a source may be, for people.
pub(crate) const KINDS: &str = "FILE|ADDRESS|-";

/// The argument that says where a list is.
pub(crate) fn argument() -> Arg {
    let help = "The list: a file, an http(s) address, or - for standard input";
    Arg::new("source").value_name(KINDS).help(help)
}

/// Reads a list as text.
pub(crate) fn read(source: &str) -> Result<String, String> {
    text(source, bytes(source)?)
}

/// Reads the bytes of a list.
pub(crate) fn bytes(source: &str) -> Result<Vec<u8>, String> {
    let bytes = match source {
        "-" => whole(io::stdin().lock()),
        address if is_address(address) => fetched(address),
        file => File::open(file)
            .map_err(|error| format!("{error}; expected a readable file, an http(s) address, or -"))
            .and_then(whole),
    };
    bytes.map_err(|why| format!("{source}: {why}"))
}

/// Whether a list is fetched.
pub(crate) fn is_address(source: &str) -> bool {
    source.starts_with("http://") || source.starts_with("https://")
}

/// The text of a list.
pub(crate) fn text(source: &str, bytes: Vec<u8>) -> Result<String, String> {
    decode(bytes).map_err(|refused| format!("{source}: {refused}"))
}

fn whole(reader: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MOST { Err(format!("larger than {} MiB", MOST >> 20)) } else { Ok(bytes) }
}

fn fetched(address: &str) -> Result<Vec<u8>, String> {
    const TIMEOUT: std::time::Duration = std::time::Duration::from_secs(60);
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).build().into();
    let answer =
        agent.get(address).call().map_err(|error| format!("{error}; expected the address of the file itself"))?;
    whole(answer.into_body().into_with_config().limit(MOST + 1).reader())
}
