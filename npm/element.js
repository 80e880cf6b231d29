// The class, loading its program from files: for those who want another tag name, or their own moment to register.
import { SandboxExplorerElement } from './class.js';

const PROGRAM = 'sandbox-explorer.wasm';
const GLUE = 'sandbox-explorer.core.js';

// Grows by a question mark each time the glue could not be had: Firefox remembers that for as long as the page lives, and
// asks again only under another address.
let again = '';

const failure = (file, cause) => new Error(file, { cause });

SandboxExplorerElement.load = async (base) => {
  const directory = base && new URL(base.replace(/\/*$/, '/'), document.baseURI).href;
  // Both are asked for at once: one after the other costs a slow phone 190 ms. The default names are literals,
  // because that is the form in which Vite and webpack find the files; they must keep off the others. What they call the
  // glue is known only to them, so another try falls back on their name.
  const address = directory ? directory + PROGRAM : new URL('./sandbox-explorer.wasm', import.meta.url).href;
  // Pinned: what runs is what was built together with this.
  const response = fetch(address, { integrity: INTEGRITY });
  const own = () => import('./sandbox-explorer.core.js');
  const glue =
    directory || again
      ? import(/* @vite-ignore */ /* webpackIgnore: true */ address.replace(PROGRAM, GLUE + again)).catch(again && own)
      : own();
  // If both fail, the program's error is the one that carries a status.
  glue.catch(() => (again += '?'));

  const program = await response.catch(async () => {
    // Not there, or not the one: only without the pin can one tell.
    const other = await fetch(address).catch(() => {});
    throw other
      ? failure(`${PROGRAM}: HTTP ${other.status}`, other.ok ? 'corrupt' : 'http')
      : failure(PROGRAM, 'network');
  });

  const core = await glue.catch((error) => {
    throw failure(GLUE, error instanceof SyntaxError ? 'corrupt' : 'network');
  });
  await core.default({ module_or_path: program });
  return core;
};

export { SandboxExplorerElement };
