// Serves the page at a free port and prints the port: `node server.mjs start` the built page, `dev` with React's
// warnings. Not `next dev`, which starts other processes that would outlive it.
import { createServer } from 'node:http';
import next from 'next';

const hostname = '127.0.0.1';
const server = createServer((request, response) => handle(request, response));
await new Promise((done) => server.listen(0, hostname, done));
const { port } = server.address();
const app = next({ dev: process.argv[2] == 'dev', dir: import.meta.dirname, hostname, port, httpServer: server });
const handle = app.getRequestHandler();
await app.prepare();
console.log(`http://${hostname}:${port}`);
