// The class, which loads its program from files: for pages that want another tag name, or register it themselves.
import { SandboxExplorerElement } from './class.js';
import { importAt, imported, pinned } from './files.js';

const PROGRAM = 'sandbox-explorer.wasm';
const GLUE = 'sandbox-explorer.core.js';

SandboxExplorerElement.load = async (base, host) => {
  const directory = base ? new URL(base.replace(/\/*$/, '/'), document.baseURI) : import.meta.url;
  // Both are requested at once: one after the other costs a slow phone 190 ms. In the package, the default names are literals, because that
  // is the form in which Vite and webpack find the files; they must not touch the others.
  const address = (COPIED || base ? new URL(PROGRAM, directory) : new URL('./sandbox-explorer.wasm', import.meta.url)).href;
  const program = pinned(PROGRAM, address, INTEGRITY);
  const glueAddress = address.replace(PROGRAM, GLUE);
  const glue = imported(GLUE, glueAddress, () => (COPIED || base ? importAt(glueAddress) : import('./sandbox-explorer.core.js')));
  // What the first view of this element needs comes meanwhile. If both fail, the program's error is the one that carries a status.
  glue.then((core) => core.expect(host), () => {});
  const module_or_path = await program;
  await (await glue).default({ module_or_path });
  return glue;
};

export { SandboxExplorerElement };
