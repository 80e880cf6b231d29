// The packed npm package in a page of a framework, the way its users do it: installs it, lets the framework's own type checker read the
// page and a page full of mistakes, and builds the page. The pages are in tests/frameworks; where there is a place for it, with a component as
// the tool prints it.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { post, printed } from './printed.mjs';
import { DIST, read, run, TESTS } from './run.mjs';

/** The file of the printed component, by the host that the tool knows. */
const PRINTED = { react: 'Printed.tsx', vue: 'Printed.vue', svelte: 'Printed.svelte', solid: 'Printed.tsx' };

export async function framework({ name }, directory) {
  const page = join(TESTS, 'frameworks', name);
  const [tarball] = (await readdir(join(DIST, 'npm'))).filter((file) => file.endsWith('.tgz'));

  // Packages already installed for this lock file stay.
  const text = (path) => readFile(path, 'utf8').catch(() => '');
  const isInstalled = (await text(join(directory, 'installed'))) == (await text(join(page, 'package-lock.json')));
  await rm(join(directory, 'node_modules', isInstalled ? 'sandbox-explorer' : ''), { recursive: true, force: true });
  await cp(page, directory, { recursive: true });
  if (PRINTED[name]) {
    const all = await printed(name);
    await writeFile(join(directory, 'src', PRINTED[name]), post(all));
    for (const { place, path, text } of all.pieces) if (place == 'into') await writeFile(join(directory, path), text);
  }
  // Not `npm ci`, which fails if the registry lacks a binary for another system that the lock file should name.
  const install = ['npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', join(DIST, 'npm', tarball)];
  await run(install, { cwd: directory });
  await cp(join(page, 'package-lock.json'), join(directory, 'installed'));

  await run('npm run --silent types -- tsconfig.json', { cwd: directory });
  await refusesMistakes(directory);
  await run('npm run --silent build', { cwd: directory });
  // A module of tests/e2e/tests/frameworks/main.rs.
  return { target: 'frameworks', module: name };
}

/** Expects the type checker to refuse exactly the lines that say `wrong`. */
async function refusesMistakes(directory) {
  const [page] = await readdir(join(directory, 'wrong'));
  const lines = (await readFile(join(directory, 'wrong', page), 'utf8')).split('\n');
  // The first line is the comment that explains this.
  const expected = lines.flatMap((line, at) => (at && line.includes('wrong') ? [at + 1] : []));
  const types = read('npm run --silent types -- tsconfig.wrong.json', { cwd: directory, all: true });
  const said = await types.catch((error) => error.printed);
  // `wrong/Wrong.tsx(8,5): error …`, or, from svelte-check, `1690 ERROR "wrong/Wrong.svelte" 8:5 "…"`.
  const refused = [...said.matchAll(/Wrong\.\w+(?:\(|" )(\d+)/g)].map((match) => +match[1]);
  const found = [...new Set(refused)].sort((a, b) => a - b);
  if (`${found}` != `${expected}`) throw new Error(`refuses lines ${found} instead of ${expected}:\n${said}`);
  console.log(`its types refuse ${found.length} mistakes`);
}
