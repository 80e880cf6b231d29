// A small site of a blog system, built the way its author would: a copy of tests/sites with the texts that the tool prints, the files that it
// names, and nothing else, built by the system's own command.
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { install } from './install.mjs';
import { copyFiles, paste, post, printed, TWO, writeFiles } from './printed.mjs';
import { run, TESTS } from './run.mjs';

// The places for the texts in tests/sites: in the post, the explorer, another one, and what is at the beginning of a post once; in a file of
// the site, what is pasted into it.
const FIRST = '<!-- snippet -->';
const SECOND = '<!-- second snippet -->';
const TOP = '<!-- imports -->';

export async function site(host, directory) {
  await cp(join(TESTS, 'sites', host.name), directory, { recursive: true });
  const [first, second] = [await printed(host.name), await printed(host.name, TWO)];
  await writeFiles(first, directory);
  await writeFiles(second, directory);
  const article = join(directory, host.post);
  // Where the tool names no directory, they belong next to the page.
  await copyFiles(first, first.directory ? directory : dirname(article));
  await paste(article, FIRST, post(first));
  await paste(article, SECOND, post(second));
  for (const { place, path, text } of first.pieces) {
    if (place == 'top') await paste(article, TOP, text);
    // The site is below a path, which its author writes into the text.
    if (place == 'into') await paste(join(directory, path), FIRST, host.below ? below(text, host.below) : text);
  }
  await install(host, directory);
  if (host.build) await run(host.build, { cwd: directory });
  return { target: 'hosts', args: ['--ignored'], env: { HOST_SITE: join(directory, host.output), HOST_PAGE: host.page } };
}

/** A text with what the author changes in it. */
function below(text, changes) {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the printed text has no ${from}:\n${text}`);
    return text.replace(from, to);
  }, text);
}
