//! The columns of a table and the keys of JSON: their names say what they are, in English and Chinese.

use crate::builder::Builder;
use crate::report::{Refused, quoted};
use crate::target::{Plain, Target};

/// Names of the column with the name of an entry, the best first.
const NAMES: &[&str] = &[
    "name",
    "title",
    "project name",
    "project title",
    "project",
    "product name",
    "product",
    "tool name",
    "tool",
    "software name",
    "software",
    "library",
    "package name",
    "package",
    "app name",
    "app",
    "application",
    "repo name",
    "item name",
    "item",
    "entry",
    "resource",
    "company name",
    "company",
    "organization name",
    "organization",
    "organisation",
    "full name",
    "名称",
    "项目名称",
    "项目名",
    "项目",
    "名字",
    "标题",
    "产品名称",
    "产品",
    "工具名称",
    "工具",
    "软件名称",
    "软件",
    "公司名称",
    "公司",
    "机构",
    "名稱",
    "專案名稱",
    "專案",
    "標題",
    "產品",
    "名前",
    "タイトル",
];

/// Other columns, in lower case with spaces.
const COLUMNS: &[(&str, Target)] = &[
    ("id", Target::Plain(Plain::Id)),
    ("slug", Target::Plain(Plain::Id)),
    ("url", Target::Site),
    ("link", Target::Site),
    ("address", Target::Site),
    ("web", Target::Site),
    ("网址", Target::Site),
    ("链接", Target::Site),
    ("地址", Target::Site),
    ("網址", Target::Site),
    ("連結", Target::Site),
    ("homepage", Target::link("website")),
    ("homepage url", Target::link("website")),
    ("home page", Target::link("website")),
    ("website", Target::link("website")),
    ("website url", Target::link("website")),
    ("web site", Target::link("website")),
    ("site", Target::link("website")),
    ("官网", Target::link("website")),
    ("官方网站", Target::link("website")),
    ("主页", Target::link("website")),
    ("网站", Target::link("website")),
    ("官網", Target::link("website")),
    ("網站", Target::link("website")),
    ("repo", Target::link("repository")),
    ("repo url", Target::link("repository")),
    ("repositories", Target::link("repository")),
    ("repository", Target::link("repository")),
    ("repository url", Target::link("repository")),
    ("source code", Target::link("repository")),
    ("source code url", Target::link("repository")),
    ("html url", Target::link("repository")),
    ("github", Target::link("repository")),
    ("github url", Target::link("repository")),
    ("github repo", Target::link("repository")),
    ("github link", Target::link("repository")),
    ("gitlab", Target::link("repository")),
    ("code", Target::link("repository")),
    ("git", Target::link("repository")),
    ("仓库", Target::link("repository")),
    ("代码仓库", Target::link("repository")),
    ("源码", Target::link("repository")),
    ("代码", Target::link("repository")),
    ("docs", Target::link("docs")),
    ("docs url", Target::link("docs")),
    ("documentation", Target::link("docs")),
    ("documentation url", Target::link("docs")),
    ("文档", Target::link("docs")),
    ("文件", Target::link("docs")),
    ("chat", Target::chat("chat")),
    ("slack", Target::chat("slack")),
    ("discord", Target::chat("discord")),
    ("category", Target::Plain(Plain::Category)),
    ("categories", Target::Plain(Plain::Category)),
    ("type", Target::Plain(Plain::Category)),
    ("section", Target::Plain(Plain::Category)),
    ("group", Target::Plain(Plain::Category)),
    ("分类", Target::Plain(Plain::Category)),
    ("类别", Target::Plain(Plain::Category)),
    ("类型", Target::Plain(Plain::Category)),
    ("分類", Target::Plain(Plain::Category)),
    ("類別", Target::Plain(Plain::Category)),
    ("カテゴリ", Target::Plain(Plain::Category)),
    ("subcategory", Target::Plain(Plain::Subcategory)),
    ("sub category", Target::Plain(Plain::Subcategory)),
    ("子类", Target::Plain(Plain::Subcategory)),
    ("子分类", Target::Plain(Plain::Subcategory)),
    ("summary", Target::Plain(Plain::Summary)),
    ("description", Target::Plain(Plain::Summary)),
    ("about", Target::Plain(Plain::Summary)),
    ("short description", Target::Plain(Plain::Summary)),
    ("desc", Target::Plain(Plain::Summary)),
    ("abstract", Target::Plain(Plain::Summary)),
    ("简介", Target::Plain(Plain::Summary)),
    ("介绍", Target::Plain(Plain::Summary)),
    ("描述", Target::Plain(Plain::Summary)),
    ("说明", Target::Plain(Plain::Summary)),
    ("摘要", Target::Plain(Plain::Summary)),
    ("簡介", Target::Plain(Plain::Summary)),
    ("介紹", Target::Plain(Plain::Summary)),
    ("說明", Target::Plain(Plain::Summary)),
    ("説明", Target::Plain(Plain::Summary)),
    ("license", Target::Plain(Plain::Licence)),
    ("licence", Target::Plain(Plain::Licence)),
    ("license spdx id", Target::Plain(Plain::Licence)),
    ("许可证", Target::Plain(Plain::Licence)),
    ("许可", Target::Plain(Plain::Licence)),
    ("开源协议", Target::Plain(Plain::Licence)),
    ("授權", Target::Plain(Plain::Licence)),
    ("language", Target::Plain(Plain::Languages)),
    ("languages", Target::Plain(Plain::Languages)),
    ("programming language", Target::Plain(Plain::Languages)),
    ("programming languages", Target::Plain(Plain::Languages)),
    ("语言", Target::Plain(Plain::Languages)),
    ("编程语言", Target::Plain(Plain::Languages)),
    ("開發語言", Target::Plain(Plain::Languages)),
    ("owner", Target::Plain(Plain::Owner)),
    ("owner name", Target::Plain(Plain::Owner)),
    ("owner login", Target::Plain(Plain::Owner)),
    ("vendor", Target::Plain(Plain::Owner)),
    ("maintainer", Target::Plain(Plain::Owner)),
    ("author", Target::Plain(Plain::Owner)),
    ("company", Target::Plain(Plain::Owner)),
    ("organization", Target::Plain(Plain::Owner)),
    ("organisation", Target::Plain(Plain::Owner)),
    ("organization name", Target::Plain(Plain::Owner)),
    ("作者", Target::Plain(Plain::Owner)),
    ("公司", Target::Plain(Plain::Owner)),
    ("发起方", Target::Plain(Plain::Owner)),
    ("maturity", Target::Plain(Plain::Maturity)),
    ("maturity level", Target::Plain(Plain::Maturity)),
    ("level", Target::Plain(Plain::Maturity)),
    ("stage", Target::Plain(Plain::Maturity)),
    ("status", Target::Plain(Plain::Maturity)),
    ("阶段", Target::Plain(Plain::Maturity)),
    ("状态", Target::Plain(Plain::Maturity)),
    ("成熟度", Target::Plain(Plain::Maturity)),
    ("since", Target::Plain(Plain::Since)),
    ("maturity since", Target::Plain(Plain::Since)),
    ("accepted", Target::Plain(Plain::Accepted)),
    ("accepted at", Target::Plain(Plain::Accepted)),
    ("first commit", Target::Plain(Plain::FirstCommit)),
    ("logo", Target::Plain(Plain::Logo)),
    ("logo url", Target::Plain(Plain::Logo)),
    ("image", Target::Plain(Plain::Logo)),
    ("image url", Target::Plain(Plain::Logo)),
    ("icon", Target::Plain(Plain::Logo)),
    ("图标", Target::Plain(Plain::Logo)),
    ("tags", Target::fields("Tags")),
    ("tag", Target::fields("Tags")),
    ("keywords", Target::fields("Keywords")),
    ("topics", Target::fields("Topics")),
    ("标签", Target::fields("标签")),
    ("关键词", Target::fields("关键词")),
    ("標籤", Target::fields("標籤")),
];

/// A column name for comparing: letters and digits in lower case, because people write `Homepage URL`, `homepage_url` and `homepageUrl`.
fn comparable(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a name of the tables is this one.
fn is(known: &str, comparable: &str) -> bool {
    known.chars().filter(|c| *c != ' ').eq(comparable.chars())
}

/// Whether one of the columns can be the name.
pub(crate) fn has_name(columns: &[String]) -> bool {
    columns.iter().map(|column| comparable(column)).any(|column| NAMES.iter().any(|name| is(name, &column)))
}

/// How many of the columns are known.
pub(crate) fn n_known(columns: &[String]) -> usize {
    let is_known =
        |name: String| NAMES.iter().any(|known| is(known, &name)) || COLUMNS.iter().any(|(known, _)| is(known, &name));
    columns.iter().filter(|column| is_known(comparable(column))).count()
}

/// What each column becomes.
///
/// # Errors
/// If none is the name, or the map names a column that there is not.
pub(crate) fn targets(columns: &[String], builder: &Builder) -> Result<Vec<Target>, Refused> {
    targets_with(columns, None, builder)
}

/// The same, with the number of the column that is the name where no column says so.
pub(crate) fn targets_with(columns: &[String], name: Option<usize>, builder: &Builder) -> Result<Vec<Target>, Refused> {
    let listed = || {
        columns.iter().filter(|name| !name.trim().is_empty()).map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
    };
    let comparables: Vec<String> = columns.iter().map(|column| comparable(column)).collect();
    let mut targets: Vec<Option<Target>> = vec![None; columns.len()];
    for (column, target) in &builder.map {
        let at = columns.iter().position(|known| known == column);
        let Some(at) = at.or_else(|| comparables.iter().position(|known| *known == comparable(column))) else {
            return Err(Refused(format!("map: there is no column {}; the columns are {}", quoted(column), listed())));
        };
        targets[at] = Some(target.clone());
    }
    let is_name = |target: &Option<Target>| *target == Some(Target::Plain(Plain::Name));
    if !targets.iter().any(is_name) {
        let is_free = |at: &usize| targets[*at].is_none();
        let find = |name: &&str| (0..columns.len()).filter(is_free).find(|&at| is(name, &comparables[at]));
        // 文风名称, Loom name
        let is_like = |at: &usize| ["name", "title", "名称", "名稱"].iter().any(|end| comparables[*at].ends_with(end));
        let like = || (0..columns.len()).filter(is_free).find(is_like);
        let Some(at) = NAMES.iter().find_map(find).or(name.filter(is_free)).or_else(like) else {
            return Err(Refused(format!(
                "no column is the name of an entry; say which one: --map COLUMN=name; the columns are {}",
                listed()
            )));
        };
        targets[at] = Some(Target::Plain(Plain::Name));
    }
    for (at, name) in comparables.iter().enumerate() {
        if targets[at].is_some() {
            continue;
        }
        let known = COLUMNS.iter().find(|(known, _)| is(known, name)).map(|(_, target)| target.clone());
        // Of two columns with one meaning, the second is a field of its own; links are numbered.
        let is_taken = |target: &Target| matches!(target, Target::Plain(_)) && targets.contains(&Some(target.clone()));
        let guessed = || match (columns[at].split_once('.'), columns[at].trim()) {
            (Some(("links", link)), _) => Target::Link(link.to_owned().into()),
            (Some(("fields", field)), _) => Target::Guessed(field.to_owned().into()),
            (_, "") => Target::Nothing,
            // A key in an inner object.
            (_, name) if name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_' | '.')) => {
                Target::Guessed(name.replace('.', " ").into())
            }
            (_, name) => Target::Guessed(name.to_owned().into()),
        };
        targets[at] = Some(known.filter(|target| !is_taken(target)).unwrap_or_else(guessed));
    }
    Ok(targets.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_compared_without_their_spelling() {
        for name in ["Homepage URL", "homepage_url", " homepageUrl*", "homepage-url:"] {
            assert!(is("homepage url", &comparable(name)), "{name}");
        }
        assert!(is("项目名称", &comparable("项目名称：")));
        assert!(is("github", &comparable("GitHub")));
    }
}
