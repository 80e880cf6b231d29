//! The labels by which the visitor finds things, in each language of the tests.

/// The labels that the visitor looks for, in one language.
#[derive(Debug)]
pub struct Words {
    /// The search box.
    pub search: &'static str,
    /// The sort control.
    pub sort: &'static str,
    /// The facets' group, and the button that expands it.
    pub filters: &'static str,
    /// The chips' group.
    pub active: &'static str,
    /// The button that clears all.
    pub clear_all: &'static str,
    /// The dialog's buttons.
    pub close: &'static str,
    /// To the project before.
    pub previous: &'static str,
    /// To the project after.
    pub next: &'static str,
    /// All projects, as in the status.
    pub all: &'static str,
    /// The group of the views' buttons.
    pub view: &'static str,
}

/// In English.
pub static ENGLISH: Words = Words {
    search: "Search projects",
    sort: "Sort",
    filters: "Filters",
    active: "Active filters",
    clear_all: "Clear all",
    close: "Close",
    previous: "Previous",
    next: "Next",
    all: "52 projects",
    view: "View",
};

/// In Chinese.
pub static CHINESE: Words = Words {
    search: "搜索项目",
    sort: "排序",
    filters: "筛选",
    active: "当前筛选条件",
    clear_all: "全部清除",
    close: "关闭",
    previous: "上一个",
    next: "下一个",
    all: "52 个项目",
    view: "视图",
};
