//! The list: from a file, standard input or an address.

use std::fs::File;
use std::io::{self, Read};

/// Bytes of a list: far above those that people keep, and low enough for any machine.
const MOST: u64 = 64 << 20;

/// Reads a list.
pub(super) fn read(source: &str) -> Result<String, String> {
    let is_address = source.starts_with("http://") || source.starts_with("https://");
    let bytes = match source {
        "-" => whole(io::stdin().lock()),
        address if is_address => fetched(address),
        file => File::open(file)
            .map_err(|error| format!("{error}; expected a readable file, an http(s) address, or -"))
            .and_then(whole),
    };
    let text = bytes.and_then(|bytes| {
        let bytes = decoded(bytes);
        String::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1))
    });
    text.map_err(|why| format!("{source}: {why}"))
}

/// Spreadsheets also save UTF-16, with a mark of the order of bytes at the start.
fn decoded(bytes: Vec<u8>) -> Vec<u8> {
    let of: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => return bytes,
    };
    let (pairs, _) = bytes[2..].as_chunks();
    let units: Vec<u16> = pairs.iter().copied().map(of).collect();
    String::from_utf16_lossy(&units).into_bytes()
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
