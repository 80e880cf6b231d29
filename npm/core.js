// What the loader imports once the reader comes near: the glue of the program, its style sheet, the way from a still first view, and
// the way to catalogs of the author's own.
import { make } from 'glue:core';
import css from 'style';
import { listen } from './echo.js';
import { keepKeys } from './keys.js';
import { warn } from './paragraph.js';
import { takeOver } from './takeover.js';
import { chunk } from 'chunk';
import { features } from 'features';
import { importReader } from 'reader';

// Who imports this compares it with its own.
export const build = BUILD;

// Made when the module is, once for all elements of the page; not in Node, where the single-file form must import without error.
const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
sheet?.replaceSync(css);

// The program, the elements that hear of its end with what takes their explorers away, and how it ended last.
let program;
const mounted = new Map();
let end;
// What no first view shows, once it is there.
let parts;

function died(error) {
  const heard = [...mounted];
  mounted.clear();
  program = parts = undefined;
  end = error;
  for (const [emit, leave] of heard) {
    leave();
    emit('dead', error);
  }
}

/** Starts the program, a new one if the last one has died or did not start. */
export default (source) =>
  (program ??= make(died)).init(source).catch((error) => {
    program = undefined;
    throw error;
  });

/**
 * Mounts an explorer in the shadow root of the element `host`, in place of what is there of ours; where that is a still first view, it goes
 * on from it. `emit(name, detail)` hears the element's events, and `dead` with an error when the program is no more.
 */
export function mount(host, emit) {
  warn(host);
  const root = host.shadowRoot;
  // Leptos needs an element as its parent: directly under a shadow root parts of it fail silently.
  const parent = document.createElement('div');
  parent.part = 'root';
  staysModal(parent);
  const passKeys = keepKeys(parent);
  const goOn = takeOver(root, parent);
  const { observedAttributes } = host.constructor;
  const attributes = observedAttributes.filter((name) => name != 'loading' && host.hasAttribute(name));
  // The slot, the line about a failure, a still first view with its style; what an extension has put there stays.
  const before = [...root.children].filter((node) => node.matches('slot,[part],style:has(+[part=root])'));
  keepPlace(host, parent);
  root.append(parent);
  // Ours comes after those that the page or an extension has adopted there.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other != sheet), sheet];
  let query;
  const heard = (name, detail) => {
    if (name == 'select' || name == 'later') complete(host, handle, emit);
    if (name == 'later') return;
    if (name == 'change') query?.tell(detail.query);
    emit(name, detail);
  };
  const handle = program.mount(parent, host, attributes.flatMap((name) => [name, host.getAttribute(name)]), heard, read);
  if (!program) {
    parent.remove();
    passKeys();
    throw end;
  }
  goOn(handle);
  const set = handle.set.bind(handle);
  query = listen(host, (value) => set('query', value));
  handle.set = (name, value) => {
    if (name == 'query') return query.hear(value);
    set(name, value);
    if (name == 'layout') mayComplete();
  };
  const hide = hidesBeside(host, parent);
  let stay = () => {};
  const leave = () => {
    mounted.delete(emit);
    passKeys();
    stay();
    delete host.query;
    parent.replaceWith(document.createElement('slot'));
    hide?.();
  };
  const free = handle.free.bind(handle);
  handle.free = () => {
    leave();
    free();
  };
  mounted.set(emit, leave);
  // A small form has features in its details only, which may be open from the start.
  const mayComplete = () => {
    const isSmall = /^(inline|single)$/.test(host.getAttribute('layout'));
    if (!isSmall || /project/.test(host.getAttribute('query') + location.hash)) complete(host, handle, emit);
  };
  mayComplete();
  for (const node of before) node.remove();
  hide?.();
  // It waited for a link as well (class.js).
  removeEventListener('hashchange', host);
  stay = comesIntoView(host);
  return handle;
}

// A link to an explorer brings it into view: the one that the page was opened with, unless the reader has scrolled meanwhile or the
// browser goes back to where they were; and those that are followed in the page. The program takes up what they say.
// Gives a function that ends it.
function comesIntoView(host) {
  // Mail programs may have encoded it; see src/query.rs.
  const isMeant = (hash) => /^[\w-]+$/.test(host.urlKey) && RegExp(`[#&6;]${host.urlKey}[=%]`).test(hash);
  let at = host;
  while (at && !at.scrollTop) at = at.assignedSlot ?? at.parentNode ?? at.host;
  const { top } = host.getBoundingClientRect();
  const isNew = performance.getEntriesByType('navigation')[0]?.type == 'navigate';
  if (!at && isNew && (top < 0 || top > innerHeight / 2) && isMeant(location.hash)) host.scrollIntoView();
  const followed = (event) => {
    const path = event.composedPath();
    const link = path.find((node) => node.hash);
    if (!link || !isMeant(link.hash) || path.includes(host) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // By then it has been followed, also by a router.
    requestAnimationFrame(() => setTimeout(() => isMeant(location.hash) && host.scrollIntoView()));
  };
  addEventListener('click', followed);
  return () => removeEventListener('click', followed);
}

// In a div (register.js) the fallback is in the div and in a slot of its own, which is shown as long as there would be one here: before
// the start, after a failure, and when a `src` gives nothing.
function hidesBeside({ assignedSlot, shadowRoot }, parent) {
  const beside = assignedSlot?.name == 'sandbox-explorer' && assignedSlot.previousSibling;
  if (!beside) return;
  const hide = () => (beside.hidden = !shadowRoot.querySelector('slot'));
  new MutationObserver(hide).observe(parent.firstChild, { childList: true });
  return hide;
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

// Links the parts of the program that no first view shows, with their style, which is in the same file.
async function link(program) {
  const module = await WebAssembly.compile(await chunk());
  const [style] = WebAssembly.Module.customSections(module, 'style');
  sheet.replaceSync(css + new TextDecoder().decode(style));
  await program.link(module);
  return true;
}

// What comes after the first view, once for the page: those parts, and the features of the bundled projects, which are half of all text.
// What could not be had is asked for again by the next explorer, the next time that details are opened, and by the reader.
let wanted;
function complete(host, handle, emit) {
  if (chunk) {
    parts ??= link(program).catch((error) => {
      parts = undefined;
      console.warn(`sandbox-explorer: ${error.message}`);
    });
    parts.then((isThere) => mounted.has(emit) && handle.arrive(!!isThere));
  }
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
    const why = error.message ?? String(error);
    done(undefined, error.cause == 'corrupt' ? `${why}: damaged or mixed versions` : why);
  }
}
