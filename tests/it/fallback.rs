//! The fallback list.

use catalog::model::{Catalog, Links, Project, Text};
use sandbox_explorer::facet::Index;
use sandbox_explorer::fallback;
use sandbox_explorer::i18n::Lang;

use crate::tiny::{PLAIN, catalog, tiny};

#[track_caller]
fn check(scope: &str, lang: Lang, expected: &str) {
    static ONE: Catalog = catalog(&[
        Project { id: "a", name: "A", summary: Text { en: "First.", zh: "第一。" }, ..PLAIN },
        Project {
            id: "b",
            name: "<B> & \"C\"",
            part: "2",
            summary: Text { en: "1 < 2 & 'x' > \"y\"", zh: "" },
            links: Links { website: "https://b.example/?x=1&y=\"2\"", ..PLAIN.links },
            ..PLAIN
        },
    ]);
    assert_eq!(fallback::list(&Index::new(&ONE), scope, lang), expected);
}

#[test]
fn each_project_is_a_link_with_its_summary() {
    check(
        "part=1",
        Lang::En,
        "<ul lang=\"en\">\n  <li><a href=\"https://plain.example/\">A</a> – First.</li>\n</ul>\n",
    );
    check("part=1", Lang::Zh, "<ul lang=\"zh\">\n  <li><a href=\"https://plain.example/\">A</a>：第一。</li>\n</ul>\n");
}

/// Once, a project without a website was a link to the page itself.
#[test]
fn what_a_project_lacks_is_left_out() {
    const NOTHING: Project = Project {
        summary: Text { en: "", zh: "" },
        links: Links { website: "", repository: "", ..PLAIN.links },
        ..PLAIN
    };
    static THREE: Catalog = catalog(&[
        Project { id: "a", name: "A", ..NOTHING },
        Project {
            id: "b",
            name: "B",
            links: Links { repository: "https://b.example/code", ..NOTHING.links },
            ..NOTHING
        },
        Project { id: "c", name: "C", links: NOTHING.links, ..PLAIN },
    ]);
    assert_eq!(
        fallback::list_of(&Index::new(&THREE), "", Lang::En, 2),
        "<ul lang=\"en\">\n  <li>A</li>\n  <li><a href=\"https://b.example/code\">B</a></li>\n  <li>and 1 more</li>\n</ul>\n"
    );
}

#[test]
fn what_html_would_read_is_escaped() {
    check(
        "part=2",
        Lang::Zh,
        "<ul lang=\"zh\">\n  <li><a href=\"https://b.example/?x=1&amp;y=&quot;2&quot;\">&lt;B&gt; &amp; &quot;C&quot;\
         </a>：1 &lt; 2 &amp; 'x' &gt; &quot;y&quot;</li>\n</ul>\n",
    );
}

#[test]
fn lines_mean_nothing_to_markdown() {
    static ONE: Catalog = catalog(&[
        Project {
            id: "a",
            name: "A_b_c",
            summary: Text { en: "*No* `code` [link](x) | <b> $x$ {{y}}.", zh: "" },
            ..PLAIN
        },
        Project { id: "b", name: "B", part: "2", summary: Text { en: "Second.", zh: "" }, ..PLAIN },
    ]);
    assert_eq!(
        fallback::lines(&Index::new(&ONE), "", Lang::En),
        "<span lang=\"en\"><a href=\"https://plain.example/\">A&#95;b&#95;c</a> – &#42;No&#42; &#96;code&#96; &#91;link&#93;(x) \
         &#124; &lt;b&gt; &#36;x&#36; &#123;&#123;y&#125;&#125;.<br>\n<a href=\"https://plain.example/\">B</a> – Second.</span>\n"
    );
}

#[test]
fn a_scope_narrows_and_orders_the_list() {
    let names = |scope| {
        let html = fallback::list(&tiny(), scope, Lang::En);
        let names = html.lines().filter_map(|line| Some(line.split_once("\">")?.1.split_once("</a>")?.0.to_owned()));
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(""), ["Delta", "beta", "Gamma", "Alpha"]);
    assert_eq!(names("region=china"), ["Gamma", "Alpha"]);
    assert_eq!(names("project=alpha,delta"), ["Alpha", "Delta"]);
    assert_eq!(names("sort=name"), ["Alpha", "beta", "Delta", "Gamma"]);
    assert!(names("part=1&part=2&language=rust&region=china").is_empty());
}
