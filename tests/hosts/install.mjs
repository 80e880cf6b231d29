// How a host is installed: Debian packages once for the machine, everything else next to the host.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, run } from './run.mjs';

/** Whether a program can be found. */
export const has = (program) => read(['sh', '-c', `command -v ${program}`]).then(() => true, () => false);

/** Installs Debian packages if a check fails and that is possible. */
export async function debian(isThere, ...packages) {
  if (await isThere()) return;
  if (process.getuid?.() == 0 && (await has('apt-get'))) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get -qq update', { env });
    await run(['apt-get', '-qq', 'install', '--yes', '--no-install-recommends', ...packages], { env });
  }
  if (!(await isThere())) throw new Error(`needed as Debian has it: sudo apt-get install ${packages.join(' ')}`);
}

/** Installs the system of a site in its directory. */
export async function install(host, directory) {
  if (host.debian) await debian(() => has(host.debian), host.debian);
  if (host.cargo) await cargo(host.cargo, directory);
  if (host.npm) await run('npm install', { cwd: directory });
  if (host.python) {
    if (!existsSync(join(directory, 'venv/bin/pip'))) await run('python3 -m venv venv', { cwd: directory });
    await run('pip install --quiet --disable-pip-version-check -r requirements.txt', { cwd: directory });
  }
}

/** Builds a program from crates.io next to the host, once. */
async function cargo(name, directory) {
  const root = join(directory, 'cargo');
  if (!existsSync(join(root, 'bin', name))) {
    await run(['cargo', 'install', '--locked', '--no-default-features', '--root', root, name], { cwd: directory });
  }
}

/** The installed version. */
export async function version(host, directory) {
  const python = 'import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))';
  const text = async () => {
    if (host.debian) return read(['dpkg-query', '--show', '--showformat=${Version}', host.debian], { all: true });
    if (host.python) return read(['python', '-c', python, host.python], { cwd: directory, all: true });
    if (host.cargo) return (await read([host.cargo, '--version'], { cwd: directory, all: true })).replace(/^\S+ v?/, '');
    if (!host.npm) return '-';
    return JSON.parse(await readFile(join(directory, 'node_modules', host.npm, 'package.json'), 'utf8')).version;
  };
  return text().then((version) => version.trim(), () => 'not installed');
}
