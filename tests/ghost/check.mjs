// Builds a Ghost site from its npm package, with its own MariaDB, publishes posts with our HTML card through the API of Ghost's
// editor, and tests them in a browser:
//
//   apt-get install --no-install-recommends mariadb-server
//   node tests/ghost/check.mjs dist
//
// Everything is in target/ghost. The next run deletes the site; Ghost itself, 900 packages, stays.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const WORK = join(ROOT, 'target/ghost');
/** The last version that runs on Node.js 20: Ghost 6 needs 22. */
const VERSION = '5.130.6';
const GHOST = join(WORK, 'node_modules/ghost');
const SITE = join(WORK, 'site');
const DIST = resolve(process.argv[2] ?? join(ROOT, 'dist'));

const run = (program, args, options) => promisify(execFile)(program, args, { maxBuffer: 1 << 26, ...options });

/** Ghost from npm. */
async function install() {
  const installed = await readFile(join(GHOST, 'installed'), 'utf8').catch(() => '');
  if (installed == VERSION) return;
  console.log(`installing Ghost ${VERSION}: minutes, once`);
  await rm(GHOST, { recursive: true, force: true });
  await mkdir(GHOST, { recursive: true });
  await run('npm', ['pack', '--silent', `ghost@${VERSION}`], { cwd: WORK });
  await run('tar', ['xzf', join(WORK, `ghost-${VERSION}.tgz`), '--strip-components=1', '-C', GHOST]);
  // npm resolves even packages that it is told to omit, and some of these are in no registry.
  const path = join(GHOST, 'package.json');
  const { devDependencies, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(manifest, null, 2));
  // Without scripts nothing is compiled; they would build SQLite and an image resizer, and we need neither.
  const flags = ['--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...flags], { cwd: GHOST });
  await writeFile(join(GHOST, 'installed'), VERSION);
}

const processes = [];

/** Starts a server program; its output goes to a file. */
async function serve(name, program, args, options) {
  const log = await open(join(SITE, `${name}.log`), 'w');
  const process = spawn(program, args, { stdio: ['ignore', log.fd, log.fd], ...options });
  processes.push(process);
  await once(process, 'spawn');
  await log.close();
  return process;
}

/** Tries until it succeeds, as long as the process runs. */
async function until(what, process, attempt) {
  for (const end = Date.now() + 300_000; Date.now() < end; await wait(200)) {
    if (process.exitCode != null) break;
    try {
      return await attempt();
    } catch {}
  }
  throw new Error(`${what} does not answer; its log is in ${SITE}`);
}

async function database() {
  const data = join(SITE, 'database');
  const socket = join(SITE, 'socket');
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  const install = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  await run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, `--user=${user}`, ...install]);
  const flags = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', `--user=${user}`];
  const process = await serve('mariadbd', 'mariadbd', flags);
  const create = ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute=create database ghost'];
  await until('MariaDB', process, () => run('mariadb', create));
  return socket;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Ghost with its default theme, with our files where npm/snippets/ghost expects them. */
async function ghost(url, port, socketPath) {
  await cp(join(GHOST, 'content'), join(SITE, 'content'), { recursive: true });
  await cp(join(DIST, 'embed'), join(SITE, 'content/themes/source/assets/sandbox-explorer'), { recursive: true });
  // As Ghost's own installer leaves it; Ghost finds itself by this link.
  await symlink(GHOST, join(SITE, 'current'));
  const settings = {
    url,
    server: { host: '127.0.0.1', port },
    database: { client: 'mysql', connection: { socketPath, user: 'root', password: '', database: 'ghost', charset: 'utf8mb4' } },
    paths: { contentPath: join(SITE, 'content') },
    logging: { transports: ['stdout'] },
    // Ghost's own extras come from a public server, so they are left out; offline.cjs blocks those that cannot be.
    mail: { transport: 'stub' },
    sendWelcomeEmail: false,
    privacy: { useTinfoil: true },
    security: { staffDeviceVerification: false },
    portal: { url: 'data:text/javascript,' },
    sodoSearch: { url: false },
  };
  await writeFile(join(SITE, 'config.production.json'), JSON.stringify(settings, null, 2));
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = await serve('ghost', 'node', ['--require', join(HERE, 'offline.cjs'), 'current/index.js'], { cwd: SITE, env });
  const api = `${url}/ghost/api/admin`;
  await until('Ghost', child, async () => {
    const answer = await fetch(`${api}/authentication/setup/`);
    if (!answer.ok) throw new Error(`${answer.status}`);
  });
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

try {
  await install();
  await rm(SITE, { recursive: true, force: true });
  await mkdir(SITE, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await ghost(url, port, await database());

  const owner = { name: 'Author', email: 'author@example.org', password: 'a long pass phrase 7', blogTitle: 'Sandbox Explorer in Ghost' };
  await ask('POST', `${api}/authentication/setup/`, { setup: [owner] });
  const session = await ask('POST', `${api}/session/`, { username: owner.email, password: owner.password });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');

  // Ghost's own first post has a picture from another server.
  const { posts: given } = JSON.parse((await ask('GET', `${api}/posts/?limit=all`, undefined, cookie)).text);
  for (const { id } of given) await ask('DELETE', `${api}/posts/${id}/`, undefined, cookie);

  // The card as it ships, with the list instead of the plain link, and with a mistake in the address of the files.
  const card = await readFile(join(ROOT, 'npm/snippets/ghost/html-card.html'), 'utf8');
  const link = '  <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>';
  const { stdout: list } = await run('cargo', ['prerender', '--scope', 'part=4'], { cwd: ROOT });
  const cards = { card, list: card.replace(link, () => list.trimEnd()), astray: card.replaceAll('/assets/', '/nowhere/') };
  if (cards.list == card || cards.astray == card) throw new Error('npm/snippets/ghost/html-card.html is not as this test knows it');
  const posts = {};
  for (const [name, html] of Object.entries(cards)) {
    const { text } = await ask('POST', `${api}/posts/`, { posts: [post(name, html)] }, cookie);
    posts[name] = new URL(JSON.parse(text).posts[0].url).pathname;
  }
  await writeFile(join(SITE, 'posts.json'), JSON.stringify(posts, null, 2));

  const env = { ...process.env, E2E_DIST: DIST, GHOST_HOST: `127.0.0.1:${port}` };
  const test = spawn('cargo', ['test', '--package', 'e2e', '--test', 'ghost'], { cwd: ROOT, env, stdio: 'inherit' });
  const [code] = await once(test, 'exit');
  process.exitCode = code ?? 1;
} finally {
  // Ghost first: it would complain about a missing database.
  for (const child of processes.reverse()) {
    if (child.exitCode != null) continue;
    child.kill();
    await once(child, 'exit');
  }
}
