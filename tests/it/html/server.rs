//! The component on a server: rendered there, sent to a browser, dropped on any thread of the server.

use std::thread;

use leptos::prelude::*;
use sandbox_explorer::i18n::LANGUAGES;
use sandbox_explorer::{Options, SandboxExplorer};

use super::node::Node;
use super::render;

fn options(attributes: &[&str]) -> Options {
    let mut options = Options::default();
    for attribute in attributes {
        let (name, value) = attribute.split_once('=').unwrap();
        options.set(name, Some(value)).unwrap();
    }
    options
}

/// Renders the component as an application does, and keeps its owner alive.
fn rendered(attributes: &[&str]) -> (Owner, String) {
    let options = options(attributes);
    let owner = Owner::new_root(None);
    let html = owner.with(|| view! { <SandboxExplorer options=Signal::stored(options)/> }.to_html());
    (owner, html)
}

/// All views and states that keep something: listeners, watchers, timers, dialogs.
const PAGES: [&[&str]; 7] = [
    &[],
    &["url-key=x", "query=project=youki"],
    &["view=table", "query=project=youki,kmesh"],
    &["view=timeline", "published=2024-01-01"],
    &["view=insights"],
    &["layout=single"],
    &["src=/own.json"],
];

#[test]
fn it_may_be_dropped_on_another_thread() {
    // leptos_axum drops the owner with the last chunk of the response; by then the task may be on another thread of the
    // server.
    for page in PAGES {
        let (owner, html) = rendered(page);
        assert!(html.contains("se-explorer"));
        let dropped = thread::spawn(move || owner.unset_with_forced_cleanup());
        assert!(dropped.join().is_ok(), "{page:?}");
    }
}

#[test]
fn many_threads_may_render_at_once_and_drop_what_others_made() {
    let (send, receive) = std::sync::mpsc::channel::<Owner>();
    let all: Vec<_> = (0..8)
        .map(|n| {
            let send = send.clone();
            thread::spawn(move || {
                for page in PAGES.iter().cycle().skip(n).take(PAGES.len()) {
                    let (owner, html) = rendered(page);
                    assert!(html.contains("se-explorer"));
                    send.send(owner).unwrap();
                }
            })
        })
        .collect();
    drop(send);
    let dropping = thread::spawn(move || receive.into_iter().map(drop).count());
    for one in all {
        assert!(one.join().is_ok());
    }
    assert_eq!(dropping.join().unwrap(), 8 * PAGES.len());
}

#[test]
fn a_catalog_from_elsewhere_is_on_its_way_and_not_empty() {
    for lang in LANGUAGES {
        let (tag, messages) = (lang.tag(), lang.messages());
        let nothing = [messages.nothing, messages.nothing_here, &messages.shown(0, 0)];
        for query in
            ["query=", "query=q=mesh", "view=table", "view=timeline", "view=insights", "layout=compact", "scope=part=4"]
        {
            let page = render(&[&format!("lang={tag}"), "src=/own.json", query]);
            let text = page.text();
            let notices = page.filter(&|node| node.attr("class") == Some("se-notice"));
            assert_eq!(notices.len(), 1, "{tag} {query}");
            assert_eq!(notices[0].text(), messages.loading_catalog);
            for words in nothing {
                assert!(!text.contains(words), "{tag} {query}: {words} in {text}");
            }
        }
    }
}

#[test]
fn children_are_links_to_the_pages_own_posts_and_are_sent_unseen() {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        view! { <SandboxExplorer><a data-project="youki" href="/posts/youki.html">"youki, at last"</a></SandboxExplorer> }.to_html()
    });
    let page = Node::parse(&html);
    let own = page.filter(&|node| node.attr("hidden").is_some() && !node.all("link").is_empty());
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].one("link").attr("data-project"), Some("youki"));
}
