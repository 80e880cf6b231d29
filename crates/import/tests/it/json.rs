//! JSON: lists of objects, and catalogs of our own.

use sandbox_explorer_import::{Options, import};

use crate::{check, left_out, read, refused, told};

#[test]
fn a_list_of_objects() {
    let imported = check(
        "[\n  {\"title\": \"A\", \"homepage\": \"https://a.example\", \"stars\": 5, \"open\": true, \"tags\": [\"x\", \"y\"], \"none\": null},\n  7,\n\
         \x20 {\"title\": \"B\", \"summary\": {\"en\": \"b\", \"zh\": \"乙\"}, \"links\": {\"docs\": \"https://d.example\", \"Mastodon\": \"https://m.example\"}, \"fields\": {\"country\": \"Japan\"}},\n  {\"homepage\": \"x\"}\n]\n",
        &[
            "A | links: {\"website\":\"https://a.example\"} | fields: {\"stars\":\"5\",\"open\":\"yes\",\"tags\":[\"x\",\"y\"]}",
            "B | summary: {\"en\":\"b\",\"zh\":\"乙\"} | links: {\"docs\":\"https://d.example\",\"Mastodon\":\"https://m.example\"} | fields: {\"country\":\"Japan\"}",
        ],
    );
    assert_eq!(
        told(&imported),
        [
            "line 3: an entry: expected an object, found \"7\"",
            "line 5: homepage: \"x\": must begin with https:// or http://",
            "line 5: an entry: has no name, so it is left out",
        ]
    );
}

/// As https://api.github.com/orgs/x/repos answers.
#[test]
fn repositories_of_github() {
    let imported = check(
        r#"[{"id": 5, "node_id": "R_1", "name": "loom", "full_name": "x/loom", "owner": {"login": "x", "url": "https://api.github.com/users/x"},
            "html_url": "https://github.com/x/loom", "description": null, "forks_url": "https://api.github.com/repos/x/loom/forks", "homepage": "",
            "language": "Rust", "license": {"key": "mit", "spdx_id": "MIT"}, "topics": ["weaving"], "archived": false}]"#,
        &[
            "loom | links: {\"repository\":\"https://github.com/x/loom\"} | licence: MIT | languages: [\"Rust\"] | owner: x | fields: {\"node-id\":\"R_1\",\"full-name\":\"x/loom\",\"license-key\":\"mit\",\"topics\":\"weaving\",\"archived\":\"no\"}",
        ],
    );
    assert_eq!(left_out(&imported), ["1 key owner.url", "1 key forks_url"]);
}

#[test]
fn an_object_with_a_list() {
    let imported =
        check("{\"title\": \"T\", \"count\": 1, \"results\": [{\"name\": \"A\"}], \"tags\": [\"x\"]}", &["A"]);
    assert_eq!(imported.catalog.title.as_deref(), Some("T"));
    assert!(
        refused("{\"a\": [], \"b\": []}", &Options::default())
            .starts_with("an object with the keys \"a\", \"b\"; expected a list of objects")
    );
    assert!(refused("[{\"name\": \"A\"},]", &Options::default()).starts_with("not JSON: "));
    assert!(refused("[]", &Options::default()).starts_with("no object in the list"));
}

#[test]
fn a_line_for_each_object() {
    check(
        "{\"name\": \"A\"}\n{\"name\": \"B\", \"url\": \"https://b.example\"}\n",
        &["A", "B | links: {\"website\":\"https://b.example\"}"],
    );
}

/// The `full.json` that landscape2 builds.
#[test]
fn the_items_of_a_landscape_that_was_built() {
    check(
        r#"{"categories": [{"name": "A"}], "items": [{"id": "a--b--x", "name": "X", "category": "A", "subcategory": "B", "homepage_url": "https://x.example",
            "logo": "logos/x.svg", "maturity": "sandbox", "accepted_at": "2024-01-02", "repositories": [{"url": "https://github.com/x/x", "primary": true}]}]}"#,
        &[
            "X | category: a--b | links: {\"website\":\"https://x.example\",\"repository\":\"https://github.com/x/x\"} | maturity: sandbox | accepted: 2024-01-02",
        ],
    );
}

#[test]
fn a_catalog_of_ours_passes_as_it_is() {
    let own = r#"{"title": "T", "strange": 1, "categories": [{"slug": "a", "name": "A"}], "projects": [{"id": "x", "name": "X", "category": "a", "counts": {"stars": 5}}]}"#;
    let imported = read(own);
    let same = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    assert_eq!(same(&imported.json()), same(own));
    assert_eq!((imported.n_projects(), imported.n_categories()), (1, 1));
    let options =
        Options { title: Some("New".to_owned()), item: Some(("a".to_owned(), "b".to_owned())), ..Options::default() };
    let json = same(&import(own, &options).unwrap().json());
    assert_eq!((&json["title"], &json["item"]["many"]), (&"New".into(), &"b".into()));
    // What is imported is a catalog of ours.
    let again = read("# L\n## T\n- [A](https://a.example)\n").json();
    assert_eq!(read(&again).json(), again);
}

#[test]
fn a_catalog_has_a_line_for_each_project() {
    let json = read("# L\n\n## T\n- [A](https://a.example)\n- [B](https://b.example) - b\n").json();
    assert_eq!(
        json,
        "{\n  \"title\": \"L\",\n  \"categories\": [\n    {\"slug\":\"t\",\"name\":\"T\"}\n  ],\n  \"projects\": [\n    \
         {\"id\":\"a\",\"name\":\"A\",\"category\":\"t\",\"links\":{\"website\":\"https://a.example\"}},\n    \
         {\"id\":\"b\",\"name\":\"B\",\"category\":\"t\",\"summary\":\"b\",\"links\":{\"website\":\"https://b.example\"}}\n  ]\n}\n"
    );
}

#[test]
fn a_preview_has_no_logos() {
    let with = r#"[{"name":"Hazel","logo":"https://logos.example/h.svg"},{"name":"Birch"}]"#;
    let imported = read(with);
    let preview = imported.json_without_logos().unwrap();
    assert!(imported.json().contains("logos.example") && !preview.contains("logo"), "{preview}");
    assert_eq!(preview, imported.json().replace(r#","logo":"https://logos.example/h.svg""#, ""));
    // A catalog of our own passes as it is, and its preview as well.
    let own = read(&imported.json());
    assert_eq!(own.json_without_logos().unwrap(), preview);
    assert_eq!(read(r#"[{"name":"Hazel"}]"#).json_without_logos(), None);
}
