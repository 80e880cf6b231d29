//! The strings of “Check my page”; those of each trouble come from the table of `crates/check`.

use sandbox_explorer::i18n::Lang;

/// The strings of one language.
pub(crate) struct CheckWords {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) html: &'static str,
    pub(crate) html_hint: &'static str,
    pub(crate) pasted: &'static str,
    pub(crate) check: &'static str,
    pub(crate) right: &'static str,
    pub(crate) wrong: fn(n: &str) -> String,
    pub(crate) line: fn(n: &str) -> String,
    pub(crate) maybe: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) console: &'static str,
    pub(crate) console_lead: &'static str,
    pub(crate) console_line: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
}

impl CheckWords {
    /// The strings of a language.
    pub(crate) fn of(lang: Lang) -> &'static CheckWords {
        match lang {
            Lang::Zh => &ZH,
            Lang::ZhHant => &ZH_HANT,
            Lang::En | Lang::Mirrored => &EN,
        }
    }
}

static EN: CheckWords = CheckWords {
    title: "Check my page",
    lead: "The explorer does not appear in your post, or not as you meant? Paste the HTML of the published page. It is read here, in your \
           browser.",
    html: "HTML of the page",
    html_hint: "Ctrl+U (⌥⌘U on a Mac) shows it; copy all of it.",
    pasted: "What you pasted into the post (optional): then it can be told what the site has taken away",
    check: "Check",
    right: "Nothing is wrong in the HTML. Types, headers, hashes and colours can only be seen in the running page: see below.",
    wrong: |n| format!("Found: {n}"),
    line: |n| format!("line {n}"),
    maybe: "perhaps",
    failed: "The checker could not be loaded. Is the page complete, and the network there?",
    console: "In the running page",
    console_lead: "Open the page, scroll to the explorer, open the console (F12), and paste this line there. It asks only for the \
                   explorer’s own files on that page and changes nothing. No content security policy hinders it, because it loads no \
                   script.",
    console_line: "Line for the console",
    copy: "Copy",
    copied: "Copied",
};

static ZH: CheckWords = CheckWords {
    title: "检查我的网页",
    lead: "导览没有出现在文章里，或者和预想的不一样？把已发布网页的 HTML 粘贴到这里。检查在你的浏览器中完成。",
    html: "网页的 HTML",
    html_hint: "按 Ctrl+U（Mac 上为 ⌥⌘U）可以查看，请全部复制。",
    pasted: "你粘贴到文章里的代码（可不填）：填写后可以指出网站删掉了什么",
    check: "检查",
    right: "HTML 里没有发现问题。MIME 类型、响应头、哈希和颜色只有在运行的网页里才能看到，见下文。",
    wrong: |n| format!("发现 {n} 处"),
    line: |n| format!("第 {n} 行"),
    maybe: "可能",
    failed: "检查程序加载失败。请检查页面文件是否完整、网络是否连通。",
    console: "在运行的网页里检查",
    console_lead: "打开网页，滚动到导览处，打开控制台（F12），粘贴这一行。它只请求该网页上导览自己的文件，不改动任何内容；\
                   由于不加载脚本，内容安全策略（CSP）不会妨碍它。",
    console_line: "控制台代码",
    copy: "复制",
    copied: "已复制",
};

static ZH_HANT: CheckWords = CheckWords {
    title: "檢查我的網頁",
    lead: "導覽沒有出現在文章裡，或者和預想的不一樣？把已發布網頁的 HTML 貼到這裡。檢查在你的瀏覽器中完成。",
    html: "網頁的 HTML",
    html_hint: "按 Ctrl+U（Mac 上為 ⌥⌘U）可以檢視，請全部複製。",
    pasted: "你貼到文章裡的程式碼（可不填）：填寫後可以指出網站刪掉了什麼",
    check: "檢查",
    right: "HTML 裡沒有發現問題。MIME 類型、HTTP 標頭、雜湊與顏色只有在執行中的網頁裡才能看到，見下文。",
    wrong: |n| format!("發現 {n} 處"),
    line: |n| format!("第 {n} 行"),
    maybe: "可能",
    failed: "檢查程式載入失敗。請檢查頁面檔案是否完整、網路是否連線。",
    console: "在執行中的網頁裡檢查",
    console_lead: "開啟網頁，捲動到導覽處，開啟主控台（F12），貼上這一行。它只請求該網頁上導覽自己的檔案，不改動任何內容；\
                   由於不載入指令碼，內容安全政策（CSP）不會妨礙它。",
    console_line: "主控台程式碼",
    copy: "複製",
    copied: "已複製",
};
