//! The strings of “See it all”, with the sample post.

use sandbox_explorer::i18n::Lang;

/// The strings of one language.
pub(crate) struct ShowWords {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) post: &'static str,
    pub(crate) post_title: &'static str,
    /// The sentence around the inline form: before it and after it.
    pub(crate) inline: [&'static str; 2],
    pub(crate) single: &'static str,
    pub(crate) compact: &'static str,
    pub(crate) full: &'static str,
    /// The posts of the series, by part.
    pub(crate) posts: [&'static str; 4],
    pub(crate) grounds: &'static str,
    pub(crate) grounds_lead: &'static str,
    pub(crate) names: [&'static str; 4],
    pub(crate) lists: &'static str,
    pub(crate) lists_lead: &'static str,
    pub(crate) landscape: &'static str,
    pub(crate) awesome: &'static str,
    pub(crate) from: fn(list: &str) -> String,
}

impl ShowWords {
    /// The strings of a language.
    pub(crate) fn of(lang: Lang) -> &'static ShowWords {
        match lang {
            Lang::Zh => &ZH,
            Lang::ZhHant => &ZH_HANT,
            Lang::En | Lang::Mirrored => &EN,
        }
    }
}

static EN: ShowWords = ShowWords {
    title: "See it all",
    lead: "Every form of the element, on the grounds that pages have, and with lists that others keep. Nothing of it loads before you \
           scroll to it or open it.",
    post: "In a post",
    post_title: "Thirteen arrivals of the second half of 2024",
    inline: ["The smallest form is a name inside a sentence: ", " opens its details where it is mentioned."],
    single: "One card presents one project:",
    compact: "A dense list takes little room:",
    full: "And the whole of a part, with tabs and search. Its cards lead to the posts of the series, mark the part that this post is, and \
           say what has changed since it was published on 20 December 2024:",
    posts: ["Part 1: 2023 H1", "Part 2: 2023 H2", "Part 3: 2024 H1", "Part 4: 2024 H2"],
    grounds: "On any ground",
    grounds_lead: "It takes font, colours and scheme of what is behind it; nothing is set here.",
    names: ["White", "Night", "Paper", "Serif on blue"],
    lists: "Long lists of others",
    lists_lead: "Imported when this page was built, and loaded by src when you open them.",
    landscape: "CNCF landscape, 2,413 entries",
    awesome: "Awesome Rust, 1,757 entries",
    from: |list| format!("Made of {list} by sandbox-explorer import"),
};

static ZH: ShowWords = ShowWords {
    title: "全部样式",
    lead: "元素的每一种形式、各种页面底色下的样子，以及别人维护的列表。滚动到或打开之前，这里的内容都不会加载。",
    post: "在文章里",
    post_title: "2024 年下半年的十三个新项目",
    inline: ["最小的形式是句子里的一个名字：", "，点击即可就地查看详情。"],
    single: "一张卡片介绍一个项目：",
    compact: "紧凑列表占用的空间很小：",
    full: "也可以是一整篇的项目，带分类标签和搜索。卡片链接到系列中的各篇文章，标出本文是第几篇，并说明自 2024 年 12 月 20 日发表以来的变化：",
    posts: ["第一篇：2023 年上半年", "第二篇：2023 年下半年", "第三篇：2024 年上半年", "第四篇：2024 年下半年"],
    grounds: "任何底色",
    grounds_lead: "沿用所在位置的字体、颜色和深浅，这里没有任何设置。",
    names: ["白色", "夜晚", "纸色", "蓝底衬线"],
    lists: "别人的长列表",
    lists_lead: "在构建本页时导入，打开时才通过 src 加载。",
    landscape: "CNCF landscape，2,413 项",
    awesome: "Awesome Rust，1,757 项",
    from: |list| format!("由 sandbox-explorer import 从 {list} 生成"),
};

static ZH_HANT: ShowWords = ShowWords {
    title: "全部樣式",
    lead: "元素的每一種形式、各種頁面底色下的樣子，以及別人維護的清單。捲動到或打開之前，這裡的內容都不會載入。",
    post: "在文章裡",
    post_title: "2024 年下半年的十三個新專案",
    inline: ["最小的形式是句子裡的一個名字：", "，點擊即可就地檢視詳情。"],
    single: "一張卡片介紹一個專案：",
    compact: "緊湊清單佔用的空間很小：",
    full: "也可以是一整篇的專案，帶分類標籤與搜尋。卡片連結到系列中的各篇文章，標出本文是第幾篇，並說明自 2024 年 12 月 20 日發表以來的變化：",
    posts: ["第一篇：2023 年上半年", "第二篇：2023 年下半年", "第三篇：2024 年上半年", "第四篇：2024 年下半年"],
    grounds: "任何底色",
    grounds_lead: "沿用所在位置的字型、顏色與深淺，這裡沒有任何設定。",
    names: ["白色", "夜晚", "紙色", "藍底襯線"],
    lists: "別人的長清單",
    lists_lead: "在建置本頁時匯入，打開時才透過 src 載入。",
    landscape: "CNCF landscape，2,413 項",
    awesome: "Awesome Rust，1,757 項",
    from: |list| format!("由 sandbox-explorer import 從 {list} 產生"),
};
