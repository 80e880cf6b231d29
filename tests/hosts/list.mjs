// The list of links that an author puts into the tag in place of the plain link of the snippets.
import { read } from './run.mjs';

const PLAIN_LINK = '  <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>';

let printed;

/** The list of part 4. */
export const list = () => (printed ??= read('cargo prerender --scope part=4'));

/** A snippet with the list. */
export async function withList(snippet) {
  const text = (await list()).trimEnd();
  return snippet.replace(PLAIN_LINK, () => text);
}
