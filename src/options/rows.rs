//! The options: one row each. `UPDATE=1 cargo test --test it generated` prints what follows from them: types, manifest, the class of the
//! element, and the tables of the documentation.
//!
//! The meaning is a clause without a capital letter and without a full stop. A default that is a value is in backticks.

use super::declare::{Attribute, Kind, options};
use super::{Layout, Published, Row, Theme, choice, flag, heading_level, optional, published, text, url_key};
use crate::filter::View;

options! {
    /// language of interface and texts: `en`, `zh`, `zh-Hant` or any BCP 47 tag (`zh-TW` is traditional Chinese); other
    /// languages get English
    lang: Option<String> = None => {
        name: "lang",
        kind: Language,
        allowed: "a BCP 47 language tag",
        set: optional,
        default: "nearest `lang` in the page, then the browser's",
        zh: "界面和文字的语言：`en`、`zh`、`zh-Hant` 或任何 BCP 47 标签（`zh-TW` 即繁体）；其他语言一律显示英文",
        zh_default: "页面中最近的 `lang`，其次是浏览器语言",
    }

    /// `auto`, `light`, `dark`. `auto` follows the page, live, and where the page says nothing, the system
    theme: Theme = Theme::Auto => {
        name: "theme",
        kind: Choice,
        allowed: Theme::ALLOWED,
        set: |option, value| choice(option, value, Theme::from_slug),
        default: "`auto`",
        zh: "`auto`、`light`、`dark`；`auto` 实时跟随页面，页面没有说明时跟随系统",
        zh_default: "`auto`",
    }

    /// which projects exist here, as a query string: `part=4`, `category=security-compliance`, `project=youki,kmesh` (order
    /// kept)
    scope: String = String::new() => {
        name: "scope",
        kind: Text,
        allowed: "a query string such as part=4",
        set: text,
        default: "all",
        zh: "这里有哪些项目，写成查询字符串：`part=4`、`category=security-compliance`、`project=youki,kmesh`（保持顺序）",
        zh_default: "全部",
    }

    /// the reader’s filter, as a query string; reflects what is shown now. Three kinds of change are not taken as a new filter:
    /// a value that the page repeats within a second of the change event, the removal of a value that the page never set
    /// (morphing), and, by attribute, the value that the HTML began with
    query: String = String::new() => {
        name: "query",
        kind: Text,
        allowed: "a query string such as q=mesh&language=rust",
        set: text,
        default: "empty",
        zh: "读者的筛选条件，写成查询字符串；随读者的操作更新",
        zh_default: "空",
    }

    /// where the reader’s filter starts, as a query string, where there is no `query`: taken once, and neither followed nor changed. With it,
    /// the attribute `query` is left to the page; the property `query` still tells what is shown
    initial_query: String = String::new() => {
        name: "initial-query",
        kind: Text,
        allowed: "a query string such as q=mesh&language=rust",
        set: text,
        default: "empty",
        zh: "没有 `query` 时，筛选条件从这里开始，写成查询字符串：只在开始时读取一次，之后不再跟随，也不会被改写。使用它时，属性 `query` 由页面自己控制；JavaScript 属性 `query` 仍然给出当前的筛选条件",
        zh_default: "空",
    }

    /// which view is open first: `cards`, `table`, `timeline`, `insights`
    view: View = View::Cards => {
        name: "view",
        kind: Choice,
        allowed: View::ALLOWED,
        set: |option, value| choice(option, value, View::from_slug),
        default: "`cards`",
        zh: "首先打开的视图：`cards`、`table`、`timeline`、`insights`",
        zh_default: "`cards`",
    }

    /// the form: `full`; `compact`, a dense list; `single`, one card (the first project of the scope); `inline`, only its name,
    /// for use inside a sentence
    layout: Layout = Layout::Full => {
        name: "layout",
        kind: Choice,
        allowed: Layout::ALLOWED,
        set: |option, value| choice(option, value, Layout::from_slug),
        default: "`full`",
        zh: "显示形式：`full` 全部；`compact` 紧凑列表；`single` 范围内第一个项目的卡片；`inline` 句子里的一个项目名",
        zh_default: "`full`",
    }

    /// day of the post (`2024-09-05`): cards show what has changed since; `none`: show no changes
    published: Published = Published::Page => {
        name: "published",
        kind: Text,
        allowed: "a day such as 2024-09-05, none",
        set: published,
        default: "the page’s `article:published_time`",
        zh: "文章发表日期（`2024-09-05`）：卡片会标出此后的变化；`none` 表示不标注",
        zh_default: "页面的 `article:published_time`",
    }

    /// the part of the series that this post is, such as `4`
    current_part: Option<String> = None => {
        name: "current-part",
        kind: Text,
        allowed: "a part of the series such as 4",
        set: optional,
        default: "none",
        zh: "当前文章是系列的第几篇，例如 `4`",
        zh_default: "无",
    }

    /// keeps the reader's filter in the page's URL fragment under this key, with back and forward; letters, digits, `-`, `_`
    url_key: Option<String> = None => {
        name: "url-key",
        kind: Text,
        allowed: "letters, digits, - and _",
        set: url_key,
        default: "none: the URL is never touched",
        zh: "把筛选条件保存到 URL 片段（`#` 之后）的这个键下，支持后退和前进；可用字母、数字、`-`、`_`",
        zh_default: "无：不改动 URL",
    }

    /// level of a card's heading, 2–6
    heading_level: u8 = 3 => {
        name: "heading-level",
        kind: Number,
        allowed: "2, 3, 4, 5, 6",
        set: heading_level,
        default: "`3`",
        zh: "卡片标题的级别，2–6",
        zh_default: "`3`",
    }

    /// address of a JSON catalog to show instead of the bundled one; needs `sandbox-explorer.reader.wasm` next to the other files;
    /// not available as `data-src`
    src: Option<String> = None => {
        name: "src",
        kind: Address,
        allowed: "the address of a catalog.json",
        set: optional,
        default: "bundled",
        zh: "JSON 项目目录（catalog）的地址，用来替换内置目录；需要把 `sandbox-explorer.reader.wasm` 与其他文件放在一起；不能写成 `data-src`",
        zh_default: "内置目录",
    }

    /// leaves out the search
    without_search: bool = false => {
        name: "without-search",
        kind: Flag,
        allowed: "present or absent",
        set: flag,
        default: "absent",
        zh: "去掉搜索框",
        zh_default: "不设",
    }

    /// leaves out the category tabs
    without_tabs: bool = false => {
        name: "without-tabs",
        kind: Flag,
        allowed: "present or absent",
        set: flag,
        default: "absent",
        zh: "去掉类别标签",
        zh_default: "不设",
    }

    /// leaves out the filters
    without_facets: bool = false => {
        name: "without-facets",
        kind: Flag,
        allowed: "present or absent",
        set: flag,
        default: "absent",
        zh: "去掉筛选栏",
        zh_default: "不设",
    }

    /// leaves out the choice of order
    without_sort: bool = false => {
        name: "without-sort",
        kind: Flag,
        allowed: "present or absent",
        set: flag,
        default: "absent",
        zh: "去掉排序",
        zh_default: "不设",
    }

    loader {
        /// `lazy` waits until the reader scrolls near; `eager` does not
        {
            name: "loading",
            kind: Choice,
            allowed: "lazy, eager",
            default: "`lazy`",
            zh: "`lazy` 等读者滚动到附近才加载；`eager` 立即加载",
            zh_default: "`lazy`",
        }

        /// directory of the other files; read when loading starts; not available as `data-base`
        {
            name: "base",
            kind: Address,
            allowed: "the address of a directory",
            default: "where the loader came from",
            zh: "其他文件所在的目录；开始加载时读取，不能写成 `data-base`",
            zh_default: "`sandbox-explorer.js` 所在的目录",
        }
    }
}
