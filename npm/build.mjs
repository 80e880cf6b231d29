// Turns the glue and program from wasm-bindgen, the style sheets and the hand-written element into the files that ship: those to copy next
// to a page, and the npm package. `cargo xtask` calls it; by hand:
//
//   node npm/build.mjs --bindgen <dir> --features features.txt --chinese zh.txt --style style/index.css --version 1.2.3 --out dist-dir [--dev]
//
// <dir> holds core.js and core_bg.wasm (already optimised), and core_later.wasm, core_reader.wasm and core_service.wasm if these chunks were
// split off the program, with a piece such as core_shared_later_reader.wasm for the code that several share. Writes <out>/embed and <out>/npm/package. With --dev nothing is minified and the single-file form, which takes longest, is left
// out.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { slim } from './glue.mjs';
import { mapped, shared, shorten, withSection } from './names.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);

// All Node tools are in one place with one lock file; the package itself has no dependencies.
const tools = createRequire(join(ROOT, 'xtask/node/package.json'));
const esbuild = tools('esbuild');
const terser = tools('terser');

const LOADER = 'sandbox-explorer.js';
const CORE = 'sandbox-explorer.core.js';
const PROGRAM = 'sandbox-explorer.wasm';
const CHUNK = 'sandbox-explorer.later.wasm';
const READER = 'sandbox-explorer.reader.wasm';
const SERVICE = 'sandbox-explorer.service.wasm';
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

// Split off the program in a release: `later` comes after the first view, `reader` if there is a `src`, `service` after the reader if there is
// a search service.
const CHUNKS = { later: CHUNK, reader: READER, service: SERVICE };
// The sections of chunks with the code and data that several need and the program does not: small modules, linked once before them.
const SHARED = 'shared';

function isShared(name) {
  return name.startsWith(SHARED);
}

/** Glue and program from wasm-bindgen, with the chunks that were split off, and, in a release, with short names shared by them. */
async function made() {
  let glue = await readFile(join(bindgen, 'core.js'), 'utf8');
  if (!options.dev) glue = slim(glue);
  const program = await readFile(join(bindgen, 'core_bg.wasm'));
  const chunks = {};
  for (const file of (await readdir(bindgen)).sort()) {
    const [, name] = /^core_(?!bg\.)(\w+)\.wasm$/.exec(file) ?? [];
    if (name) chunks[name] = await readFile(join(bindgen, file));
  }
  if (chunks.later) {
    const given = shared(Object.values(chunks)).map((name) => `${name}: wasm.${name}`);
    glue += `
const pieces = [];
export async function link(chunk) {
  const imports = { __wasm_split: { ${given.join(', ')} } };
  for (let n = ${Object.keys(chunks).filter(isShared).length}; n--; ) {
    const [bytes] = WebAssembly.Module.customSections(chunk, '${SHARED}' + n);
    if (bytes) await (pieces[n] ??= WebAssembly.instantiate(bytes, imports));
  }
  await WebAssembly.instantiate(chunk, imports);
}
`;
  }
  return options.dev ? { glue, program, chunks } : shorten(program, glue, './core_bg.js', chunks);
}

const { glue, program, chunks: bare } = await made();

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

/**
 * A script, minified as far as possible: terser's names repeat more, which saves 2 to 8 % after compression. Statements compress better than
 * what they become when joined by commas. No function here, nor in the glue, is a constructor, so all may become arrows.
 */
async function script(settings) {
  const all = { format: common.format, minify: common.minify, ...settings };
  const text = await bundle(all);
  if (!all.minify) return text;
  return (await terser.minify(text, { ecma: 2022, module: all.format == 'esm', compress: { passes: 2, sequences: false, unsafe_arrows: true } })).code + '\n';
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
const own = Object.fromEntries(Object.entries(bare).filter(([name]) => !isShared(name)));
const pieces = Object.entries(bare).filter(([name]) => isShared(name));
const chunks = mapped(own, (chunk, name) => {
  const linked = pieces.reduce((linked, [piece, bytes], n) => {
    const of = piece.split('_');
    // The reader is always linked before the service.
    const isHere = of.includes(name) && !(name == 'service' && of.includes('reader'));
    return isHere ? withSection(linked, SHARED + n, bytes) : linked;
  }, chunk);
  return name == 'later' ? withSection(linked, 'style', Buffer.from(later)) : linked;
});

/**
 * The build id, by which modules of one build recognise each other: eight hexadecimal digits of the hash of all inputs. Not of the modules
 * themselves, which contain it.
 */
async function id() {
  const scripts = (await readdir(HERE)).filter((name) => /\.m?js$/.test(name)).sort();
  const parts = [options.version, String(options.dev), css, ...Object.values(texts).flat(), ...(await Promise.all(scripts.map((name) => readFile(source(name)))))];
  parts.push(program, glue, ...Object.values(bare));
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest());
  return hash.digest('hex').slice(0, 8);
}

common.define = {
  VERSION: JSON.stringify(options.version),
  BUILD: JSON.stringify(await id()),
  INTEGRITY: JSON.stringify(integrity(program)),
  // Whether the script is one of the files that pages copy, which no bundler reads.
  COPIED: 'false',
};

/**
 * The glue of a program as a factory function, because a program that has died is replaced by a new one: `make(died)` returns `init` and
 * the exported functions. The default path of the program is removed: the importer always passes one, and bundlers would look for a file
 * of that name and fail.
 */
function factory(glue) {
  const names = ['__wbg_init as init', ...[...glue.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1])];
  const inside = [
    ...(options.dev ? [[/new URL\((['"])\w+_bg\.wasm\1, import\.meta\.url\)/, 'undefined']] : []),
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

/** Code for the bytes of a file: `true` inside, as gzip; otherwise from the file of this name next to the module, pinned by its hash. */
function from(inline, name, bytes) {
  const zipped = () => JSON.stringify(gzipSync(bytes, { level: 9 }).toString('base64'));
  return inline
    ? `unzip(${zipped()})`
    : `pinned('${name}', new URL('./${name}', import.meta.url).href, '${integrity(bytes)}').then((file) => file.arrayBuffer())`;
}

// Imports of the modules that are not files in this directory: the glue of the program, the style sheet, and where the program of the
// single-file form, the chunks and the texts come from.
function madeOf(inline) {
  const tools = inline ? `import { unzip } from './unzip.js';` : `import { pinned } from './files.js';`;
  return {
    name: 'made-of',
    setup(build) {
      build.onResolve({ filter: /^(glue|program|style|chunks|features|chinese)$/ }, ({ path }) => ({ path, namespace: 'made' }));
      build.onLoad({ filter: /^glue$/, namespace: 'made' }, () => {
        return { contents: factory(glue), loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^style$/, namespace: 'made' }, () => ({ contents: chunks.later ? first : css, loader: 'text' }));
      build.onLoad({ filter: /^program$/, namespace: 'made' }, () => {
        const contents = `${tools} export const program = () => ${from(true, PROGRAM, program)};`;
        return { contents, loader: 'js', resolveDir: HERE };
      });
      // Without chunks, the program contains them.
      build.onLoad({ filter: /^chunks$/, namespace: 'made' }, () => {
        const each = Object.entries(CHUNKS).map(([name, file]) =>
          chunks[name]
            ? `export const ${name} = () => ${from(inline, file, chunks[name])};`
            : `export const ${name} = undefined;`,
        );
        return { contents: [tools, ...each].join('\n'), loader: 'js', resolveDir: HERE };
      });
      build.onLoad({ filter: /^(features|chinese)$/, namespace: 'made' }, ({ path }) => {
        const bytes = from(inline, ...texts[path]);
        const contents = `${tools} export const ${path} = async () => new TextDecoder().decode(await ${bytes});`;
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
const binaries = { [PROGRAM]: program, ...Object.fromEntries(Object.values(texts)) };
for (const [name, bytes] of Object.entries(chunks)) binaries[CHUNKS[name]] = bytes;
const core = await script({ entryPoints: [source('core.js')], plugins: files });
const loader = await script({ entryPoints: [source(LOADER)], define: { ...common.define, COPIED: 'true' } });
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
  [LOADER]: loader,
  [CORE]: core,
  ...inline,
  ...frame,
  // The element has its style in the core; this file is for pages that contain the component itself, as Leptos renders it.
  [STYLE]: css + '\n',
});
for (const [name, bytes] of Object.entries(binaries)) await writeFile(join(embed, name), bytes);

/** For pages that pin the files they load; the loader pins the program itself. */
async function pins(...names) {
  if (options.dev) return {};
  const hashes = await Promise.all(names.map(async (name) => [name, integrity(await readFile(join(embed, name)), 'sha384')]));
  return { 'integrity.json': JSON.stringify(Object.fromEntries(hashes), null, 2) + '\n' };
}
// For whoever wants to know what a choice costs: the configurator of the page, and the subcommand `snippet`.
if (!options.dev) {
  const facts = {};
  for (const name of (await readdir(embed)).sort()) {
    const bytes = await readFile(join(embed, name));
    facts[name] = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
    if (name.endsWith('.js')) facts[name].integrity = integrity(bytes, 'sha384');
  }
  await writeFile(join(embed, 'files.json'), JSON.stringify(facts, null, 2) + '\n');
}
for (const [name, text] of Object.entries(await pins(LOADER, CORE, INLINE, 'sandbox-explorer.frames.js'))) await writeFile(join(embed, name), text);

// In the package the class is a module of its own: code that imports both entries must get one class, not two. Its modules
// are not minified: bundlers do that, and they need the comments inside import(), which minifying removes. Pages that load the package
// from a CDN get the same loader as those that copy the files, in one request and with one hash.
const description = JSON.parse(await readFile(source('package.json'), 'utf8'));
description.version = options.version;

await write(pack, {
  'package.json': JSON.stringify(description, null, 2) + '\n',
  'element.js': await script({ entryPoints: [source('element.js')], external: [`./${CORE}`], minify: false }),
  'index.js': await script({ entryPoints: [source(LOADER)], external: ['./element.js'], minify: false }),
  [LOADER]: loader,
  [CORE]: core,
  ...inline,
  ...(await pins(LOADER, CORE, INLINE)),
  [STYLE]: css + '\n',
});
for (const [name, bytes] of Object.entries(binaries)) await writeFile(join(pack, name), bytes);
const types = ['index', 'element', 'inline', 'react', 'solid', 'svelte', 'vue'].map((name) => `${name}.d.ts`);
for (const name of [...types, 'types.js', 'custom-elements.json', 'README.md']) await copyFile(source(name), join(pack, name));
// For blog systems: files to copy into a site.
await cp(source('snippets'), join(pack, 'snippets'), { recursive: true });
if (existsSync(join(ROOT, 'LICENSE'))) await copyFile(join(ROOT, 'LICENSE'), join(pack, 'LICENSE'));
