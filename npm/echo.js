// The attribute `query`, which both sides write: the explorer to show what the reader has asked for, the page to ask for something. Here
// what a page means is told apart from what only comes back. Frameworks, routers and debounced stores repeat what change events have told
// them, late and in any order; and where a page is morphed into its own HTML, that takes away what we have put there.

// For how long a query may come back. Later than that, it is a wish for what was shown a while before. Counted in turns of a timer and not
// by the clock, because on a busy machine the timers of the page are as late as ours.
const TURN = 250;
const TURNS = 5;
// So much less for one that has come back already (a store answers at once, its router once more), or that the page has replaced since.
const FEWER = 2;
// Who takes our value away each time that it is put back may have it: it is only an attribute.
const PATIENCE = 50;

// Of each element, for all its lives: what its HTML had in `query`, whether the page has said something else since, and what is to be there.
const pages = new WeakMap();

/** A query in a form that can be compared: routers have an order and escapes of their own. */
const plain = (query) => [...new URLSearchParams(query ?? '')].sort() + '';

/**
 * Looks after `query` of the element `host`. `tell(query)` is called when the explorer shows something else, before the page is told;
 * `hear(value)` when the attribute has changed. `ask(value)` gets what the page asks for.
 */
export function listen(host, ask) {
  const written = host.getAttribute('query');
  let page = pages.get(host);
  if (page?.there !== written) pages.set(host, (page = { first: written, there: written }));
  let told = [];
  let restored = 0;
  let isOurs;
  let asked;

  function reflect() {
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
    // Not at once, because the program is in the middle of something.
    queueMicrotask(reflect);
  }

  function hear(value, isMeant) {
    if (isOurs) return;
    const query = plain(value);
    // What the page has replaced, or asked for itself, does not come back on a page where nothing does; what is shown now may.
    const mayCome = (it) =>
      it == told.at(-1) || told.some((it) => it.isBack) || (!it.isAsked && !it.isOver);
    const echo = told.find((it) => it.query == query && it.turns > 0 && mayCome(it));
    // A page that has never said anything else than its HTML is morphed into it.
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
    ask(value);
  }

  // By its own property, because nobody sets that who does not mean it: also `null`, and what the HTML had.
  Object.defineProperty(host, 'query', {
    configurable: true,
    get: () => host.getAttribute('query') ?? '',
    set(value) {
      hear(value ?? null, true);
      reflect();
    },
  });

  return { tell, hear };
}
