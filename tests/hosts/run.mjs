// Runs other programs for the hosts: commands, which are printed, and servers, which end with their host.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const TESTS = join(ROOT, 'tests');
export const DIST = join(ROOT, 'dist');

// No prompts, because nobody answers them, no colours in what is read, and no telemetry to the makers of the system.
const QUIET = { CI: 'true', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NEXT_TELEMETRY_DISABLED: '1' };

/** The environment in a directory: programs installed there come first. */
function environment(cwd, env) {
  const path = [join(cwd, 'node_modules/.bin'), join(cwd, 'venv/bin'), join(cwd, 'cargo/bin'), process.env.PATH].join(delimiter);
  return { ...process.env, ...QUIET, PATH: path, ...env };
}

/** Starts a command, given as words or as one text, and returns what it printed to `stdout` if that is not passed on. */
async function result(command, { cwd = ROOT, env, stdio }) {
  const [program, ...args] = typeof command == 'string' ? command.split(' ') : command;
  const child = spawn(program, args, { cwd, env: environment(cwd, env), stdio: ['ignore', ...stdio] });
  const text = [];
  child.stdout?.on('data', (data) => text.push(data));
  child.stderr?.on('data', (data) => text.push(data));
  const [code, signal] = await once(child, 'close');
  const printed = Buffer.concat(text).toString();
  if (code == 0) return printed;
  throw Object.assign(new Error(`\`${[program, ...args].join(' ')}\` failed (${code ?? signal})\n${printed}`), { printed });
}

/** Prints a command and runs it. */
export async function run(command, options = {}) {
  console.log(`$ ${[command].flat().join(' ').replaceAll(`${ROOT}/`, '')}`);
  await result(command, { ...options, stdio: ['inherit', 'inherit'] });
}

/** Runs a command silently and returns what it printed. */
export const read = (command, options = {}) => result(command, { ...options, stdio: ['pipe', options.all ? 'pipe' : 'inherit'] });

const servers = [];

/** Starts a server program; its output goes to the file `<name>.log` in the directory. */
export async function serve(name, command, { cwd, env }) {
  const log = await open(join(cwd, `${name}.log`), 'w');
  const server = spawn(command[0], command.slice(1), { cwd, env: environment(cwd, env), stdio: ['ignore', log.fd, log.fd] });
  servers.push(server);
  await once(server, 'spawn');
  await log.close();
  return server;
}

/** Ends all servers, the latest first: it may use the others. */
export async function end() {
  for (const server of servers.splice(0).reverse()) {
    if (server.exitCode != null) continue;
    server.kill();
    await once(server, 'exit');
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end().then(() => process.exit(1)));

/** Tries until it succeeds, as long as the server runs. */
export async function until(what, server, attempt) {
  for (const end = Date.now() + 300_000; Date.now() < end; await wait(200)) {
    if (server.exitCode != null) break;
    try {
      return await attempt();
    } catch {}
  }
  throw new Error(`${what} does not answer; its log is in target/hosts`);
}

/** The address of a port on which nothing listens. */
export async function freeAddress() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { address, port } = server.address();
  server.close();
  return `${address}:${port}`;
}

/** A MariaDB of its own in the directory, with an empty database; returns its socket. */
export async function database(name, directory) {
  const data = join(directory, 'database');
  const socket = join(directory, 'socket');
  const user = (await read('id -un')).trim();
  const install = ['mariadb-install-db', '--no-defaults', `--datadir=${data}`, `--user=${user}`, '--auth-root-authentication-method=normal'];
  await read([...install, '--skip-test-db']);
  const flags = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', `--user=${user}`];
  const server = await serve('mariadbd', ['mariadbd', ...flags], { cwd: directory });
  const create = ['mariadb', '--no-defaults', `--socket=${socket}`, '--user=root', `--execute=create database ${name}`];
  await until('MariaDB', server, () => read(create, { all: true }));
  return socket;
}
