//! The page's own strings; those of the explorer are in `i18n`.

use sandbox_explorer::i18n::Lang;

/// The strings of one language.
pub(crate) struct Words {
    pub(crate) choose_language: &'static str,
    pub(crate) choose_theme: &'static str,
    themes: [&'static str; 3],
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) put_title: &'static str,
    pub(crate) put_lead: &'static str,
    pub(crate) put_live: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) data: fn(date: &str) -> String,
    pub(crate) version: fn(name: &str, version: &str) -> String,
}

impl Words {
    /// The strings of a language.
    pub(crate) fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::Zh | Lang::ZhHant => &ZH,
            _ => &EN,
        }
    }

    /// The display name of a theme; empty is the system's.
    pub(crate) fn theme(&self, theme: &str) -> &'static str {
        match theme {
            "light" => self.themes[1],
            "dark" => self.themes[2],
            _ => self.themes[0],
        }
    }
}

static EN: Words = Words {
    choose_language: "Language",
    choose_theme: "Theme",
    themes: ["Auto", "Light", "Dark"],
    title: "Sandbox Explorer",
    lead: "52 projects entered the CNCF Sandbox between the first half of 2023 and the second half of 2024. \
           A series of four articles presents them; here they are on one page, to be searched, narrowed and compared. \
           The line on each card runs from 2015 to today: it begins with the project’s first commit, and the ring marks \
           its acceptance into the Sandbox.",
    put_title: "Put it in your page",
    put_lead: "Copy five files next to your page: sandbox-explorer.js, sandbox-explorer.core.js, sandbox-explorer.wasm, \
               sandbox-explorer.later.wasm and sandbox-explorer.features.txt. Then paste this where the explorer should stand. It loads when a reader comes near, \
               takes on the page’s font, colours and language, and leaves the list inside it in place if anything fails.",
    put_live: "The same element at work, with a narrower scope and without the facets:",
    copy: "Copy",
    copied: "Copied",
    data: |date| format!("Facts gathered on {date}, from these sources and the projects’ own repositories:"),
    version: |name, version| format!("{name} {version} · Apache-2.0"),
};

static ZH: Words = Words {
    choose_language: "语言",
    choose_theme: "主题",
    themes: ["自动", "浅色", "深色"],
    title: "沙箱项目浏览器",
    lead: "2023 年上半年至 2024 年下半年，共有 52 个项目进入 CNCF 沙箱。四篇系列文章逐一介绍了它们；\
           这里把它们放在同一页上，可以搜索、筛选、比较。卡片上的横线从 2015 年延伸到今天：\
           彩色线段始于首次提交，圆环标出进入沙箱的时间。",
    put_title: "放进你的页面",
    put_lead: "把 sandbox-explorer.js、sandbox-explorer.core.js、sandbox-explorer.wasm、sandbox-explorer.later.wasm \
               和 sandbox-explorer.features.txt 五个文件放在页面旁边，再把下面这段代码粘贴到需要的位置。读者滚动到附近时它才加载，沿用页面的字体、颜色和语言；\
               一旦出错，标签里的列表会原样保留。",
    put_live: "同一个元素的实际效果，范围更小，不含筛选栏：",
    copy: "复制",
    copied: "已复制",
    data: |date| format!("资料收集于 {date}，来自以下来源和各项目自己的仓库："),
    version: |name, version| format!("{name} {version} · Apache-2.0"),
};
