//! Code in documents that a test runs.

use super::documents::documents;
use super::{none, read};

/// A code block that a test has tried is the file that it has tried: `<!-- from path -->` comes before it.
#[test]
fn code_from_a_file_is_that_file() {
    let mut wrong = Vec::new();
    let mut n_blocks = 0;
    for (document, text) in documents() {
        for block in text.split("<!-- from ").skip(1) {
            let (path, rest) = block.split_once(" -->\n```").unwrap_or_else(|| panic!("{document}: {block}"));
            let code = rest.split_once('\n').and_then(|(_, code)| code.split("```").next()).unwrap_or_default();
            n_blocks += 1;
            if read(path) != code {
                wrong.push(format!("{document}: the block is not {path}"));
            }
        }
    }
    assert!(n_blocks > 0, "no document has such a block");
    none(&wrong);
}
