//! A copy of the project that patches may change. It is built in the project's own target directory, so that only our own crates are
//! compiled again.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard};
use std::{fs, io};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// What is made, not written.
const MADE: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// The copy; one test at a time has it.
pub(crate) struct Tree {
    root: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

impl Tree {
    /// The project as it is.
    pub(crate) fn fresh() -> Tree {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(|failed| failed.into_inner());
        let root = Path::new(ROOT).join("target/changes");
        mirror(Path::new(ROOT), &root).expect("the project can be copied");
        Tree { root, _alone: alone }
    }

    /// Applies `tests/changes/<name>.patch`; returns the paths that it touches.
    pub(crate) fn apply(&self, name: &str) -> Vec<String> {
        let patch = Path::new(ROOT).join(format!("tests/changes/{name}.patch"));
        run(self.git().args(["apply", "--whitespace=nowarn"]).arg(&patch));
        let text = fs::read_to_string(&patch).expect("the patch can be read");
        text.lines().filter_map(|line| line.strip_prefix("+++ b/")).map(ToOwned::to_owned).collect()
    }

    /// The output of our command, built from the copy.
    pub(crate) fn explorer(&self, arguments: &[&str]) -> String {
        run(self.cargo().args(["run", "--quiet", "--package", "sandbox-explorer-cli", "--"]).args(arguments))
    }

    /// Runs a command of cargo in the copy, with these variables.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", Path::new(ROOT).join("target"));
        cargo
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Git, which must not take the copy for a part of our own repository.
    fn git(&self) -> Command {
        let mut git = Command::new("git");
        git.current_dir(&self.root).env("GIT_CEILING_DIRECTORIES", Path::new(ROOT).join("target"));
        git
    }
}

/// Runs a command and returns its output.
#[track_caller]
pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out
}

/// Makes a directory equal to another one. Equal files keep their time, so cargo builds only what differs.
fn mirror(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if !from.join(entry.file_name()).exists() {
            if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
        }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (name, kind) = (entry.file_name(), entry.file_type()?);
        let to = to.join(&name);
        if kind.is_dir() {
            if !MADE.iter().any(|made| *made == name) {
                mirror(&entry.path(), &to)?;
            }
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path())?;
            if fs::read_link(&to).ok().as_ref() != Some(&target) {
                symlink(target, to)?;
            }
        } else if kind.is_file() && fs::read(&to).ok() != Some(fs::read(entry.path())?) {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
