//! The letters of a text as search compares them. Beyond [`fold_char`](super::fold_char): a character may fold to several letters (æ, ß, ﬁ),
//! raised, circled and mathematical ones to plain ones, and katakana to hiragana. Apart, because no first view needs it.

use super::{Letters, fold_char, letters, moved, voiced};

/// Characters, each with the letters or the digit to which it folds.
const SEVERAL: &str = "æaeœoeßssẞssþthĳijªaºo¹1²2³3⁰0ⁱiⁿnℂcℍhℓlℕn№noℙpℚqℝrℤz\
    ⅰiⅱiiⅲiiiⅳivⅴvⅵviⅶviiⅷviiiⅸixⅹx⓪0⓿0ﬀffﬁfiﬂflﬃffiﬄfflﬅstﬆst";

/// Ranges of consecutive letters or digits: the first and the last character, and what the first one folds to.
const ROWS: [(char, char, u8); 11] = [
    ('⁴', '⁹', b'4'),
    ('₀', '₉', b'0'),
    ('①', '⑨', b'1'),
    ('Ⓐ', 'Ⓩ', b'a'),
    ('ⓐ', 'ⓩ', b'a'),
    ('❶', '❾', b'1'),
    ('➀', '➈', b'1'),
    ('➊', '➒', b'1'),
    ('🄰', '🅉', b'a'),
    ('🅐', '🅩', b'a'),
    ('🅰', '🆉', b'a'),
];

/// The half-width katakana, as hiragana.
const HALF_WIDTH: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The folded letters of a text: `æ` is two, `a` and `e`. Marks without a letter remain.
pub fn folded(text: &str) -> Folded<'_> {
    Folded { letters: letters(text), more: "" }
}

/// See [`folded`].
#[derive(Clone)]
pub struct Folded<'t> {
    letters: Letters<'t>,
    /// The other letters of the last character; all are ASCII.
    more: &'static str,
}

impl<'t> Folded<'t> {
    /// The text after the character of the last letter.
    pub fn rest(&self) -> &'t str {
        self.letters.rest()
    }

    /// Whether the next letter is of the same character as the last one.
    pub fn is_within(&self) -> bool {
        !self.more.is_empty()
    }
}

impl Iterator for Folded<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if let Some(&letter) = self.more.as_bytes().first() {
            self.more = &self.more[1..];
            return Some(letter as char);
        }
        let text = self.letters.rest();
        let c = self.letters.next()?;
        Some(if c.is_ascii() { c.to_ascii_lowercase() } else { self.wide(c, text) })
    }
}

impl Folded<'_> {
    /// The first letter of a character that is not ASCII; `text` begins with it.
    fn wide(&mut self, c: char, text: &str) -> char {
        let (letter, more) = fold_wide(c);
        self.more = more;
        if ('\u{ff66}'..='\u{ff9d}').contains(&c)
            && let Some(mark @ ('\u{ff9e}' | '\u{ff9f}')) = text.chars().nth(1)
        {
            return char::from_u32(voiced(letter as u32, mark as u32 - 0xff9d)).unwrap_or(letter);
        }
        letter
    }
}

/// The letter to which a character folds; the first one, if there are several.
#[must_use]
pub fn first_folded(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { fold_wide(c).0 }
}

/// The letter to which a character folds, and the other ones of several.
fn fold_wide(c: char) -> (char, &'static str) {
    let by = c as u32;
    let letter = match c {
        // Chinese, Korean.
        '\u{3400}'..='\u{d7ff}' => c,
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => moved(c, -0x60),
        '\u{ff66}'..='\u{ff9d}' => HALF_WIDTH.chars().nth(by as usize - 0xff66).unwrap_or(c),
        // Middle dots, bullets, long dashes, the minus sign.
        '\u{b7}' | '\u{2014}' | '\u{2015}' | '\u{2022}' | '\u{2027}' | '\u{2212}' | '\u{30fb}' | '\u{ff65}' => '-',
        'µ' => 'μ',
        // Mathematical alphabets: bold, italic, script …, one after the other.
        '\u{1d400}'..='\u{1d6a3}' => (b'a' + ((by - 0x1d400) % 26) as u8) as char,
        '\u{1d7ce}'..='\u{1d7ff}' => (b'0' + ((by - 0x1d7ce) % 10) as u8) as char,
        'Ⅰ'..='Ⅻ' => return several(moved(c, 16)),
        '\u{aa}'..='\u{ba}'
        | 'ß'
        | 'ẞ'
        | '\u{2070}'..='\u{27ff}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{1f130}'..='\u{1f189}' => return several(c),
        _ => match fold_char(c) {
            'Ǽ' | 'ǽ' | 'Ǣ' | 'ǣ' => return several('æ'),
            // Also capitals.
            letter @ ('æ' | 'œ' | 'ĳ' | 'þ') => return several(letter),
            letter => letter,
        },
    };
    (letter, "")
}

/// Looks a character up in the tables.
fn several(c: char) -> (char, &'static str) {
    for (first, last, letter) in ROWS {
        if (first..=last).contains(&c) {
            return ((letter + (c as u32 - first as u32) as u8) as char, "");
        }
    }
    // Not by `split_once`, which would add a kilobyte.
    let mut rest = SEVERAL.chars();
    while let Some(known) = rest.next() {
        if known == c {
            let first = rest.next().unwrap_or(c);
            let n = rest.as_str().bytes().take_while(u8::is_ascii).count();
            return (first, rest.as_str().get(..n).unwrap_or_default());
        }
    }
    (fold_char(c), "")
}
