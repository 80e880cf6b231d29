// The loader imports this when the reader comes near: the glue of the program, its style sheet, and the transition from a still first view.
import { make } from 'glue';
import { takeOver } from './takeover.js';
import { chinese } from 'chinese';
import css from 'style';
import { given, prepare, read, request, source } from './catalogs.js';
import { keepKeys } from './keys.js';
import { kept, listen } from './echo.js';
import { TAG, besides, tellsSlots } from './slots.js';
import { features } from 'features';
import { DETAILS } from './details.js';
import { later } from 'chunks';

// The importer compares this with its own build id.
export const build = BUILD;

// Created with the module, once for all elements of the page; not in Node, where the single-file form must import without error.
// The style of the parts that no first view shows comes with them, in a sheet of its own: a change of the first one would style every element
// of the explorer again.
const [sheet, laterSheet] = globalThis.CSSStyleSheet ? [new CSSStyleSheet(), new CSSStyleSheet()] : [];
sheet?.replaceSync(css);
// Paper shows it all, and so does a page that looks like paper.
const useLater = () => laterSheet.replaceSync(laterCss);
globalThis.addEventListener?.('beforeprint', useLater);
globalThis.matchMedia?.('print').addEventListener('change', useLater);

// The program; the elements to notify when it dies, each with the function that removes its explorer; and the error of the last death.
let program;
const mounted = new Map();
let death;
// The parts that no first view shows, once they are loaded; and the texts that the program has learned.
let parts;
let learned = new Set();

function died(error) {
  const orphans = [...mounted.values()];
  mounted.clear();
  program = parts = undefined;
  learned = new Set();
  death = error;
  for (const leave of orphans) leave(error);
}

/** Starts the program; a new one if the last one has died or did not start. */
export default (source) =>
  (program ??= make(died)).init(source).catch((error) => {
    program = undefined;
    throw error;
  });

const warnOf = (error) => console.warn(`sandbox-explorer: ${error.message}`);

// A text that the program does not contain, `features` or `chinese`: fetched once per page; nothing if it cannot be had.
const fetched = new Map();
function text(from) {
  const failed = (error) => {
    fetched.delete(from);
    warnOf(error);
  };
  if (!fetched.has(from)) fetched.set(from, from().catch(failed));
  return fetched.get(from);
}

// The program takes a text once for all explorers.
async function learn(texts) {
  for (const it of await Promise.all(texts)) {
    // It may have died meanwhile.
    if (!it || !program || learned.has(it)) continue;
    learned.add(it);
    program.learn(it);
  }
}

// What the first view of an element needs, as far as it can be told without the program. A search also finds what is loaded later, and must
// not change its result in front of the reader.
function needed(host) {
  const asked = `?${host.scope}&${host.query}&${host.initialQuery}${host.urlKey && location.hash}`;
  const searches = !given(host) && /[^a-z]q[=%]/i.test(asked);
  const isChinese = /^\s*zh/i.test(host.closest('[lang]')?.lang || navigator.language);
  return [searches && text(features), (searches || isChinese) && text(chinese)];
}

/**
 * The program is on its way for the element `host`: requests what its first view needs besides, so that it comes at the same time: its
 * catalog, and those of the others that start without being seen, and the parts and texts that others load after it.
 */
export function expect(host) {
  const others = document.querySelectorAll(host.localName + '[loading=eager]');
  for (const other of new Set([host, ...others])) {
    // A long catalog is turned into text once.
    if (other.base == host.base && given(other)) request(given(other) != other.catalog && source(other));
  }
  if (needsParts(host)) compiled();
  needed(host);
}

/** Resolves when `host` can be mounted: when the parts and texts that its first view needs are there, or cannot be had. */
export async function ready(host) {
  const arrived = needsParts(host) && within(PATIENCE, linked());
  const texts = needed(host);
  await learn(texts);
  if (!texts[1] && program?.lacks(host)) await learn([text(chinese)]);
  await arrived;
  // A still view shows more than an explorer that waits for its catalog; and without one, what comes soon need not be waited for in a frame
  // of its own.
  const from = source(host);
  if (!from) return;
  const prepared = prepare(program, from);
  await (host.shadowRoot.querySelector('.se-explorer') ? prepared : within(SOON, prepared));
}

/** Resolves with a promise, or after this time, in milliseconds. */
function within(time, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, time)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// How long a first view waits for them, and for its catalog, in milliseconds, before it appears without them and says so.
const PATIENCE = 2000;
const SOON = 200;

// A search, another view, details and a comparison: from the page, from a link, or from what the reader has typed in a still first view. A
// fragment may be encoded, also twice; see src/query.rs.
function needsParts(host) {
  const [query, first, scope, view] = ['query', 'initial-query', 'scope', 'view'].map((name) => host.getAttribute(name) ?? '');
  const hash = host.urlKey ? location.hash : '';
  const typed = host.shadowRoot.querySelector('.se-explorer [name=q]')?.value;
  return (
    later &&
    (typed || /^(?!cards)./.test(view) || /(^|[^a-z])q=/.test(scope) || /(^|[^a-z])(q|view|project)(=|%(25)*3d)/i.test([query, first, hash]))
  );
}

/**
 * Mounts an explorer in the shadow root of the element `host` and replaces our nodes there; a still first view is taken over. Sends the
 * events of the element. `turn(state, result)` receives what becomes of it, as `#turn` of the class, and `end` the error with which the
 * program has died.
 */
export function mount(host, turn, end) {
  const root = host.shadowRoot;
  // Leptos needs an element as its parent: directly under a shadow root, parts of it fail silently.
  const parent = document.createElement('div');
  parent.part = 'root';
  staysModal(parent);
  const passKeys = keepKeys(parent);
  const goOn = takeOver(root, parent);
  const { observedAttributes } = host.constructor;
  const last = kept(host);
  const attributes = observedAttributes.filter((name) => name != 'loading' && host.hasAttribute(name) && !(last && name == 'initial-query'));
  // The slot, the error line, and a still first view with its style. Nodes that an extension has put there stay.
  const before = [...root.children].filter((node) => node.matches('slot,[part],style:has(+[part=root])'));
  keepPlace(host, parent);
  root.append(parent);
  // Our sheets come after those that the page or an extension has adopted.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => other != sheet && other != laterSheet), sheet, laterSheet];
  let query;
  const isAway = !!host.src;
  const handler = (name, value) => {
    const event = name.replace('?', '');
    if (event == 'select' || name == 'later') complete(host, handle, parent);
    if (name == 'used') useLater();
    if (name == 'later' || name == 'used') return;
    const detail = DETAILS[event](value);
    if (name == 'change') query?.tell(detail.query);
    // What was ticked and opened in a still view is in the catalog, which has just come; the next frame shows it.
    if (name == 'ready' && isAway) requestAnimationFrame(() => mounted.has(parent) && start());
    // A listener may call any method: by then Rust is not in the middle of a call. What the reader asks for happens when the page lets it.
    const cancelable = event != name;
    queueMicrotask(() => {
      if (!mounted.has(parent)) return;
      if (name == 'ready') turn(name, host);
      if (name == 'error') turn('failed', Promise.reject(Error(detail.message, detail)));
      const sent = new CustomEvent(`${TAG}-${event}`, { bubbles: true, composed: true, cancelable, detail });
      if (host.dispatchEvent(sent) && cancelable) handle.answer();
    });
  };
  const said = attributes.flatMap((name) => [name, host.getAttribute(name)]);
  said.push('src', source(host));
  if (last) said.push('query', last.there ?? '');
  const handle = program.mount(parent, host, said, handler, read.bind(null, program));
  if (!program) {
    parent.remove();
    passKeys();
    throw death;
  }
  const set = handle.set.bind(handle);
  const start = () => goOn({ set, show: handle.show.bind(handle) });
  if (!isAway) start();
  query = listen(host, set);
  handle.set = (name, value) => {
    if (name == 'query') return query.hear(value);
    set(name, name == 'src' ? source(host) : value);
    if (name == 'layout') mayComplete();
  };
  const hide = besides(host, parent);
  const unwatch = tellsSlots(host, set);
  let stay = () => {};
  const leave = (error) => {
    mounted.delete(parent);
    clearTimeout(handle.late);
    passKeys();
    stay();
    delete host.query;
    unwatch();
    parent.replaceWith(document.createElement('slot'));
    hide?.();
    if (error) queueMicrotask(() => host.isConnected && end(error));
  };
  const free = handle.free.bind(handle);
  handle.free = () => {
    leave();
    free();
  };
  mounted.set(parent, leave);
  // A small form shows features in its details only, which may be open from the start.
  const mayComplete = () => {
    const isSmall = /^(inline|single)$/.test(host.getAttribute('layout'));
    if (!isSmall || needsParts(host)) complete(host, handle, parent);
  };
  // After the first frame, from which it would take time.
  if (needsParts(host)) mayComplete();
  else afterFrame(mayComplete);
  for (const node of before) node.remove();
  hide?.();
  // class.js waited for a link with this listener.
  removeEventListener('hashchange', host);
  stay = comesIntoView(host);
  return handle;
}

// A page in the background has no frames.
const afterFrame = (call) => (document.hidden ? setTimeout(call) : requestAnimationFrame(() => setTimeout(call)));

// A link to an explorer scrolls it into view: the link the page was opened with, unless the reader has scrolled meanwhile or the browser
// restores a scroll position; and links followed in the page. The program applies their query. Returns a function that removes the
// listener.
function comesIntoView(host) {
  // Mail programs may have encoded the fragment; see src/query.rs.
  const isMeant = (hash) => /^[\w-]+$/.test(host.urlKey) && RegExp(`[#&6;]${host.urlKey}[=%]`).test(hash);
  // Measured only if a link is meant: it makes the browser lay out the page at once.
  if (isMeant(location.hash) && performance.getEntriesByType('navigation')[0]?.type == 'navigate') {
    let at = host;
    while (at && !at.scrollTop) at = at.assignedSlot ?? at.parentNode ?? at.host;
    const { top } = host.getBoundingClientRect();
    if (!at && (top < 0 || top > innerHeight / 2)) host.scrollIntoView();
  }
  const followed = (event) => {
    const path = event.composedPath();
    const link = path.find((node) => node.hash);
    if (!link || !isMeant(link.hash) || path.includes(host) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // By then the link has been followed, also by a router.
    requestAnimationFrame(() => setTimeout(() => isMeant(location.hash) && host.scrollIntoView()));
  };
  addEventListener('click', followed);
  return () => removeEventListener('click', followed);
}

// Keeps the visible content in place while an explorer that was mounted above the viewport grows, until the reader scrolls to it. Safari
// leaves scroll anchoring to the page.
function keepPlace(host, parent) {
  if (CSS.supports('overflow-anchor', 'auto')) return;
  let { height, bottom } = host.getBoundingClientRect();
  if (bottom >= 0) return;
  // A page near its end would be scrolled back if it became shorter in between.
  parent.style.minHeight = `${height}px`;
  const observer = new ResizeObserver(() => {
    parent.style.minHeight = '';
    const now = host.getBoundingClientRect();
    // Whole pixels: scrollBy drops fractions, which would add up.
    const top = Math.round(now.height - height);
    height += top;
    // Scrolled into view, or removed.
    if (now.bottom >= top) observer.disconnect();
    else scrollBy({ top, behavior: 'instant' });
  });
  observer.observe(host);
}

// To the browser, a move in the document is a removal: open details are no longer modal afterwards, and have lost the focus and the element
// to return it to. The style sheet detects the move, so the loader need not; see details.css.
function staysModal(parent) {
  const focused = {};
  parent.addEventListener('focusin', ({ target }) => (focused[target.closest('dialog') ? 'inside' : 'outside'] = target));
  parent.addEventListener('animationstart', ({ animationName, target }) => {
    if (animationName != 'se-moved') return;
    const { inside, outside } = focused;
    // `showModal` throws while the dialog is open. Not `close`, which would tell the program that the reader has closed it.
    target.open = false;
    outside?.focus({ preventScroll: true });
    target.showModal();
    inside?.focus({ preventScroll: true });
  });
}

// Requests the parts of the program that no first view shows.
let requested;
function compiled() {
  requested ??= later().then((bytes) => WebAssembly.compile(bytes));
  // The error is for those who link them.
  requested.catch(() => (requested = undefined));
  return requested;
}

// Links them, with their style, which is in the same file. It is applied when the first of them is made: until then it would only cost time.
let laterCss = '';
async function link(program) {
  const module = await compiled();
  const [style] = WebAssembly.Module.customSections(module, 'style');
  laterCss = new TextDecoder().decode(style);
  await program.link(module);
  program.linked();
  return true;
}

const linked = () => (parts ??= link(program).catch(warnOf));

// Loads what comes after the first view, once per page: these parts, and the texts that the program does not contain, which are most of all.
// A failed download is tried again by the next explorer, the next time details are opened, and on request of the reader.
function complete(host, handle, parent) {
  const isHere = () => mounted.has(parent);
  if (!isHere()) return;
  const known = learn([!given(host) && text(features), text(chinese)]);
  const show = () => isHere() && handle.complete();
  if (!later) return known.then(show);
  const asked = linked();
  // Together, because the catalog is made anew with what is learned; but what is late does not keep the texts.
  known.then(() => (handle.late ??= isHere() && setTimeout(show, PATIENCE)));
  Promise.all([asked, known]).then(([isThere]) => {
    clearTimeout(handle.late);
    if (!isThere && parts == asked) parts = undefined;
    if (isHere()) handle.arrive(!!isThere);
  });
}
