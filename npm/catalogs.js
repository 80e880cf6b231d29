// Catalogs of a `src` or of the property `catalog`: the file or text, and the chunk of the program that checks it, which only pages with one
// of them load. Both are requested at the same time, while the program itself is still on its way.
import { reader } from 'chunks';

// The catalogs that pages have set as a property: JSON texts, or errors that say why there is none. To the program, each is the catalog of
// a `src` with an address of its own. They are kept, because a program that dies is replaced.
const texts = [];

/** Calls `changed` when the page sets `catalog`, until the function is called that this returns. */
export function follow(host, changed) {
  let { catalog } = host;
  Object.defineProperty(host, 'catalog', {
    configurable: true,
    get: () => catalog,
    set(value) {
      catalog = value;
      changed();
    },
  });
  return () => {
    delete host.catalog;
    host.catalog = catalog;
  };
}

/** The address of the catalog that `host` shows. One that the page has set is copied now; an equal one has the same address. */
export function source({ catalog, src }) {
  if (!catalog) return src;
  let text = catalog;
  try {
    if (typeof text != 'string') text = `${JSON.stringify(text)}`;
  } catch (error) {
    text = error;
  }
  let at = texts.indexOf(text);
  if (at < 0) at = texts.push(text) - 1;
  return `catalog:${at}`;
}

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
  const text = texts[/^catalog:(.+)/.exec(address)?.[1]];
  if (text) return text.message ?? new TextEncoder().encode(text);
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

/** Requests the chunk, and the catalog at an address, if there is one. */
export function request(address) {
  if (reader) compile();
  if (!address) return;
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
  for (const line of done(fetched, why) ?? []) console.warn(`sandbox-explorer: ${line}`);
}
