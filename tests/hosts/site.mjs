// A small site of a blog system, built the way its author would: a copy of tests/sites with our snippet, our files and the list of links,
// built by the system's own command.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { install } from './install.mjs';
import { list, withList } from './list.mjs';
import { DIST, ROOT, run, TESTS } from './run.mjs';

/** The placeholder for the snippet in a post of tests/sites. */
const MARK = '<!-- snippet -->';

export async function site(host, directory) {
  const snippet = join(ROOT, 'npm/snippets', host.name);
  await cp(join(TESTS, 'sites', host.name), directory, { recursive: true });
  await cp(join(DIST, 'embed'), join(directory, host.files), { recursive: true });
  if (host.list) {
    // The snippet is a file of the site; the list is another file, which the post names.
    await cp(snippet, directory, { recursive: true });
    await mkdir(dirname(join(directory, host.list)), { recursive: true });
    await writeFile(join(directory, host.list), await list());
  }
  // Files of the snippet are pasted into files of the site.
  for (const [from, into] of Object.entries(host.pastes ?? {})) {
    const text = await withList(await readFile(join(snippet, from), 'utf8'));
    const page = await readFile(join(directory, into), 'utf8');
    if (!page.includes(MARK)) throw new Error(`${into} has no place for the snippet`);
    await writeFile(join(directory, into), page.replaceAll(MARK, () => text));
  }
  await install(host, directory);
  await run(host.build, { cwd: directory });
  return { target: 'hosts', args: ['--ignored'], env: { HOST_SITE: join(directory, host.output), HOST_PAGE: host.page } };
}
