// What the loader imports once the reader comes near: the glue of the program, its style sheet, the way from a still first view, and
// the way to catalogs of the author's own.
import { make } from 'glue:core';
import css from 'style';
import { keepKeys } from './keys.js';
import { takeOver } from './takeover.js';
import { features } from 'features';

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
  staysModal(parent);
  const passKeys = keepKeys(parent);
  const goOn = takeOver(root, parent);
  const { observedAttributes } = host.constructor;
  const attributes = observedAttributes.filter((name) => name != 'loading' && host.hasAttribute(name));
  const before = [...root.childNodes];
  keepPlace(host, parent);
  root.append(parent);
  const sheets = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [sheets[0], sheet];
  const heard = (name, detail) => {
    if (name == 'select') complete(host, handle, emit);
    emit(name, detail);
  };
  const handle = program.mount(parent, host, attributes.flatMap((name) => [name, host.getAttribute(name)]), heard, read);
  if (!program) {
    parent.remove();
    root.adoptedStyleSheets = sheets;
    throw end;
  }
  const free = handle.free.bind(handle);
  handle.free = () => {
    mounted.delete(emit);
    passKeys();
    free();
  };
  mounted.add(emit);
  goOn(handle);
  complete(host, handle, emit);
  for (const node of before) node.remove();
  return handle;
}

// Keeps what the reader has in sight in its place while an explorer grows that was made above it, until the reader comes to it. Safari
// leaves that to the page.
function keepPlace(host, parent) {
  let { height, bottom } = host.getBoundingClientRect();
  if (bottom >= 0 || CSS.supports('overflow-anchor', 'auto')) return;
  // Shorter in between, a page near its end would be scrolled back.
  parent.style.minHeight = `${height}px`;
  const observer = new ResizeObserver(() => {
    parent.style.minHeight = '';
    const now = host.getBoundingClientRect();
    // Whole pixels: of others it would forget a part each time.
    const top = Math.round(now.height - height);
    height += top;
    // Come to, or gone.
    if (now.bottom >= top) observer.disconnect();
    else scrollBy({ top, behavior: 'instant' });
  });
  observer.observe(host);
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

// A move in the document is a removal to the browser: open details are no longer modal afterwards, and have lost the focus and where
// that goes back to. The style sheet notices it, so that the loader need not know; see details.css.
function staysModal(parent) {
  const focused = {};
  parent.addEventListener('focusin', ({ target }) => (focused[target.closest('dialog') ? 'inside' : 'outside'] = target));
  parent.addEventListener('animationstart', ({ animationName, target }) => {
    if (animationName != 'se-moved') return;
    const { inside, outside } = focused;
    // Otherwise `showModal` refuses. Not by `close`, which would tell the program that the reader has closed it.
    target.open = false;
    outside?.focus({ preventScroll: true });
    target.showModal();
    inside?.focus({ preventScroll: true });
  });
}

// The features of the bundled projects are half of all text and stand in no first view: they come after it, once for the page. What
// could not be had is asked for again by the next explorer and the next time that details are opened.
let wanted;
function complete(host, handle, emit) {
  if (host.hasAttribute('src')) return;
  wanted ??= features().catch(() => (wanted = undefined));
  wanted.then((text) => text && mounted.has(emit) && handle.complete(text));
}

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
