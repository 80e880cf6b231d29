//! `cargo documents`: writes `data/catalog.schema.json` and the tables of keys in the documents, from the declarations of the records.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for (path, text) in sandbox_explorer_catalog::files::documents(root)? {
        if fs::read_to_string(root.join(path)).ok().as_ref() != Some(&text) {
            fs::write(root.join(path), text)?;
            println!("{path}");
        }
    }
    Ok(())
}
