//! The shipped files, their paths, and the blog page on which the element is tested.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::server::Server;

/// The fallback that an author puts inside the tag.
pub const FALLBACK: &str = r#"<p><a href="https://www.cncf.io/sandbox-projects/">All CNCF Sandbox projects</a></p>"#;

/// The version of what ships.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The project's root.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the package lies in tests/e2e")
}

/// A directory of the shipped files, `embed` or `page`: below `$E2E_DIST`, or else below `dist`.
///
/// # Panics
/// If it has not been built.
#[must_use]
pub fn shipped(name: &str) -> PathBuf {
    let dist = std::env::var_os("E2E_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    built(root().join(dist).join(name), "cargo xtask dist")
}

/// A file of a Node package that the build or the tests use.
#[must_use]
pub fn node_module(name: &str) -> PathBuf {
    built(root().join("xtask/node/node_modules").join(name), "npm ci --prefix xtask/node")
}

/// The site that a bundler has built from the npm package.
///
/// # Panics
/// If it has not been built.
#[must_use]
pub fn bundled(bundler: &str) -> PathBuf {
    built(root().join("target/bundlers").join(bundler).join("dist"), "cargo xtask test bundlers")
}

/// The files of the npm package, unpacked.
///
/// # Panics
/// If it has not been built.
#[must_use]
pub fn npm_package() -> &'static Path {
    static UNPACKED: OnceLock<PathBuf> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        let tarball = shipped("npm").join(format!("sandbox-explorer-{VERSION}.tgz"));
        let directory = root().join("target/e2e-npm-package");
        fs::remove_dir_all(&directory).unwrap_or_default();
        fs::create_dir_all(&directory).expect("target can be written");
        let mut tar = Command::new("tar");
        tar.args(["-xzf"]).arg(&tarball).arg("-C").arg(&directory).arg("--strip-components=1");
        assert!(tar.status().expect("tar runs").success(), "{} cannot be unpacked", tarball.display());
        directory
    })
}

/// The element's files as another build: another version, with different programs and texts that behave the same.
///
/// # Panics
/// If its inputs are missing, or it cannot be built.
#[must_use]
pub fn another_build() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let of = bindgen();
        let other = root().join("target/e2e-another-build");
        let bindgen = other.join("bindgen");
        fs::create_dir_all(&bindgen).expect("a directory in target");
        for file in fs::read_dir(of.join("bindgen")).expect("what wasm-bindgen has made").flatten() {
            let name = file.file_name();
            let mut content = fs::read(file.path()).expect("it is there");
            if name.to_string_lossy().ends_with(".wasm") {
                // A custom section without meaning.
                content.extend(b"\x00\x06\x05other");
            }
            fs::write(bindgen.join(name), content).expect("target can be written");
        }
        for name in TEXTS {
            let name = format!("{name}.txt");
            let content = fs::read_to_string(of.join(&name)).expect("it is there");
            fs::write(other.join(&name), content + "\u{1e}").expect("target can be written");
        }
        build(&bindgen, &other, &other, &["--version", "0.0.0-other"]);
        other.join("embed")
    })
}

/// A search client from npm, bundled for a page.
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn client(name: &str) -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    BUILT.get_or_init(|| {
        let output =
            Command::new("node").arg("tests/clients/build.mjs").current_dir(root()).output().expect("node runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    });
    root().join("target/clients").join(name)
}

/// The element's files in a development build: nothing is minified, no name is shortened.
///
/// # Panics
/// If it cannot be built.
#[must_use]
pub fn development_build() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let of = bindgen();
        let out = root().join("target/e2e-development");
        build(&of.join("bindgen"), &of, &out, &["--version", VERSION, "--dev"]);
        out.join("embed")
    })
}

/// The directory with the output of wasm-bindgen.
fn bindgen() -> PathBuf {
    let of = [shipped("embed").with_file_name(""), root().join("target/embed/release")];
    let of = of.into_iter().find(|path| path.join("bindgen").exists());
    of.expect("what wasm-bindgen has made; run `cargo xtask dist` first")
}

/// The texts that the program does not contain: options of npm/build.mjs, and names of files.
const TEXTS: [&str; 2] = ["features", "chinese"];

fn build(bindgen: &Path, texts: &Path, out: &Path, options: &[&str]) {
    let mut node = Command::new("node");
    node.current_dir(root()).args(["npm/build.mjs", "--style", "style/index.css"]).args(options);
    node.arg("--bindgen").arg(bindgen).arg("--out").arg(out);
    for name in TEXTS {
        node.arg(format!("--{name}")).arg(texts.join(name).with_extension("txt"));
    }
    let output = node.output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn built(path: PathBuf, command: &str) -> PathBuf {
    assert!(path.exists(), "nothing to test: there is no {}; run `{command}` first", path.display());
    path
}

fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A server with the element's files under `/embed/` and the pages' files under `/pages/`.
#[must_use]
pub fn server() -> Server {
    Server::start(&[("/embed/", shipped("embed")), ("/pages/", own("pages"))])
}

/// The same files as a good host sends them: in brotli.
#[must_use]
pub fn good_server() -> Server {
    Server::compressed(&[("/embed/", shipped("embed")), ("/pages/", own("pages"))])
}

/// A blog post that contains this.
#[must_use]
pub fn post(explorer: &str) -> String {
    include_str!("../pages/blog.html").replace("<!-- explorer -->", explorer)
}

/// The tag with these attributes and the usual fallback, loaded without waiting for the visitor to scroll.
#[must_use]
pub fn tag(attributes: &str) -> String {
    format!(r#"<sandbox-explorer loading="eager" {attributes}>{FALLBACK}</sandbox-explorer>"#)
}

/// The output of `prerender` with these arguments.
///
/// # Panics
/// If it rejects them.
#[must_use]
pub fn prerendered(arguments: &[&str]) -> String {
    command("prerender", arguments)
}

/// What `sandbox-explorer` prints for a subcommand and its arguments.
///
/// # Panics
/// If it rejects them.
#[must_use]
pub fn command(subcommand: &str, arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(root())
        .args(["run", "--quiet", "--package", "sandbox-explorer-cli", "--", subcommand])
        .args(arguments);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}
