//! What stands beside the program of the page, in `tools/` of the page: the worker with its program, the script for the console, and long
//! lists, imported. All of it is loaded only when a reader uses it.

use crate::command::{command, run};
use crate::project;
use crate::wasm::{self, Profile};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Where index.html's `copy-dir` looks.
const TOOLS: &str = "target/embed/tools";

/// Our own command, with what reads lists.
const IMPORT: &str =
    "cargo run --quiet --package sandbox-explorer-cli --no-default-features --features import -- import";

/// The long lists that the page shows: list, catalog, title, and the day of the list if it is known (`crates/import/tests/data/README.md`).
const LISTS: [(&str, &str, &str, Option<&str>); 2] = [
    ("cncf.yml", "cncf.json", "CNCF landscape", None),
    ("awesome-rust.md", "awesome-rust.json", "Awesome Rust", Some("2026-08-22")),
];

/// Builds it.
pub(crate) fn build(profile: Profile) -> Result<()> {
    let bindgen = wasm::worker(profile)?;
    let out = Path::new(TOOLS);
    fs::create_dir_all(out).with_context(|| TOOLS.to_owned())?;
    let mut scripts = command("node page/build.mjs");
    scripts.arg("--bindgen").arg(bindgen).arg("--out").arg(out);
    if profile == Profile::Dev {
        scripts.arg("--dev");
    }
    run(&mut scripts)?;
    for (list, catalog, title, day) in LISTS {
        let list = Path::new("crates/import/tests/data").join(list);
        let catalog = out.join(catalog);
        // While one works on the page, the lists stay.
        if profile == Profile::Dev && is_newer(&catalog, &list) {
            continue;
        }
        let mut import = command(IMPORT);
        import.arg(project::root().join(list)).arg("-o").arg(project::root().join(catalog));
        import.args(["--title", title]);
        if let Some(day) = day {
            import.args(["--as-of", day]);
        }
        run(&mut import)?;
    }
    Ok(())
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    time(file) > time(than)
}
