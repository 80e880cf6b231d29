// Runs in the page, before any of its scripts: finds the controls, says when all cards are there, and when an interaction has its result.
// It is sent as text, so it uses nothing of this module. `settings` is the `probe` of the adapter, and `n`.
export function probe(settings) {
  const root = () => (settings.host ? document.querySelector(settings.host)?.shadowRoot : document);
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
  const text = (element) => {
    const label = element.getAttribute('aria-label') || element.labels?.[0]?.textContent;
    return (label || element.textContent || element.parentElement?.textContent || '').replace(/\s+/g, ' ').trim();
  };
  // "Security 12" and "Security (12)" are "Security".
  const name = (element) =>
    text(element)
      .replace(/[\s(·:]*\d[\d,.  ]*\)?$/, '')
      .trim();

  const TABS = '[role=tab]';
  const BOXES = 'input[type=checkbox],[role=checkbox]';
  const find = {
    tab: (value) => all(TABS).find((tab) => (value ? name(tab) === value : /^all/i.test(text(tab)))),
    check: (value) => all(BOXES).find((box) => name(box) === value),
    search: () => all('input[type=search],[role=searchbox],[role=search] input')[0],
    sort: () => all('select')[0],
    clear: () => {
      const buttons = all('button').filter((button) => /clear|reset/i.test(text(button)) && button.checkVisibility());
      // Not the button inside the search box.
      return buttons.find((button) => /all|filters/i.test(text(button))) ?? buttons[0];
    },
  };
  const cards = () => all(settings.card);
  const isShown = (card) => !card.hidden && card.style.display !== 'none' && !(settings.hiddenByStyle && !card.checkVisibility());
  const first = () => cards().find(isShown)?.querySelector('h1,h2,h3,h4,h5,[role=heading]')?.textContent.trim() ?? null;
  const status = () => {
    for (const element of all('[role=status],output,[aria-live=polite]')) {
      const number = element.textContent.match(/\d[\d,]*/);
      if (number) return Number(number[0].replaceAll(',', ''));
    }
    return null;
  };
  /** Calls back in the task after this frame: style, layout and paint of the frame are done. */
  const afterFrame = (done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  };

  // Loading.
  const seen = { paint: {}, lcp: null, cls: 0, longTasks: [], firstCard: null, allCards: null };
  const events = [];
  const observe = (type, each, options) => {
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  };
  observe('paint', (entry) => (seen.paint[entry.name] = entry.startTime));
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value;
  });
  observe('longtask', (entry) => seen.longTasks.push([entry.startTime, entry.duration]));
  const script = ({ startTime, processingStart, processingEnd }) => [startTime, processingEnd - processingStart];
  observe('event', (entry) => events.push(script(entry)), { durationThreshold: 16 });

  const whenLoaded = new Promise((done) => {
    let isFirst = true;
    const look = () => {
      const n = cards().length;
      if (n && isFirst) {
        isFirst = false;
        afterFrame((time) => (seen.firstCard = time));
      }
      if (n < settings.minCards || !(settings.noStatus || status() === settings.n)) return requestAnimationFrame(look);
      afterFrame((time) => {
        seen.allCards = time;
        done();
      });
    };
    requestAnimationFrame(look);
  });

  /** Waits until all cards are there and no long task has run for 150 ms. */
  async function settled() {
    await whenLoaded;
    for (let isBusy = true; isBusy;) {
      await new Promise((done) => setTimeout(done, 150));
      await new Promise((done) => requestIdleCallback(done, { timeout: 500 }));
      const [start, duration] = seen.longTasks.at(-1) ?? [-Infinity, 0];
      isBusy = document.readyState !== 'complete' || performance.now() - start - duration <= 150;
    }
    const blocking = seen.longTasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    const { lcp, cls, firstCard, allCards } = seen;
    return { fcp: seen.paint['first-contentful-paint'] ?? null, lcp, cls, tbt: blocking, firstCard, allCards };
  }

  // The memory of the programs, to see whether it grows.
  const memories = new Set();
  for (const method of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[method];
    WebAssembly[method] = async (source, imports) => {
      const result = await original.call(WebAssembly, source, imports);
      const exports = Object.values((result.instance ?? result).exports);
      const imported = Object.values(imports ?? {}).flatMap((module) => Object.values(module ?? {}));
      for (const value of [...exports, ...imported]) if (value instanceof WebAssembly.Memory) memories.add(value);
      return result;
    };
  }

  // Interactions: `arm` before the input is sent; `done` resolves after the frame in which the page shows the right result.
  let armed = null;
  const onInput = (event) => {
    if (!armed || armed.start !== null || !event.isTrusted) return;
    const { want, resolve } = armed;
    const start = (armed.start = event.timeStamp);
    const look = () => {
      const isRight = status() === want.count && (want.first === null || first() === want.first);
      if (isRight) afterFrame((time) => resolve({ start, paint: time - start }));
      else if (performance.now() - start > 20000) resolve({ wrong: { want, count: status(), first: first() } });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  for (const type of ['click', 'keydown']) addEventListener(type, onInput, true);
  const idle = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

  globalThis.__bench = {
    settled,
    idle,
    memory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    options: () => ({ tabs: all(TABS).map(name), boxes: all(BOXES).map(name) }),
    /** Where to click a control, after it has been scrolled into view. */
    at(kind, value) {
      let element = find[kind](value);
      if (!element) return null;
      // A checkbox that a style sheet hides is clicked through its label.
      if (element.getBoundingClientRect().width < 4 && element.labels?.[0]) element = element.labels[0];
      if (kind === 'tab') element.scrollIntoView({ block: 'nearest', inline: 'center' });
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 12), y: y + height / 2 };
    },
    focus: (kind) => find[kind]().focus({ preventScroll: true }),
    /** How many options below the selected one the order is whose text matches; 0: there is none. */
    stepsTo(pattern) {
      const select = find.sort();
      const matches = (option) => new RegExp(pattern, 'i').test(`${option.value} ${option.textContent}`);
      const index = [...select.options].findIndex(matches);
      return index < 0 ? 0 : index - select.selectedIndex;
    },
    arm(want) {
      armed = { want, start: null };
      armed.promise = new Promise((resolve) => (armed.resolve = resolve));
    },
    done: () => armed.promise,
    events: () => events,
    /** N operations one after another, without measuring: tabs, facets, letters, clearing. */
    async pound(n) {
      const tabs = all(TABS).map(name).slice(1);
      const boxes = all(BOXES).map(name);
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const type = (letter) => {
        const search = find.search();
        setValue.call(search, letter);
        search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      };
      const check = (i) => find.check(boxes[Math.floor(i / 5) % boxes.length])?.click();
      const operations = [
        (i) => find.tab(tabs[i % tabs.length])?.click(),
        check,
        check,
        (i) => type('bdfklmn'[i % 7]),
        () => find.clear()?.click(),
      ];
      for (let i = 0; i < n; i++) {
        operations[i % operations.length](i);
        await idle();
      }
      find.clear()?.click();
      await idle();
      await idle();
    },
  };
}
