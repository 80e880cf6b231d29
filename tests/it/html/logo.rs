//! Logos, which stand in place of the letters of a mark.

use catalog::model::{Catalog, Links, Project};
use leptos::prelude::*;
use sandbox_explorer::Options;
use sandbox_explorer::facet::Index;
use sandbox_explorer::page::Host;
use sandbox_explorer::state::State;
use sandbox_explorer::view::{explorer, later};

use super::render;
use crate::tiny::{PLAIN, catalog};

static LOGOS: Catalog = catalog(&[
    Project { id: "with", name: "With Logo", logo: "https://logos.example/a.svg?x=1&y=2", ..PLAIN },
    Project { id: "without", name: "Without", links: Links { website: "https://b.example/", ..PLAIN.links }, ..PLAIN },
]);

fn html(attributes: &[(&str, &str)]) -> String {
    let mut options = Options::default();
    attributes.iter().for_each(|(name, value)| options.set(name, Some(value)).unwrap());
    let index: &'static Index = Box::leak(Box::new(Index::new(&LOGOS)));
    let state = || State::new(options, Host::page(), index, sandbox_explorer::reader::here(), later::here());
    Owner::new_root(None).with(|| explorer(state()).to_string())
}

#[test]
fn a_logo_is_a_quiet_image_over_the_letters() {
    let html = html(&[]);
    let images: Vec<&str> = html.split("<img").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
    assert_eq!(images.len(), 1, "only of the project that has one");
    for attribute in [
        "alt=\"\"",
        "loading=\"lazy\"",
        "decoding=\"async\"",
        "referrerpolicy=\"no-referrer\"",
        "src=\"https://logos.example/a.svg?x=1&amp;y=2\"",
    ] {
        assert!(images[0].contains(attribute), "{attribute} in {}", images[0]);
    }
    // How it is loaded is known before what is loaded; and the letters are there until it is.
    assert!(images[0].ends_with("/a.svg?x=1&amp;y=2\""));
    assert!(html.contains(">WL<span class=\"se-logo\"><img"));
    assert!(!html.contains("</img>"), "an image has no end tag");
}

#[test]
fn the_bundled_projects_ask_no_host_for_an_image() {
    assert!(sandbox_explorer::bundled().projects.iter().all(|project| project.logo.is_empty()));
    assert!(render(&[]).tags("img").is_empty());
}
