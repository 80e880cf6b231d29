// Installs the packed npm package the way people do, and checks that it works: with Vite, with webpack, in Node without a window,
// for TypeScript, and with publint and are-the-types-wrong.
//
//   node tests/bundlers/check.mjs dist/npm/sandbox-explorer-1.2.3.tgz
//
// One line per check; the built sites stay in target/bundlers/{vite,webpack}/dist for the browser tests.
import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const TOOLS = join(ROOT, 'xtask/node');
const WORK = join(ROOT, 'target/bundlers');

const require = createRequire(join(TOOLS, 'package.json'));
const run = promisify(execFile);

const [tarball] = process.argv.slice(2).map((path) => resolve(path));
if (!tarball) {
  console.error('usage: node tests/bundlers/check.mjs <sandbox-explorer-x.y.z.tgz>');
  process.exit(2);
}

// A tool's program, found by its package.json instead of node_modules/.bin, whose files Windows cannot run.
async function tool(cwd, name, command, ...args) {
  const directory = join(TOOLS, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const script = join(directory, typeof bin == 'string' ? bin : bin[command]);
  return run(process.execPath, [script, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } });
}

async function install(directory) {
  const target = join(directory, 'node_modules/sandbox-explorer');
  await mkdir(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  return target;
}

async function fixture(name) {
  const directory = join(WORK, name);
  await cp(join(HERE, name), directory, { recursive: true });
  await install(directory);
  return directory;
}

async function filesUnder(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// The program and each chunk of it must be a separate file, byte for byte, and the glue a separate script: otherwise nothing is lazy.
async function emitted(directory) {
  const files = await filesUnder(join(directory, 'dist'));
  const programs = files.filter((file) => file.endsWith('.wasm'));
  const whole = files.filter((file) => /\.(wasm|txt)$/.test(file));
  const found = await Promise.all(whole.map((file) => readFile(file)));
  const names = ['wasm', 'later.wasm', 'reader.wasm', 'service.wasm', 'features.txt', 'zh.txt'].map((name) => `sandbox-explorer.${name}`);
  for (const name of names) {
    const original = await readFile(join(directory, 'node_modules/sandbox-explorer', name));
    const n = found.filter((program) => original.equals(program)).length;
    if (n != 1) throw new Error(`${name} is in dist ${n} times instead of once`);
  }
  const { length } = names.filter((name) => name.endsWith('.wasm'));
  if (programs.length != length) throw new Error(`${programs.length} .wasm files in dist instead of ${length}`);
  // Names change in a bundle, but only glue calls this.
  const scripts = files.filter((file) => file.endsWith('.js'));
  const glue = [];
  for (const file of scripts) {
    if ((await readFile(file, 'utf8')).includes('instantiateStreaming')) glue.push(file);
  }
  if (glue.length != 1) throw new Error(`${glue.length} scripts with glue in dist instead of one`);
  const others = scripts.filter((file) => !glue.includes(file));
  if (!others.length) throw new Error('the glue is in the entry, not in a chunk of its own');
  return [...programs, ...glue].map((file) => basename(file)).join(', ');
}

const checks = {
  async 'vite 8 builds it'() {
    const directory = await fixture('vite');
    const { build } = await import(pathToFileURL(join(TOOLS, 'node_modules/vite/dist/node/index.js')));
    await build({ root: directory, logLevel: 'error' });
    return emitted(directory);
  },

  async 'webpack 5 builds it'() {
    const directory = await fixture('webpack');
    const webpack = require('webpack');
    const { default: config } = await import(pathToFileURL(join(directory, 'webpack.config.js')));
    const output = { ...config.output, path: join(directory, 'dist') };
    const stats = await promisify(webpack)({ ...config, context: directory, output });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
    await cp(join(directory, 'index.html'), join(directory, 'dist/index.html'));
    return emitted(directory);
  },

  async 'node imports it without a window'() {
    const directory = join(WORK, 'node');
    await install(directory);
    const entries = ['element', 'inline', 'react', 'solid', 'svelte', 'vue'].map((name) => `sandbox-explorer/${name}`);
    const names = ['sandbox-explorer', ...entries];
    const code = `
      const [main, element] = await Promise.all(${JSON.stringify(names)}.map((name) => import(name)));
      if (main.SandboxExplorerElement !== element.SandboxExplorerElement) throw new Error('two classes');
      if (!import.meta.resolve('sandbox-explorer/wasm').endsWith('.wasm')) throw new Error('no wasm');
      console.log(element.SandboxExplorerElement.version);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: directory });
    const { version } = JSON.parse(
      await readFile(join(directory, 'node_modules/sandbox-explorer/package.json'), 'utf8'),
    );
    if (stdout.trim() != version) throw new Error(`the class says version ${stdout.trim()}, the package ${version}`);
    return version;
  },

  async 'typescript accepts its types'() {
    const directory = join(WORK, 'types');
    await install(directory);
    await cp(join(HERE, 'types.tsx'), join(directory, 'types.tsx'));
    await mkdir(join(directory, 'node_modules/@types'));
    for (const name of ['@types/react', 'csstype']) {
      await symlink(join(TOOLS, 'node_modules', name), join(directory, 'node_modules', name), 'junction');
    }
    const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'esnext', '--jsx', 'preserve'];
    for (const resolution of ['bundler', 'nodenext']) {
      const modules = resolution == 'nodenext' ? ['--module', 'nodenext'] : ['--moduleResolution', resolution];
      await tool(directory, 'typescript', 'tsc', ...options, ...modules, 'types.tsx');
    }
    // The types must also be complete without React.
    await writeFile(join(directory, 'plain.ts'), "import 'sandbox-explorer';\nimport 'sandbox-explorer/inline';\n");
    await rm(join(directory, 'node_modules/@types'), { recursive: true });
    await tool(directory, 'typescript', 'tsc', ...options, '--moduleResolution', 'bundler', 'plain.ts');
  },

  async 'the manifest is valid and names what the class has'() {
    const directory = await install(join(WORK, 'manifest'));
    const manifest = JSON.parse(await readFile(join(directory, 'custom-elements.json'), 'utf8'));
    const Ajv = require('ajv');
    const schema = new Ajv({ strict: false }).compile(require('custom-elements-manifest/schema.json'));
    if (!schema(manifest)) throw new Error(JSON.stringify(schema.errors, null, 2));

    const { SandboxExplorerElement: element } = await import(pathToFileURL(join(directory, 'element.js')));
    const { attributes, members } = manifest.modules[0].declarations[0];
    const say = (names) => [...names].sort().join(' ');
    const expect = (what, found, wanted) => {
      if (say(found) != say(wanted)) throw new Error(`${what}: ${say(found)}\ninstead of ${say(wanted)}`);
    };
    expect('attributes', attributes.map((it) => it.name), [...element.observedAttributes, 'base']);
    const own = Object.entries(Object.getOwnPropertyDescriptors(element.prototype));
    const accessors = own.filter(([, it]) => it.get).map(([name]) => name);
    // Each element makes its own `ready`.
    expect('properties', members.filter((it) => it.kind == 'field' && !it.static).map((it) => it.name), [...accessors, 'ready']);
    const callbacks = /^constructor$|Callback$|^handleEvent$/;
    const methods = own.filter(([name, it]) => it.value && !callbacks.test(name)).map(([name]) => name);
    expect('methods', members.filter((it) => it.kind == 'method').map((it) => it.name), [...methods, 'define']);
    return `${attributes.length} attributes`;
  },

  async 'publint finds nothing'() {
    await tool(WORK, 'publint', 'publint', 'run', tarball, '--strict');
  },

  async 'are-the-types-wrong finds nothing'() {
    // The package is ESM only, so CommonJS is not checked; the program and the manifest have no types.
    const options = ['--profile', 'esm-only', '--exclude-entrypoints', 'wasm', 'style.css', 'custom-elements.json'];
    await tool(WORK, '@arethetypeswrong/cli', 'attw', tarball, ...options);
  },
};

await stat(tarball);
await rm(WORK, { recursive: true, force: true });
await mkdir(WORK, { recursive: true });

for (const [name, check] of Object.entries(checks)) {
  try {
    const note = await check();
    console.log(`ok    ${name}${note ? `: ${note}` : ''}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL  ${name}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`);
  }
}
