//! Damaged files: whatever is cut off or left out, the import ends with a catalog or a refusal.

use proptest::prelude::*;
use sandbox_explorer_import::{Format, Options, import};

use crate::file;

const SHEET: &str =
    "\u{feff}name;url;\"tags\nof it\";since\nA;https://a.example;\"x|y\";2024-01-01\nÄ;\"ftp:\"\"//\";;\n阿;;|;x\n";
const JSON: &str = "{\"title\": \"T\", \"items\": [{\"name\": \"阿\\ud83d\\ude00\", \"links\": {\"docs\": \"https://d.example\"}, \"n\": [1, {\"name\": 2}]}, {\"name\": {}}]}";
const LIST: &str = "# T ![x](y)\n\n> about `it` [a](#b)\n\n## [C](#c)\n- [A](https://a.example) - `MIT` ([Demo](x)) \n  * Group：[b](https://b.example)\n    1. [ ] <https://c.example>\n\n| a | b |\n|-|-|\n| [阿](https://d.example) | e\\|f |\n[^1]: note\n<h3>x</h3>\n- [![p](q)](https://e.example)\n";

/// Texts of all formats, the large ones from their middle.
fn texts() -> Vec<String> {
    let part = |name: &str, n: usize| file(name).lines().take(n).map(|line| format!("{line}\n")).collect::<String>();
    vec![
        part("finos.yml", 250),
        part("riscv.yml", 120),
        part("awesome-python-cn.md", 120),
        SHEET.to_owned(),
        JSON.to_owned(),
        LIST.to_owned(),
    ]
}

fn run(text: &str) {
    for format in Format::ALL.into_iter().map(Some).chain([None]) {
        let options = Options { format, logos: Some("https://l.example".to_owned()), ..Options::default() };
        if let Ok(imported) = import(text, &options) {
            assert!(imported.json().starts_with("{\n"));
            assert!(imported.catalog.projects.iter().all(|project| !project.name.is_empty() && !project.id.is_empty()));
        }
    }
}

#[test]
fn small_texts_may_be_cut_off_anywhere() {
    for text in [SHEET, JSON, LIST] {
        for (at, _) in text.char_indices() {
            run(&text[..at]);
            run(&text[at..]);
        }
    }
}

/// A line of marks would be a list in a list in a list …
#[test]
fn deep_lists_and_quotes_end() {
    run(&"- ".repeat(20_000));
    run(&("- ".repeat(5_000) + "[a](https://a.example)"));
    run(&">".repeat(20_000));
    run(&"[".repeat(20_000));
    run(&"{\"a\":".repeat(20_000));
    run(&"*_".repeat(20_000));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_may_lose_any_part(at in 0usize..6, from in 0.0f64..1.0, length in 0usize..400) {
        let text = texts().swap_remove(at);
        let chars: Vec<char> = text.chars().collect();
        let from = (from * chars.len() as f64) as usize;
        let to = (from + length).min(chars.len());
        run(&chars[..from].iter().collect::<String>());
        run(&chars[..from].iter().chain(&chars[to..]).collect::<String>());
    }

    #[test]
    fn texts_may_lose_and_repeat_lines(at in 0usize..6, lines in proptest::collection::vec(0usize..260, 0..40)) {
        let text = texts().swap_remove(at);
        let all: Vec<&str> = text.lines().collect();
        run(&all.iter().enumerate().filter(|(n, _)| !lines.contains(n)).map(|(_, line)| format!("{line}\n")).collect::<String>());
        run(&lines.iter().filter_map(|n| all.get(*n)).map(|line| format!("{line}\n")).collect::<String>());
    }

    #[test]
    fn texts_may_have_strange_characters(at in 0usize..6, place in 0.0f64..1.0, strange in "[\\PC\u{0}\u{feff}\u{202e}\u{fffd}\t\"'&*!|>%@`{}\\[\\]#:;,-]{1,6}") {
        let text = texts().swap_remove(at);
        let mut chars: Vec<char> = text.chars().collect();
        let place = (place * chars.len() as f64) as usize;
        chars.splice(place..place, strange.chars());
        run(&chars.into_iter().collect::<String>());
    }
}
