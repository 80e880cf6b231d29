//! From the bytes of a file to its text, for the command and for a page alike.

use crate::report::Refused;

/// Bytes of a list: far above those that people keep, and low enough for any machine.
pub const MOST: u64 = 64 << 20;

/// The text of a file: UTF-8, or the UTF-16 that spreadsheets also save, with a mark of the order of bytes at the start.
///
/// # Errors
/// If there are more bytes than [`MOST`], or they are no text: where, and what was expected.
pub fn decode(bytes: Vec<u8>) -> Result<String, Refused> {
    if bytes.len() as u64 > MOST {
        return Err(Refused(format!("larger than {} MiB", MOST >> 20)));
    }
    let of: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => {
            return String::from_utf8(bytes)
                .map_err(|error| Refused(format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1)));
        }
    };
    let (pairs, _) = bytes[2..].as_chunks();
    let units: Vec<u16> = pairs.iter().copied().map(of).collect();
    Ok(String::from_utf16_lossy(&units))
}
