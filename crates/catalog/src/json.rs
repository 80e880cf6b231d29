//! Reads JSON straight from the bytes of a file. A parser of our own, because texts must not be copied: they become slices of the file,
//! which is kept as long as the catalog, that is, forever. It accepts what `Response.text()` and `JSON.parse` accept, and sees it as they
//! do: a byte that is no UTF-8 and half a surrogate pair are U+FFFD, and of a key that occurs twice the last value counts (see
//! [`reader`](super::reader)).

mod number;

use std::borrow::Cow;

use super::limits::{DEPTH, JSON, VALUES};
use super::text::{concat, decimal, has, has_control};
use super::tree::Tree;

/// Reads a file.
///
/// ```
/// use sandbox_explorer_catalog::{json, tree::Tree};
///
/// assert_eq!(json::read(b"[1e2, \"\\u4e2d\"]".to_vec()), Ok(Tree::List(vec![Tree::Number(100.0), Tree::String("中".into())])));
/// assert_eq!(json::read(b"[1,\n2".to_vec()).unwrap_err(), "invalid JSON in line 2, column 2: expected a comma or the end of the list");
/// ```
///
/// # Errors
/// One line that says what is wrong and where.
pub fn read(bytes: Vec<u8>) -> Result<Tree, String> {
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    if is_too_long(&text) {
        return Err(concat(&["longer than ", &decimal(JSON), " characters"]));
    }
    let text: &'static str = text.leak();
    // As the browser does: only one, and only at the start.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser =
        Parser { text, bytes: text.as_bytes(), at: 0, left: VALUES, items: Vec::new(), entries: Vec::new() };
    parser.file().map_err(|fault| match fault {
        Fault::Many => concat(&["more than ", &decimal(VALUES), " values"]),
        Fault::Expected(what) => parser.expected(what),
    })
}

/// Whether a text has more characters than allowed, as JavaScript counts them: those above U+FFFF as two.
fn is_too_long(text: &str) -> bool {
    let units = |byte: u8| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0);
    text.len() > JSON as usize && text.bytes().map(units).sum::<u32>() > JSON
}

/// Why a file cannot be read.
enum Fault {
    /// Something else was expected here.
    Expected(&'static str),
    /// It has too many values.
    Many,
}

const VALUE: Fault = Fault::Expected("a value");
const KEY: Fault = Fault::Expected("a key in quotation marks");
const COLON: Fault = Fault::Expected("a colon");
const IN_LIST: Fault = Fault::Expected("a comma or the end of the list");
const IN_MAP: Fault = Fault::Expected("a comma or the end of the table");
const END: Fault = Fault::Expected("the end");
const QUOTE: Fault = Fault::Expected("the end of the text in the same line");
const ESCAPE: Fault = Fault::Expected("an escaped character");

struct Parser {
    text: &'static str,
    bytes: &'static [u8],
    at: usize,
    /// How many more values are allowed.
    left: u32,
    /// The items of the lists that are being read; a list takes its own when it ends, which needs one allocation.
    items: Vec<Tree>,
    /// The same for maps.
    entries: Vec<(Cow<'static, str>, Tree)>,
}

impl Parser {
    fn file(&mut self) -> Result<Tree, Fault> {
        let tree = self.value(DEPTH)?;
        self.blank();
        if self.at < self.bytes.len() { Err(END) } else { Ok(tree) }
    }

    fn expected(&self, what: &str) -> String {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let start = before.bytes().rposition(|byte| byte == b'\n').map_or(0, |at| at + 1);
        let column = before[start..].chars().count() + 1;
        concat(&[
            "invalid JSON in line ",
            &decimal(line as u32),
            ", column ",
            &decimal(column as u32),
            ": expected ",
            what,
        ])
    }

    // The release is compiled for size; calls of these would take half of the time.
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes this byte, if it is the next one.
    #[inline(always)]
    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    #[inline(always)]
    fn blank(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Reads a value, with this many levels of lists and maps.
    fn value(&mut self, depth: u8) -> Result<Tree, Fault> {
        self.blank();
        self.left -= 1;
        if self.left == 0 {
            return Err(Fault::Many);
        }
        match self.peek() {
            Some(b'[' | b'{') if depth == 0 => self.skip().map(|()| Tree::Null),
            Some(b'[') => self.list(depth - 1),
            Some(b'{') => self.map(depth - 1),
            _ => self.scalar(),
        }
    }

    fn list(&mut self, depth: u8) -> Result<Tree, Fault> {
        self.at += 1;
        let first = self.items.len();
        self.blank();
        if !self.eat(b']') {
            loop {
                let item = self.value(depth)?;
                self.items.push(item);
                self.blank();
                if self.eat(b']') {
                    break;
                }
                if !self.eat(b',') {
                    return Err(IN_LIST);
                }
            }
        }
        Ok(Tree::List(self.items.drain(first..).collect()))
    }

    fn map(&mut self, depth: u8) -> Result<Tree, Fault> {
        self.at += 1;
        let first = self.entries.len();
        self.blank();
        if !self.eat(b'}') {
            loop {
                let key = self.key()?;
                let value = self.value(depth)?;
                self.entries.push((key, value));
                self.blank();
                if self.eat(b'}') {
                    break;
                }
                if !self.eat(b',') {
                    return Err(IN_MAP);
                }
            }
        }
        Ok(Tree::Map(self.entries.drain(first..).collect()))
    }

    /// Reads a key and the colon after it.
    fn key(&mut self) -> Result<Cow<'static, str>, Fault> {
        self.blank();
        if self.peek() != Some(b'"') {
            return Err(KEY);
        }
        let key = self.string()?;
        self.blank();
        if self.eat(b':') { Ok(Cow::Borrowed(key)) } else { Err(COLON) }
    }

    /// Passes a list or a map that is too deep to be read. Without recursion: it may be any number of levels deep.
    fn skip(&mut self) -> Result<(), Fault> {
        let mut ends = Vec::new();
        loop {
            self.blank();
            match self.peek() {
                Some(bracket @ (b'[' | b'{')) => {
                    self.at += 1;
                    self.blank();
                    let end = bracket + 2;
                    ends.push(end);
                    if self.peek() != Some(end) {
                        if end == b'}' {
                            self.key()?;
                        }
                        continue;
                    }
                }
                _ => drop(self.scalar()?),
            }
            // After a value.
            loop {
                let Some(&end) = ends.last() else { return Ok(()) };
                self.blank();
                if self.eat(end) {
                    ends.pop();
                } else if self.eat(b',') {
                    if end == b'}' {
                        self.key()?;
                    }
                    break;
                } else {
                    return Err(if end == b'}' { IN_MAP } else { IN_LIST });
                }
            }
        }
    }

    fn scalar(&mut self) -> Result<Tree, Fault> {
        match self.peek() {
            Some(b'"') => Ok(Tree::String(Cow::Borrowed(self.string()?))),
            Some(b'-' | b'0'..=b'9') => self.number().map(Tree::Number),
            _ => {
                for (word, tree) in [("null", Tree::Null), ("true", Tree::Flag(true)), ("false", Tree::Flag(false))] {
                    if self.bytes[self.at..].starts_with(word.as_bytes()) {
                        self.at += word.len();
                        return Ok(tree);
                    }
                }
                Err(VALUE)
            }
        }
    }

    fn string(&mut self) -> Result<&'static str, Fault> {
        self.at += 1;
        let start = self.plain()?;
        if self.eat(b'"') {
            return Ok(&self.text[start..self.at - 1]);
        }
        let mut text = String::from(&self.text[start..self.at]);
        while self.eat(b'\\') {
            text.push(self.escaped()?);
            let start = self.plain()?;
            text.push_str(&self.text[start..self.at]);
        }
        self.at += 1;
        Ok(text.leak())
    }

    #[inline(always)]
    /// Passes characters up to the next quotation mark or backslash; returns where they begin.
    fn plain(&mut self) -> Result<usize, Fault> {
        let start = self.at;
        while let Some(eight) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk)
            && !has_control(*eight)
            && !has(*eight, b'"')
            && !has(*eight, b'\\')
        {
            self.at += 8;
        }
        loop {
            match self.peek() {
                Some(b'"' | b'\\') => return Ok(start),
                None | Some(0..b' ') => return Err(QUOTE),
                _ => self.at += 1,
            }
        }
    }

    /// Reads what follows a backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        let c = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => c,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => {
                let mut unit = self.unit()?;
                if let 0xd800..0xdc00 = unit
                    && let Some(b"\\u") = self.bytes.get(self.at..self.at + 2)
                {
                    let at = self.at;
                    self.at += 1;
                    match self.unit()? {
                        low @ 0xdc00..0xe000 => unit = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff),
                        // A character of its own.
                        _ => self.at = at,
                    }
                }
                // Half a pair is no character.
                return Ok(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => return Err(ESCAPE),
        };
        self.at += 1;
        Ok(char::from(c))
    }

    /// Reads `u` and four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Fault> {
        let mut unit = 0;
        for _ in 0..4 {
            self.at += 1;
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16)).ok_or(ESCAPE)?;
            unit = unit << 4 | digit;
        }
        self.at += 1;
        Ok(unit)
    }
}
