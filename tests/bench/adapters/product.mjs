// The explorer, in three pages: with the items of the others as a catalog by `src`, with the bundled 52 projects, and with these
// prerendered. If the explorer changes, only this file and what it names change.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES, generate } from '../gen.mjs';
import { EMBED, page, PAGES, put, ROOT, SIZES } from '../place.mjs';
import { adapter } from './adapter.mjs';

const FILES = '/p/product/';
const SCRIPT = `<script type="module" src="${FILES}sandbox-explorer.js"></script>`;
/** What hosting.md says to write into the head of a page that shows the explorer at once. */
const HINTS =
  `<link rel="modulepreload" href="${FILES}sandbox-explorer.core.js">` +
  `<link rel="preload" as="fetch" crossorigin href="${FILES}sandbox-explorer.wasm">`;
const PROBE = { host: 'sandbox-explorer', card: 'article', hiddenByStyle: true };

const AS_OF = '2026-11-22';
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const both = (en, zh = en) => ({ en, zh });

/** The items as a catalog. */
function catalog(n) {
  const categories = CATEGORIES.map((category, i) => ({
    slug: slug(category),
    name: both(category),
    about: both(category),
    hue: (i * 29) % 360,
  }));
  const projects = generate(n).map((item) => {
    // No fact may be newer than the catalog.
    const accepted = item.accepted > '2026-11-01' ? '2026-11-01' : item.accepted;
    return {
      id: `p${item.id}`,
      name: item.name,
      part: String(item.part),
      category: slug(item.category),
      licence: item.licence,
      languages: item.languages,
      first_commit: item.first_commit,
      accepted,
      tags: item.tags,
      summary: both(item.summary, item.summary_zh),
      features: [],
      links: { website: item.website, repository: item.repo },
      maturity: { level: 'sandbox', since: accepted, as_of: AS_OF, source: 'landscape' },
      counts: { stars: { value: item.stars, as_of: AS_OF, source: 'landscape' } },
      snapshot: { commit: 'abc', date: AS_OF },
      sources: {},
    };
  });
  return { as_of: AS_OF, categories, projects };
}

/** A page with this markup of the explorer. */
const putPage = (directory, markup) =>
  put(join(PAGES, directory, 'index.html'), page('sandbox-explorer', `${HINTS}<body>${markup}${SCRIPT}`, 'body{margin:16px}'));

/** The shipped files, copied because their brotli copies lie next to them. */
function copyFiles() {
  if (!existsSync(join(EMBED, 'sandbox-explorer.js'))) throw new Error(`no explorer in ${EMBED}; run \`cargo xtask dist\` first`);
  for (const name of readdirSync(EMBED, { recursive: true })) {
    const from = join(EMBED, name);
    if (statSync(from).isFile()) put(join(PAGES, 'product', name), readFileSync(from));
  }
}

const product = adapter({
  name: 'product',
  build() {
    copyFiles();
    for (const n of SIZES) {
      put(join(PAGES, 'product-page', String(n), 'catalog.json'), JSON.stringify(catalog(n)));
      const tag = '<sandbox-explorer loading="eager" query="sort=stars" src="catalog.json"></sandbox-explorer>';
      putPage(`product-page/${n}`, tag);
    }
  },
  url: (n) => `/p/product-page/${n}/`,
  search: 'all',
  // Beyond 60 cards it shows the first ones and continues as one scrolls.
  probe: { ...PROBE, minCards: 60 },
});

// Other cards than those of the peers, so only loading is compared.
const ofBundled = (name, build) =>
  adapter({ name, build, url: () => `/p/${name}-page/52/`, sizes: [52], interactUpTo: 0, probe: PROBE });

const bundled = ofBundled('product-bundled', () => {
  putPage('product-bundled-page/52', '<sandbox-explorer loading="eager"></sandbox-explorer>');
});

const prerendered = ofBundled('product-prerendered', () => {
  const words = ['run', '--quiet', '--package', 'sandbox-explorer-cli', '--', 'prerender', '--as', 'shadow'];
  console.error(`$ cargo ${words.join(' ')}`);
  const markup = execFileSync('cargo', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  putPage('product-prerendered-page/52', markup);
});

export default [product, bundled, prerendered];
