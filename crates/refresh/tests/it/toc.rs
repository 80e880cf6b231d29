//! The TOC's table.

use refresh::{compare, toc};

use crate::{files, fixture, lines, none, read};

#[test]
fn the_toc_and_we_agree() {
    let rows = toc::read(&fixture("toc.md")).unwrap();
    let found = compare::with_toc(&read(&files()), &rows);
    none(&found.differences);
    // Not ours: Kubernetes, ko, Kubescape, Keycloak, and the earlier stay of OpenEBS.
    assert_eq!((rows.len(), found.outside), (18, 5), "{rows:?}");
}

#[test]
fn another_day_or_request_is_a_difference() {
    let text = fixture("toc.md").replace(
        "[06/21/2023](https://github.com/cncf/sandbox/issues/34)",
        "[06/20/2023](https://github.com/cncf/sandbox/issues/35)",
    );
    let found = compare::with_toc(&read(&files()), &toc::read(&text).unwrap());
    let request = "https://github.com/cncf/sandbox/issues/";
    let expected = [
        "kpt.accepted: 2023-06-21 -> 2023-06-20".to_owned(),
        format!("kpt.sandbox_request: {request}34 -> {request}35"),
    ];
    assert_eq!(lines(&found.differences), expected);
}
