// The class, loading its program from files: for those who want another tag name, or their own moment to register.
import { SandboxExplorerElement } from './class.js';

const PROGRAM = 'sandbox-explorer.wasm';
const GLUE = 'sandbox-explorer.core.js';

const failure = (file, cause) => new Error(file, { cause });

SandboxExplorerElement.load = async (base) => {
  const directory = base && new URL(base.replace(/\/*$/, '/'), document.baseURI).href;
  // Both are asked for at once: one after the other costs a slow phone 190 ms. The default names are literals,
  // because that is the form in which Vite and webpack find the files; they must keep off the others.
  const response = fetch(directory ? directory + PROGRAM : new URL('./sandbox-explorer.wasm', import.meta.url));
  const glue = directory
    ? import(/* @vite-ignore */ /* webpackIgnore: true */ directory + GLUE)
    : import('./sandbox-explorer.core.js');
  // If both fail, the program's error is the one that carries a status.
  glue.catch(() => {});

  const program = await response.catch(() => {
    throw failure(PROGRAM, 'network');
  });
  if (!program.ok) throw failure(`${PROGRAM}: HTTP ${program.status}`, 'http');
  // Servers of single-page applications answer a missing file with their start page.
  const type = program.headers.get('content-type');
  if (/html/.test(type)) throw failure(`${PROGRAM}: ${type}`, 'corrupt');

  const core = await glue.catch((error) => {
    throw failure(GLUE, error instanceof SyntaxError ? 'corrupt' : 'network');
  });
  await core.default({ module_or_path: program });
  return core;
};

export { SandboxExplorerElement };
