//! One page that has a trouble and one that has not, for each of the table that HTML can tell; and whole pages that are right.

mod printed;
mod right;
mod rules;

use sandbox_explorer_check::{Finding, Page, TROUBLES, check};

const LOADER: &str = r#"<script type="module" src="sandbox-explorer.js"></script>"#;
const TAG: &str = r#"<sandbox-explorer scope="part=4"><a href="https://www.cncf.io/">CNCF</a></sandbox-explorer>"#;

fn findings(html: &str) -> Vec<Finding> {
    check(&Page { html, ..Page::default() })
}

/// The kinds that are found in a page.
fn ids(html: &str) -> Vec<&'static str> {
    findings(html).into_iter().map(|finding| finding.id).collect()
}

/// A page has this trouble, told with this detail, and nothing else; and the other page has none.
#[track_caller]
fn wrong_and_right(id: &str, wrong: &str, detail: &str, right: &str) {
    let found = findings(wrong);
    let told: Vec<(&str, &str)> = found.iter().map(|it| (it.id, it.detail.as_str())).collect();
    assert_eq!(told, [(id, detail)], "{wrong}");
    assert_eq!(findings(right), [], "{right}");
}

/// What only a running page can tell.
const OF_CONSOLE: [&str; 2] = ["missing", "start"];

#[test]
fn every_trouble_of_the_table_has_its_pages() {
    let rules: String = include_str!("rules.rs").split_whitespace().collect();
    let lacking = TROUBLES.iter().map(|it| it.id).filter(|id| !OF_CONSOLE.contains(id));
    let lacking: Vec<&str> = lacking.filter(|id| !rules.contains(&format!("wrong_and_right(\"{id}\""))).collect();
    assert_eq!(lacking, [""; 0]);
}

#[test]
fn a_trouble_has_one_row_and_says_everything_in_every_language() {
    for (at, trouble) in TROUBLES.iter().enumerate() {
        assert!(TROUBLES[..at].iter().all(|other| other.id != trouble.id), "{}", trouble.id);
        for text in [trouble.what, trouble.remedy] {
            for part in [text.en, text.zh, text.zh_hant] {
                assert!(part.len() > 15 && part.ends_with(['.', '。', '）']), "{}: {part}", trouble.id);
            }
            assert!(text.en.is_ascii() || text.en.contains(['“', '…']), "{}", text.en);
            assert!(!text.zh.contains(['頁', '腳', '標']) && !text.zh_hant.contains(['页', '脚', '标']), "{}", text.zh);
        }
    }
}
