// Turns the glue and program from wasm-bindgen, the style sheets and the hand-written element into the files that ship: those to copy next
// to a page, and the npm package. `cargo xtask` calls it; by hand:
//
//   node npm/build.mjs --bindgen <dir> --features features.txt --chinese zh.txt --style style/index.css --version 1.2.3 --out dist-dir [--dev]
//
// <dir> holds core.js, core_bg.wasm, reader.js and reader_bg.wasm (already optimised), and core_later.wasm if a chunk was split off the
// program. Writes <out>/embed and <out>/npm/package. With --dev nothing is minified and the single-file form, which takes longest, is left
// out.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { shared, shorten, withSection } from './names.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);

// All Node tools are in one place with one lock file; the package itself has no dependencies.
const tools = createRequire(join(ROOT, 'xtask/node/package.json'));
const esbuild = tools('esbuild');
const terser = tools('terser');

const LOADER = 'sandbox-explorer.js';
const CORE = 'sandbox-explorer.core.js';
const PROGRAM = 'sandbox-explorer.wasm';
const READER = 'sandbox-explorer.reader.js';
const READER_PROGRAM = 'sandbox-explorer.reader.wasm';
const CHUNK = 'sandbox-explorer.later.wasm';
const FEATURES = 'sandbox-explorer.features.txt';
const CHINESE = 'sandbox-explorer.zh.txt';
const INLINE = 'sandbox-explorer.inline.js';
const STYLE = 'sandbox-explorer.css';

const { values: options } = parseArgs({
  options: {
    bindgen: { type: 'string' },
    features: { type: 'string' },
    chinese: { type: 'string' },
    style: { type: 'string' },
    version: { type: 'string' },
    out: { type: 'string' },
    dev: { type: 'boolean', default: false },
  },
});
for (const name of ['bindgen', 'features', 'chinese', 'style', 'version', 'out']) {
  if (!options[name]) {
    console.error(`npm/build.mjs: --${name} is missing`);
    process.exit(2);
  }
}

const bindgen = resolve(options.bindgen);
const embed = resolve(options.out, 'embed');
// Texts that the program does not contain.
const texts = { features: [FEATURES, await readFile(resolve(options.features))], chinese: [CHINESE, await readFile(resolve(options.chinese))] };
const pack = resolve(options.out, 'npm/package');

/** Glue and program from wasm-bindgen, with the chunk that was split off, and, in a release, with short names shared by them. */
async function made(name) {
  let glue = await readFile(join(bindgen, `${name}.js`), 'utf8');
  const program = await readFile(join(bindgen, `${name}_bg.wasm`));
  const file = join(bindgen, `${name}_later.wasm`);
  const chunk = existsSync(file) ? await readFile(file) : undefined;
  if (chunk) {
    const given = shared(chunk).map((name) => `${name}: wasm.${name}`);
    glue += `\nexport async function link(chunk) { await WebAssembly.instantiate(chunk, { __wasm_split: { ${given.join(', ')} } }); }\n`;
  }
  return options.dev ? { glue, program, chunk } : shorten(program, glue, `./${name}_bg.js`, chunk);
}

const programs = { core: await made('core'), reader: await made('reader') };

/** In the format of the attribute `integrity`. */
function integrity(bytes, algorithm = 'sha256') {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;
}

// Options of every esbuild call here. Class fields and light-dark() already need a browser of 2024, so lowering the syntax would only cost
// bytes.
const common = {
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  minify: !options.dev,
  target: 'esnext',
  write: false,
};

async function bundle(settings) {
  const { outputFiles } = await esbuild.build({ ...common, ...settings });
  return outputFiles[0].text;
}

/** A script, minified as far as possible: terser's names repeat more, which saves 2 to 8 % after compression. */
async function script(settings) {
  const all = { format: common.format, minify: common.minify, ...settings };
  const text = await bundle(all);
  if (!all.minify) return text;
  return (await terser.minify(text, { ecma: 2022, module: all.format == 'esm', compress: { passes: 2 } })).code + '\n';
}

function source(name) {
  return join(HERE, name);
}

/** The style sheet of this name next to `--style`, with its imports, but without `without`. */
async function style(name, without = 'none') {
  const left = {
    name: 'left-out',
    setup: (build) => build.onLoad({ filter: new RegExp(`${without}$`) }, () => ({ contents: '', loader: 'css' })),
  };
  const entryPoints = [join(dirname(resolve(options.style)), name)];
  return (await bundle({ entryPoints, plugins: [left], loader: { '.svg': 'dataurl', '.woff2': 'dataurl' } })).trim();
}

// The style of the chunk comes last, and ships inside it.
const later = await style('chunk.css');
const first = await style(basename(options.style), 'chunk.css');
const css = first + later;
const { chunk: bare } = programs.core;
const chunk = bare && withSection(bare, 'style', Buffer.from(later));

/**
 * The build id, by which modules of one build recognise each other: eight hexadecimal digits of the hash of all inputs. Not of the modules
 * themselves, which contain it.
 */
async function id() {
  const scripts = (await readdir(HERE)).filter((name) => /\.m?js$/.test(name)).sort();
  const parts = [options.version, String(options.dev), css, ...Object.values(texts).flat(), ...(await Promise.all(scripts.map((name) => readFile(source(name)))))];
  for (const { program, glue, chunk } of Object.values(programs)) parts.push(program, glue, chunk ?? '');
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest());
  return hash.digest('hex').slice(0, 8);
}

common.define = {
  VERSION: JSON.stringify(options.version),
  BUILD: JSON.stringify(await id()),
  INTEGRITY: JSON.stringify(integrity(programs.core.program)),
};

/**
 * The glue of a program as a factory function, because a program that has died is replaced by a new one: `make(died)` returns `init` and
 * the exported functions. The default path of the program is removed: the importer always passes one, and bundlers would look for a file
 * of that name and fail.
 */
function factory(glue) {
  const names = ['__wbg_init as init', ...[...glue.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1])];
  const inside = [
    [/new URL\((['"])\w+_bg\.wasm\1, import\.meta\.url\)/, 'undefined'],
    [/wasm = instance\.exports;/, 'wasm = guard(instance.exports, died);'],
    [/^export \{.*\};$/m, ''],
    [/^export /gm, ''],
  ].reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`npm/build.mjs: the glue of wasm-bindgen has changed: no ${from}`);
    from.lastIndex = 0;
    return text.replace(from, to);
  }, glue);
  if (/^import |import\.meta/m.test(inside)) throw new Error('npm/build.mjs: the glue of wasm-bindgen imports something new');
  const given = names.map((name) => name.split(' as ').reverse().join(': '));
  return `import { guard } from './guard.js';\nexport function make(died) {\n${inside}\nreturn { ${given.join(', ')} };\n}`;
}

// Imports of the modules that are not files in this directory: the glue of a program, the style sheet, and where programs, their chunk,
// texts and the reader come from.
function madeOf(inline) {
  return {
    name: 'made-of',
    setup(build) {
      build.onResolve({ filter: /^(glue:|program:|style$|chunk$|features$|chinese$|reader$)/ }, ({ path }) => ({ path, namespace: 'made' }));
      build.onLoad({ filter: /^glue:/, namespace: 'made' }, ({ path }) => {
        return { contents: factory(programs[path.split(':')[1]].glue), loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^style$/, namespace: 'made' }, () => ({ contents: chunk ? first : css, loader: 'text' }));
      build.onLoad({ filter: /^program:/, namespace: 'made' }, ({ path }) => {
        const { program } = programs[path.split(':')[1]];
        const text = JSON.stringify(gzipSync(program, { level: 9 }).toString('base64'));
        const contents = inline
          ? `import { unzip } from './unzip.js'; export const program = () => unzip(${text});`
          : `import { pinned } from './files.js';
            export const program = () =>
              pinned('${READER_PROGRAM}', new URL('./${READER_PROGRAM}', import.meta.url).href, '${integrity(program)}');`;
        return { contents, loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^chunk$/, namespace: 'made' }, () => {
        const zipped = chunk && JSON.stringify(gzipSync(chunk, { level: 9 }).toString('base64'));
        const contents = !chunk
          ? 'export const chunk = undefined;'
          : inline
            ? `import { unzip } from './unzip.js'; export const chunk = () => unzip(${zipped});`
            : `import { pinned } from './files.js';
              export const chunk = async () =>
                (await pinned('${CHUNK}', new URL('./${CHUNK}', import.meta.url).href, '${integrity(chunk)}')).arrayBuffer();`;
        return { contents, loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^(features|chinese)$/, namespace: 'made' }, ({ path }) => {
        const [file, text] = texts[path];
        const zipped = JSON.stringify(gzipSync(text, { level: 9 }).toString('base64'));
        const contents = inline
          ? `import { unzip } from './unzip.js'; export const ${path} = async () => new TextDecoder().decode(await unzip(${zipped}));`
          : `import { pinned } from './files.js';
            export const ${path} = async () =>
              (await pinned('${file}', new URL('./${file}', import.meta.url).href, '${integrity(text)}')).text();`;
        return { contents, loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^reader$/, namespace: 'made' }, () => {
        // Derives the address from a file that bundlers may copy: they would treat `new URL` of the module as a file to copy as well.
        const contents = inline
          ? `export const importReader = () => import('./reader.js');`
          : `import { imported } from './files.js';
            const address = new URL('./${FEATURES}', import.meta.url).href.replace('${FEATURES}', '${READER}');
            export const importReader = () => imported('${READER}', address, () => import('./${READER}'));`;
        return { contents, loader: 'js', resolveDir: HERE };
      });
    },
  };
}

async function write(directory, files) {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
}

const files = [madeOf(false)];
const core = await script({ entryPoints: [source('core.js')], external: [`./${READER}`], plugins: files });
const reader = await script({ entryPoints: [source('reader.js')], plugins: files });
const inline = options.dev
  ? {}
  : { [INLINE]: await script({ entryPoints: [source('inline.js')], format: 'iife', plugins: [madeOf(true)] }) };

// The framed page needs the single-file form.
const frame = options.dev
  ? {}
  : {
      'sandbox-explorer.frame.html': await readFile(source('frame.html'), 'utf8'),
      'sandbox-explorer.frame.js': await script({ entryPoints: [source('frame.js')] }),
      'sandbox-explorer.frames.js': await script({ entryPoints: [source('frames.js')] }),
    };

await write(embed, {
  [LOADER]: await script({ entryPoints: [source(LOADER)], external: [`./${CORE}`] }),
  [CORE]: core,
  [READER]: reader,
  ...inline,
  ...frame,
  // The element has its style in the core; this file is for pages that contain the component itself, as Leptos renders it.
  [STYLE]: css + '\n',
});
await writeFile(join(embed, PROGRAM), programs.core.program);
for (const [file, text] of Object.values(texts)) await writeFile(join(embed, file), text);
if (chunk) await writeFile(join(embed, CHUNK), chunk);
// For pages that pin the files they load; the loader pins the program itself.
if (!options.dev) {
  const pinned = [LOADER, CORE, INLINE, 'sandbox-explorer.frames.js'];
  const hashes = await Promise.all(pinned.map(async (name) => [name, integrity(await readFile(join(embed, name)), 'sha384')]));
  await writeFile(join(embed, 'integrity.json'), JSON.stringify(Object.fromEntries(hashes), null, 2) + '\n');
}
await writeFile(join(embed, READER_PROGRAM), programs.reader.program);

// In the package the class is a module of its own: code that imports both entries must get one class, not two. Its modules
// are not minified: bundlers do that, and they need the comments inside import(), which minifying removes.
const description = JSON.parse(await readFile(source('package.json'), 'utf8'));
description.version = options.version;

/**
 * Adds a comment that tells bundlers to ignore import() of an address that only this module knows; otherwise they warn. Minifying removes
 * the comment in its source.
 */
function ownAddress(text) {
  const told = text.replace(/\bimport\((?=[\w$])/, 'import(/* @vite-ignore */ /* webpackIgnore: true */ ');
  if (!told.includes('webpackIgnore')) throw new Error('npm/build.mjs: no import() of an address that only the module knows');
  return told;
}

await write(pack, {
  'package.json': JSON.stringify(description, null, 2) + '\n',
  'element.js': await script({ entryPoints: [source('element.js')], external: [`./${CORE}`], minify: false }),
  [LOADER]: await script({ entryPoints: [source(LOADER)], external: ['./element.js'], minify: false }),
  [CORE]: ownAddress(core),
  [READER]: reader,
  ...inline,
  [STYLE]: css + '\n',
});
await writeFile(join(pack, PROGRAM), programs.core.program);
for (const [file, text] of Object.values(texts)) await writeFile(join(pack, file), text);
if (chunk) await writeFile(join(pack, CHUNK), chunk);
await writeFile(join(pack, READER_PROGRAM), programs.reader.program);
const types = ['index', 'element', 'inline', 'react', 'solid', 'svelte', 'vue'].map((name) => `${name}.d.ts`);
for (const name of [...types, 'types.js', 'custom-elements.json', 'README.md']) await copyFile(source(name), join(pack, name));
// For blog systems: files to copy into a site.
await cp(source('snippets'), join(pack, 'snippets'), { recursive: true });
if (existsSync(join(ROOT, 'LICENSE'))) await copyFile(join(ROOT, 'LICENSE'), join(pack, 'LICENSE'));
