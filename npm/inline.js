// The single classic script: no second file, so it runs from file:, on servers with wrong MIME types or without
// compression, and after bundlers that do not copy assets. The price is about 9 kB where the server has brotli.
import init, { mount, sheet } from './sandbox-explorer.core.js';
// base64 of gzip, put here by build.mjs.
import program from './sandbox-explorer.wasm';
import { SandboxExplorerElement } from './class.js';
import { register } from './register.js';

SandboxExplorerElement.load = async () => {
  // Not fetch('data:…'), which would need a connect-src in the page's CSP.
  const zipped = Uint8Array.from(atob(program), (character) => character.charCodeAt());
  const bytes = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  await init({ module_or_path: await new Response(bytes).arrayBuffer() });
  return { mount, sheet };
};

register(SandboxExplorerElement);
