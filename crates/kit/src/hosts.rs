//! The hosts, one row each. The texts are the files of `npm/snippets`.

use crate::host::{Host, Loader, Once, OncePlace};
use crate::inside::Inside;
use crate::syntax::Syntax;

macro_rules! snippet {
    ($path:literal) => {
        include_str!(concat!("../snippets/", $path))
    };
}

/// The end of a `<script>`, before which its hash goes.
const TAG: Option<(&str, [&str; 2])> = Some(("></script>", [" integrity=\"", "\""]));

/// An address in quotation marks that another one replaces.
const fn tag(written: &'static str) -> Option<Loader> {
    Some(Loader { written, around: ["", ""], integrity: TAG })
}

/// The npm package.
const PACKAGE: Once = Once { place: OncePlace::Terminal, path: "", text: "npm install sandbox-explorer\n" };

const fn file(path: &'static str, text: &'static str) -> Once {
    Once { place: OncePlace::File, path, text }
}

const fn into(path: &'static str, text: &'static str) -> Once {
    Once { place: OncePlace::Into, path, text }
}

/// What most hosts have in common: the tag itself, pasted.
const PASTED: Host = Host {
    slug: "",
    name: "",
    directory: Some("sandbox-explorer/"),
    served: Some("/sandbox-explorer/"),
    loader: None,
    syntax: Syntax::Html,
    inside: Inside::Html,
    is_markup: false,
    example: "",
    once: &[],
};

/// A page of a framework, whose bundler brings the files.
const BUNDLED: Host =
    Host { directory: None, served: None, syntax: Syntax::Jsx, inside: Inside::Template, once: &[PACKAGE], ..PASTED };

/// Every host, the plain page first.
pub static HOSTS: &[Host] = &[
    Host {
        slug: "html",
        name: "HTML",
        directory: Some(""),
        served: Some(""),
        loader: tag("sandbox-explorer.js"),
        is_markup: true,
        example: snippet!("posts/html.html"),
        ..PASTED
    },
    Host {
        slug: "hugo",
        name: "Hugo",
        directory: Some("static/sandbox-explorer/"),
        loader: tag("sandbox-explorer/sandbox-explorer.js"),
        syntax: Syntax::Shortcode,
        example: snippet!("posts/hugo.md"),
        once: &[file(
            "layouts/shortcodes/sandbox-explorer.html",
            snippet!("hugo/layouts/shortcodes/sandbox-explorer.html"),
        )],
        ..PASTED
    },
    Host {
        slug: "jekyll",
        name: "Jekyll",
        loader: tag("/sandbox-explorer/sandbox-explorer.js"),
        syntax: Syntax::Shortcode,
        inside: Inside::File("_includes/"),
        example: snippet!("posts/jekyll.md"),
        once: &[file("_includes/sandbox-explorer.html", snippet!("jekyll/_includes/sandbox-explorer.html"))],
        ..PASTED
    },
    Host {
        slug: "eleventy",
        name: "Eleventy",
        loader: tag("/sandbox-explorer/sandbox-explorer.js"),
        syntax: Syntax::Quoted,
        example: snippet!("posts/eleventy.md"),
        once: &[
            file("sandbox-explorer.mjs", snippet!("eleventy/sandbox-explorer.mjs")),
            into("eleventy.config.js", snippet!("eleventy/eleventy.config.js")),
        ],
        ..PASTED
    },
    Host {
        slug: "astro",
        name: "Astro",
        directory: Some("public/sandbox-explorer/"),
        loader: Some(Loader {
            written: "{`${base}sandbox-explorer/sandbox-explorer.js`}",
            around: ["\"", "\""],
            integrity: TAG,
        }),
        syntax: Syntax::Jsx,
        inside: Inside::Template,
        example: snippet!("posts/astro.mdx"),
        once: &[file("src/components/SandboxExplorer.astro", snippet!("astro/src/components/SandboxExplorer.astro"))],
        ..PASTED
    },
    Host {
        slug: "docusaurus",
        name: "Docusaurus",
        directory: Some("static/sandbox-explorer/"),
        loader: Some(Loader {
            written: "/sandbox-explorer/sandbox-explorer.js",
            around: ["", ""],
            integrity: Some((" />\n      </Head>", [" integrity=\"", "\""])),
        }),
        syntax: Syntax::Jsx,
        inside: Inside::Template,
        example: snippet!("posts/docusaurus.mdx"),
        once: &[file("src/components/SandboxExplorer.jsx", snippet!("docusaurus/src/components/SandboxExplorer.jsx"))],
        ..PASTED
    },
    Host {
        slug: "vitepress",
        name: "VitePress",
        directory: Some("public/sandbox-explorer/"),
        loader: Some(Loader {
            written: "`${base}sandbox-explorer/sandbox-explorer.js`",
            around: ["'", "'"],
            integrity: Some((" }]]", [", integrity: '", "'"])),
        }),
        inside: Inside::Template,
        example: snippet!("posts/vitepress.md"),
        once: &[
            file(".vitepress/sandbox-explorer.mjs", snippet!("vitepress/.vitepress/sandbox-explorer.mjs")),
            into(".vitepress/config.mjs", snippet!("vitepress/.vitepress/config.mjs")),
        ],
        ..PASTED
    },
    Host {
        slug: "hexo",
        name: "Hexo",
        directory: Some("source/sandbox-explorer/"),
        loader: tag("/sandbox-explorer/sandbox-explorer.js"),
        syntax: Syntax::Shortcode,
        example: snippet!("posts/hexo.md"),
        once: &[
            file("scripts/sandbox-explorer.js", snippet!("hexo/scripts/sandbox-explorer.js")),
            into("_config.yml", snippet!("hexo/_config.yml")),
        ],
        ..PASTED
    },
    Host {
        slug: "mkdocs",
        name: "MkDocs",
        directory: Some("docs/sandbox-explorer/"),
        // MkDocs writes no `integrity`.
        loader: Some(Loader { written: "sandbox-explorer/sandbox-explorer.js", around: ["", ""], integrity: None }),
        is_markup: true,
        example: snippet!("mkdocs/page.md"),
        once: &[into("mkdocs.yml", snippet!("mkdocs/mkdocs.yml"))],
        ..PASTED
    },
    Host {
        slug: "pelican",
        name: "Pelican",
        directory: Some("content/sandbox-explorer/"),
        loader: tag("{static}/sandbox-explorer/sandbox-explorer.js"),
        syntax: Syntax::Data,
        is_markup: true,
        example: snippet!("pelican/article.md"),
        once: &[into("pelicanconf.py", snippet!("pelican/pelicanconf.py"))],
        ..PASTED
    },
    Host {
        slug: "sphinx",
        name: "Sphinx",
        directory: Some("_static/sandbox-explorer/"),
        served: Some("/_static/sandbox-explorer/"),
        loader: Some(Loader {
            written: "sandbox-explorer/sandbox-explorer.js",
            around: ["", ""],
            integrity: Some(("})]", [", \"integrity\": \"", "\""])),
        }),
        is_markup: true,
        example: snippet!("posts/sphinx.rst"),
        once: &[into("conf.py", snippet!("sphinx/conf.py"))],
        ..PASTED
    },
    Host {
        slug: "mdbook",
        name: "mdBook",
        directory: Some("src/sandbox-explorer/"),
        served: Some("sandbox-explorer/"),
        loader: tag("sandbox-explorer/sandbox-explorer.js"),
        is_markup: true,
        example: snippet!("posts/mdbook.md"),
        ..PASTED
    },
    Host {
        slug: "wordpress",
        name: "WordPress",
        directory: Some("wp-content/uploads/sandbox-explorer/"),
        served: Some("/wp-content/uploads/sandbox-explorer/"),
        loader: tag("/wp-content/uploads/sandbox-explorer/sandbox-explorer.js"),
        is_markup: true,
        example: snippet!("wordpress/custom-html-block.html"),
        ..PASTED
    },
    Host {
        slug: "wordpress-shortcode",
        name: "WordPress, shortcode",
        directory: Some("wp-content/plugins/sandbox-explorer/"),
        served: Some("/wp-content/plugins/sandbox-explorer/"),
        syntax: Syntax::Bracketed,
        example: snippet!("posts/wordpress.txt"),
        once: &[file(
            "wp-content/plugins/sandbox-explorer/sandbox-explorer.php",
            snippet!("wordpress/sandbox-explorer.php"),
        )],
        ..PASTED
    },
    Host {
        slug: "ghost",
        name: "Ghost",
        directory: Some("assets/sandbox-explorer/"),
        served: Some("/assets/sandbox-explorer/"),
        loader: tag("/assets/sandbox-explorer/sandbox-explorer.js"),
        is_markup: true,
        example: snippet!("ghost/html-card.html"),
        ..PASTED
    },
    Host { slug: "react", name: "React", example: snippet!("posts/react.tsx"), ..BUNDLED },
    Host {
        slug: "vue",
        name: "Vue",
        syntax: Syntax::Vue,
        example: snippet!("posts/vue.vue"),
        once: &[PACKAGE, into("vite.config.ts", snippet!("vue/vite.config.ts"))],
        ..BUNDLED
    },
    Host { slug: "svelte", name: "Svelte", example: snippet!("posts/svelte.svelte"), ..BUNDLED },
    Host { slug: "solid", name: "Solid", example: snippet!("posts/solid.tsx"), ..BUNDLED },
    Host {
        slug: "leptos",
        name: "Leptos",
        syntax: Syntax::Leptos,
        inside: Inside::Links,
        example: snippet!("posts/leptos.rs"),
        once: &[Once {
            place: OncePlace::Terminal,
            path: "",
            text: "cargo add leptos --features csr\ncargo add sandbox-explorer --features web\n",
        }],
        ..BUNDLED
    },
    Host {
        slug: "iframe",
        name: "iframe",
        loader: Some(Loader { written: "sandbox-explorer/", around: ["", ""], integrity: None }),
        served: None,
        syntax: Syntax::Query,
        inside: Inside::Nothing,
        example: snippet!("posts/iframe.html"),
        ..PASTED
    },
    Host {
        slug: "div",
        name: "HTML, div",
        directory: Some(""),
        served: Some(""),
        loader: tag("sandbox-explorer.js"),
        syntax: Syntax::Data,
        is_markup: true,
        example: snippet!("posts/div.html"),
        ..PASTED
    },
];
