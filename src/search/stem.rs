//! Forms of English words: "verify", "verifies" and "verification" have one stem. A stem is a beginning of the word and no word itself
//! ("verif"); two words meet where their stems are the same.

/// Endings that make other forms of a word, and how many letters must be left before each. They go one after the other, each once; before
/// the last two vowels go, as in "automate" and "verify".
const ENDINGS: [(&[u8], usize); 9] =
    [(b"s", 3), (b"ing", 3), (b"ed", 3), (b"er", 4), (b"ment", 4), (b"ion", 4), (b"", 0), (b"at", 5), (b"ic", 4)];

/// Endings of which only the beginning may have been typed.
const BEGUN: [&[u8]; 4] = [b"ing", b"ment", b"ation", b"ication"];

/// How long the stem of a word in small letters is; another word is its own stem.
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
            // "access", "status", "analysis"; "speed"; "region"; "elastic", but not "verific(ation)".
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

/// The same of a word that may not be typed to its end: "monitori" is on the way to "monitoring".
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
