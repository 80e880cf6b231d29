//! Cards are created once and kept, and a long list is rendered in steps.

use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::HtmlElement;

use crate::visitor::{Visitor, settle};

#[track_caller]
fn check_kept(before: &[(&str, HtmlElement)], visitor: &Visitor) {
    for (project, card) in before {
        assert!(visitor.card(project).is_same_node(Some(card)), "{project} was made anew");
    }
}

#[test]
async fn cards_are_kept_when_the_filter_and_the_order_change() {
    let visitor = Visitor::comes(&[]).await;
    let cards = ["youki", "Kmesh", "Xline"].map(|project| (project, visitor.card(project)));
    visitor.click("Service Mesh 2").await;
    check_kept(&cards[1..2], &visitor);
    visitor.click("All 52").await;
    check_kept(&cards, &visitor);
    visitor.sorts("Name").await;
    check_kept(&cards, &visitor);
    visitor.types("k").await;
    visitor.explorer().reset();
    settle().await;
    check_kept(&cards, &visitor);
}

#[test]
async fn cards_stand_in_the_order_of_the_filter_however_one_came_there() {
    let visitor = Visitor::comes(&[("scope", "project=xline,hami,youki,kmesh,sops,kcp")]).await;
    for (query, expected) in [
        ("sort=name", "HAMi kcp Kmesh SOPS Xline youki"),
        ("language=rust", "Xline youki"),
        ("", "Xline HAMi youki Kmesh SOPS kcp"),
        ("language=rust&sort=name", "Xline youki"),
        ("sort=name", "HAMi kcp Kmesh SOPS Xline youki"),
        ("q=kcp", "kcp"),
        ("sort=first-commit", "SOPS kcp youki HAMi Xline Kmesh"),
        ("", "Xline HAMi youki Kmesh SOPS kcp"),
    ] {
        visitor.set("query", Some(query)).await;
        assert_eq!(visitor.cards(), expected, "{query}");
    }
}

#[test]
async fn all_cards_are_there_before_the_first_paint() {
    // A second frame would cost more than the copies of a card.
    let visitor = Visitor::comes_early(&[]);
    assert_eq!(visitor.all("article").len(), 52);
    settle().await;
    assert_eq!(visitor.all("article").len(), 52);
}

#[test]
async fn a_focused_card_keeps_the_focus_while_others_go() {
    let visitor = Visitor::comes(&[]).await;
    visitor.named("article button", "Kmesh").focus().unwrap();
    visitor.set("query", Some("category=service-mesh")).await;
    assert_eq!(visitor.focus(), "Kmesh");
    visitor.set("query", Some("sort=name")).await;
    assert_eq!(visitor.focus(), "Kmesh");
}

#[test]
async fn a_card_never_stands_there_twice() {
    let visitor = Visitor::comes(&[]).await;
    for query in ["sort=name", "q=kube", "sort=stars", "part=4,1", ""] {
        visitor.set("query", Some(query)).await;
        let mut names = visitor.names("article h3");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), visitor.all("article").len(), "{query}");
    }
    assert_eq!(visitor.place.query_selector_all("article").unwrap().length(), 52);
}
