// What the loader imports once the reader comes near: the glue of the program, its style sheet, and the way to catalogs of the
// author's own.
import init, { mount as mountProgram } from 'glue:core';
import css from 'style';

export default init;

// Made when the module is, once for all elements of the page; not in Node, where the single-file form must import without error.
export const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
sheet?.replaceSync(css);

/** As the program's own `mount`, but for `read`, which is ours. */
export const mount = (parent, host, attributes, emit) => mountProgram(parent, host, attributes, emit, read);

// Catalogs are read by a program of its own, which only pages with a `src` load. `done` takes the packed text or the reason.
async function read(address, done) {
  try {
    const reader = await import('./sandbox-explorer.reader.js');
    const { packed, refused } = await reader.read(address);
    for (const line of refused) console.warn(`sandbox-explorer: ${address.slice(0, 80)}: ${line}`);
    done(packed);
  } catch (error) {
    done(undefined, error.message ?? String(error));
  }
}
