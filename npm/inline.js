// The single classic script: no second file, so it runs from file:, on servers with wrong MIME types or without
// compression, and after bundlers that do not copy assets. It costs about 9 kB more on a server with brotli.
import init, { mount, prepare } from './core.js';
import { program } from 'program:core';
import { SandboxExplorerElement } from './class.js';
import { register } from './register.js';

SandboxExplorerElement.load = async () => {
  await init({ module_or_path: await program() });
  return { mount, prepare };
};

register(SandboxExplorerElement);
