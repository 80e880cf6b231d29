//! UTF-8 that may be damaged.

/// The characters of bytes in UTF-8, with `\u{fffd}` for what is none. The standard library's is five times as long.
#[must_use]
pub fn from_utf8(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let &[first, ref after @ ..] = rest {
        rest = after;
        let length = first.leading_ones();
        let mut code = Some(u32::from(first) & (0x7f >> length)).filter(|_| matches!(length, 0 | 2..=4));
        for _ in 1..length {
            let &[next @ 0x80..=0xbf, ref after @ ..] = rest else {
                code = None;
                break;
            };
            rest = after;
            code = code.map(|code| code << 6 | u32::from(next & 0x3f));
        }
        text.push(code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    text
}
