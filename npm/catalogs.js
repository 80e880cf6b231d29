// Catalogs of a `src`: the file, and the chunk of the program that checks it, which only pages with a `src` load. Both are requested at
// the same time, while the program itself is still on its way.
import { reader } from 'chunks';

// The files that have been requested and not been read yet, by address: bytes, or a text that says why there are none.
const files = new Map();
// The chunk, and the programs that it is linked with.
let compiled;
const linked = new WeakMap();

/** The promise; calls `forget` if it fails, so that the next one who asks starts again. */
const once = (promise, forget) => {
  promise.catch(forget);
  return promise;
};

const compile = () => (compiled ??= once(reader().then(WebAssembly.compile), () => (compiled = undefined)));

function link(program) {
  if (!reader) return;
  if (!linked.has(program)) linked.set(program, once(compile().then(program.link), () => linked.delete(program)));
  return linked.get(program);
}

async function download(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : `HTTP ${response.status}`;
  } catch (error) {
    return String(error.message ?? error);
  }
}

/** Where an address leads now: on a page of a router it may lead elsewhere later. */
function resolved(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}

/** Requests the catalog at an address, and the chunk. */
export function request(address) {
  if (reader) compile();
  const place = resolved(address);
  if (!files.has(place)) files.set(place, download(address));
  return files.get(place);
}

/** Resolves when the catalog at an address can be read at once, or not at all. */
export const prepare = (program, address) => Promise.allSettled([link(program), request(address)]);

/** Reads the catalog at an address: calls `done` with what was fetched, or with nothing and the reason (see bin/embed/reader.rs). */
export async function read(program, address, done) {
  const place = resolved(address);
  const file = request(address);
  let fetched, why;
  try {
    await link(program);
    fetched = await file;
  } catch (error) {
    why = error.cause == 'corrupt' ? `${error.message}: damaged or mixed versions` : error.message;
    if (!error.cause) why = `sandbox-explorer.reader.wasm: ${why}`;
  }
  // Whoever asks later, asks the server again; the program keeps what it has read.
  files.delete(place);
  for (const line of done(fetched, why) ?? []) console.warn(`sandbox-explorer: ${address.slice(0, 80)}: ${line}`);
}
