// A WordPress site from the Debian packages, with its own database, and posts in every form of the explorer, by an administrator and by an
// editor whose HTML is cleaned. WORDPRESS=dir uses another WordPress.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debian, has } from './install.mjs';
import { database, DIST, freeAddress, read, ROOT, run, serve, TESTS } from './run.mjs';

const OURS = join(TESTS, 'wordpress');
const THEIRS = process.env.WORDPRESS ?? '/usr/share/wordpress';
const PACKAGES = ['wordpress', 'wordpress-theme-twentytwentythree', 'php-cli', 'php-mysql', 'mariadb-server'];

/** PHP often is installed, but without its database modules. */
async function isInstalled() {
  const modules = ['php', '-r', "exit(extension_loaded('mysqli') ? 0 : 1);"];
  const isThere = existsSync(join(THEIRS, 'wp-content/themes/twentytwentythree')) && (await has('mariadbd')) && (await has('php'));
  return isThere && read(modules).then(() => true, () => false);
}

export async function wordpress(host, directory) {
  await debian(isInstalled, ...PACKAGES);

  const site = join(directory, 'site');
  const plugin = join(site, 'wp-content/plugins/sandbox-explorer');
  // A copy without links, because PHP's __FILE__ follows them out of the site.
  await run(['cp', '-rL', THEIRS, site]);
  await cp(join(DIST, 'embed'), plugin, { recursive: true });
  await cp(join(ROOT, 'npm/snippets/wordpress/sandbox-explorer.php'), join(plugin, 'sandbox-explorer.php'));
  await cp(join(OURS, 'wp-config.php'), join(site, 'wp-config.php'));
  // Browsers request it by themselves; PHP's own server does not pass that on to WordPress, which would have one.
  await writeFile(join(site, 'favicon.ico'), '');

  const address = await freeAddress();
  const env = { WORDPRESS_HOST: address, WORDPRESS_SOCKET: await database('wordpress', directory) };
  const posts = await read(['php', join(OURS, 'setup.php'), site], { env });
  await writeFile(join(directory, 'posts.json'), posts);
  await serve('server', ['php', '-S', address, '-t', site], { cwd: directory, env });
  return { target: 'wordpress', env, after: () => saysNothing(directory) };
}

/** Expects no message of the plugin in PHP's logs. */
async function saysNothing(directory) {
  for (const log of ['debug.log', 'server.log']) {
    const lines = (await readFile(join(directory, log), 'utf8').catch(() => '')).split('\n');
    const ours = lines.filter((line) => line.includes('plugins/sandbox-explorer') && !line.includes(' [200]: GET '));
    if (ours.length) throw new Error(`${log}:\n${ours.join('\n')}`);
  }
}
