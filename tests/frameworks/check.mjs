// Puts the packed npm package into a page of each framework, the way its users do: installs it, lets the framework's own
// type checker read the page and a page full of mistakes, builds the page, and tests it in a browser.
//
//   node tests/frameworks/check.mjs dist/npm/sandbox-explorer-1.2.3.tgz [react vue svelte solid next]
//
// One line per check. Each directory next to this file is a page; copies in target/frameworks are used.
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const WORK = join(ROOT, 'target/frameworks');

const [file, ...asked] = process.argv.slice(2);
if (!file) {
  console.error('usage: node tests/frameworks/check.mjs <sandbox-explorer-x.y.z.tgz> [framework…]');
  process.exit(2);
}
const tarball = resolve(file);
// Files built together with it.
const DIST = resolve(tarball, '../..');
const entries = await readdir(HERE, { withFileTypes: true });
const frameworks = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
for (const name of asked) {
  if (!frameworks.includes(name)) throw new Error(`no framework ${name}: there are ${frameworks.join(', ')}`);
}

async function run(cwd, program, ...args) {
  const env = { ...process.env, NO_COLOR: '1', E2E_DIST: DIST, NEXT_TELEMETRY_DISABLED: '1', CI: '1' };
  // On Windows, only a shell finds npm.
  const shell = process.platform == 'win32' && program == 'npm';
  const { stdout } = await promisify(execFile)(program, args, { cwd, env, shell, maxBuffer: 1 << 26 });
  return stdout;
}

/** A copy of the page with its packages and ours. Packages already installed for this lock file stay. */
async function install(name) {
  const directory = join(WORK, name);
  const read = (path) => readFile(path, 'utf8').catch(() => '');
  const lock = 'package-lock.json';
  const installed = (await read(join(directory, 'installed'))) == (await read(join(HERE, name, lock)));
  await mkdir(directory, { recursive: true });
  for (const entry of await readdir(directory)) {
    if (!(installed && ['node_modules', 'installed'].includes(entry))) await rm(join(directory, entry), { recursive: true });
  }
  await cp(join(HERE, name), directory, { recursive: true });
  await rm(join(directory, 'node_modules/sandbox-explorer'), { recursive: true, force: true });
  // Not `npm ci`, which fails if the registry lacks a binary for another system that the lock file should name.
  await run(directory, 'npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', tarball);
  await cp(join(HERE, name, lock), join(directory, 'installed'));
  return directory;
}

/** The output of the type checker for a project. */
async function types(directory, project) {
  return run(directory, 'npm', 'run', '--silent', 'types', '--', project).catch((error) => {
    if (error.stdout || error.stderr) return `${error.stdout}${error.stderr}`;
    throw error;
  });
}

const checks = {
  async 'its types are accepted'(name, directory) {
    await run(directory, 'npm', 'run', '--silent', 'types', '--', 'tsconfig.json');
    const { version } = JSON.parse(await readFile(join(directory, 'node_modules', PACKAGES[name], 'package.json'), 'utf8'));
    return `${PACKAGES[name]} ${version}`;
  },

  async 'its types refuse what is wrong'(name, directory) {
    const [page] = await readdir(join(directory, 'wrong'));
    const lines = (await readFile(join(directory, 'wrong', page), 'utf8')).split('\n');
    // The first line is the comment that explains this.
    const expected = lines.flatMap((line, at) => (at && line.includes('wrong') ? [at + 1] : []));
    const said = await types(directory, 'tsconfig.wrong.json');
    // `wrong/Wrong.tsx(8,5): error …`, or, from svelte-check, `1690 ERROR "wrong/Wrong.svelte" 8:5 "…"`.
    const refused = [...said.matchAll(/Wrong\.\w+(?:\(|" )(\d+)/g)].map((match) => +match[1]);
    const found = [...new Set(refused)].sort((a, b) => a - b);
    if (`${found}` != `${expected}`) throw new Error(`refuses lines ${found} instead of ${expected}:\n${said}`);
    return `${found.length} mistakes`;
  },

  async 'it builds'(name, directory) {
    await run(directory, 'npm', 'run', '--silent', 'build');
  },

  // `<framework>::` is a module of tests/e2e/tests/frameworks/main.rs.
  async 'it works in a browser'(name) {
    await run(ROOT, 'cargo', 'test', '--package', 'e2e', '--test', 'frameworks', '--', `${name}::`);
  },
};

// The packages whose versions are printed.
const PACKAGES = { react: 'react', vue: 'vue', svelte: 'svelte', solid: 'solid-js', next: 'next' };

await stat(tarball);
for (const name of asked.length ? asked : frameworks) {
  const start = Date.now();
  const directory = await install(name);
  for (const [what, check] of Object.entries(checks)) {
    try {
      const note = await check(name, directory);
      console.log(`ok    ${name}: ${what}${note ? `: ${note}` : ''}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`FAIL  ${name}: ${what}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`);
    }
  }
  console.log(`      ${name} took ${Math.round((Date.now() - start) / 1000)} s`);
}
