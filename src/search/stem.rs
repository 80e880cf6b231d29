//! Forms of English words: "verify", "verifies" and "verification" have the same stem. A stem is the beginning of a word and need not be
//! a word ("verif"). Two words match if their stems are equal.

/// Suffixes of word forms, each with the minimum number of letters before it. They are removed in this order, each at most once; before
/// the last two, a final "e", "i" or "y" is removed, as in "automate" and "verify".
const ENDINGS: [(&[u8], usize); 9] =
    [(b"s", 3), (b"ing", 3), (b"ed", 3), (b"er", 4), (b"ment", 4), (b"ion", 4), (b"", 0), (b"at", 5), (b"ic", 4)];

/// Suffixes that the reader may have typed in part.
const BEGUN: [&[u8]; 4] = [b"ing", b"ment", b"ation", b"ication"];

/// The length of the stem of a word in lower-case letters; any other word is its own stem.
pub(super) fn stem(word: &[u8]) -> usize {
    let mut rest = word;
    if !word.iter().all(u8::is_ascii_lowercase) {
        return word.len();
    }
    for (ending, least) in ENDINGS {
        let Some(before) = rest.strip_suffix(ending).filter(|before| before.len() >= least) else { continue };
        if ending.is_empty() {
            // "schedule", "policy", "policies", "verified".
            while let [before @ .., b'e' | b'i' | b'y'] = rest
                && before.len() > 3
            {
                rest = before;
            }
            continue;
        }
        let is_ending = match (ending, before.last()) {
            // Not suffixes: "access", "status", "analysis"; "speed"; "region"; "elastic", unlike "verific(ation)".
            (b"s", last) => !matches!(last, Some(b's' | b'u' | b'i')),
            (b"ed", last) => last != Some(&b'e'),
            (b"ion", last) => matches!(last, Some(b's' | b't')),
            (b"ic", last) => last == Some(&b'f'),
            _ => true,
        };
        if is_ending {
            rest = before;
        }
    }
    // "scanning".
    if let [before @ .., one, other] = rest
        && one == other
        && before.len() > 1
    {
        return rest.len() - 1;
    }
    rest.len()
}

/// The same for a word that the reader may still be typing: "monitori" may become "monitoring".
pub(super) fn stem_of_begun(word: &[u8]) -> usize {
    let mut shortest = stem(word);
    for ending in BEGUN {
        for n in 1..ending.len() {
            if let Some(before) = word.strip_suffix(&ending[..n])
                && before.len() > if ending == b"ing" { 3 } else { 4 }
            {
                shortest = shortest.min(stem(before));
            }
        }
    }
    shortest
}
