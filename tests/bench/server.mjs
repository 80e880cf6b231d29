// A server on 127.0.0.1 for directories, with the brotli copies that lie next to the files. It counts requests and bytes.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves `[prefix, directory]` pairs; the first that matches is used. */
export async function serve(directories) {
  const cache = new Map();
  const log = [];

  const find = (url) => {
    const mount = directories.find(([prefix]) => url.startsWith(prefix));
    if (!mount) return;
    const [prefix, directory] = mount;
    const file = join(directory, normalize(`/${url.slice(prefix.length)}`), url.endsWith('/') ? 'index.html' : '');
    if (!cache.has(file)) {
      if (!existsSync(file) || !statSync(file).isFile()) return;
      const brotli = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null;
      cache.set(file, { raw: readFileSync(file), brotli, type: TYPES[extname(file)] ?? 'application/octet-stream' });
    }
    return cache.get(file);
  };

  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url.split('?')[0]);
    const found = find(url);
    if (!found) {
      log.push({ url, bytes: 0, status: 404 });
      return response.writeHead(404).end();
    }
    const isBrotli = found.brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const body = isBrotli ? found.brotli : found.raw;
    log.push({ url, bytes: body.length, status: 200 });
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': body.length,
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(isBrotli && { 'content-encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** The requests since the last call. */
    requests: () => log.splice(0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
