//! Which sections of a page have no entries: those about the list itself.

/// Names of sections about the list, in lower case without punctuation. Not those of a table of contents: lists also begin below one.
const ABOUT_THE_LIST: &[&str] = &[
    "acknowledgement",
    "acknowledgements",
    "acknowledgments",
    "anti features",
    "backers",
    "code of conduct",
    "contribute",
    "contributing",
    "contributing guidelines",
    "contribution",
    "contribution guidelines",
    "contributions",
    "contributor",
    "contributors",
    "copyright",
    "credits",
    "disclaimer",
    "footnotes",
    "how to contribute",
    "legend",
    "licence",
    "license",
    "list of licenses",
    "sponsor",
    "sponsors",
    "star history",
    "stargazers",
    "stargazers over time",
    "support this project",
    "thanks",
    "want to contribute",
    "许可",
    "许可证",
    "许可协议",
    "协议",
    "版权",
    "版权声明",
    "授權",
    "授权",
    "致谢",
    "贡献",
    "贡献指南",
    "如何贡献",
    "参与贡献",
    "如何参与",
    "贡献者",
    "免责声明",
    "脚注",
    "说明",
    "貢獻",
    "貢獻者",
    "許可證",
    "ライセンス",
    "コントリビューション",
];

/// Endings of such names: 本项目的参与者.
const ENDINGS: &[&str] = &["参与者", "贡献者", "贡献指南", "貢獻者"];

/// Names of tables of contents, which are no categories.
const CONTENTS: &[&str] =
    &["contents", "table of contents", "toc", "index", "目录", "目錄", "内容", "内容目录", "索引", "目次"];

fn comparable(heading: &str) -> String {
    let words = heading.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a section is about the list itself.
pub(super) fn is_about_the_list(heading: &str) -> bool {
    let name = comparable(heading);
    ABOUT_THE_LIST.contains(&name.as_str()) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether a heading is that of a table of contents.
pub(super) fn is_contents(heading: &str) -> bool {
    CONTENTS.contains(&comparable(heading).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_about_the_list_are_told_from_categories() {
        for about in [
            "License",
            "📄 License",
            "Contributing:",
            "How to contribute?",
            "贡献者",
            "本项目的参与者",
            "Code of Conduct",
        ] {
            assert!(is_about_the_list(about), "{about}");
        }
        for category in ["Licensing", "License checkers", "Notes apps", "目录服务", "Contents", "Static analysis"] {
            assert!(!is_about_the_list(category), "{category}");
        }
        assert!(is_contents("Table of Contents") && is_contents("目录") && !is_contents("目录服务"));
    }
}
