// Catalogs of a `src` or of the property `catalog`, and search services: the file, text or answer, and the chunks of the program that read it,
// which only pages with one of them load. Both are requested at the same time, while the program itself is still on its way.
import { reader, service } from 'chunks';

// What pages have set as a property: search services, and catalogs as JSON texts, or errors that say why there is none. To the program, each
// is the catalog of a `src` with an address of its own. They are kept, because a program that dies is replaced.
const values = [];

/** What `host` shows in place of the bundled catalog: a search service, a catalog, or an address. */
export const given = ({ searchClient, catalog, src }) => searchClient || catalog || src;

/** The address of what `host` shows. A catalog that the page has set is copied now; an equal one has the same address. */
export function source(host) {
  let value = given(host);
  if (!value || value == host.src) return value;
  const isService = value == host.searchClient;
  try {
    if (!isService && typeof value != 'string') value = `${JSON.stringify(value)}`;
  } catch (error) {
    value = error;
  }
  let at = values.indexOf(value);
  if (at < 0) at = values.push(value) - 1;
  return `${isService ? 'client' : 'catalog'}:${at}`;
}

// The files that have been requested and not been read yet, by address: bytes, or a text that says why there are none.
const files = new Map();
/** A promise that is kept under a key of an object. What fails is made again for the next one who asks. */
function once(object, key, make) {
  object[key] ??= make();
  object[key].catch(() => (object[key] = undefined));
  return object[key];
}

const compile = (chunk) => once(chunk, 'module', () => chunk().then(WebAssembly.compile));

/** The chunks that read what is at an address. Without chunks, the program contains them. */
const chunksOf = (address) => [reader, /^client:/.test(address) && service].filter(Boolean);

async function link(program, address) {
  for (const [n, chunk] of chunksOf(address).entries()) await once(program, n, () => compile(chunk).then(program.link));
}

// What begins with `_` is for nobody here: texts with marks, and what a service says about itself.
const plain = (key, value) => (key[0] == '_' ? undefined : value);

/** What a service says to these requests, or, without any, what the page says about it: it has set a client, or an object with one. */
async function ask(service, requests) {
  const { client, ...options } = service;
  return JSON.stringify(requests ? await (client ?? service).search(JSON.parse(requests)) : client ? options : {}, plain);
}

async function download(address) {
  try {
    const [, kind, at, requests] = /^(client|catalog):(\d+)(.*)/s.exec(address) ?? [];
    const value = values[at];
    const text = kind == 'client' ? await ask(value, requests) : value;
    if (value) return text.message ?? new TextEncoder().encode(text);
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : `HTTP ${response.status}`;
  } catch (error) {
    return String(error?.message ?? error);
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

/** Requests the chunks that read what is at an address, and, if there is one, what is there. */
export function request(address) {
  chunksOf(address).forEach(compile);
  if (!address) return;
  const place = resolved(address);
  if (!files.has(place)) files.set(place, download(address));
  return files.get(place);
}

/** Resolves when the catalog at an address can be read at once, or not at all. */
export const prepare = (program, address) => Promise.allSettled([link(program, address), request(address)]);

/** Reads the catalog at an address: calls `done` with what was fetched, or with nothing and the reason (see bin/embed/reader.rs). */
export async function read(program, address, done) {
  const place = resolved(address);
  const file = request(address);
  let fetched, why;
  try {
    await link(program, address);
    fetched = await file;
  } catch (error) {
    why = error.cause == 'corrupt' ? `${error.message}: damaged or mixed versions` : error.message;
    // A chunk that has come and cannot be linked.
    if (!error.cause) why = `${/^client:/.test(address) ? 'sandbox-explorer.service.wasm' : 'sandbox-explorer.reader.wasm'}: ${why}`;
  }
  // Whoever asks later, asks the server again; the program keeps what it has read.
  files.delete(place);
  for (const line of done(fetched, why) ?? []) console.warn(`sandbox-explorer: ${line}`);
}
