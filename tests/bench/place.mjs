// Where things lie: dependencies and everything that is built are under target/bench, so that the source tree stays as it is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = resolve(HERE, '../..');
export const WORK = join(ROOT, 'target/bench');
/** The pages, one directory for each implementation; served under `/p/`. */
export const PAGES = join(WORK, 'pages');
/** The items as JSON, one file for each number of them; served under `/data/`. */
export const DATA = join(WORK, 'data');
export const RESULTS = join(WORK, 'results');

/** The shipped files of the element. */
export const EMBED = resolve(process.env.PRODUCT_DIST ?? join(ROOT, 'dist/embed'));

/** The numbers of items. */
export const SIZES = [52, 500, 2400, 10000];

/** Loads a package of target/bench/node_modules. */
export const require = createRequire(join(WORK, 'package.json'));

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };

/** Writes a file with its brotli copy, unless both are there: compressing 10,000 items takes a while. */
export function put(file, body) {
  body = Buffer.from(body);
  if (existsSync(`${file}.br`) && existsSync(file) && readFileSync(file).equals(body)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.br`, brotliCompressSync(body, BROTLI));
  writeFileSync(file, body);
}

/** An HTML document. */
export const page = (title, body, css) =>
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<title>${title}</title><link rel="icon" href="data:,"><style>${css}</style>${body}</html>\n`;
