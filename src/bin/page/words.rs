//! The page's own strings; those of the explorer are in `i18n`.

use sandbox_explorer::i18n::Lang;

/// The strings of one language.
pub(crate) struct Words {
    /// The name of the language in that language. Each Chinese script is named, to tell the two apart.
    pub(crate) language: &'static str,
    pub(crate) choose_language: &'static str,
    pub(crate) choose_theme: &'static str,
    themes: [&'static str; 3],
    pub(crate) title: &'static str,
    /// Shown by `index.html` only, for which `tests/it/generated/first.rs` prints it.
    #[allow(dead_code)]
    pub(crate) lead: &'static str,
    pub(crate) put_title: &'static str,
    pub(crate) put_lead: &'static str,
    pub(crate) data: fn(date: &str) -> String,
    pub(crate) version: fn(name: &str, version: &str) -> String,
}

impl Words {
    /// The strings of a language.
    pub(crate) fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::Zh => &ZH,
            Lang::ZhHant => &ZH_HANT,
            Lang::En | Lang::Mirrored => &EN,
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
    language: "English",
    choose_language: "Language",
    choose_theme: "Theme",
    themes: ["Auto", "Light", "Dark"],
    title: "Sandbox Explorer",
    lead: "52 projects entered the CNCF Sandbox between the first half of 2023 and the second half of 2024. \
           A series of four articles presents them. Here they are on one page, ready to search, filter and compare. \
           On each card a line runs from 2015 to the day of the data: its coloured part begins with the project’s first \
           commit, and the ring marks the acceptance into the Sandbox.",
    put_title: "Embed it in your page",
    put_lead: "Choose what it shows and how it looks, see it as it will be, and paste the text. Readers download it only when they scroll near. It adopts the page’s font, colours and language, and the list inside it stays if anything fails.",
    data: |date| format!("Facts gathered on {date}, from these sources and the projects’ own repositories:"),
    version: |name, version| format!("{name} {version} · Apache-2.0"),
};

static ZH: Words = Words {
    language: "简体中文",
    choose_language: "语言",
    choose_theme: "外观",
    themes: ["自动", "浅色", "深色"],
    title: "CNCF 沙箱项目导览",
    lead: "2023 年上半年至 2024 年下半年，共有 52 个项目进入 CNCF 沙箱。一个由四篇文章组成的系列逐一介绍了它们；\
           这里把它们集中在一页，可以搜索、筛选、对比。卡片上的横线从 2015 年延伸到资料收集之日：\
           彩色线段始于首次提交，圆环标出进入沙箱的时间。",
    put_title: "嵌入你的网页",
    put_lead: "选择显示哪些内容、什么样式，当场看到效果，再粘贴代码。读者滚动到附近时才会加载；它会沿用网页的字体、颜色和语言，一旦出错，标签内的列表会原样保留。",
    data: |date| format!("资料收集于 {date}，来自以下来源和各项目自己的仓库："),
    version: |name, version| format!("{name} {version} · Apache-2.0"),
};

static ZH_HANT: Words = Words {
    language: "繁體中文",
    choose_language: "語言",
    choose_theme: "外觀",
    themes: ["自動", "淺色", "深色"],
    title: "CNCF 沙箱專案導覽",
    lead: "2023 年上半年至 2024 年下半年，共有 52 個專案進入 CNCF 沙箱。一個由四篇文章組成的系列逐一介紹了它們；\
           這裡把它們集中在一頁，可以搜尋、篩選、比較。卡片上的橫線從 2015 年延伸到資料收集之日：\
           彩色線段始於首次提交，圓環標示進入沙箱的時間。",
    put_title: "嵌入你的網頁",
    put_lead: "選擇顯示哪些內容、什麼樣式，當場看到效果，再貼上程式碼。讀者捲動到附近時才會載入；它會沿用網頁的字型、顏色與語言，一旦出錯，標籤內的清單會原樣保留。",
    data: |date| format!("資料收集於 {date}，來自以下來源與各專案自己的儲存庫："),
    version: |name, version| format!("{name} {version} · Apache-2.0"),
};
