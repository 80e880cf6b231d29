// Both sides write the attribute `query`: the explorer to show the reader's filter, the page to set one. This file tells a request of the
// page from an echo. Frameworks, routers and debounced stores repeat the values of change events, late and in any order; and a page that is
// morphed into its own HTML removes the value that we have set.

// How long a query counts as an echo. After that, it is a request for an earlier state. Counted in timer turns and not by the clock,
// because on a busy machine the timers of the page are as late as ours.
const TURN = 250;
const TURNS = 5;
// Turns taken off when a query has come back once (a store answers at once, its router once more), or when the page has replaced it.
const FEWER = 2;
// After this many restored values, a page that keeps removing ours wins: it is only an attribute.
const PATIENCE = 50;

// Per element, for its whole lifetime: the `query` of its HTML, whether the page has ever set another one, and the value that the attribute
// should have.
const pages = new WeakMap();

// An explorer with `initial-query` leaves the attribute to the page: the property alone tells what is shown.
const isFree = (host) => host.hasAttribute('initial-query');

/** What such an explorer has shown when it was removed, as `{ query }`; nothing before its first start. */
export const kept = (host) => isFree(host) && pages.get(host);

/** Normalises a query for comparison: routers have their own order and escapes. */
const plain = (query) => [...new URLSearchParams(query ?? '')].sort() + '';

/**
 * Manages `query` of the element `host`. Call `tell(query)` when the explorer shows something else, before the page is notified, and
 * `hear(value)` when the attribute has changed. `set('query', value)` receives the requests of the page.
 */
export function listen(host, set) {
  const written = host.getAttribute('query');
  let page = pages.get(host);
  const isKept = written == null && kept(host);
  if (!isKept && page?.there !== written) pages.set(host, (page = { first: written, there: written ?? (isFree(host) ? host.initialQuery : null) }));
  let told = [];
  let restored = 0;
  let isOurs;
  let asked;

  function reflect() {
    if (isFree(host)) return;
    isOurs = true;
    if (page.there == null) host.removeAttribute('query');
    else host.setAttribute('query', page.there);
    isOurs = false;
  }

  function age() {
    told = told.filter((it) => --it.turns > 0);
    if (told.length) setTimeout(age, TURN);
  }

  function tell(query) {
    const it = { query: plain(query), turns: TURNS };
    it.isAsked = it.query == asked;
    if (told.push(it) == 1) setTimeout(age, TURN);
    restored = 0;
    page.there = query || null;
    // In a microtask, because the program is in the middle of a call.
    queueMicrotask(reflect);
  }

  function hear(value, isMeant) {
    if (isOurs) return;
    const query = plain(value);
    // On a page where no query ever comes back, one that the page has replaced or requested itself is no echo; the current one may be.
    const mayCome = (it) =>
      it == told.at(-1) || told.some((it) => it.isBack) || (!it.isAsked && !it.isOver);
    const echo = told.find((it) => it.query == query && it.turns > 0 && mayCome(it));
    // A page that has never set anything but its HTML is being morphed into it.
    const isHtml = !isMeant && !page.isHeard && value === page.first && value !== page.there;
    page.isHeard ||= value !== page.first;
    if (echo && !echo.isBack) {
      echo.isBack = true;
      echo.turns -= FEWER;
    }
    if (echo || isHtml) {
      if (value !== page.there && restored++ < PATIENCE) queueMicrotask(reflect);
      return;
    }
    for (const it of told) {
      if (!it.isOver) it.turns -= FEWER;
      it.isOver = true;
    }
    page.there = value;
    asked = query;
    set('query', value);
  }

  // A setter of its own, because setting the property is always a request: also `null`, and the value of the HTML.
  Object.defineProperty(host, 'query', {
    configurable: true,
    get: () => page.there ?? '',
    set(value) {
      hear(value ?? null, true);
      reflect();
    },
  });

  return { tell, hear };
}
