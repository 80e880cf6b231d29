// The scripts of the standalone page that are not its program: the worker with its glue, the script for the console, and for a release the
// service worker. `cargo xtask` calls it; by hand:
//
//   node page/build.mjs --bindgen <dir> --out <dir> [--dev]
//   node page/build.mjs --service-worker <directory of the whole page>
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = dirname(fileURLToPath(import.meta.url));
const esbuild = createRequire(join(dirname(HERE), 'xtask/node/package.json'))('esbuild');

const { values: options } = parseArgs({
  options: {
    bindgen: { type: 'string' },
    out: { type: 'string' },
    dev: { type: 'boolean', default: false },
    'service-worker': { type: 'string' },
  },
});

const common = { bundle: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', target: 'es2022' };
const hash = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex').slice(0, 16);

/** Every file of a directory, as paths from it, sorted. */
async function files(directory, from = directory) {
  const found = [];
  for (const name of (await readdir(directory)).sort()) {
    const path = join(directory, name);
    if ((await stat(path)).isDirectory()) found.push(...(await files(path, from)));
    else found.push(relative(from, path).replaceAll('\\', '/'));
  }
  return found;
}

if (options['service-worker']) {
  const page = resolve(options['service-worker']);
  const all = (await files(page)).filter((name) => name != 'sw.js');
  const contents = await Promise.all(all.map((name) => readFile(join(page, name))));
  // What every visit loads, and the configurator, which may be fetched before the service worker is there. The rest is kept when it is used.
  const first = all.filter((name) => /^(index\.html$|[^/]*\.css$|page-|start\.js$|kit(\.js|_bg\.wasm)$|embed\/sandbox-explorer\.(js|css)$)/.test(name));
  await esbuild.build({
    ...common,
    minify: true,
    entryPoints: [join(HERE, 'sw.js')],
    outfile: join(page, 'sw.js'),
    define: { BUILD: JSON.stringify(hash(...all, ...contents)), FIRST: JSON.stringify(first.map((name) => (name == 'index.html' ? './' : name))) },
  });
} else {
  const bindgen = resolve(options.bindgen);
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const program = await readFile(join(bindgen, 'worker_bg.wasm'));
  const settings = { ...common, minify: !options.dev };
  await esbuild.build({
    ...settings,
    format: 'esm',
    entryPoints: [join(HERE, 'worker.js')],
    outfile: join(out, 'worker.js'),
    alias: { glue: join(bindgen, 'worker.js') },
    // Files of two builds would not fit.
    define: { BUILD: JSON.stringify(hash(program)) },
  });
  await copyFile(join(bindgen, 'worker_bg.wasm'), join(out, 'worker_bg.wasm'));
  // Pasted into a console: one line, with the texts of one language.
  const texts = JSON.parse(await readFile(join(HERE, 'troubles.json'), 'utf8'));
  for (const [language, { heads, troubles }] of Object.entries(texts)) {
    const { outputFiles } = await esbuild.build({
      ...common,
      minify: true,
      write: false,
      // One name on the page, which no page has.
      format: 'iife',
      globalName: 'sandboxExplorerCheck',
      entryPoints: [join(HERE, 'console.js')],
      define: { HEAD: JSON.stringify(heads), TROUBLES: JSON.stringify(troubles) },
    });
    // Line breaks are left in literals only.
    const code = outputFiles[0].text.trim().replaceAll('\n', '\\n');
    await writeFile(join(out, `console.${language}.js`), `${code}sandboxExplorerCheck.check()\n`);
  }
}
