// Installs the packages of the lock file in target/bench.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, WORK } from './place.mjs';

export function install() {
  const [wanted, installed] = [HERE, WORK].map((directory) => join(directory, 'package-lock.json'));
  // npm writes its own list last, so an interrupted installation is repeated.
  const isDone = existsSync(join(WORK, 'node_modules/.package-lock.json')) && existsSync(installed);
  if (isDone && readFileSync(wanted).equals(readFileSync(installed))) return;
  mkdirSync(WORK, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(HERE, name), join(WORK, name));
  console.error('$ npm ci   (in target/bench)');
  execFileSync('npm', ['ci'], { cwd: WORK, stdio: ['ignore', 'inherit', 'inherit'] });
}
