//! Each trouble: one page that has it, one that has not.

use sandbox_explorer_check::{Page, check};

use crate::{LOADER, TAG, ids, wrong_and_right};

#[test]
fn the_tag_is_gone() {
    wrong_and_right(
        "tag",
        &format!("<p>Before</p>\n{LOADER}\n<ul><li><a href=/x>youki</a></ul>"),
        "<sandbox-explorer>",
        &format!("<p>Before</p>\n{LOADER}\n{TAG}"),
    );
    // Two were pasted, one is left.
    let page = Page { html: &format!("{LOADER}{TAG}"), pasted: &format!("{TAG}{TAG}"), ..Page::default() };
    assert_eq!(check(&page)[0].id, "tag");
}

#[test]
fn the_tag_is_text() {
    wrong_and_right(
        "escaped",
        &format!(
            "{LOADER}<pre><code>&lt;sandbox-explorer scope=\"part=4\"&gt;\n&lt;/sandbox-explorer&gt;</code></pre>"
        ),
        "<sandbox-explorer scope=\"part=4\">",
        // A post about it that also shows it.
        &format!("{LOADER}<pre>&lt;sandbox-explorer&gt;</pre>{TAG}"),
    );
}

#[test]
fn the_script_is_gone() {
    wrong_and_right(
        "script",
        TAG,
        "<script type=\"module\" src=\"…/sandbox-explorer.js\">",
        &format!("<script type=module>import 'https://cdn.example/npm/sandbox-explorer@0.2.0/sandbox-explorer.js'</script>{TAG}")
            .replace("https://cdn.example/npm/sandbox-explorer@0.2.0", "/assets"),
    );
    let of = |html: &str, pasted: &str| check(&Page { html, pasted, ..Page::default() })[0].is_certain;
    // A bundle may contain it, unless a script was pasted.
    let bundled = format!("<script type=module src=/assets/index-4f2a.js></script>{TAG}");
    assert!(!of(&bundled, ""));
    assert!(of(&bundled, LOADER));
}

#[test]
fn attributes_are_gone() {
    wrong_and_right(
        "attributes",
        &format!("{LOADER}<div data-scope=\"part=4\" class=x>List</div>"),
        "data-sandbox-explorer – <div data-scope=\"part=4\" class=x>",
        &format!("{LOADER}<div data-sandbox-explorer data-scope=\"part=4\" class=x>List</div>"),
    );
    // Somebody else's attribute of that name.
    assert_eq!(ids(&format!("{LOADER}{TAG}<div data-scope=menu data-part=root></div>")), [""; 0]);
    let pasted = r#"<sandbox-explorer scope="part=4" url-key="x" without-tabs></sandbox-explorer>"#;
    let html =
        format!("{LOADER}<sandbox-explorer scope=\"part=4&amp;category=x\" without-tabs=\"\"></sandbox-explorer>");
    let found = check(&Page { html: &html, pasted, ..Page::default() });
    let told: Vec<&str> = found.iter().map(|finding| finding.detail.as_str()).collect();
    assert_eq!(told, ["scope=\"part=4\" → \"part=4&category=x\"", "url-key=\"x\""]);
}

#[test]
fn an_attribute_without_effect() {
    wrong_and_right(
        "attribute",
        &format!("{LOADER}<sandbox-explorer theme=night></sandbox-explorer>"),
        "theme=\"night\": auto, light, dark",
        &format!(
            "{LOADER}<sandbox-explorer theme=dark loading=eager class=wide data-v-7ba5 id=x aria-label=y v-pre></sandbox-explorer>"
        ),
    );
    let of = |tag: &str| check(&Page { html: &format!("{LOADER}{tag}"), ..Page::default() }).remove(0).detail;
    assert_eq!(of("<sandbox-explorer urlkey=x></sandbox-explorer>"), "urlkey → url-key");
    assert_eq!(of("<sandbox-explorer withoutTabs></sandbox-explorer>"), "withouttabs → without-tabs");
    assert_eq!(of("<sandbox-explorer scopes='part=4'></sandbox-explorer>"), "scopes → scope");
    assert_eq!(of("<sandbox-explorer data-scope='part=4'></sandbox-explorer>"), "data-scope → scope");
    assert_eq!(of("<div data-sandbox-explorer scope='part=4'></div>"), "scope → data-scope");
    assert_eq!(of("<div data-sandbox-explorer data-src=/x.json></div>"), "data-src → <sandbox-explorer src=\"…\">");
    assert_eq!(of("<sandbox-explorer loading=fast></sandbox-explorer>"), "loading=\"fast\": lazy, eager");
}

#[test]
fn quotation_marks_of_a_word_processor() {
    wrong_and_right(
        "quotes",
        &format!("{LOADER}<sandbox-explorer scope=”part=4”></sandbox-explorer>"),
        "scope=”part=4”",
        &format!("{LOADER}<sandbox-explorer scope='q=“mesh” net'></sandbox-explorer>"),
    );
}

const LIST: &str = "<ul><li><a href=/x>youki</a></ul>";

#[test]
fn a_tag_in_a_paragraph() {
    wrong_and_right(
        "paragraph",
        &format!("{LOADER}<p><sandbox-explorer>\n{LIST}\n</sandbox-explorer></p>"),
        "<p><sandbox-explorer>",
        &format!("{LOADER}<p>Words</p><div><sandbox-explorer>\n{LIST}\n</sandbox-explorer></div>"),
    );
    // As the developer tools show it; with blank lines between; with a paragraph inside.
    for page in [
        format!("<p><sandbox-explorer>\n</sandbox-explorer></p>{LIST}<p></p>"),
        format!("<p><sandbox-explorer>\n</p>\n{LIST}\n<p></sandbox-explorer></p>"),
        format!("<p><sandbox-explorer>\n<p><a href=/y>All</a></p>{LIST}</sandbox-explorer></p>"),
        format!("<p>Words <em>and</em> <sandbox-explorer>{LIST}</sandbox-explorer></p>"),
    ] {
        assert_eq!(ids(&(LOADER.to_owned() + &page)), ["paragraph"], "{page}");
    }
    for page in [
        "<p><sandbox-explorer><a href=/x>youki</a><br></sandbox-explorer></p>".to_owned(),
        format!("<p><sandbox-explorer></sandbox-explorer></p>{LIST}"),
        format!("<p><sandbox-explorer></sandbox-explorer></p><h2>Links</h2>{LIST}<p>Words</p><p></p>"),
        format!("<p>Open<div><sandbox-explorer>{LIST}</sandbox-explorer></div>"),
        format!("<div><p>Open</div><sandbox-explorer>{LIST}</sandbox-explorer>"),
        format!("<p><div data-sandbox-explorer>{LIST}</div></p>"),
    ] {
        assert_eq!(ids(&(LOADER.to_owned() + &page)), [""; 0], "{page}");
    }
}

#[test]
fn a_tag_that_is_never_closed() {
    wrong_and_right(
        "unclosed",
        &format!("{LOADER}<sandbox-explorer scope=\"part=4\" /><h2>More</h2>"),
        "<sandbox-explorer scope=\"part=4\" />",
        &format!("{LOADER}<sandbox-explorer scope=\"part=4\"></sandbox-explorer><h2>More</h2>"),
    );
    assert_eq!(ids(&format!("{LOADER}<div data-sandbox-explorer><div>x</div><h2>More</h2>")), ["unclosed"]);
}

#[test]
fn a_script_that_is_no_module() {
    wrong_and_right(
        "module",
        &format!("<script src=\"/x/sandbox-explorer.js\" defer></script>{TAG}"),
        "<script src=\"/x/sandbox-explorer.js\" defer>",
        &format!("<script src=\"/x/sandbox-explorer.inline.js\" defer></script>{TAG}"),
    );
}

#[test]
fn a_script_that_is_held_back() {
    wrong_and_right(
        "held",
        &format!("<script type=\"text/plain\" data-category=\"functional\" src=\"sandbox-explorer.js\"></script>{TAG}"),
        "<script type=\"text/plain\" data-category=\"functional\" src=\"sandbox-explorer.js\">",
        &format!("<script type=\"module\" data-cfasync=\"false\" src=\"sandbox-explorer.js\"></script>{TAG}"),
    );
    assert_eq!(ids(&format!("<script type=\"4f2a-module\" src=/x/sandbox-explorer.js></script>{TAG}")), ["held"]);
    assert_eq!(ids(&format!("<script type=module data-src=/x/sandbox-explorer.js></script>{TAG}")), ["held"]);
}

#[test]
fn two_scripts() {
    wrong_and_right(
        "twice",
        &format!("{LOADER}{TAG}<script type=\"module\" src=\"/assets/sandbox-explorer.js?v=2\"></script>{TAG}"),
        "<script type=\"module\" src=\"/assets/sandbox-explorer.js?v=2\">",
        // The same module twice is one; a frame has its own.
        &format!("{LOADER}{TAG}{LOADER}{TAG}<script type=module src=sandbox-explorer.frames.js></script>"),
    );
    let inline = "<script src=sandbox-explorer.inline.js></script>";
    assert_eq!(ids(&format!("{LOADER}{inline}{TAG}")), ["twice"]);
    assert_eq!(ids(&format!("{inline}{inline}{TAG}")), ["twice"]);
}

#[test]
fn an_address_that_leads_elsewhere() {
    wrong_and_right(
        "base",
        &format!("<base href=\"/blog/\">{LOADER}{TAG}"),
        "<base href=\"/blog/\"> + sandbox-explorer.js",
        &format!("<base href=\"/blog/\">{}{TAG}", LOADER.replace("sandbox", "/js/sandbox")),
    );
    let tag = "<sandbox-explorer base=\"/js/sandbox-explorer.js\"></sandbox-explorer>";
    assert_eq!(ids(&format!("{LOADER}{tag}")), ["base"]);
}

#[test]
fn an_address_on_the_own_disk() {
    wrong_and_right(
        "unreachable",
        &format!("<script type=module src=\"C:\\Users\\me\\sandbox-explorer.js\"></script>{TAG}"),
        "C:\\Users\\me\\sandbox-explorer.js",
        &format!("<script type=module src=\"/Users/me/sandbox-explorer.js\"></script>{TAG}"),
    );
    for place in ["file:///home/me/sandbox-explorer.js", "http://localhost:8080/sandbox-explorer.js"] {
        assert_eq!(ids(&format!("<script type=module src={place}></script>{TAG}")), ["unreachable"], "{place}");
    }
}

#[test]
fn a_host_that_shows_files_to_people() {
    wrong_and_right(
        "mime",
        &format!(
            "<script type=module src=https://raw.githubusercontent.com/a/b/main/sandbox-explorer.js></script>{TAG}"
        ),
        "https://raw.githubusercontent.com/a/b/main/sandbox-explorer.js",
        &format!("<script type=module src=/a/b/main/sandbox-explorer.js></script>{TAG}"),
    );
}

#[test]
fn files_on_another_host() {
    wrong_and_right(
        "cors",
        &format!("<script type=module src=//files.example/sandbox-explorer.js></script>{TAG}"),
        "//files.example/sandbox-explorer.js",
        &format!("<script type=module src=/files.example/sandbox-explorer.js></script>{TAG}"),
    );
}

#[test]
fn an_address_without_tls() {
    let both = ids(&format!("<script type=module src=http://files.example/sandbox-explorer.js></script>{TAG}"));
    assert_eq!(both, ["cors", "insecure"]);
    wrong_and_right(
        "insecure",
        &format!("{LOADER}<sandbox-explorer base=\"http://files.example/x/\"></sandbox-explorer>"),
        "http://files.example/x/",
        &format!("{LOADER}<sandbox-explorer base=\"https://files.example/x/\"></sandbox-explorer>"),
    );
}

fn under(policy: &str, page: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{page}")
}

#[test]
fn a_policy_in_the_page() {
    let page = format!("{LOADER}{TAG}");
    wrong_and_right(
        "csp",
        &under("default-src 'self'", &page),
        "script-src 'wasm-unsafe-eval'",
        &under("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", &page),
    );
    let lacks = |policy: &str, page: &str| -> Vec<(String, bool)> {
        let found = check(&Page { html: &under(policy, page), ..Page::default() });
        found.into_iter().filter(|it| it.id == "csp").map(|it| (it.detail, it.is_certain)).collect()
    };
    let all = |rows: &[(&str, bool)]| rows.iter().map(|row| (row.0.to_owned(), row.1)).collect::<Vec<_>>();
    assert_eq!(
        lacks("default-src 'none'", &page),
        all(&[("connect-src 'self'", true), ("script-src 'self'", true), ("script-src 'wasm-unsafe-eval'", true)])
    );
    // The host that is named may be the page's own.
    assert_eq!(lacks("connect-src api.example", &page), all(&[("connect-src 'self'", false)]));
    let elsewhere = page.replace("sandbox-explorer.js", "https://cdn.example/x/sandbox-explorer.js");
    assert_eq!(
        lacks("script-src 'self' 'unsafe-eval'; connect-src https://*.example", &elsewhere),
        all(&[("script-src https://cdn.example", false)])
    );
    assert_eq!(lacks("script-src https://cdn.example/x/ 'unsafe-eval'", &elsewhere), []);
    assert_eq!(
        lacks("script-src https://cdn.example/y/ 'unsafe-eval'", &elsewhere),
        all(&[("script-src https://cdn.example", true)])
    );
    // A nonce, alone and with the word by which hosts do not count.
    let nonce = page.replace("<script", "<script nonce=abc");
    assert_eq!(lacks("script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'", &nonce), []);
    assert_eq!(
        lacks("script-src 'nonce-abc' 'strict-dynamic' 'self' 'wasm-unsafe-eval'", &page),
        all(&[("script-src 'self'", true)])
    );
    // The single file asks for no other.
    let inline = page.replace("sandbox-explorer.js", "sandbox-explorer.inline.js");
    assert_eq!(lacks("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", &inline), []);
    assert_eq!(lacks("img-src 'self'; style-src 'none'", &page), []);
}

#[test]
fn a_hash_that_cannot_fit() {
    let hash = format!("sha384-{}", "A".repeat(64));
    let with = |integrity: &str| LOADER.replace("src", &format!("integrity=\"{integrity}\" src")) + TAG;
    wrong_and_right("integrity", &with("sha384-…"), "integrity=\"sha384-…\"", &with(&hash));
    let hashes = [("sandbox-explorer.js".to_owned(), format!("sha384-{}", "B".repeat(64)))];
    let of = |integrity: &str| check(&Page { html: &with(integrity), hashes: &hashes, ..Page::default() });
    assert_eq!(of(&hash)[0].id, "integrity");
    assert_eq!(of(&hashes[0].1), []);
    // Of another algorithm: not compared.
    assert_eq!(of(&format!("sha256-{}", "A".repeat(44))), []);
    // A classic script of another host is checked only with crossorigin.
    let inline = format!("<script src=https://cdn.example/sandbox-explorer.inline.js integrity={hash}></script>{TAG}");
    assert!(ids(&inline).contains(&"integrity"));
    assert!(!ids(&inline.replace("integrity", "crossorigin integrity")).contains(&"integrity"));
}

#[test]
fn a_theme_that_is_not_the_page_s() {
    wrong_and_right(
        "theme",
        &format!("<html data-theme=dark>{LOADER}<sandbox-explorer theme=light></sandbox-explorer>"),
        "<sandbox-explorer theme=light> – <html data-theme=dark>",
        &format!("<html data-theme=dark>{LOADER}<sandbox-explorer></sandbox-explorer>"),
    );
    let inverted = "<style>html.dark { filter: invert(1) hue-rotate(180deg) } img { filter: invert(1) }</style>";
    assert_eq!(ids(&format!("{inverted}{LOADER}{TAG}")), ["theme"]);
    assert_eq!(ids(&format!("<style>img {{ filter: invert(1) }}</style>{LOADER}{TAG}")), [""; 0]);
}
