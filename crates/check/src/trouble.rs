//! The table of what can be wrong with a page, and the remedy of each, in all languages. The page and the console show these rows.

/// A text in the languages of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
    /// Traditional Chinese, in the words of Taiwan.
    pub zh_hant: &'static str,
}

/// A kind of trouble.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// Its name for programs.
    pub id: &'static str,
    /// What is wrong.
    pub what: Text,
    /// What the author does about it.
    pub remedy: Text,
}

const fn text(en: &'static str, zh: &'static str, zh_hant: &'static str) -> Text {
    Text { en, zh, zh_hant }
}

/// Every kind.
pub const TROUBLES: &[Trouble] = &[
    Trouble {
        id: "tag",
        what: text(
            "The tag is not in the page: an editor or a filter of the site has removed it.",
            "页面里没有这个标签：编辑器或网站的过滤器把它删掉了。",
            "頁面裡沒有這個標籤：編輯器或網站的過濾器把它刪掉了。",
        ),
        remedy: text(
            "Use the form <div data-sandbox-explorer>, paste in the HTML view of the editor (not the visual one), or use a frame.",
            "改用 <div data-sandbox-explorer> 的写法，在编辑器的 HTML 模式（而非可视模式）中粘贴，或使用 iframe。",
            "改用 <div data-sandbox-explorer> 的寫法，在編輯器的 HTML 模式（而非視覺模式）中貼上，或使用 iframe。",
        ),
    },
    Trouble {
        id: "escaped",
        what: text(
            "The snippet is shown as text: its < and > were turned into &lt; and &gt;, or it is in a block of code.",
            "代码被当作文字显示：< 和 > 变成了 &lt; 和 &gt;，或者它位于代码块里。",
            "程式碼被當成文字顯示：< 和 > 變成了 &lt; 和 &gt;，或者它位於程式碼區塊裡。",
        ),
        remedy: text(
            "Paste it as raw HTML: in a Custom HTML block, an HTML card, or the HTML view of the editor, without ``` around it.",
            "以原始 HTML 粘贴：使用“自定义 HTML”区块、HTML 卡片或编辑器的 HTML 模式，前后不要加 ```。",
            "以原始 HTML 貼上：使用「自訂 HTML」區塊、HTML 卡片或編輯器的 HTML 模式，前後不要加 ```。",
        ),
    },
    Trouble {
        id: "script",
        what: text(
            "No script loads the explorer: an editor has removed it, or it was never pasted.",
            "没有加载导览的脚本：被编辑器删掉了，或没有粘贴。",
            "沒有載入導覽的指令碼：被編輯器刪掉了，或沒有貼上。",
        ),
        remedy: text(
            "Put <script type=\"module\" src=\"…/sandbox-explorer.js\"></script> into the template or the head of the site, which no editor filters.",
            "把 <script type=\"module\" src=\"…/sandbox-explorer.js\"></script> 放进网站模板或页头，那里不受编辑器过滤。",
            "把 <script type=\"module\" src=\"…/sandbox-explorer.js\"></script> 放進網站範本或頁首，那裡不受編輯器過濾。",
        ),
    },
    Trouble {
        id: "attributes",
        what: text(
            "Attributes were removed or changed on the way into the page.",
            "属性在进入页面的过程中被删除或修改。",
            "屬性在進入頁面的過程中被刪除或修改。",
        ),
        remedy: text(
            "Allow these attributes in the filter of the site, or use the shortcode or include of your blog system (npm/snippets).",
            "在网站的过滤器中允许这些属性，或使用你的博客系统的短代码或 include（npm/snippets）。",
            "在網站的過濾器中允許這些屬性，或使用你的部落格系統的 shortcode 或 include（npm/snippets）。",
        ),
    },
    Trouble {
        id: "attribute",
        what: text(
            "An attribute has no effect: its name or its value is not one that the explorer knows.",
            "属性不起作用：名称或取值不被识别。",
            "屬性不起作用：名稱或取值不被識別。",
        ),
        remedy: text(
            "Write it as shown. A <div> needs data- before every name, a tag needs none.",
            "请按提示修改。<div> 的每个属性名前要加 data-，标签则不加。",
            "請按提示修改。<div> 的每個屬性名稱前要加 data-，標籤則不加。",
        ),
    },
    Trouble {
        id: "quotes",
        what: text(
            "The quotation marks are typographic, so they are part of the value.",
            "引号是排版引号（“ ”），会被当成取值的一部分。",
            "引號是排版引號（“ ”），會被當成取值的一部分。",
        ),
        remedy: text(
            "Type the attribute again with straight marks (\") in the HTML view of the editor.",
            "在编辑器的 HTML 模式中用直引号（\"）重新输入。",
            "在編輯器的 HTML 模式中用直引號（\"）重新輸入。",
        ),
    },
    Trouble {
        id: "paragraph",
        what: text(
            "The tag is in a paragraph. HTML ends the paragraph where the list begins, so the list is next to the explorer and stays.",
            "标签位于段落（<p>）里。列表开始处段落会自动结束，所以列表落在标签之外，一直显示在旁边。",
            "標籤位於段落（<p>）裡。清單開始處段落會自動結束，所以清單落在標籤之外，一直顯示在旁邊。",
        ),
        remedy: text(
            "Put a <div> around the tag, or fill it with `prerender --as links` and without blank lines.",
            "在标签外面套一个 <div>，或用 `prerender --as links` 的结果填充，中间不留空行。",
            "在標籤外面套一個 <div>，或用 `prerender --as links` 的結果填入，中間不留空行。",
        ),
    },
    Trouble {
        id: "unclosed",
        what: text(
            "The tag is never closed. The rest of the page becomes its fallback and disappears.",
            "标签没有结束。页面余下的内容都成了它的后备内容，会被隐藏。",
            "標籤沒有結束。頁面餘下的內容都成了它的後備內容，會被隱藏。",
        ),
        remedy: text(
            "Write </sandbox-explorer> after it; <sandbox-explorer/> is not closed in HTML.",
            "在后面写上 </sandbox-explorer>；在 HTML 里 <sandbox-explorer/> 并没有结束。",
            "在後面寫上 </sandbox-explorer>；在 HTML 裡 <sandbox-explorer/> 並沒有結束。",
        ),
    },
    Trouble {
        id: "module",
        what: text(
            "The script is not loaded as a module, so the browser refuses its first line.",
            "脚本没有按模块加载，浏览器在第一行就会报错。",
            "指令碼沒有以模組載入，瀏覽器在第一行就會報錯。",
        ),
        remedy: text(
            "Write type=\"module\" and no nomodule; or use sandbox-explorer.inline.js, which needs neither.",
            "写上 type=\"module\"，去掉 nomodule；或改用不需要它的 sandbox-explorer.inline.js。",
            "寫上 type=\"module\"，去掉 nomodule；或改用不需要它的 sandbox-explorer.inline.js。",
        ),
    },
    Trouble {
        id: "held",
        what: text(
            "A tool for consent or speed holds the script back: it has another type, or its address in another attribute.",
            "网站的 Cookie 同意或加速工具拦下了脚本：类型被改，或地址被移到别的属性。",
            "網站的 Cookie 同意或加速工具攔下了指令碼：類型被改，或位址被移到別的屬性。",
        ),
        remedy: text(
            "Exclude sandbox-explorer.js in that tool (data-cfasync=\"false\", “necessary”). The explorer stores nothing and needs no consent.",
            "在该工具中排除 sandbox-explorer.js（data-cfasync=\"false\" 或“必要”类）。导览不存储任何内容，无需征得同意。",
            "在該工具中排除 sandbox-explorer.js（data-cfasync=\"false\" 或「必要」類）。導覽不儲存任何內容，無需徵得同意。",
        ),
    },
    Trouble {
        id: "twice",
        what: text(
            "Two scripts load the explorer. The first one wins; with two versions the other is ignored.",
            "有两个脚本加载导览。先运行的生效；版本不同时另一个被忽略。",
            "有兩個指令碼載入導覽。先執行的生效；版本不同時另一個被忽略。",
        ),
        remedy: text(
            "Keep one script for the whole site, best in its template, and one copy of the files.",
            "整个网站只保留一个脚本（最好放在模板里）和一份文件。",
            "整個網站只保留一個指令碼（最好放在範本裡）和一份檔案。",
        ),
    },
    Trouble {
        id: "base",
        what: text(
            "The address leads to another directory than it seems: through <base>, or because base names no directory.",
            "地址指向的目录和看上去不同：受 <base> 影响，或 base 不是目录。",
            "位址指向的目錄和看上去不同：受 <base> 影響，或 base 不是目錄。",
        ),
        remedy: text(
            "Write addresses that begin with / or https://, and as base the directory that has all the files.",
            "使用以 / 或 https:// 开头的地址，base 写全部文件所在的目录。",
            "使用以 / 或 https:// 開頭的位址，base 寫全部檔案所在的目錄。",
        ),
    },
    Trouble {
        id: "unreachable",
        what: text(
            "The address is on your own computer: readers cannot reach it.",
            "地址在你自己的电脑上，读者访问不到。",
            "位址在你自己的電腦上，讀者存取不到。",
        ),
        remedy: text(
            "Upload the files to the site, and write their address there.",
            "把文件上传到网站，再写它们在网站上的地址。",
            "把檔案上傳到網站，再寫它們在網站上的位址。",
        ),
    },
    Trouble {
        id: "missing",
        what: text(
            "The server does not have the file, or sends another page in its place.",
            "服务器上没有这个文件，或者返回了别的页面。",
            "伺服器上沒有這個檔案，或者傳送了別的頁面。",
        ),
        remedy: text(
            "Copy all files of dist/embed into one directory. Names are case-sensitive, and some hosts leave out what begins with _ or ..",
            "把 dist/embed 的全部文件复制到同一个目录。文件名区分大小写；有些主机会忽略以 _ 或 . 开头的目录。",
            "把 dist/embed 的全部檔案複製到同一個目錄。檔名區分大小寫；有些主機會忽略以 _ 或 . 開頭的目錄。",
        ),
    },
    Trouble {
        id: "mime",
        what: text(
            "The file does not arrive with its MIME type: browsers run no script that is sent as text.",
            "文件的 MIME 类型不对：浏览器不会运行以纯文本发送的脚本。",
            "檔案的 MIME 類型不對：瀏覽器不會執行以純文字傳送的指令碼。",
        ),
        remedy: text(
            "Serve .js as text/javascript and .wasm as application/wasm, from a host for sites (not the address of a file in a repository or drive).",
            "让服务器以 text/javascript 发送 .js，以 application/wasm 发送 .wasm；使用网站主机，而不是代码仓库或网盘里的文件地址。",
            "讓伺服器以 text/javascript 傳送 .js，以 application/wasm 傳送 .wasm；使用網站主機，而不是程式碼儲存庫或雲端硬碟裡的檔案位址。",
        ),
    },
    Trouble {
        id: "cors",
        what: text(
            "The files are on another host, which must allow this page to use them.",
            "文件在另一台主机上，该主机必须允许本页使用。",
            "檔案在另一台主機上，該主機必須允許本頁使用。",
        ),
        remedy: text(
            "Let that host send Access-Control-Allow-Origin: * with every file, the loader included, or copy the files to your own site.",
            "让该主机在每个文件（包括加载器）的响应里带上 Access-Control-Allow-Origin: *，或把文件复制到自己的网站。",
            "讓該主機隨每個檔案（包括載入器）傳送 Access-Control-Allow-Origin: *，或把檔案複製到自己的網站。",
        ),
    },
    Trouble {
        id: "insecure",
        what: text(
            "The address begins with http://. A page with https:// does not load it.",
            "地址以 http:// 开头，https:// 的页面不会加载它。",
            "位址以 http:// 開頭，https:// 的頁面不會載入它。",
        ),
        remedy: text(
            "Write https://, or an address without a host.",
            "改成 https://，或不带主机名的地址。",
            "改成 https://，或不帶主機名稱的位址。",
        ),
    },
    Trouble {
        id: "csp",
        what: text(
            "The content security policy of the page forbids something that the explorer needs.",
            "页面的内容安全策略（CSP）禁止了导览需要的功能。",
            "頁面的內容安全政策（CSP）禁止了導覽需要的功能。",
        ),
        remedy: text(
            "Add what is shown to the policy, wherever it is set: in <meta>, in the server, or in an extension of the site.",
            "把提示的内容加进策略；策略可能在 <meta>、服务器或网站插件里。",
            "把提示的內容加進政策；政策可能在 <meta>、伺服器或網站外掛裡。",
        ),
    },
    Trouble {
        id: "integrity",
        what: text(
            "The hash in integrity is not that of the file: no hash, that of another version, or of a file that was changed on the way.",
            "integrity 的哈希与文件不符：格式不对、属于另一版本，或文件在传输途中被改动。",
            "integrity 的雜湊與檔案不符：格式不對、屬於另一版本，或檔案在傳輸途中被改動。",
        ),
        remedy: text(
            "Copy the hash from integrity.json of the same version, switch off what minifies scripts, and add crossorigin for another host.",
            "从同一版本的 integrity.json 复制哈希，关闭压缩脚本的功能；文件在别的主机时加上 crossorigin。",
            "從同一版本的 integrity.json 複製雜湊，關閉壓縮指令碼的功能；檔案在別的主機時加上 crossorigin。",
        ),
    },
    Trouble {
        id: "theme",
        what: text(
            "The explorer and the page do not agree on light or dark.",
            "导览与页面的深浅色不一致。",
            "導覽與頁面的深淺色不一致。",
        ),
        remedy: text(
            "Leave theme out, so that it follows the page, and paint the page by a background colour instead of a filter; or set theme when the page changes.",
            "不写 theme，让它跟随页面；页面的深色要用背景色而不是滤镜实现；或在页面切换时设置 theme。",
            "不寫 theme，讓它跟隨頁面；頁面的深色要用背景色而不是濾鏡實現；或在頁面切換時設定 theme。",
        ),
    },
    Trouble {
        id: "start",
        what: text(
            "The explorer was loaded and did not start.",
            "导览已加载，但没有启动。",
            "導覽已載入，但沒有啟動。",
        ),
        remedy: text(
            "The reason is below the fallback and in the console; docs/hosting.md explains each. Scroll to the explorer first if it waits to be seen.",
            "原因显示在后备内容下方和控制台里，docs/hosting.md 有逐条说明。如果它在等待进入视野，请先滚动到那里。",
            "原因顯示在後備內容下方和主控台裡，docs/hosting.md 有逐條說明。如果它在等待進入視野，請先捲動到那裡。",
        ),
    },
];

/// What the console says when nothing is wrong, and when something is.
pub const HEADS: [Text; 2] = [
    text("nothing is wrong here", "没有发现问题", "沒有發現問題"),
    text("this is wrong here:", "发现以下问题：", "發現以下問題："),
];

impl Trouble {
    /// The row of a kind.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Trouble> {
        TROUBLES.iter().find(|trouble| trouble.id == id)
    }
}
