// The systems in which people use the explorer: `cargo xtask test-hosts [name…]`, or, with dist/ and the tools in place,
//
//   node tests/hosts.mjs [name…]
//
// Each host is made the way its author would make it, with the texts that the tool prints (`cargo snippet`) or with the npm package, in
// target/hosts/<name>; then a target of tests/e2e tests it in Chromium. What is installed there stays for the next run. A table follows.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { framework } from './hosts/framework.mjs';
import { ghost } from './hosts/ghost.mjs';
import { version } from './hosts/install.mjs';
import { leptos } from './hosts/leptos.mjs';
import { DIST, end, ROOT, run, TESTS } from './hosts/run.mjs';
import { site } from './hosts/site.mjs';
import { wordpress } from './hosts/wordpress.mjs';

// `make` prepares the host and says how it is tested. `debian`, `npm`, `python` or `cargo` is the package whose version is printed, and how
// it is installed. For a site: `build`, its own command, if it has one; `post`, the file that the texts are pasted into; `output`, the built
// site; `page`, the post below `/blog/`; `below`, what its author changes in a printed text because of that path.
const HOSTS = [
  { name: 'html', make: site, post: 'posts/thirteen-arrivals.html', output: '.', page: 'posts/thirteen-arrivals.html' },
  { name: 'div', make: site, post: 'posts/thirteen-arrivals.html', output: '.', page: 'posts/thirteen-arrivals.html' },
  {
    name: 'hugo',
    make: site,
    debian: 'hugo',
    build: 'hugo --quiet',
    post: 'content/posts/thirteen-arrivals.md',
    output: 'public',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'jekyll',
    make: site,
    debian: 'jekyll',
    build: 'jekyll build --quiet',
    post: '_posts/2026-01-05-thirteen-arrivals.md',
    output: '_site',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'eleventy',
    make: site,
    npm: '@11ty/eleventy',
    build: 'eleventy --quiet',
    post: 'posts/thirteen-arrivals.md',
    output: '_site',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'mkdocs',
    make: site,
    python: 'mkdocs',
    build: 'mkdocs build --quiet --strict',
    post: 'docs/posts/thirteen-arrivals.md',
    output: 'site',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'pelican',
    make: site,
    python: 'pelican',
    build: 'pelican --quiet --fatal warnings',
    post: 'content/thirteen-arrivals.md',
    output: 'output',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'sphinx',
    make: site,
    python: 'sphinx',
    build: 'sphinx-build --quiet --fail-on-warning . _build',
    post: 'posts/thirteen-arrivals.rst',
    output: '_build',
    page: 'posts/thirteen-arrivals.html',
  },
  {
    name: 'mdbook',
    make: site,
    cargo: 'mdbook',
    build: 'mdbook build',
    post: 'src/thirteen-arrivals.md',
    output: 'book',
    page: 'thirteen-arrivals.html',
  },
  {
    name: 'hexo',
    make: site,
    npm: 'hexo',
    build: 'hexo generate --silent --bail',
    post: 'source/_posts/thirteen-arrivals.md',
    output: 'public',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'astro',
    make: site,
    npm: 'astro',
    build: 'astro build --silent',
    post: 'src/pages/posts/thirteen-arrivals.mdx',
    output: 'dist',
    page: 'posts/thirteen-arrivals/',
  },
  {
    name: 'vitepress',
    make: site,
    npm: 'vitepress',
    build: 'vitepress build',
    post: 'posts/thirteen-arrivals.md',
    output: '.vitepress/dist',
    page: 'posts/thirteen-arrivals.html',
    below: [
      ["sandboxExplorer('/')", "sandboxExplorer('/blog/')"],
      ['defineConfig({ ', "defineConfig({ base: '/blog/', title: 'A blog', "],
    ],
  },
  {
    name: 'docusaurus',
    make: site,
    npm: '@docusaurus/core',
    build: 'docusaurus build',
    post: 'blog/2026-01-05-thirteen-arrivals.mdx',
    output: 'build',
    page: 'posts/thirteen-arrivals/',
  },
  { name: 'react', make: framework, npm: 'react' },
  { name: 'react18', make: framework, npm: 'react' },
  { name: 'vue', make: framework, npm: 'vue' },
  { name: 'svelte', make: framework, npm: 'svelte' },
  { name: 'solid', make: framework, npm: 'solid-js' },
  { name: 'next', make: framework, npm: 'next' },
  { name: 'leptos', make: leptos },
  { name: 'wordpress', make: wordpress, debian: 'wordpress' },
  { name: 'ghost', make: ghost, npm: 'ghost' },
];

/** Installed by a host next to its files. */
const KEPT = ['node_modules', 'venv', 'cargo', 'installed'];

/** Makes a host in its directory and tests it. */
async function check(host, directory) {
  await mkdir(directory, { recursive: true });
  for (const entry of await readdir(directory)) {
    if (!KEPT.includes(entry)) await rm(join(directory, entry), { recursive: true });
  }
  const { target, args = [], module = '', env, after } = await host.make(host, directory);
  // A filter that matches no test is not an error of cargo.
  const tests = await readFile(join(TESTS, 'e2e/tests', target, 'main.rs'), 'utf8');
  if (module && !tests.includes(`\nmod ${module} {`)) throw new Error(`there is no mod ${module} in the target ${target}`);
  const filter = module ? [`${module}::`] : [];
  await run(['cargo', 'test', '--package', 'e2e', '--test', target, '--', ...filter, ...args], { cwd: ROOT, env: { E2E_DIST: DIST, ...env } });
  await after?.();
}

const asked = process.argv.slice(2);
const names = HOSTS.map(({ name }) => name);
for (const name of asked) {
  if (names.includes(name)) continue;
  console.error(`error: no host is called \`${name}\`; there are ${names.join(', ')}`);
  process.exit(2);
}

const rows = [];
for (const host of HOSTS.filter(({ name }) => !asked.length || asked.includes(name))) {
  console.log(`\n== ${host.name}`);
  const directory = join(ROOT, 'target/hosts', host.name);
  const start = Date.now();
  const error = await check(host, directory).catch((error) => error);
  if (error) console.log(`error: ${error.message}`);
  await end();
  rows.push({ ...host, works: !error, version: await version(host, directory), seconds: Math.round((Date.now() - start) / 1000) });
}

console.log(`\n${'host'.padEnd(12)} ${'version'.padEnd(21)} ${'works'.padEnd(8)} ${'seconds'.padStart(7)}`);
for (const { name, version, works, seconds } of rows) {
  console.log(`${name.padEnd(12)} ${version.padEnd(21)} ${(works ? 'yes' : 'NO').padEnd(8)} ${String(seconds).padStart(7)}`);
}
const failed = rows.filter(({ works }) => !works).length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
