//! The state of the configurator survives its address.

use sandbox_explorer_kit::{Backdrop, State, host, known};

#[test]
fn the_state_of_the_start_is_empty() {
    assert_eq!(State::default().print(), "");
    assert_eq!(State::parse(""), State::default());
}

#[test]
fn what_is_printed_is_read_again() {
    let mut state = State { host: host("hugo").unwrap(), width: 320, backdrop: Backdrop::Own, ..State::default() };
    state.ground.background = "#fdf6e3".to_owned();
    state.ground.font = "Georgia, serif".to_owned();
    for (name, value) in [
        ("scope", "part=4&category=service-mesh,runtime"),
        ("lang", "zh-Hant"),
        ("without-sort", ""),
        ("accent", "light-dark(#a3195b, rgb(10 20 30 / 50%))"),
        ("radius", "4px"),
        ("link", "part=4 /posts/4?a=1&b=2 Part 4: 100 % + more"),
        ("link", "project=youki /posts/youki youki, at last"),
        ("integrity", "true"),
    ] {
        state.choice.set(name, value).unwrap();
    }
    let text = state.print();
    assert_eq!(State::parse(&text), state, "{text}");
    assert!(
        text.starts_with(
            "host=hugo&width=320&ground=own&ground-font=Georgia%2C+serif&lang=zh-Hant&scope=part%3D4%26category"
        ),
        "{text}"
    );
    assert_eq!(state.choice.links.len(), 2);
}

#[test]
fn an_address_of_another_version_does_no_harm() {
    let state = State::parse(
        "host=gopher&width=5&ground=pink&ground-ink=red;x&colour=red&theme=blue&heading-level=9&view=table&&=&x",
    );
    let mut expected = State::default();
    expected.choice.set("view", "table").unwrap();
    assert_eq!(state, expected);
}

#[test]
fn no_option_is_called_like_a_key_of_the_state() {
    for key in ["host", "width", "ground", "ground-background", "ground-ink", "ground-font"] {
        assert!(known().all(|name| name != key), "{key}");
    }
}
