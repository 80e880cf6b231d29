// A Ghost site from its npm package, with its own MariaDB, and posts with our HTML card, published through the API of Ghost's editor.
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { debian, has } from './install.mjs';
import { post as printedPost, printed } from './printed.mjs';
import { database, DIST, freeAddress, ROOT, run, serve, TESTS, until } from './run.mjs';

/** The last version that runs on Node.js 20: Ghost 6 needs 22. */
const VERSION = '5.130.6';

/** Ghost from npm, 900 packages. */
async function install(directory) {
  const ghost = join(directory, 'node_modules/ghost');
  const installed = await readFile(join(ghost, 'installed'), 'utf8').catch(() => '');
  if (installed == VERSION) return ghost;
  console.log(`installing Ghost ${VERSION}: minutes, once`);
  await rm(ghost, { recursive: true, force: true });
  await mkdir(ghost, { recursive: true });
  await run(`npm pack --silent ghost@${VERSION}`, { cwd: directory });
  await run(['tar', 'xzf', `ghost-${VERSION}.tgz`, '--strip-components=1', '-C', ghost], { cwd: directory });
  // npm resolves even packages that it is told to omit, and some of these are in no registry.
  const path = join(ghost, 'package.json');
  const { devDependencies, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(manifest, null, 2));
  // Without scripts nothing is compiled; they would build SQLite and an image resizer, and we need neither.
  await run('npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund', { cwd: ghost });
  await writeFile(join(ghost, 'installed'), VERSION);
  return ghost;
}

/** Starts Ghost with its default theme, with our files where npm/snippets/ghost expects them; returns the address of its API. */
async function start(ghost, site, address) {
  const url = `http://${address}`;
  const [host, port] = address.split(':');
  const socketPath = await database('ghost', site);
  await cp(join(ghost, 'content'), join(site, 'content'), { recursive: true });
  await cp(join(DIST, 'embed'), join(site, 'content/themes/source/assets/sandbox-explorer'), { recursive: true });
  // As Ghost's own installer leaves it; Ghost finds itself by this link.
  await symlink(ghost, join(site, 'current'));
  const settings = {
    url,
    server: { host, port: +port },
    database: { client: 'mysql', connection: { socketPath, user: 'root', password: '', database: 'ghost', charset: 'utf8mb4' } },
    paths: { contentPath: join(site, 'content') },
    logging: { transports: ['stdout'] },
    // Ghost's own extras come from a public server, so they are left out; offline.cjs blocks those that cannot be.
    mail: { transport: 'stub' },
    sendWelcomeEmail: false,
    privacy: { useTinfoil: true },
    security: { staffDeviceVerification: false },
    portal: { url: 'data:text/javascript,' },
    sodoSearch: { url: false },
  };
  await writeFile(join(site, 'config.production.json'), JSON.stringify(settings, null, 2));
  const command = ['node', '--require', join(TESTS, 'ghost/offline.cjs'), 'current/index.js'];
  const server = await serve('ghost', command, { cwd: site, env: { NODE_ENV: 'production' } });
  const api = `${url}/ghost/api/admin`;
  await until('Ghost', server, () => ask('GET', `${api}/authentication/setup/`));
  return api;
}

/** Sends a request like Ghost's editor. The response is read to its end, because the session is saved only just before that. */
async function ask(method, address, body, cookie = '') {
  const headers = { 'Content-Type': 'application/json', Origin: new URL(address).origin, Cookie: cookie };
  const answer = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
  return { headers: answer.headers, text };
}

/** A post with a paragraph, an HTML card and a paragraph, as the editor saves it. */
const post = (title, html) => {
  const text = (text) => ({ type: 'extended-text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' });
  const block = { direction: 'ltr', format: '', indent: 0, version: 1 };
  const paragraph = (words) => ({ ...block, type: 'paragraph', children: [text(words)] });
  const children = [paragraph('Thirteen more projects.'), { type: 'html', version: 1, html }, paragraph('Thank you for reading.')];
  const root = { ...block, direction: null, type: 'root', children };
  return { title, status: 'published', lexical: JSON.stringify({ root }) };
};

export async function ghost(host, directory) {
  await debian(() => has('mariadbd'), 'mariadb-server');
  const site = join(directory, 'site');
  await mkdir(site);
  const address = await freeAddress();
  const api = await start(await install(directory), site, address);

  const owner = { name: 'Author', email: 'author@example.org', password: 'a long pass phrase 7', blogTitle: 'Sandbox Explorer in Ghost' };
  await ask('POST', `${api}/authentication/setup/`, { setup: [owner] });
  const session = await ask('POST', `${api}/session/`, { username: owner.email, password: owner.password });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');

  // Ghost's own first post has a picture from another server.
  const { posts: given } = JSON.parse((await ask('GET', `${api}/posts/?limit=all`, undefined, cookie)).text);
  for (const { id } of given) await ask('DELETE', `${api}/posts/${id}/`, undefined, cookie);

  // The card as it ships, as the tool prints it, with the list inside, and with a mistake in the address of the files.
  const card = await readFile(join(ROOT, 'npm/snippets/ghost/html-card.html'), 'utf8');
  const cards = { card, list: printedPost(await printed('ghost')), astray: card.replaceAll('/assets/', '/nowhere/') };
  if (cards.list == card || cards.astray == card) throw new Error('npm/snippets/ghost/html-card.html is not as this test knows it');
  const posts = {};
  for (const [name, html] of Object.entries(cards)) {
    const { text } = await ask('POST', `${api}/posts/`, { posts: [post(name, html)] }, cookie);
    posts[name] = new URL(JSON.parse(text).posts[0].url).pathname;
  }
  await writeFile(join(site, 'posts.json'), JSON.stringify(posts, null, 2));

  return { target: 'ghost', env: { GHOST_HOST: address } };
}
