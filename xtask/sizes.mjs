// The size of each download in dist/embed against its budget; `cargo xtask sizes` and `cargo xtask dist` run this. Node's zlib and brotli
// are those that servers use.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// File, its description, and its maximum size in bytes after brotli. Lower is better: when a file becomes permanently smaller, lower its
// number.
const BUDGETS = [
  ['sandbox-explorer.js', 'loader', 2_304],
  ['sandbox-explorer.core.js', 'glue and style', 12_800],
  ['sandbox-explorer.wasm', 'program and data', 85_500],
  // Loaded after the first view.
  ['sandbox-explorer.later.wasm', 'search, other views, details', 72_900],
  ['sandbox-explorer.features.txt', 'features and facts', 37_000],
  // Before the first view of a Chinese page, after that of others.
  ['sandbox-explorer.zh.txt', 'Chinese', 6_200],
  // Loaded only where there is a `src`.
  ['sandbox-explorer.reader.wasm', 'reader of catalogs, long lists', 41_000],
  // Only where there is a search service, after the reader.
  ['sandbox-explorer.service.wasm', 'search services', 21_500],
  ['sandbox-explorer.inline.js', 'all in one', Infinity],
];

const EMBED = new URL('../dist/embed/', import.meta.url);

function read(file) {
  try {
    return readFileSync(new URL(file, EMBED));
  } catch (error) {
    console.error(`error: ${error.message}; run \`cargo xtask dist\` first`);
    process.exit(1);
  }
}

function row(file, what, ...columns) {
  const cells = columns.map((cell) => (cell == Infinity ? '-' : cell.toLocaleString('en')).padStart(9));
  console.log(file.padEnd(29), what.padEnd(20), ...cells);
}

console.log();
row('dist/embed', '', 'raw', 'gzip', 'brotli', 'budget');
const over = [];
for (const [file, what, budget] of BUDGETS) {
  const bytes = read(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const brotli = brotliCompressSync(bytes, { params }).length;
  row(file, what, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli, budget);
  if (brotli > budget) over.push(file);
}
console.log(`\n${read('integrity.json')}`);
if (over.length) {
  console.error(`error: over budget: ${over.join(', ')}`);
  process.exit(1);
}
