//! Recognises licences and programming languages where a list has them without saying so: in marks after an entry, in badges.

/// Names of licences as lists write them, in lower case, and their SPDX identifiers. Identifiers are their own names.
const LICENCES: &[(&str, &str)] = &[
    ("apache", "Apache-2.0"),
    ("apache 2", "Apache-2.0"),
    ("apache 2.0", "Apache-2.0"),
    ("apache-2", "Apache-2.0"),
    ("apache2", "Apache-2.0"),
    ("apache license 2.0", "Apache-2.0"),
    ("apache license, version 2.0", "Apache-2.0"),
    ("apache software license", "Apache-2.0"),
    ("mit license", "MIT"),
    ("the mit license", "MIT"),
    ("expat", "MIT"),
    ("bsd 2-clause \"simplified\" license", "BSD-2-Clause"),
    ("bsd 3-clause \"new\" or \"revised\" license", "BSD-3-Clause"),
    ("bsd-2", "BSD-2-Clause"),
    ("bsd-3", "BSD-3-Clause"),
    ("bsd 2-clause", "BSD-2-Clause"),
    ("bsd 3-clause", "BSD-3-Clause"),
    ("boost software license 1.0", "BSL-1.0"),
    ("eclipse public license 1.0", "EPL-1.0"),
    ("eclipse public license 2.0", "EPL-2.0"),
    ("gnu affero general public license v3.0", "AGPL-3.0"),
    ("gnu general public license v2.0", "GPL-2.0"),
    ("gnu general public license v3.0", "GPL-3.0"),
    ("gnu lesser general public license v2.1", "LGPL-2.1"),
    ("gnu lesser general public license v3.0", "LGPL-3.0"),
    ("gplv2", "GPL-2.0"),
    ("gplv3", "GPL-3.0"),
    ("agplv3", "AGPL-3.0"),
    ("lgplv3", "LGPL-3.0"),
    ("mozilla public license 2.0", "MPL-2.0"),
    ("creative commons zero v1.0 universal", "CC0-1.0"),
    ("creative commons attribution 4.0 international", "CC-BY-4.0"),
    ("the unlicense", "Unlicense"),
    ("isc license", "ISC"),
];

/// Identifiers without a version, and how those with one begin.
const ALONE: &[&str] = &[
    "mit",
    "isc",
    "unlicense",
    "wtfpl",
    "zlib",
    "cc0",
    "gpl",
    "lgpl",
    "agpl",
    "bsd",
    "mpl",
    "0bsd",
    "public domain",
    "proprietary",
];
const BEGINNINGS: &[&str] = &[
    "agpl-",
    "apache-",
    "artistic-",
    "bsd-",
    "bsl-",
    "busl-",
    "cc-by",
    "cc0-",
    "cddl-",
    "cecill-",
    "epl-",
    "eupl-",
    "gfdl-",
    "gpl-",
    "lgpl-",
    "mit-",
    "mpl-",
    "ms-pl",
    "ncsa",
    "odbl-",
    "ofl-",
    "osl-",
    "postgresql",
    "python-2",
    "sspl-",
    "upl-",
    "vim",
    "zpl-",
];

/// The licence with its usual name.
pub(crate) fn licence(text: &str) -> String {
    let lower = text.to_lowercase();
    let known = LICENCES.iter().find(|(name, _)| *name == lower);
    known.map_or_else(|| text.to_owned(), |(_, identifier)| (*identifier).to_owned())
}

/// Whether a mark is the name of a licence: `MIT`, `GPL-3.0`, `Apache-2.0/MIT`.
pub(crate) fn is_licence(mark: &str) -> bool {
    let lower = mark.to_lowercase();
    let is_one = |name: &str| {
        let begins = |start: &str| name.strip_prefix(start).is_some_and(|rest| !rest.contains(' ') && rest.len() < 20);
        ALONE.contains(&name)
            || LICENCES.iter().any(|(known, _)| *known == name)
            || BEGINNINGS.iter().any(|start| begins(start))
    };
    let mut names =
        lower.split(['/', '|']).flat_map(|part| part.split(" or ")).map(|name| name.trim_start_matches('⊘').trim());
    !lower.is_empty() && names.all(is_one)
}

const LANGUAGES: &[&str] = &[
    "Ada",
    "Assembly",
    "Bash",
    "C",
    "C#",
    "C++",
    "Clojure",
    "Common Lisp",
    "Crystal",
    "CSS",
    "Cython",
    "D",
    "Dart",
    "Delphi",
    "Deno",
    "Django",
    "Elixir",
    "Elm",
    "Erlang",
    "F#",
    "Fortran",
    "Go",
    "Golang",
    "Groovy",
    "Haskell",
    "Haxe",
    "HTML",
    "Java",
    "JavaScript",
    "Julia",
    "Kotlin",
    "Lisp",
    "Lua",
    "MATLAB",
    "Nim",
    "Node.js",
    "Nodejs",
    "Objective-C",
    "OCaml",
    "Pascal",
    "Perl",
    "PHP",
    "PowerShell",
    "Prolog",
    "Python",
    "R",
    "Racket",
    "Ruby",
    "Rust",
    "Scala",
    "Scheme",
    "Shell",
    "Smalltalk",
    "Solidity",
    "SQL",
    "Swift",
    "Tcl",
    "TypeScript",
    "V",
    "Vala",
    "Visual Basic",
    "Zig",
];

/// Names that lists use for a language, and its usual name. A framework or a runtime says the language too.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("bash", "Shell"),
    ("deno", "TypeScript"),
    ("django", "Python"),
    ("golang", "Go"),
    ("node.js", "JavaScript"),
    ("nodejs", "JavaScript"),
];

/// The programming language that a mark names.
pub(crate) fn language(mark: &str) -> Option<String> {
    let known = LANGUAGES.iter().find(|name| name.eq_ignore_ascii_case(mark.trim()))?;
    let other = OTHER_NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(known));
    Some(other.map_or(*known, |(_, usual)| usual).to_owned())
}

/// What a badge says.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Badge {
    Licence(String),
    Language(String),
}

/// Reads a badge: its text and the address of its picture, for instance `https://img.shields.io/badge/license-MIT-blue.svg`.
pub(crate) fn badge(alt: &str, address: &str) -> Option<Badge> {
    let (label, message) =
        alt.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned())).or_else(|| of_address(address))?;
    let (label, message) = (label.trim().to_lowercase(), message.trim());
    match label.as_str() {
        "license" | "licence" | "许可证" | "许可" | "授權" if is_licence(message) => {
            Some(Badge::Licence(licence(message)))
        }
        "language" | "lang" | "语言" | "語言" => language(message).map(Badge::Language),
        _ => None,
    }
}

/// Label and message of a static badge: `…/badge/label-message-colour`, in which `--` is a hyphen and `_` a space.
fn of_address(address: &str) -> Option<(String, String)> {
    let (_, path) = address.split_once("/badge/")?;
    let path = path.split(['?', '#']).next()?.replace("--", "\0").replace("%20", " ").replace('_', " ");
    let mut parts = path.split('-').map(|part| part.replace('\0', "-"));
    Some((parts.next()?, parts.next().filter(|message| !message.contains('/'))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_licences_or_languages() {
        for mark in
            ["MIT", "GPL-3.0", "AGPL-3.0-only", "Apache-2.0/MIT", "BSD-3-Clause", "⊘ Proprietary", "MIT OR Apache-2.0"]
        {
            assert!(is_licence(mark), "{mark}");
        }
        for mark in ["", "Docker", "Nodejs", "mit-like thing of ours", "C"] {
            assert!(!is_licence(mark), "{mark}");
        }
        assert_eq!(language("golang").as_deref(), Some("Go"));
        assert_eq!(language("c++").as_deref(), Some("C++"));
        assert_eq!(language("Docker"), None);
        assert_eq!(licence("Apache License 2.0"), "Apache-2.0");
    }

    #[test]
    fn badges_say_licence_and_language() {
        let shields = |path: &str| badge("", &format!("https://img.shields.io/badge/{path}"));
        assert_eq!(shields("license-MIT-blue.svg"), Some(Badge::Licence("MIT".to_owned())));
        assert_eq!(shields("License-Apache--2.0-green"), Some(Badge::Licence("Apache-2.0".to_owned())));
        assert_eq!(badge("License: MIT", ""), Some(Badge::Licence("MIT".to_owned())));
        assert_eq!(shields("language-Rust-orange"), Some(Badge::Language("Rust".to_owned())));
        assert_eq!(shields("build-passing-green"), None);
        assert_eq!(badge("Crates.io", "https://img.shields.io/crates/v/a"), None);
    }
}
