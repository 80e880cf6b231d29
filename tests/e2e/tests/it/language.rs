//! English and Chinese.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::{Value, json};

#[test]
fn the_language_changes_live_and_keeps_the_filter() {
    let visitor = Visitor::sees("");
    visitor.tick("Language", "Rust");
    visitor.type_search("runtime");
    visitor.sort_by("Name");
    visitor.expect_chips(&["“runtime”", "Rust"]);
    let cards = visitor.see_cards();
    visitor.author_runs("window.before = explorer.shadowRoot.firstElementChild; explorer.lang = 'zh'");
    visitor.reads_chinese();
    visitor.expect_status(&format!("{} / 52 个项目", cards.len()));
    eventually(|| visitor.see_cards(), &cards);
    assert_eq!(visitor.searched(), "runtime");
    assert_eq!(visitor.order(), "名称");
    assert!(visitor.option("编程语言", "Rust").ticked);
    assert_eq!(visitor.tabs()[0].0, "全部");
    // Not remounted.
    assert!(visitor.author_runs("return window.before == explorer.shadowRoot.firstElementChild") == true);
    assert_eq!(visitor.heard("ready").len(), 1);
    visitor.author_runs("explorer.lang = 'en'");
    visitor.reads_english();
    visitor.expect_status(&format!("{} of 52 projects", cards.len()));
    visitor.expect_chips(&["“runtime”", "Rust"]);
    visitor.expect_quiet();
}

#[test]
fn everything_is_chinese_in_a_chinese_explorer() {
    let visitor = Visitor::reads(&site::tag("lang=zh"));
    visitor.reads_chinese();
    visitor.expect_status(visitor.words().all);
    visitor.expect_number_of_cards(52);
    visitor.open_details("youki");
    let text = visitor.text_of("dialog", "youki");
    for word in ["特性", "首次提交", "进入沙箱", "资料来源"] {
        assert!(text.contains(word), "no {word} in: {text}");
    }
    visitor.click("button", visitor.words().close);
    visitor.expect_no_details();
    for word in ["Search", "Filters", "Sort", "Website", "First commit", "Newest"] {
        let shown = visitor.author_runs(&format!("return explorer.shadowRoot.textContent.includes('{word}')"));
        assert!(shown == false, "“{word}” is shown in Chinese");
    }
    let marked = visitor.author_runs("return explorer.shadowRoot.querySelector('[role=region]').lang");
    assert_eq!(marked, "zh");
    visitor.expect_quiet();
}

#[test]
fn the_language_is_that_of_the_nearest_lang_in_the_page() {
    let post = format!(r#"<section lang="zh-Hans-TW">{}</section>{}"#, site::tag(""), site::tag("lang=fr"));
    let visitor = Visitor::reads(&post);
    visitor.reads_chinese();
    visitor.expect_status("52 个项目");
    // Neither is supported: the page's language is next.
    visitor.looks_at(1);
    visitor.reads_english();
    visitor.expect_status("52 projects");
    visitor.looks_at(0);
    visitor.author_runs("document.querySelector('section').lang = 'en-GB'");
    visitor.author_runs("document.documentElement.lang = 'en-GB'");
    visitor.expect_status("52 projects");
    visitor.expect_quiet();
}

#[test]
fn the_whole_page_may_change_its_language() {
    let visitor = Visitor::sees("");
    visitor.author_runs("document.documentElement.lang = 'zh-CN'");
    visitor.reads_chinese();
    visitor.expect_status("52 个项目");
    visitor.expect_quiet();
}

#[test]
fn a_dialog_that_is_open_changes_its_language() {
    let visitor = Visitor::sees("");
    visitor.open_details("youki");
    visitor.author_runs("explorer.lang = 'zh'");
    eventually(|| visitor.text_of("dialog", "youki").contains("特性"), &true);
    visitor.press(&["Escape"]);
    visitor.expect_no_details();
    // The browser tells of the closed dialog in a task of its own.
    eventually(|| visitor.author_runs("return explorer.query"), &Value::from(""));
    visitor.expect_quiet();
}

#[test]
fn traditional_chinese_marks_texts_that_are_simplified() {
    let visitor = Visitor::reads(&site::tag("lang=zh-TW"));
    visitor.expect_status("52 個專案");
    let marked = visitor.author_runs(
        "const shadow = explorer.shadowRoot;
         return [shadow.querySelector('[role=region]').lang, shadow.querySelector('.se-summary').lang]",
    );
    assert_eq!(marked, json!(["zh-Hant", "zh-Hans"]));
    visitor.expect_quiet();
}

#[test]
fn the_layout_can_be_mirrored() {
    let visitor = Visitor::sees("lang=ar-XB");
    let sides = "const shadow = explorer.shadowRoot;
        const box = (name) => shadow.querySelector(name).getBoundingClientRect();
        const [search, sort, facets, cards] = ['[role=search]', 'select', 'fieldset', 'article'].map(box);
        const [mark, name] = ['article .se-mark', 'article h3'].map(box);
        return [search.left > sort.left, facets.left > cards.right, mark.left > name.left,
            document.documentElement.scrollWidth <= innerWidth]";
    visitor.browser.resize(1200, 800);
    eventually(|| visitor.author_runs(sides), &json!([true, true, true, true]));
    // In a mirrored row of tabs, the next one is on the left.
    visitor.author_runs("explorer.shadowRoot.querySelector('[role=tab]').focus()");
    visitor.press(&["ArrowLeft"]);
    let second = visitor.tabs()[1].0.clone();
    eventually(|| visitor.chosen_tab(), &second);
    visitor.browser.resize(360, 800);
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    eventually(|| visitor.author_runs(fits), &json!(true));
    visitor.expect_quiet();
}

#[test]
fn chinese_names_are_sorted_by_pinyin() {
    let visitor = Visitor::comes_to(site::server());
    let names = ["张三网关", "阿里云盘", "Beta", "陈列柜"];
    let mut mine: Value =
        serde_json::from_str(&std::fs::read_to_string(site::shipped("catalog.json")).unwrap()).unwrap();
    mine["projects"].as_array_mut().unwrap().truncate(names.len());
    for (n, name) in names.iter().enumerate() {
        mine["projects"][n]["name"] = json!(name);
    }
    visitor.server.page("/mine.json", &mine.to_string());
    visitor.server.page("/post.html", &site::post(&site::tag("lang=zh src=/mine.json query=sort=name")));
    visitor.open("/post.html");
    // As Intl.Collator of current browsers sorts: Latin before or after Chinese, Chinese by pinyin (a, chen, zhang).
    let chinese = || visitor.see_cards().into_iter().filter(|name| !name.is_ascii()).collect::<Vec<_>>();
    eventually(chinese, &["阿里云盘", "陈列柜", "张三网关"].map(str::to_owned).to_vec());
    visitor.expect_quiet();
}

#[test]
fn a_text_that_is_there_in_the_other_language_only_says_so() {
    let visitor = Visitor::comes_to(site::server());
    let mut mine: Value =
        serde_json::from_str(&std::fs::read_to_string(site::shipped("catalog.json")).unwrap()).unwrap();
    mine["projects"].as_array_mut().unwrap().truncate(3);
    // An author's texts in one language only.
    mine["projects"][0]["summary"] = json!({ "en": "A runtime", "zh": "A runtime" });
    mine["projects"][1]["summary"] = json!({ "en": "容器运行时", "zh": "容器运行时" });
    let ids = [0, 1, 2].map(|n| mine["projects"][n]["id"].clone());
    visitor.server.page("/mine.json", &mine.to_string());
    let languages = format!(
        "return {}.map((id) => explorer.shadowRoot?.querySelector(`article:has([data-project='${{id}}']) .se-summary`)?.lang)",
        json!(ids)
    );
    for (lang, expected) in [("zh", ["en", "", ""]), ("en", ["", "zh", ""]), ("zh-Hant", ["en", "zh-Hans", "zh-Hans"])]
    {
        visitor.server.page("/post.html", &site::post(&site::tag(&format!("lang={lang} src=/mine.json"))));
        visitor.open("/post.html");
        eventually(|| visitor.author_runs(&languages), &json!(expected));
    }
    visitor.expect_quiet();
}

#[test]
fn an_explorer_changes_language_with_its_texts_although_the_program_knew_only_the_interface() {
    // The first one has made the program learn Chinese; the small form has not taken the texts of its card.
    let tags = [site::tag("loading=eager"), site::tag("loading=eager layout=single scope=project=youki")].concat();
    let visitor = Visitor::reads(&tags);
    let card =
        "const card = document.querySelectorAll('sandbox-explorer')[1].shadowRoot.querySelector('[part=summary]')";
    let is_chinese = || visitor.author_runs(&format!("{card}; return /[一-龥]/.test(card?.textContent)")) == true;
    visitor.author_runs("explorer.lang = 'zh'");
    let of_first = "return /[一-龥]/.test(explorer.shadowRoot.querySelector('article [part=summary]').textContent)";
    eventually(|| visitor.author_runs(of_first) == true, &true);
    assert!(!is_chinese());
    visitor.author_runs("document.querySelectorAll('sandbox-explorer')[1].lang = 'zh'");
    eventually(is_chinese, &true);
    visitor.expect_quiet();
}
