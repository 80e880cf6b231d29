//! What is imported is a catalog that the explorer reads whole.

use std::fs;
use std::path::Path;

use sandbox_explorer_catalog::from_json;
use sandbox_explorer_catalog::model::Catalog;
use sandbox_explorer_import::{Options, import};

#[test]
fn every_list_is_read_by_the_explorer_without_a_loss() {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name == "README.md" {
            continue;
        }
        let logos = Some("https://logos.example/hosted_logos".to_owned());
        let imported = import(&fs::read_to_string(&path).unwrap(), &Options { logos, ..Options::default() }).unwrap();
        let json = serde_json::to_vec(&imported.catalog).unwrap();
        let (catalog, mistakes) = from_json(json, &Catalog::default()).unwrap();
        let lines: Vec<String> = mistakes.iter().map(|mistake| mistake.line()).collect();
        assert_eq!(lines, [""; 0], "{name}");
        assert_eq!(catalog.projects.len(), imported.catalog.projects.len(), "{name}");
        assert_eq!(catalog.terms.map(|terms| terms.lost), Some(0), "{name}");
        // The ids are those that the import has made, each once.
        let mut ids: Vec<&str> = catalog.projects.iter().map(|project| project.id).collect();
        let mut made: Vec<&str> = imported.catalog.projects.iter().map(|project| project.id.as_str()).collect();
        ids.sort_unstable();
        made.sort_unstable();
        assert_eq!(ids, made, "{name}");
    }
}
