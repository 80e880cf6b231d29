// A WordPress site from the Debian packages, with its own database, and posts in every form of the explorer, by an administrator and by an
// editor whose HTML is cleaned. WORDPRESS=dir uses another WordPress.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debian, has } from './install.mjs';
import { copyFiles, post, printed, writeFiles } from './printed.mjs';
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
  // What the tool prints, in both forms, by authors who may use them.
  const [block, shortcode] = [await printed('wordpress'), await printed('wordpress-shortcode')];
  await copyFiles(block, site);
  await copyFiles(shortcode, site);
  await writeFiles(shortcode, site);
  const texts = join(directory, 'posts');
  await cp(join(OURS, 'posts'), texts, { recursive: true });
  const posts = {
    'administrator-printed': `<!-- wp:html -->\n${post(block)}<!-- /wp:html -->\n`,
    'editor-printed': `<!-- wp:shortcode -->\n${post(shortcode)}<!-- /wp:shortcode -->\n`,
  };
  for (const [name, text] of Object.entries(posts)) await writeFile(join(texts, `${name}.html`), text);
  await cp(join(OURS, 'wp-config.php'), join(site, 'wp-config.php'));
  // Browsers request it by themselves; PHP's own server does not pass that on to WordPress, which would have one.
  await writeFile(join(site, 'favicon.ico'), '');

  const address = await freeAddress();
  const env = { WORDPRESS_HOST: address, WORDPRESS_SOCKET: await database('wordpress', directory) };
  const published = await read(['php', join(OURS, 'setup.php'), site, texts], { env });
  await writeFile(join(directory, 'posts.json'), published);
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
