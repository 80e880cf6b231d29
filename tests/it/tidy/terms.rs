//! Terms: the data, the interface and the page use the words that `docs/terms.md` requires.

use std::collections::BTreeMap;

use super::{files, none, read};

/// A text with its place and language.
struct Text {
    place: String,
    language: &'static str,
    text: String,
}

const LANGUAGES: [&str; 3] = ["en", "zh", "zh-Hant"];

/// The texts under the keys `en`, `zh` and `zh-Hant` in a line of TOML, and values of disputes that are the same in all languages.
fn of_data(path: &str, n: usize, line: &str) -> Vec<Text> {
    let line = if line.starts_with('#') { "" } else { line };
    let keys = LANGUAGES.map(|language| (language, format!("{language} = \""))).into_iter();
    let values = keys.chain([("en", "value = \"".to_owned())]);
    let found = values.flat_map(|(language, key)| {
        let starts = line.match_indices(&key).filter(|(at, _)| *at == 0 || line[..*at].ends_with(' '));
        starts.map(|(at, key)| (language, at + key.len())).collect::<Vec<_>>()
    });
    let texts = found.filter_map(|(language, at)| {
        let text = line[at..].split('"').next()?.to_owned();
        Some(Text { place: format!("{path}:{}", n + 1), language, text })
    });
    texts.collect()
}

/// The strings of a Rust file in one language, one text for each line.
fn of_strings(path: &str, language: &'static str, from: usize, code: &str) -> Vec<Text> {
    let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines.map(|(n, line)| Text { place: format!("{path}:{}", from + n + 1), language, text: line.to_owned() }).collect()
}

/// All texts that readers see.
fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for (path, text) in files("data", "toml") {
        // Search words are in the words of readers.
        if !path.ends_with("synonyms.toml") && !path.ends_with("traditional.toml") {
            texts.extend(text.lines().enumerate().flat_map(|(n, line)| of_data(&path, n, line)));
        }
    }
    for language in LANGUAGES {
        let path = format!("src/i18n/{}.rs", language.to_lowercase().replace('-', "_"));
        texts.extend(of_strings(&path, language, 0, &read(&path)));
        let path = path.replace("src/i18n", "crates/kit/src/words");
        texts.extend(of_strings(&path, language, 0, &read(&path)));
    }
    for (path, text) in files("src/bin/page", "rs").iter().filter(|(path, _)| path.ends_with("words.rs")) {
        for language in LANGUAGES {
            let start = format!("static {}: ", language.to_uppercase().replace('-', "_"));
            let at = text.find(&start).unwrap_or_else(|| panic!("{path}: no {start}"));
            let own = text[at..].split("\n};").next().unwrap_or_default();
            texts.extend(of_strings(path, language, text[..at].lines().count(), own));
        }
    }
    texts.extend(of_troubles());
    texts
}

/// The texts of “Check my page”: three strings after each `text(`.
fn of_troubles() -> Vec<Text> {
    let path = "crates/check/src/trouble.rs";
    let table = read(path);
    let calls = table.match_indices("text(").skip(1).flat_map(|(at, _)| {
        let line = table[..at].lines().count();
        // Quotation marks inside are written as \\".
        let strings = table[at..].replace("\\\"", "”");
        let strings: Vec<String> = strings.split('"').skip(1).step_by(2).take(3).map(str::to_owned).collect();
        let text = move |(language, text)| Text { place: format!("{path}:{line}"), language, text };
        LANGUAGES.into_iter().zip(strings).map(text).collect::<Vec<_>>()
    });
    calls.collect()
}

/// Whether a text contains a word; a Latin word must be a whole word, and in English its case is ignored.
fn has(text: &str, word: &str, language: &str) -> bool {
    let (text, word) = match language {
        "en" => (text.to_lowercase(), word.to_lowercase()),
        _ => (text.to_owned(), word.to_owned()),
    };
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let mut places = text.match_indices(&word);
    places.any(|(at, _)| {
        !word.is_ascii() || !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

/// The rows of the table: language, unused word, and its replacement.
fn unused() -> Vec<(String, String, String)> {
    let terms = read("docs/terms.md");
    let (_, table) = terms.split_once("## Words that are not used").expect("such a heading");
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    cells.map(|cells| <[String; 3]>::try_from(cells).expect("three cells")).map(|[a, b, c]| (a, b, c)).collect()
}

#[test]
fn words_that_the_terms_rule_out_are_in_no_text() {
    let (texts, unused) = (texts(), unused());
    assert!(texts.len() > 1500 && unused.len() > 50, "{} texts, {} words", texts.len(), unused.len());
    let mut wrong = Vec::new();
    for (language, word, instead) in &unused {
        assert!(LANGUAGES.contains(&language.as_str()), "docs/terms.md: no such language: {language}");
        for text in texts.iter().filter(|text| text.language == language && has(&text.text, word, language)) {
            wrong.push(format!("{}: {word}; write {instead} (docs/terms.md): {}", text.place, text.text.trim()));
        }
    }
    none(&wrong);
}

#[test]
fn numbers_and_marks_are_set_as_the_terms_say() {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
    let mut wrong = Vec::new();
    for Text { place, language, text } in texts() {
        let chars: Vec<char> = text.chars().collect();
        for three in chars.windows(3) {
            let reason = match *three {
                [digit, ' ', '%'] if digit.is_ascii_digit() => "a space before %",
                [letter, ' ', '…'] if language == "en" && letter.is_alphabetic() => "a space before …",
                [one, ' ', other] if is_han(one) && is_han(other) => "a space between Chinese characters",
                [_, one, other] if language != "en" && is_han(one) && (other.is_ascii_alphanumeric()) => {
                    "no space between Chinese and Latin"
                }
                [_, one, other] if language != "en" && one.is_ascii_alphanumeric() && is_han(other) => {
                    "no space between Latin and Chinese"
                }
                _ => continue,
            };
            wrong.push(format!("{place}: {reason}: {}", text.trim()));
        }
    }
    none(&wrong);
}

/// The texts that readers of traditional Chinese see: those in traditional Chinese, and those in simplified Chinese for names
/// without it.
fn traditional() -> Vec<Text> {
    let mut traditional: Vec<Text> = texts().into_iter().filter(|text| text.language == "zh-Hant").collect();
    for table in ["categories", "parts", "regions", "sources", "statements"] {
        let path = format!("data/{table}.toml");
        for (n, line) in read(&path).lines().enumerate() {
            // The descriptions of categories and the titles of articles are not shown.
            if !line.starts_with("about") && !line.starts_with("title") && !line.contains("zh-Hant = ") {
                traditional.extend(of_data(&path, n, line).into_iter().filter(|text| text.language == "zh"));
            }
        }
    }
    for (path, text) in files("data/projects", "toml") {
        // Owners, and the companies of maintainers.
        let names = ["owner = {", "  { name = {"];
        for (n, line) in text.lines().enumerate().filter(|(_, line)| names.iter().any(|name| line.starts_with(name))) {
            if !line.contains("zh-Hant = ") {
                traditional.extend(of_data(&path, n, line).into_iter().filter(|text| text.language == "zh"));
            }
        }
    }
    traditional
}

#[test]
fn names_and_the_interface_have_no_simplified_characters_in_traditional_chinese() {
    let pairs = read("data/traditional.toml");
    let pairs: Vec<(char, char)> = pairs
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(['"', ' ']))
        .filter_map(|pair| <[char; 2]>::try_from(pair.chars().collect::<Vec<_>>()).ok())
        .filter(|[one, other]| !one.is_ascii() && !other.is_ascii())
        .map(|[one, other]| (one, other))
        .collect();
    assert!(pairs.len() > 400, "{}", pairs.len());
    // These characters also exist in traditional Chinese.
    let both = "台系面里后云制准游松卷布占于群着台只合曾周采欲范余几志向表升托谷复";
    let mut wrong = Vec::new();
    for Text { place, text, .. } in traditional() {
        for c in text.chars().filter(|&c| !both.contains(c)) {
            if let Some((one, _)) = pairs.iter().find(|(_, simplified)| *simplified == c) {
                wrong.push(format!("{place}: {c}, in traditional Chinese {one}: {}", text.trim()));
            }
        }
    }
    none(&wrong);
}

/// The summaries of all projects in a language, with the file of each.
fn summaries(language: &str) -> Vec<(String, String)> {
    let key = format!("{language} = \"");
    let summary = |(path, text): (String, String)| {
        let (_, rest) = text.split_once("[summary]\n").expect("a summary");
        let line = rest.lines().find(|line| line.starts_with(&key)).expect("in each language");
        (path, line[key.len()..].trim_end_matches('"').to_owned())
    };
    files("data/projects", "toml").into_iter().map(summary).collect()
}

#[test]
fn no_two_summaries_begin_alike() {
    let mut wrong = Vec::new();
    let mut check = |most: usize, openings: Vec<(String, String)>| {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (path, opening) in openings {
            groups.entry(opening).or_default().push(path);
        }
        let many = groups.into_iter().filter(|(_, paths)| paths.len() > most);
        wrong.extend(many.map(|(opening, paths)| format!("{opening} …: {}", paths.join(", "))));
    };
    let first_words =
        |n: usize| move |(path, text): (String, String)| (path, text.split(' ').take(n).collect::<Vec<_>>().join(" "));
    check(1, summaries("en").into_iter().map(first_words(3)).collect());
    check(3, summaries("en").into_iter().map(first_words(1)).collect());
    check(1, summaries("zh").into_iter().map(|(path, text)| (path, text.chars().take(14).collect())).collect());
    none(&wrong);
}

#[test]
fn no_feature_ends_in_a_full_stop_or_repeats_another() {
    let mut wrong = Vec::new();
    for language in ["en", "zh"] {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (path, file) in files("data/projects", "toml") {
            for feature in file.split("[[features]]\n").skip(1) {
                let key = format!("{language} = \"");
                let line = feature.lines().find(|line| line.starts_with(&key)).unwrap_or_default();
                let text = line.split('"').nth(1).unwrap_or_default();
                if text.ends_with(['.', '。']) {
                    wrong.push(format!("{path}: a full stop: {text}"));
                }
                if let Some(other) = seen.insert(text.to_owned(), path.clone()) {
                    wrong.push(format!("{path} and {other}: {text}"));
                }
            }
        }
    }
    none(&wrong);
}
