//! Limits of a catalog: far above what people write, and low enough that a broken catalog is rejected with one line instead of
//! freezing the page. Every limit has an error message that names it.

/// Characters of the JSON of a catalog, counted as JavaScript counts them; the bundled one has 300,000.
pub const JSON: u32 = 16_000_000;

/// Values (texts, numbers, lists, tables) in a catalog; the bundled one has 9,000.
pub const VALUES: u32 = 2_000_000;

/// How deeply lists and tables may be nested; a catalog needs eight levels. Deeper values count as absent.
pub const DEPTH: u8 = 16;

/// Projects of a catalog. Projects are numbered in 16 bits, and the reader's filter is applied to all of them at each key.
pub const PROJECTS: usize = 10_000;

/// Rows of a table: categories, parts, regions, sources.
pub const ROWS: usize = 1000;

/// Items of a list in a project: tags, features, disputes …
pub const ITEMS: usize = 100;

/// Different values of a facet: each becomes a box to tick. Further ones are shown, and cannot be ticked.
pub const VALUES_OF_A_FACET: usize = 10_000;

/// Characters of a text that may have several lines.
pub const TEXT: usize = 10_000;

/// Characters of a text on one line.
pub const LINE: usize = 2000;

/// Characters of a name.
pub const NAME: usize = 200;

/// Characters of a value that can be ticked, and of a slug.
pub const VALUE: usize = 100;

/// Characters of an address.
pub const ADDRESS: usize = 2000;

/// Mistakes that are reported one by one; the others are only counted.
pub const MISTAKES: usize = 200;

/// Unknown keys that are reported per record.
pub const UNKNOWN_KEYS: usize = 8;

/// Characters of a rejected value that an error message shows.
pub const QUOTED: usize = 80;

/// Bytes of a list of allowed values that an error message shows.
pub const ALLOWED: usize = 400;
