//! What the tests leave on the machine: nothing.

use e2e::browser::Browser;

#[test]
fn a_browser_takes_its_temporary_files_along() {
    let browser = Browser::unwatched();
    let folder = browser.temporary().to_owned();
    let n_files = folder.read_dir().expect("the folder is there").count();
    assert!(n_files > 0, "{} is used", folder.display());
    drop(browser);
    assert!(!folder.exists(), "{} is gone", folder.display());
}
