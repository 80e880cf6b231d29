//! What the tests leave on the machine: nothing.

use e2e::browser::Browser;

#[test]
fn a_browser_takes_its_temporary_files_along() {
    let browser = Browser::unwatched();
    let folder = browser.temporary().to_owned();
    // Not every engine leaves something there.
    std::fs::write(folder.join("left"), "").expect("the folder is there");
    drop(browser);
    assert!(!folder.exists(), "{} is gone", folder.display());
}
