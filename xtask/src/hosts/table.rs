//! The table of hosts: one row each, in the order in which they are tested.

use super::framework::framework;
use super::ghost::ghost;
use super::kind::Kind;
use super::site::{Post, Site};
use super::wordpress::wordpress;
use super::{Check, Host, Script};

pub(super) const HOSTS: &[Host] = &[
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
    Host {
        name: "react",
        check: Check::Script(Script {
            command: || framework("react"),
            kind: Kind::Npm("react"),
            directory: "frameworks/react",
        }),
    },
    Host {
        name: "vue",
        check: Check::Script(Script {
            command: || framework("vue"),
            kind: Kind::Npm("vue"),
            directory: "frameworks/vue",
        }),
    },
    Host {
        name: "svelte",
        check: Check::Script(Script {
            command: || framework("svelte"),
            kind: Kind::Npm("svelte"),
            directory: "frameworks/svelte",
        }),
    },
    Host {
        name: "solid",
        check: Check::Script(Script {
            command: || framework("solid"),
            kind: Kind::Npm("solid-js"),
            directory: "frameworks/solid",
        }),
    },
    Host {
        name: "next",
        check: Check::Script(Script {
            command: || framework("next"),
            kind: Kind::Npm("next"),
            directory: "frameworks/next",
        }),
    },
    Host {
        name: "wordpress",
        check: Check::Script(Script { command: wordpress, kind: Kind::Debian("wordpress"), directory: "wordpress" }),
    },
    Host {
        name: "ghost",
        check: Check::Script(Script { command: ghost, kind: Kind::Npm("ghost"), directory: "ghost" }),
    },
];

#[cfg(test)]
mod tests {
    use super::super::site::snippet;
    use super::*;
    use crate::project;
    use std::fs;

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
