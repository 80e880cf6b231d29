// What the loader imports once the reader comes near: the glue of the program, its style sheet, the way from a still first view, and
// the way to catalogs of the author's own.
import { make } from 'glue:core';
import css from 'style';
import { takeOver } from './takeover.js';

// Made when the module is, once for all elements of the page; not in Node, where the single-file form must import without error.
const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
sheet?.replaceSync(css);

// The program, the elements that hear of its end, and how it ended last.
let program;
const mounted = new Set();
let end;

function died(error) {
  const heard = [...mounted];
  mounted.clear();
  program = undefined;
  end = error;
  for (const emit of heard) emit('dead', error);
}

/** Starts the program, a new one if the last one has died or did not start. */
export default (source) =>
  (program ??= make(died)).init(source).catch((error) => {
    program = undefined;
    throw error;
  });

/**
 * Mounts an explorer in the shadow root of the element `host`, in place of what is there; where that is a still first view, it goes on
 * from it. `emit(name, detail)` hears the element's events, and `dead` with an error when the program is no more.
 */
export function mount(host, emit) {
  const root = host.shadowRoot;
  // Leptos needs an element as its parent: directly under a shadow root parts of it fail silently.
  const parent = document.createElement('div');
  parent.part = 'root';
  const goOn = takeOver(root, parent);
  const { observedAttributes } = host.constructor;
  const attributes = observedAttributes.filter((name) => name != 'loading' && host.hasAttribute(name));
  const before = [...root.childNodes];
  root.append(parent);
  const sheets = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [sheets[0], sheet];
  const handle = program.mount(parent, host, attributes.flatMap((name) => [name, host.getAttribute(name)]), emit, read);
  if (!program) {
    parent.remove();
    root.adoptedStyleSheets = sheets;
    throw end;
  }
  const free = handle.free.bind(handle);
  handle.free = () => {
    mounted.delete(emit);
    free();
  };
  mounted.add(emit);
  goOn(handle);
  for (const node of before) node.remove();
  return handle;
}

// Where the reader is once it could not be had: Firefox remembers that for as long as the page lives, and asks again only under
// another address, each time one with a question mark more. What bundlers call the file, its error says.
let again;

const importReader = () =>
  (again ? import(again) : import('./sandbox-explorer.reader.js')).catch((error) => {
    const address = /https?:\S+/.exec(error.message);
    if (address) again = address + '?';
    throw error;
  });

// Catalogs are read by a program of its own, which only pages with a `src` load. `done` takes the packed text or the reason.
async function read(address, done) {
  try {
    const reader = await importReader();
    const { packed, refused } = await reader.read(address);
    for (const line of refused) console.warn(`sandbox-explorer: ${address.slice(0, 80)}: ${line}`);
    done(packed);
  } catch (error) {
    done(undefined, error.message ?? String(error));
  }
}
