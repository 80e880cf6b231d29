//! The corpus: changes of a valid catalog, and the expected error messages. One row per bad input, used by the native tests and, as
//! JSON over the network, by those in a browser (which include this file).

use serde_json::{Value, json};

/// A bad input.
pub struct Row {
    /// A description of the input.
    pub name: &'static str,
    /// Where in the catalog: a key of the project "three" (`links.website`), or from the top (`/regions/0`); `/` is all of it.
    pub at: &'static str,
    /// The value to put there, as JSON text; empty removes the key. `⟨3×ab⟩` means `ababab`, `⟨#3×a#⟩` means `a0,a1,a2`.
    pub json: &'static str,
    /// The beginning of the error message: a key of that project, a place from the top (`/regions[0]`), or empty if the browser's
    /// own parser reports it.
    pub place: &'static str,
    /// A part of the reason; empty if nothing is to be rejected, because a text is never more than text.
    pub reason: &'static str,
}

const fn row(
    name: &'static str,
    at: &'static str,
    json: &'static str,
    place: &'static str,
    reason: &'static str,
) -> Row {
    Row { name, at, json, place, reason }
}

/// A disguised link, as the address of the website.
const fn link(name: &'static str, json: &'static str, reason: &'static str) -> Row {
    row(name, "links.website", json, "links.website", reason)
}

/// A text that looks like a program, and is shown as text.
const fn shown(name: &'static str, at: &'static str, json: &'static str) -> Row {
    row(name, at, json, "", "")
}

/// What is not refused: a project needs a name only, and each value may have several forms.
const fn fine(at: &'static str, json: &'static str) -> Row {
    row(FINE, at, json, "", "")
}

/// A wrong value under a key of the project.
const fn wrong(at: &'static str, json: &'static str, reason: &'static str) -> Row {
    row("wrong value", at, json, at, reason)
}

pub const FINE: &str = "fine";
const NO_TEXT: &str = "must be a text, not a";
const NO_LIST: &str = "must be a list, not ";
const NO_TABLE: &str = "must be a table of keys, not ";
const SCHEME: &str = "must begin with https:// or http://";
const SIGN: &str = "contains a space or another character that must be percent-encoded";
const HOST: &str = "needs a plain host";
const CONTROL: &str = "contains a line break or another control character";
const TURNS: &str = "contains a character that changes text direction";
const UNSEEN: &str = "contains an invisible character";
const BROKEN: &str = "contains U+FFFD";
const EMPTY: &str = "is empty";
const LONG: &str = "characters long; at most";
const MANY: &str = "items; only the first 100 are read";
const UNKNOWN: &str = "unknown key; allowed: ";
const WHOLE: &str = "must be a whole number, 0 or more";
const NO_DATE: &str = "must be a date such as 2024-09-26";
const YEAR: &str = "the year must be between 1900 and 2100";
const TWICE: &str = "occurs twice";

/// All of them.
#[rustfmt::skip]
pub const CORPUS: &[Row] = &[
    // ── links, in every disguise ──
    link("a program", r#""javascript:alert(1)""#, SCHEME),
    link("a program, in capitals", r#""JAVASCRIPT:alert(1)""#, SCHEME),
    link("a program, in mixed case", r#""JaVaScRiPt:alert(1)""#, SCHEME),
    link("a program after a space", r#"" javascript:alert(1)""#, SCHEME),
    link("a program after a tab", r#""\tjavascript:alert(1)""#, CONTROL),
    link("a program with a tab inside", r#""java\tscript:alert(1)""#, CONTROL),
    link("a program with a line feed inside", r#""java\nscript:alert(1)""#, CONTROL),
    link("a program with a carriage return inside", r#""java\rscript:alert(1)""#, CONTROL),
    link("a program after a zero", r#""\u0000javascript:alert(1)""#, CONTROL),
    link("a program after a control character", r#""\u0001javascript:alert(1)""#, CONTROL),
    link("a program after a space without width", r#""\u200bjavascript:alert(1)""#, UNSEEN),
    link("a program after a space without break", r#""\u00a0javascript:alert(1)""#, SCHEME),
    link("a program after a byte order mark", r#""\ufeffjavascript:alert(1)""#, UNSEEN),
    link("a program in entities", r#""&#106;avascript:alert(1)""#, SCHEME),
    link("a program in hexadecimal entities", r#""&#x6A&#x61vascript:alert(1)""#, SCHEME),
    link("a program with an entity for its colon", r#""javascript&colon;alert(1)""#, SCHEME),
    link("a program in percent signs", r#""%6Aavascript:alert(1)""#, SCHEME),
    link("a program with slashes and a line break", r#""javascript://example.org/%0aalert(1)""#, SCHEME),
    link("a program in full-width letters", r#""ｊａｖａｓｃｒｉｐｔ:alert(1)""#, SCHEME),
    link("a program with a long s", r#""javaſcript:alert(1)""#, SCHEME),
    link("a program in Visual Basic", r#""vbscript:msgbox(1)""#, SCHEME),
    link("a page as data", r#""data:text/html,<script>alert(1)</script>""#, SCHEME),
    link("a page as data, in capitals", r#""DATA:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==""#, SCHEME),
    link("a picture with a program as data", r#""data:image/svg+xml,<svg onload=alert(1)>""#, SCHEME),
    link("a blob", r#""blob:https://example.org/1""#, SCHEME),
    link("a file", r#""file:///etc/passwd""#, SCHEME),
    link("the source of a page", r#""view-source:https://example.org/""#, SCHEME),
    link("a frame in a frame", r#""feed:javascript:alert(1)""#, SCHEME),
    link("a mail", r#""mailto:a@example.org""#, SCHEME),
    link("an address of the browser's own", r#""about:blank""#, SCHEME),
    link("a socket", r#""wss://example.org/""#, SCHEME),
    link("the page's own scheme", r#""//example.org/""#, SCHEME),
    link("the page's own scheme, backwards", r#""\\\\example.org\\""#, SCHEME),
    link("a path", r#""/a""#, SCHEME),
    link("a word", r#""example.org""#, SCHEME),
    link("a scheme in capitals", r#""HTTPS://example.org/""#, SCHEME),
    link("no slashes", r#""https:example.org""#, SCHEME),
    link("one slash", r#""https:/example.org""#, SCHEME),
    link("three slashes", r#""https:///example.org""#, HOST),
    link("backslashes for slashes", r#""https:\\\\example.org""#, SCHEME),
    link("a backslash after the slashes", r#""https://\\example.org/""#, SIGN),
    link("a backslash before the at sign", r#""https://good.example\\@bad.example/""#, SIGN),
    link("someone's name before the host", r#""https://good.example@bad.example/""#, HOST),
    link("a password before the host", r#""https://good:example@bad.example/""#, HOST),
    link("an encoded slash before the at sign", r#""https://good.example%2f@bad.example/""#, HOST),
    link("a host that looks like another", r#""https://exаmple.org/""#, SIGN),
    link("a host with a full-width dot", r#""https://good.example。bad.example/""#, SIGN),
    link("a slash that is none", r#""https://good.example∕bad.example/""#, SIGN),
    link("an address that reads backwards", r#""https://example.org/\u202egpj.exe""#, TURNS),
    link("an address with a joiner", r#""https://exam\u200dple.org/""#, SIGN),
    link("a host that is none", r#""https://""#, HOST),
    link("a host that is only a port", r#""https://:80/""#, HOST),
    link("a port that is none", r#""https://example.org:/""#, HOST),
    link("a port with letters", r#""https://example.org:8a/""#, HOST),
    link("a port past the last", r#""https://example.org:65536/""#, HOST),
    link("a port of many digits", r#""https://example.org:⟨1000×9⟩/""#, HOST),
    link("a host in brackets", r#""https://[::1]/""#, HOST),
    fine("links.website", r#""https://a_b.example/""#),
    link("a host that begins with a dot", r#""https://.example.org/""#, HOST),
    link("a host with an encoded letter", r#""https://%65xample.org/""#, HOST),
    link("a space at the end", r#""https://example.org/ ""#, SIGN),
    link("a space before it", r#"" https://example.org/""#, SCHEME),
    link("a quotation mark that ends an attribute", r#""https://example.org/\"onmouseover=alert(1)""#, SIGN),
    link("a tag inside", r#""https://example.org/<script>alert(1)</script>""#, SIGN),
    link("a line break and a header", r#""https://example.org/\r\nSet-Cookie: a=b""#, CONTROL),
    link("an address of 10 MB", r#""https://example.org/⟨10000000×a⟩""#, LONG),
    link("a number", "1", NO_TEXT),
    link("a list of one", r#"["https://example.org/"]"#, NO_TEXT),
    link("an object that could become a text", r#"{ "toString": "https://example.org/" }"#, NO_TEXT),
    wrong("links.repository", r#""javascript:alert(1)""#, SCHEME),
    wrong("links.docs", r#""javascript:alert(1)""#, SCHEME),
    wrong("links.sandbox_request", r#""javascript:alert(1)""#, SCHEME),
    wrong("links.onboarding", r#""javascript:alert(1)""#, SCHEME),
    wrong("links.onboarding_other", r#""javascript:alert(1)""#, SCHEME),
    wrong("links.devstats", r#""javascript:alert(1)""#, SCHEME),
    row("a program as the address of a source", "/sources/1/url", r#""javascript:alert(1)""#, "/sources[1].url (news)", SCHEME),

    // ── programs in place of a text: shown as text ──
    shown("a script as a name", "name", r#""<script>pwned('name')</script>""#),
    shown("a picture as a summary", "summary.en", r#""<img src=/pwned.png onerror=pwned('summary')>""#),
    shown("a picture that is SVG", "summary.zh", r#""<svg onload=pwned('svg')><a xlink:href='javascript:pwned(1)'>x</a></svg>""#),
    shown("SVG that animates a link", "features.0.en", r#""<svg><a><animate attributeName=href values=javascript:pwned(1) /></a></svg>""#),
    shown("a frame", "features.1.en", r#""<iframe srcdoc='<script>parent.pwned(1)</script>' src=/pwned.html></iframe>""#),
    shown("the end of the element", "features.2.en", r#""</sandbox-explorer></template></style></script><script>pwned(1)</script>""#),
    shown("the end of an attribute", "former_names.0", r#""\" onmouseover=\"pwned(1)\" autofocus onfocus=\"pwned(2)""#),
    shown("the end of an attribute, with apostrophes", "tags.0", r#""' onfocus='pwned(1)' autofocus='""#),
    shown("a style", "licence", r#""<style>@import '/pwned.css';*{background:url(/pwned.png)}</style>""#),
    shown("an expression of a template", "languages.0", r#""{{constructor.constructor('pwned(1)')()}}${pwned(1)}""#),
    shown("MathML and a namespace", "owner.en", r#""<math><mtext></p><style><img src=/pwned.png onerror=pwned(1)></style></math>""#),
    shown("a comment", "owner.zh", r#""<!--><script>pwned(1)</script>-->""#),
    shown("entities", "disputes.0.note.en", r#""&lt;script&gt;pwned(1)&lt;/script&gt;&#x3c;img src=/pwned.png onerror=pwned(1)&#x3e;""#),
    shown("a base", "disputes.0.note.zh", r#""<base href=/pwned/><meta http-equiv=refresh content=0;url=/pwned.html>""#),
    shown("an object", "disputes.0.values.0.value", r#""<object data=/pwned.svg><embed src=/pwned.svg></object>""#),
    shown("a link in Markdown", "disputes.0.values.1.value.en", r#""[x](javascript:pwned(1)) ![x](/pwned.png)""#),
    shown("a style in brackets", "disputes.0.values.1.value.zh", r#""}</style><style>:host{background:url(/pwned.png)}""#),
    shown("a script as the name of a category", "/categories/1/name/en", r#""<script>pwned('category')</script>""#),
    shown("a picture as the title of a part", "/parts/1/title/en", r#""<img src=/pwned.png onerror=pwned('part')>""#),
    shown("a picture as the name of a region", "/regions/0/name/en", r#""<img src=/pwned.png onerror=pwned('region')>""#),
    shown("a picture as the name of a source", "/sources/1/name/en", r#""<img src=/pwned.png onerror=pwned('source')>""#),

    // ── keys ──
    row("a key of all objects", "__proto__", r#"{ "polluted": true }"#, "__proto__", UNKNOWN),
    row("a key of all objects, as a text", "__proto__", r#""polluted""#, "__proto__", UNKNOWN),
    row("the maker of objects", "constructor", r#"{ "prototype": { "polluted": true } }"#, "constructor", UNKNOWN),
    row("a prototype", "prototype", r#"{ "polluted": true }"#, "prototype", UNKNOWN),
    row("a key of all objects among the links", "links.__proto__", r#"{ "polluted": true }"#, "links.__proto__", NO_TEXT),
    row("a key of all objects in a text", "summary.__proto__", r#"{ "polluted": true }"#, "summary.__proto__", NO_TEXT),
    row("a key of all objects among the sources", "sources.__proto__", r#""landscape""#, "sources.__proto__", UNKNOWN),
    row("a method of all objects", "toString", r#""x""#, "toString", UNKNOWN),
    row("a key that makes JSON", "toJSON", r#""x""#, "toJSON", UNKNOWN),
    row("a promise", "then", r#""x""#, "then", UNKNOWN),
    row("an event handler", "onclick", r#""pwned(1)""#, "onclick", UNKNOWN),
    row("markup as HTML", "innerHTML", r#""<script>pwned(1)</script>""#, "innerHTML", UNKNOWN),
    row("a key in the wrong case", "Name", r#""x""#, "Name", UNKNOWN),
    row("a key that looks like another", "nаme", r#""x""#, "nаme", UNKNOWN),
    row("a key that reads backwards", "\u{202e}eman", r#""x""#, "<U+202E>eman", UNKNOWN),
    row("a key with a line break", "a\nsandbox-explorer: all is well", r#""x""#, "a<U+000A>sandbox-explorer: all is well", UNKNOWN),
    row("an empty key", "", r#""x""#, "", UNKNOWN),
    row("an unknown key with a value of 10 MB", "x", r#""⟨10000000×a⟩""#, "x", UNKNOWN),
    row("a key of all objects at the top", "/__proto__", r#"{ "polluted": true }"#, "/__proto__", UNKNOWN),
    row("an unknown key at the top", "/version", "1", "/version", UNKNOWN),
    row("a key of all objects in a table", "/regions/1/__proto__", r#"{ "polluted": true }"#, "/regions[1].__proto__ (mars)", UNKNOWN),

    // ── missing keys ──
    fine("id", ""),
    wrong("name", "", "missing"),
    fine("part", ""),
    fine("category", ""),
    fine("licence", ""),
    fine("languages", ""),
    fine("first_commit", ""),
    fine("accepted", ""),
    fine("tags", ""),
    fine("features", ""),
    fine("summary", ""),
    fine("summary.zh", ""),
    fine("features.1.en", ""),
    fine("links", ""),
    fine("links.repository", ""),
    fine("maturity", ""),
    fine("maturity.since", ""),
    fine("snapshot", ""),
    fine("sources", ""),
    row("missing", "disputes.0.note", "", "disputes[0].note", "missing"),
    fine("counts.stars.source", ""),
    wrong("name", "null", "missing"),
    fine("links.website", "null"),

    // ── values of the wrong type ──
    row("a number", "id", "3", "/projects[2].id (Three)", NO_TEXT),
    row("a flag", "id", "true", "/projects[2].id (Three)", "must be a text, not true or false"),
    wrong("name", "3", NO_TEXT),
    wrong("name", "false", "must be a text, not true or false"),
    wrong("name", r#"["Three"]"#, "must be a text, not a list"),
    wrong("name", r#"{ "en": "Three", "zh": "三" }"#, "must be a text, not a table of keys"),
    wrong("former_names", r#""Drei""#, NO_LIST),
    wrong("former_names", r#"{ "0": "Drei", "length": 1 }"#, NO_LIST),
    row("a number in a list", "former_names", "[3]", "former_names[0]", NO_TEXT),
    row("nothing in a list", "tags", r#"["a", null]"#, "tags[1]", "must be a text, not nothing"),
    row("a list in a list", "languages", r#"[["Go"]]"#, "languages[0]", "must be a text, not a list"),
    wrong("part", "true", "must be a text, not true or false"),
    wrong("category", "[]", "must be a text, not a list"),
    wrong("licence", "{}", NO_TEXT),
    wrong("languages", "0", NO_LIST),
    fine("owner", r#""Somebody""#),
    wrong("region", "[]", NO_TEXT),
    fine("summary", r#""One text for all""#),
    wrong("summary", "[]", NO_TEXT),
    wrong("features", "{}", NO_LIST),
    fine("features", r#"["fast"]"#),
    wrong("links", "[]", NO_TABLE),
    fine("links", r#""https://example.org/""#),
    fine("maturity", r#""sandbox""#),
    wrong("history", "[]", NO_TABLE),
    fine("counts", "7"),
    fine("counts.stars", "7"),
    wrong("snapshot", "[]", NO_TABLE),
    wrong("sources", r#"["landscape"]"#, NO_TABLE),
    wrong("disputes", "{}", NO_LIST),
    row("a text among disputes", "disputes", r#"["?"]"#, "disputes[0]", "unknown"),
    row("no claim", "disputes.0.values", "[]", "disputes[0].values", "needs at least one value"),
    row("a project that is a text", "/projects/2", r#""three""#, "/projects[2]", NO_TABLE),
    row("a project that is nothing", "/projects/2", "null", "/projects[2]", NO_TABLE),
    row("a project that is a list", "/projects/2", "[]", "/projects[2]", NO_TABLE),

    // ── numbers ──
    wrong("counts.stars.value", "-1", WHOLE),
    wrong("counts.stars.value", "1.5", WHOLE),
    wrong("counts.stars.value", "1e-300", WHOLE),
    wrong("counts.stars.value", "4294967296", WHOLE),
    wrong("counts.stars.value", "9007199254740993", WHOLE),
    wrong("counts.stars.value", "123456789012345678901234567890", WHOLE),
    wrong("counts.stars.value", "1e308", WHOLE),
    wrong("counts.stars.value", "1e999", WHOLE),
    wrong("counts.stars.value", "-1e999", WHOLE),
    wrong("counts.stars.value", r#""7""#, WHOLE),
    wrong("counts.stars.value", "[7]", WHOLE),
    wrong("counts.stars.value", "true", WHOLE),
    wrong("part", "-1", WHOLE),
    wrong("part", "0.5", WHOLE),
    wrong("part", "9", r#"unknown "9"; allowed: 1, 2"#),
    row("a hue outside the circle", "/categories/1/hue", "360", "/categories[1].hue (storage)", "between 0 and 359 degrees"),
    row("a hue below zero", "/categories/1/hue", "-1", "/categories[1].hue (storage)", WHOLE),
    row("a hue as a style", "/categories/1/hue", r#""0;background:url(/pwned.png)""#, "/categories[1].hue (storage)", WHOLE),

    // ── dates ──
    wrong("accepted", r#""2023-02-29""#, "no such day in the calendar"),
    wrong("accepted", r#""2100-02-29""#, "no such day in the calendar"),
    wrong("accepted", r#""2024-04-31""#, "no such day in the calendar"),
    wrong("accepted", r#""2024-01-00""#, "no such day in the calendar"),
    wrong("accepted", r#""2024-01-32""#, "no such day in the calendar"),
    wrong("accepted", r#""2024-13""#, "no such month in the calendar"),
    wrong("accepted", r#""2024-00-01""#, "no such month in the calendar"),
    wrong("accepted", r#""1899-12-31""#, YEAR),
    wrong("accepted", r#""2101-01-01""#, YEAR),
    wrong("accepted", r#""0000-00-00""#, YEAR),
    wrong("accepted", r#""9999-12-31""#, YEAR),
    wrong("accepted", r#""+2024-01-01""#, NO_DATE),
    wrong("accepted", r#""-2024-01-01""#, NO_DATE),
    wrong("accepted", r#""2024-1-1""#, NO_DATE),
    wrong("accepted", r#""2024-01-01T00:00:00Z""#, NO_DATE),
    wrong("accepted", r#""2024/01/01""#, NO_DATE),
    wrong("accepted", r#""２０２４-01-01""#, NO_DATE),
    wrong("accepted", r#""2024-01-01 ""#, NO_DATE),
    wrong("accepted", r#""NaN""#, NO_DATE),
    wrong("accepted", r#""Invalid Date""#, NO_DATE),
    wrong("accepted", r#""⟨1000000×2⟩""#, LONG),
    wrong("accepted", "1704067200000", NO_TEXT),
    fine("accepted", "null"),
    row("accepted before it began", "accepted", r#""2001""#, "accepted", "lies before first_commit"),
    row("grown up before it was born", "maturity.since", r#""2000""#, "maturity.since", "lies before accepted"),
    row("read before it began", "snapshot.date", r#""2000""#, "snapshot.date", "lies before first_commit"),

    // ── texts: empty, invisible, broken, long ──
    wrong("name", r#""""#, EMPTY),
    wrong("name", r#""   ""#, EMPTY),
    wrong("name", r#""\t\n""#, EMPTY),
    wrong("name", r#""\u00a0\u3000\u2003""#, EMPTY),
    wrong("name", r#""\u200b\u200c\u200d\u2060\ufeff""#, EMPTY),
    wrong("name", r#""\u3164\u115f\u2800""#, EMPTY),
    wrong("name", r#""Th\u0000ree""#, CONTROL),
    wrong("name", r#""Th\u001bree""#, CONTROL),
    wrong("name", r#""Th\u001free\u001e\u001d""#, CONTROL),
    wrong("name", r#""Th\u007free""#, CONTROL),
    fine("name", r#""Th\u0085ree""#),
    wrong("name", r#""Th\u009bree""#, CONTROL),
    fine("name", r#""Th\u2028ree""#),
    fine("name", r#""Th\u2029ree""#),
    wrong("name", r#""Three\u202eeerht""#, TURNS),
    wrong("name", r#""\u202aThree""#, TURNS),
    wrong("name", r#""\u2066Three\u2069""#, TURNS),
    wrong("name", r#""Th\u200bree""#, UNSEEN),
    wrong("name", r#""Th\u2060ree""#, UNSEEN),
    wrong("name", r#""\ufeffThree""#, UNSEEN),
    wrong("name", r#""Three\udb40\udc41""#, UNSEEN),
    wrong("name", r#""Th\ud800ree""#, BROKEN),
    wrong("name", r#""Three\udc00""#, BROKEN),
    wrong("name", r#""\udc00\ud800""#, BROKEN),
    wrong("name", r#""Th\ufffdree""#, BROKEN),
    wrong("name", r#""⟨201×a⟩""#, LONG),
    wrong("name", r#""⟨4000000×<b>⟩""#, LONG),
    wrong("name", r#""⟨3000000×🦀⟩""#, LONG),
    wrong("licence", r#""⟨10000000×a⟩""#, LONG),
    wrong("summary.en", r#""⟨2000000×word ⟩""#, LONG),
    fine("summary.zh", r#""⟨2001×字⟩""#),
    wrong("summary.zh", r#""\u202e""#, TURNS),
    row("a very long feature", "features.0.en", r#""⟨10000000×a⟩""#, "features[0].en", LONG),
    row("a very long claim", "disputes.0.values.0.value", r#""⟨10000000×a⟩""#, "disputes[0].values[0].value", LONG),
    row("a very long tag", "tags.0", r#""⟨101×a⟩""#, "tags[0]", LONG),
    fine("tags.0", r#""a,b""#),
    fine("licence", r#""MIT, Apache-2.0""#),

    // ── names that are taken, unknown, or the same ──
    fine("name", r#""One""#),
    row("an id that is taken", "id", r#""one""#, "/projects[2].id (one)", TWICE),
    row("an id with capitals", "id", r#""Three""#, "/projects[2].id (Three)", "only a–z and 0–9"),
    row("an id with a path", "id", r#""../three""#, "/projects[2].id (../three)", "only a–z and 0–9"),
    row("an id of all objects", "id", r#""__proto__""#, "/projects[2].id (__proto__)", "only a–z and 0–9"),
    row("an id with a tag", "id", r#""<b>""#, "/projects[2].id (<b>)", "only a–z and 0–9"),
    row("an id that looks like another", "id", r#""thrее""#, "/projects[2].id (thrее)", "only a–z and 0–9"),
    row("an id that reads backwards", "id", r#""\u202eeerht""#, "/projects[2].id (<U+202E>eerht)", TURNS),
    row("an id that is a query", "id", r#""a&part=1""#, "/projects[2].id (a&part=1)", "only a–z and 0–9"),
    row("an id of hyphens", "id", r#""-""#, "/projects[2].id (-)", "only a–z and 0–9"),
    row("an id of 10 MB", "id", r#""⟨10000000×a⟩""#, "/projects[2].id (⟨80×a⟩…)", LONG),
    row("a tag twice", "tags", r#"["a", "b", "a"]"#, "tags[2]", TWICE),
    fine("tags", r#"["big data", "Big-Data"]"#),
    fine("tags", r#"["TOOLS"]"#),
    row("a language twice", "languages", r#"["Go", "Go"]"#, "languages[1]", TWICE),
    wrong("category", r#""toys""#, r#"unknown "toys"; allowed: mesh, storage"#),
    wrong("category", r#""__proto__""#, r#"unknown "__proto__"; allowed: "#),
    wrong("part", r#""3""#, r#"unknown "3"; allowed: 1, 2"#),
    wrong("region", r#""atlantis""#, r#"unknown "atlantis"; allowed: europe, mars"#),
    wrong("region", r#""<img src=/pwned.png>""#, r#"unknown "<img src=/pwned.png>"; allowed: "#),
    fine("maturity.level", r#""gone""#),
    wrong("maturity.source", r#""hearsay""#, r#"unknown "hearsay"; allowed: landscape, news"#),
    wrong("sources.name", r#""hearsay""#, r#"unknown "hearsay"; allowed: landscape, news"#),
    wrong("sources.colour", r#""landscape""#, UNKNOWN),
    row("a dispute about nothing", "disputes.0.field", r#""colour""#, "disputes[0].field", r#"unknown "colour"; allowed: "#),
    row("a claim from nowhere", "disputes.0.values.1.source", r#""hearsay""#, "disputes[0].values[1].source", "unknown \"hearsay\""),
    row("a category of 10 MB", "category", r#""⟨10000000×a⟩""#, "category", LONG),

    // ── too deep, too many ──
    row("100,000 levels of lists", "tags", "⟨100000×[⟩⟨100000×]⟩", "tags[0]", "must be a text, not a list"),
    row("100,000 levels of tables", "summary", r#"⟨100000×{"en":⟩1⟨100000×}⟩"#, "summary.en", "must be a text, not a table of keys"),
    row("100,000 levels under an unknown key", "x", "⟨100000×[⟩⟨100000×]⟩", "x", UNKNOWN),
    row("10,000 tags", "tags", "[⟨#10000×\"t{}\"#⟩]", "tags", MANY),
    row("a million languages", "languages", "[⟨#1000000×{}#⟩]", "languages", MANY),
    row("10,000 features", "features", r#"[⟨#10000×{ "en": "f{}", "zh": "甲" }#⟩]"#, "features", MANY),
    row("10,000 disputes", "disputes", "[⟨#10000×{}#⟩]", "disputes", MANY),
    row("10,000 claims", "disputes.0.values", "[⟨#10000×{}#⟩]", "disputes[0].values", MANY),
    row("100,000 unknown keys", "links", r#"{ ⟨#100000×"k{}": 1#⟩ }"#, "links.k7", NO_TEXT),
    row("10,000 regions", "/regions", r#"[⟨#10000×{ "slug": "r-{}", "name": { "en": "R", "zh": "乙" } }#⟩]"#, "/regions", "has 10000 items; only the first 1000 are read"),

    // ── tables ──
    row("tables that are texts", "/regions", r#""europe""#, "/regions", NO_LIST),
    row("a row that is a text", "/regions/1", r#""mars""#, "/regions[1]", NO_TABLE),
    row("a row without a slug", "/regions/1/slug", "", "/regions[1].slug", "missing"),
    row("a slug that is taken", "/regions/1/slug", r#""europe""#, "/regions[1].slug (europe)", TWICE),
    row("a slug with capitals", "/regions/1/slug", r#""Mars""#, "/regions[1].slug (Mars)", "only a–z and 0–9"),
    fine("/regions/1/name/zh", ""),
    row("a row with a number for a name", "/parts/1/title/en", "4", "/parts[1].title.en (2)", NO_TEXT),
    row("a source of the future", "/sources/1/as_of", r#""2222-02-02""#, "/sources[1].as_of (news)", YEAR),

    // ── the whole catalog ──
    row("a day that is none", "/as_of", r#""soon""#, "/as_of", NO_DATE),
    row("a schema that is a number", "/$schema", "1", "/$schema", NO_TEXT),
    row("a schema of 10 MB", "/$schema", r#""⟨10000000×a⟩""#, "/$schema", LONG),
    row("no projects", "/projects", "", "/projects", "missing"),
    row("projects that are nothing", "/projects", "null", "/projects", "missing"),
    row("projects that are a table", "/projects", r#"{ "0": {}, "length": 1 }"#, "/projects", NO_LIST),
    row("a list", "/", "[]", "/", "must be a table of keys, not a list"),
    row("a text", "/", r#""catalog""#, "/", "must be a table of keys, not a text"),
    row("a number", "/", "7", "/", "must be a table of keys, not a number"),
    row("nothing", "/", "null", "/", "must be a table of keys, not nothing"),
    row("true", "/", "true", "/", "must be a table of keys, not true or false"),
    row("no body", "/", " ", "", "the parser's words"),
    row("a page", "/", "<!doctype html><title>404</title><script>pwned(1)</script>", "", "the parser's words"),
    row("a program", "/", "alert(1)", "", "the parser's words"),
    row("half a catalog", "/", r#"{ "projects": [{ "id": "one", "#, "", "the parser's words"),
    row("two catalogs", "/", r#"{ "projects": [] } { "projects": [] }"#, "", "the parser's words"),
    row("a comma too many", "/", r#"{ "projects": [], }"#, "", "the parser's words"),
    row("a comment", "/", r#"{ /* ours */ "projects": [] }"#, "", "the parser's words"),
    row("apostrophes", "/", "{ 'projects': [] }", "", "the parser's words"),
    row("no number", "/", r#"{ "projects": NaN }"#, "", "the parser's words"),
    row("the number of no end", "/", r#"{ "projects": Infinity }"#, "", "the parser's words"),
    row("a large integer of JavaScript", "/", r#"{ "projects": 1n }"#, "", "the parser's words"),
    row("a list with holes", "/", r#"{ "projects": [,,1] }"#, "", "the parser's words"),
    row("what guards against scripts", "/", r#")]}'{ "projects": [] }"#, "", "the parser's words"),
    row("100,000 levels without an end", "/", "⟨100000×[⟩", "", "the parser's words"),
];

/// The ids of the projects in the valid catalog.
pub const IDS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// The valid catalog.
pub fn good() -> Value {
    let projects: Vec<Value> = IDS.iter().enumerate().map(|(n, id)| project(id, n)).collect();
    let words = |en: &str| json!({ "en": en, "zh": "字" });
    json!({
        "as_of": "2026-01-01",
        "categories": [
            { "slug": "mesh", "name": words("Mesh"), "about": words("About"), "hue": 1 },
            { "slug": "storage", "name": words("Storage"), "about": words("About"), "hue": 2 },
        ],
        "parts": [
            { "slug": "1", "batch": "2023 H1", "name": words("Part 1"), "title": words("Title") },
            { "slug": "2", "batch": "2023 H2", "name": words("Part 2"), "title": words("Title") },
        ],
        "regions": [
            { "slug": "europe", "name": words("Europe") },
            { "slug": "mars", "name": words("Mars") },
        ],
        "sources": [
            { "slug": "landscape", "name": words("Landscape") },
            { "slug": "news", "name": words("News"), "url": "https://news.example/" },
        ],
        "projects": projects,
    })
}

/// A valid project; only the third one names a region, a second part, category and source.
fn project(id: &str, n: usize) -> Value {
    let words = |en: &str| json!({ "en": en, "zh": "字" });
    let mut name = id.to_owned();
    name[..1].make_ascii_uppercase();
    let mut project = json!({
        "id": id, "name": name, "former_names": ["Zweiundvierzig"], "part": "1", "category": "mesh", "licence": "MIT",
        "languages": ["Rust"], "owner": words("Somebody"), "first_commit": "2015-01-01", "accepted": format!("2024-0{}-01", 9 - n),
        "tags": ["tools"], "summary": words("Summary"), "features": [words("First"), words("Second"), words("Third")],
        "links": { "website": format!("https://{id}.example/"), "repository": "https://code.example/" },
        "maturity": { "level": "sandbox", "since": "2024-12-01", "as_of": "2025-01-01", "source": "landscape" },
        "counts": { "stars": { "value": 7, "as_of": "2025", "source": "landscape" } },
        "snapshot": { "commit": "abc", "date": "2025-01-01" },
        "sources": { "name": "landscape" },
        "disputes": [{ "field": "name", "values": [{ "source": "landscape", "value": "a" },
            { "source": "landscape", "value": words("b") }], "note": words("Note") }],
    });
    if id == "three" {
        project["part"] = json!("2");
        project["category"] = json!("storage");
        project["region"] = json!("mars");
        project["maturity"]["source"] = json!("news");
        project["tags"] = json!(["third"]);
    }
    project
}

impl Row {
    /// Whether the row changes only one project.
    pub fn is_in_project(&self) -> bool {
        !self.at.starts_with('/') || self.at == "/projects/2"
    }

    /// The beginning of the error message.
    pub fn begins(&self) -> String {
        match self.place.strip_prefix('/') {
            Some("") => String::new(),
            Some(place) => format!("{}: ", expand(place)),
            None => {
                // Without its id there is no entry to name.
                let id = if self.at == "id" { "" } else { " (three)" };
                format!("projects[2].{}{id}: ", self.place)
            }
        }
    }

    /// The catalog as JSON, with this change.
    pub fn catalog(&self) -> String {
        if self.at == "/" {
            return expand(self.json);
        }
        let mut catalog = good();
        self.spoil(&mut catalog, &json!(HERE));
        let [before, after] = split(&catalog.to_string(), &format!("\"{HERE}\""));
        [before, expand(self.json), after].concat()
    }

    /// Puts a value at the row's place in a catalog. No value in the row: removes the key.
    fn spoil(&self, catalog: &mut Value, value: &Value) {
        let pointer = match self.at.strip_prefix('/') {
            Some(_) => self.at.to_owned(),
            // A key with a space is a literal key, not a path.
            None if self.at.contains(' ') => format!("/projects/2/{}", self.at),
            None => format!("/projects/2/{}", self.at.replace('.', "/")),
        };
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer has a slash");
        match catalog.pointer_mut(parent).unwrap_or_else(|| panic!("{}: nothing at {parent}", self.name)) {
            Value::Object(map) if self.json.is_empty() => {
                map.remove(key);
                map.insert(HERE.to_owned(), Value::Null);
            }
            Value::Object(map) => _ = map.insert(key.to_owned(), value.clone()),
            Value::Array(list) => list[key.parse::<usize>().expect("a number")] = value.clone(),
            _ => panic!("{}: {parent} holds no keys", self.name),
        }
    }
}

const HERE: &str = "the place of the bad input";

fn split(text: &str, at: &str) -> [String; 2] {
    let (before, after) = text.split_once(at).expect("the place is there");
    // For a removed key, the whole entry.
    let (before, after) = match after.strip_prefix(":null") {
        Some(rest) if before.ends_with(',') => (&before[..before.len() - 1], rest),
        Some(rest) => (before, rest.strip_prefix(',').unwrap_or(rest)),
        None => (before, after),
    };
    [before.to_owned(), after.to_owned()]
}

/// Expands the abbreviations of a row.
fn expand(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟨') {
        let (inside, after) = after.split_once('⟩').expect("a bracket is closed");
        out += before;
        let (number, text) = inside.split_once('×').expect("so many times");
        match number.strip_prefix('#') {
            None => out += &text.repeat(number.parse().expect("a number")),
            Some(number) => {
                let text = text.strip_suffix('#').expect("closed as it was opened");
                for n in 0..number.parse::<usize>().expect("a number") {
                    if n > 0 {
                        out.push(',');
                    }
                    out += &text.replace("{}", &n.to_string());
                }
            }
        }
        rest = after;
    }
    out + rest
}
