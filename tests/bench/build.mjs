// Builds what the server sends: the items as JSON, the peers, the page without a script, and the explorer's pages. Each file has a
// brotli copy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './gen.mjs';
import { DATA, HERE, page, PAGES, put, require, SIZES, WORK } from './place.mjs';
import { esc, inner, options } from './peers/core.js';

const PEERS = join(HERE, 'peers');
const APP = (name) => `<main id="app"></main><script type="module" src="/p/${name}/app.js"></script>`;

/** The entry of each peer, and style that only it needs. */
const ENTRIES = {
  vanilla: ['vanilla.js', ''],
  'vanilla-window': ['vanilla-window.js', ''],
  solid: ['solid.jsx', ''],
  react: ['react.jsx', ''],
  instantsearch: ['instantsearch.js', '.cards,.ais-RefinementList-list{list-style:none;padding:0;margin:0}'],
};

/** Builds everything that these adapters need. */
export async function build(adapters) {
  const css = await style();
  for (const n of SIZES) put(join(DATA, `${n}.json`), JSON.stringify(generate(n)));
  for (const [name, [entry, own]] of Object.entries(ENTRIES)) {
    put(join(PAGES, name, 'app.js'), await bundle(join(PEERS, entry)));
    put(join(PAGES, name, 'index.html'), page(name, APP(name), css + own));
  }
  for (const n of SIZES) put(join(PAGES, 'static', String(n), 'index.html'), still(n, css));
  for (const adapter of adapters) await adapter.build?.();
}

async function style() {
  const { code } = await require('esbuild').transform(readFileSync(join(PEERS, 'page.css'), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  return code;
}

/** A peer as one file, as its documentation says to build it for production. */
async function bundle(entry) {
  const solid = {
    name: 'solid',
    setup: (build) =>
      build.onLoad({ filter: /solid\.jsx$/ }, async ({ path }) => {
        const settings = { presets: [require('babel-preset-solid')], filename: path, babelrc: false, configFile: false };
        const { code } = await require('@babel/core').transformAsync(readFileSync(path, 'utf8'), settings);
        return { contents: code, loader: 'js' };
      }),
  };
  const { outputFiles } = await require('esbuild').build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    nodePaths: [join(WORK, 'node_modules')],
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production', 'browser'],
    jsx: 'automatic',
    plugins: [solid],
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

/** The same cards and controls as plain HTML in a declarative shadow root, without a script. */
function still(n, css) {
  const items = generate(n);
  const { categories, languages, licences } = options(items);
  const tabs = ['All', ...categories].map((category) => `<button role="tab">${esc(category)}</button>`);
  const boxes = (legend, values) => {
    const labels = values.map((value) => `<label><input type="checkbox">${esc(value)}</label>`);
    return `<fieldset><legend>${legend}</legend>${labels.join('')}</fieldset>`;
  };
  const cards = items.toSorted((a, b) => b.stars - a.stars).map((item) => `<article class="card">${inner(item)}</article>`);
  const shadow =
    `<style>${css}</style><div role="tablist">${tabs.join('')}</div>` +
    `<div class="bar"><input type="search" aria-label="Search"><p role="status">${n} projects</p></div>` +
    boxes('Language', languages) +
    boxes('Licence', licences) +
    `<div class="cards">${cards.join('\n')}</div>`;
  const body = `<body><static-explorer><template shadowrootmode="open">${shadow}</template></static-explorer>`;
  return page('static', body, 'body{margin:16px;font:14px/1.4 system-ui,sans-serif;color:#1b1f24;background:#fff}');
}
