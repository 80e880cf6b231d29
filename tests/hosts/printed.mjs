// The texts that an author pastes, as the tool prints them: `cargo snippet --host <name> …`.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DIST, read } from './run.mjs';

/** What the posts of the tests show: a part of the series, and below it two projects in Chinese. */
export const PART = ['--scope', 'part=4', '--heading-level', '2'];
export const TWO = ['--scope', 'project=youki,kmesh', '--lang', 'zh', '--heading-level', '4'];

/** Everything that the tool prints for a host with these options, as an object. */
export async function printed(host, options = PART) {
  const files = ['--files', join(DIST, 'embed'), '--integrity'];
  return JSON.parse(await read(['cargo', 'snippet', '--host', host, '--format', 'json', ...files, ...options]));
}

/** The text for the post. */
export const post = ({ pieces }) => pieces.at(-1).text;

/** Copies the files that the tool names, and no others, to the place that it names in a site. */
export async function copyFiles({ directory, files }, site) {
  for (const file of files) await cp(join(DIST, 'embed', file), join(site, directory, file));
}

/** Writes the files of a site that the tool prints. */
export async function writeFiles({ pieces }, site) {
  for (const { place, path, text } of pieces) {
    if (place != 'file') continue;
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
}

/** Puts a text in place of a mark, which must be there once. */
export async function paste(path, mark, text) {
  const page = await readFile(path, 'utf8');
  if (page.split(mark).length != 2) throw new Error(`${path} has no place for ${mark}`);
  await writeFile(path, page.replace(mark, () => text));
}
