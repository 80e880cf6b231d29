//! How much a catalog may hold. Far above what people write, and low enough that a catalog gone wrong is refused in a line instead of
//! freezing the page: every limit here has a refusal that names it.

/// Characters of the JSON of a catalog, counted as JavaScript counts them; the bundled one has 300,000.
pub const JSON: u32 = 16_000_000;

/// Values (texts, numbers, lists, tables) in a catalog; the bundled one has 9,000.
pub const VALUES: u32 = 2_000_000;

/// How deep lists and tables may lie in each other; a catalog needs eight. What lies deeper counts as absent.
pub const DEPTH: u8 = 16;

/// Projects of a catalog. Projects are numbered in 16 bits, and the reader's filter is applied to all of them at each key.
pub const PROJECTS: usize = 10_000;

/// Rows of a table: categories, parts, regions, sources.
pub const ROWS: usize = 1000;

/// Items of a list in a project: tags, features, disputes …
pub const ITEMS: usize = 100;

/// Different languages, different licences and different tags in a catalog: each becomes a box to tick.
pub const VALUES_OF_A_FACET: usize = 1000;

/// Characters of a text.
pub const TEXT: usize = 2000;

/// Characters of a name.
pub const NAME: usize = 200;

/// Characters of a value that can be ticked, and of a slug.
pub const VALUE: usize = 100;

/// Characters of an address.
pub const ADDRESS: usize = 2000;

/// Mistakes that are told one by one; of the rest, only their number.
pub const MISTAKES: usize = 200;

/// Unknown keys that are told of one table of keys.
pub const UNKNOWN_KEYS: usize = 8;

/// Characters of a refused value that a refusal shows.
pub const QUOTED: usize = 80;

/// Bytes of a list of allowed values that a refusal shows.
pub const ALLOWED: usize = 400;
