// Bundles the search clients that the end-to-end tests load into a page: `node tests/clients/build.mjs`. Writes target/clients.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');

if (!existsSync(join(HERE, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: HERE, stdio: 'inherit' });
  if (status) process.exit(status);
}

const esbuild = createRequire(join(ROOT, 'xtask/node/package.json'))('esbuild');
const stdin = {
  contents: "export { createIndex, getSearchClient } from 'instantsearch-itemsjs-adapter';",
  resolveDir: HERE,
};
await esbuild.build({ stdin, bundle: true, format: 'esm', logLevel: 'warning', outfile: join(ROOT, 'target/clients/itemsjs.js') });
