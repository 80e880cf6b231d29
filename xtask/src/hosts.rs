//! The places where people put the explorer: makes the small site of each blog system from tests/sites with the snippet that
//! ships in npm/snippets, by the system's own command, and lets a browser look at it (tests/e2e/tests/hosts); frameworks and
//! WordPress have scripts of their own. Apart from `test`, because all this is installed first and takes many minutes.

use crate::command::{cargo, command, duration, on_path, read, run, search_first};
use crate::{project, tools};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

struct Host {
    name: &'static str,
    check: Check,
}

enum Check {
    /// A site that is made here: its files are tests/sites/<name>, its snippet is npm/snippets/<name>.
    Site(Site),
    /// A script that does it all.
    Script(fn() -> Result<Command>),
}

struct Site {
    kind: Kind,
    /// What makes the site, in its directory.
    build: &'static [&'static str],
    /// Where it wants the files of dist/embed.
    files: &'static str,
    /// How the post gets the snippet and the list of links.
    post: Post,
    /// Where the built site lies.
    output: &'static str,
    /// The post, below `/blog/`; the site's start page links to it.
    page: &'static str,
}

/// How a system is installed, with the name of its package.
enum Kind {
    /// By apt-get; the program has the package's name.
    Debian(&'static str),
    /// By npm, from the site's package.json.
    Npm(&'static str),
    /// By pip into an environment of its own, from the site's requirements.txt.
    Python(&'static str),
}

enum Post {
    /// The snippet is a file of the site, and the list another one, which the post names.
    Includes(&'static str),
    /// Files of the snippet are pasted into files of the site, the list in place of the snippet's plain link.
    Pastes(&'static [(&'static str, &'static str)]),
}

const HOSTS: &[Host] = &[
    Host {
        name: "hugo",
        check: Check::Site(Site {
            kind: Kind::Debian("hugo"),
            build: &["hugo", "--quiet"],
            files: "static/sandbox-explorer",
            post: Post::Includes("fallback/part-4.html"),
            output: "public",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "jekyll",
        check: Check::Site(Site {
            kind: Kind::Debian("jekyll"),
            build: &["jekyll", "build", "--quiet"],
            files: "sandbox-explorer",
            post: Post::Includes("_includes/part-4.html"),
            output: "_site",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "eleventy",
        check: Check::Site(Site {
            kind: Kind::Npm("@11ty/eleventy"),
            build: &["eleventy", "--quiet"],
            files: "sandbox-explorer",
            post: Post::Includes("_includes/part-4.html"),
            output: "_site",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "mkdocs",
        check: Check::Site(Site {
            kind: Kind::Python("mkdocs"),
            build: &["mkdocs", "build", "--quiet", "--strict"],
            files: "docs/sandbox-explorer",
            post: Post::Pastes(&[("page.md", "docs/posts/thirteen-arrivals.md"), ("mkdocs.yml", "mkdocs.yml")]),
            output: "site",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "pelican",
        check: Check::Site(Site {
            kind: Kind::Python("pelican"),
            build: &["pelican", "--quiet", "--fatal", "warnings"],
            files: "content/sandbox-explorer",
            post: Post::Pastes(&[("article.md", "content/thirteen-arrivals.md")]),
            output: "output",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "hexo",
        check: Check::Site(Site {
            kind: Kind::Npm("hexo"),
            build: &["hexo", "generate", "--silent", "--bail"],
            files: "source/sandbox-explorer",
            post: Post::Includes("fallback/part-4.html"),
            output: "public",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "astro",
        check: Check::Site(Site {
            kind: Kind::Npm("astro"),
            build: &["astro", "build", "--silent"],
            files: "public/sandbox-explorer",
            post: Post::Includes("src/fallback/part-4.html"),
            output: "dist",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host {
        name: "vitepress",
        check: Check::Site(Site {
            kind: Kind::Npm("vitepress"),
            build: &["vitepress", "build"],
            files: "public/sandbox-explorer",
            post: Post::Includes("fallback/part-4.html"),
            output: ".vitepress/dist",
            page: "posts/thirteen-arrivals.html",
        }),
    },
    Host {
        name: "docusaurus",
        check: Check::Site(Site {
            kind: Kind::Npm("@docusaurus/core"),
            build: &["docusaurus", "build"],
            files: "static/sandbox-explorer",
            post: Post::Includes("blog/_part-4.mdx"),
            output: "build",
            page: "posts/thirteen-arrivals/",
        }),
    },
    Host { name: "react", check: Check::Script(|| framework("react")) },
    Host { name: "vue", check: Check::Script(|| framework("vue")) },
    Host { name: "svelte", check: Check::Script(|| framework("svelte")) },
    Host { name: "solid", check: Check::Script(|| framework("solid")) },
    Host { name: "next", check: Check::Script(|| framework("next")) },
    Host { name: "wordpress", check: Check::Script(wordpress) },
];

/// What an author replaces in a snippet by the list.
const PLAIN_LINK: &str = r#"  <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>"#;
/// Where a post of tests/sites has the snippet.
const MARK: &str = "<!-- snippet -->";
/// What is installed beside a site, and kept.
const INSTALLED: [&str; 2] = ["node_modules", "venv"];

/// Makes and looks at the sites that are named, or all, and closes with a table.
pub(crate) fn test(names: &[String]) -> Result<()> {
    let all: Vec<&str> = HOSTS.iter().map(|host| host.name).collect();
    for name in names {
        ensure!(all.contains(&name.as_str()), "no host is called `{name}`; there are {}", all.join(", "));
    }
    ensure!(project::dist().join("embed").is_dir(), "there is no dist/embed; run `cargo xtask dist` first");
    tools::chromium()?;
    let list = read(cargo("prerender").args(["--scope", "part=4"]))?;
    let asked = |host: &&Host| names.is_empty() || names.iter().any(|name| name == host.name);

    let mut table = Vec::new();
    for host in HOSTS.iter().filter(asked) {
        println!("\n== {}", host.name);
        let start = Instant::now();
        let result = host.test(&list);
        if let Err(error) = &result {
            println!("error: {error:#}");
        }
        table.push((host.name, host.version(), result.is_ok(), duration(start.elapsed())));
    }

    println!("\n{:<12} {:<21} {:<8} {:>13}", "host", "version", "works", "time");
    for (name, version, works, time) in &table {
        println!("{name:<12} {version:<21} {:<8} {time:>13}", if *works { "yes" } else { "NO" });
    }
    let failed = table.iter().filter(|row| !row.2).count();
    println!("\n{} passed, {failed} failed", table.len() - failed);
    if failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

fn framework(name: &str) -> Result<Command> {
    tools::node()?;
    let mut script = command("node");
    script.arg("tests/frameworks/check.mjs").arg(project::tarball()?).arg(name);
    Ok(script)
}

fn wordpress() -> Result<Command> {
    const PACKAGES: [&str; 5] =
        ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server"];
    if !on_path("mariadbd") || !on_path("php") || !Path::new("/usr/share/wordpress").is_dir() {
        tools::debian(&["php", "mariadbd"], &PACKAGES)?;
    }
    let mut script = command("sh");
    script.arg("tests/wordpress/check.sh").arg(project::dist());
    Ok(script)
}

/// Where a site is made.
fn directory(name: &str) -> PathBuf {
    project::target().join("hosts").join(name)
}

fn snippet(name: &str) -> PathBuf {
    project::root().join("npm/snippets").join(name)
}

impl Host {
    fn test(&self, list: &str) -> Result<()> {
        match &self.check {
            Check::Site(site) => site.test(self.name, list),
            Check::Script(script) => run(&mut script()?),
        }
    }

    /// The version that was installed, where it is known here.
    fn version(&self) -> String {
        match &self.check {
            Check::Site(site) => site.version(self.name).unwrap_or_else(|_| "not installed".to_owned()),
            Check::Script(_) => String::new(),
        }
    }
}

impl Site {
    fn test(&self, name: &str, list: &str) -> Result<()> {
        self.lay_out(name, list)?;
        self.install(&directory(name))?;
        run(&mut in_site(&directory(name), self.build)?)?;
        run(cargo("test")
            .args(["--package", "e2e", "--test", "hosts", "--", "--ignored"])
            .env("E2E_DIST", project::dist())
            .env("HOST_SITE", directory(name).join(self.output))
            .env("HOST_PAGE", self.page))
    }

    /// The site as its author would have it: their files, our snippet, our files, and the list.
    fn lay_out(&self, name: &str, list: &str) -> Result<()> {
        let directory = directory(name);
        clear(&directory)?;
        project::copy_dir(&project::root().join("tests/sites").join(name), &directory)?;
        project::copy_dir(&project::dist().join("embed"), &directory.join(self.files))?;
        match self.post {
            Post::Includes(file) => {
                project::copy_dir(&snippet(name), &directory)?;
                let file = directory.join(file);
                fs::create_dir_all(file.parent().context("a file has a directory")?)?;
                fs::write(file, list)?;
            }
            Post::Pastes(pairs) => {
                for (from, into) in pairs {
                    let text = fs::read_to_string(snippet(name).join(from))?.replace(PLAIN_LINK, list.trim_end());
                    let page = fs::read_to_string(directory.join(into))?;
                    ensure!(page.contains(MARK), "{into} has no place for the snippet");
                    fs::write(directory.join(into), page.replace(MARK, &text))?;
                }
            }
        }
        Ok(())
    }

    fn install(&self, directory: &Path) -> Result<()> {
        match self.kind {
            Kind::Debian(package) if on_path(package) => Ok(()),
            Kind::Debian(package) => tools::debian(&[package], &[package]),
            Kind::Npm(_) => run(command("npm").arg("install").current_dir(directory)),
            Kind::Python(_) => {
                if !directory.join("venv/bin/pip").is_file() {
                    run(command("python3").args(["-m", "venv"]).arg(directory.join("venv")))?;
                }
                let pip = ["pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"];
                run(&mut in_site(directory, &pip)?)
            }
        }
    }

    fn version(&self, name: &str) -> Result<String> {
        let directory = directory(name);
        let version = match self.kind {
            Kind::Debian(package) => read(command("dpkg-query").args(["--show", "--showformat=${Version}", package]))?,
            Kind::Npm(package) => {
                let manifest = directory.join("node_modules").join(package).join("package.json");
                read(command("node").args(["-p", "require(process.argv[1]).version"]).arg(manifest))?
            }
            Kind::Python(package) => {
                let code = "import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))";
                read(&mut in_site(&directory, &["python", "-c", code, package])?)?
            }
        };
        Ok(version.trim().to_owned())
    }
}

/// A command in the site's directory, where what was installed for it comes first.
fn in_site(directory: &Path, words: &[&str]) -> Result<Command> {
    let own = ["node_modules/.bin", "venv/bin"].map(|bin| directory.join(bin));
    // The program is looked for in this process' PATH, not in the one that it will have.
    let program = own.iter().map(|bin| bin.join(words[0])).find(|program| program.exists());
    let mut command = Command::new(program.unwrap_or_else(|| words[0].into()));
    command.args(&words[1..]).current_dir(directory);
    search_first(&mut command, &[&own[0], &own[1]])?;
    // No question is asked that nobody answers, and nothing is told to the systems' makers.
    for (name, value) in [("CI", "true"), ("ASTRO_TELEMETRY_DISABLED", "1"), ("DO_NOT_TRACK", "1")] {
        command.env(name, value);
    }
    Ok(command)
}

/// Removes what is in a directory, but not what has been installed there.
fn clear(directory: &Path) -> Result<()> {
    fs::create_dir_all(directory)?;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if INSTALLED.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_here() -> impl Iterator<Item = &'static str> {
        HOSTS.iter().filter(|host| matches!(host.check, Check::Site(_))).map(|host| host.name)
    }

    #[test]
    fn every_site_has_its_row_and_every_row_its_site() {
        let mut sites: Vec<String> = fs::read_dir(project::root().join("tests/sites"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        sites.sort();
        let mut rows: Vec<&str> = made_here().collect();
        rows.sort();
        assert_eq!(rows, sites);
    }

    #[test]
    fn every_site_has_a_snippet() {
        for name in made_here() {
            assert!(snippet(name).is_dir(), "{name}");
        }
    }
}
