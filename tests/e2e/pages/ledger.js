// Records the resources of a page, before the first other script: listeners on window, document and the system's
// preferences, active observers and intervals, the memory of each program, and everything written into storage.
{
  const ledger = (window.ledger = { memories: [], tables: [], written: [] });

  // Listeners, each by its target, its type and where it was added.
  const shared = new Map([
    [window, 'window'],
    [document, 'document'],
    [document.documentElement, 'html'],
  ]);
  const listeners = new Map();
  const key = (type, callback, options) => [type, !!(options?.capture ?? options), callback];
  const same = (a, b) => a.every((part, at) => part === b[at]);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  // Forget removed listeners, or the records themselves would grow.
  const forget = (target, entry) => {
    const known = (listeners.get(target) ?? []).filter((it) => !same(it, entry));
    if (known.length) listeners.set(target, known);
    else listeners.delete(target);
  };
  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window;
    const isShared = shared.has(target) || target === document.body || target instanceof MediaQueryList;
    if (isShared && callback) {
      const entry = key(type, callback, options);
      forget(target, entry);
      listeners.set(target, [...(listeners.get(target) ?? []), entry]);
      if (options?.once) addEventListener.call(target, type, () => forget(target, entry), options);
      if (options?.signal) addEventListener.call(options.signal, 'abort', () => forget(target, entry));
    }
    return addEventListener.call(target, type, callback, options);
  };
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    const target = this ?? window;
    forget(target, key(type, callback, options));
    return removeEventListener.call(target, type, callback, options);
  };
  const named = (target) => shared.get(target) ?? (target === document.body ? 'body' : 'media query');
  ledger.listeners = () => [...listeners].flatMap(([target, known]) => known.map(([type]) => `${named(target)} ${type}`)).sort();

  // Observers that observe something.
  const observing = new Set();
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    window[name] = class extends window[name] {
      #targets = new Set();
      observe(target, options) {
        this.#targets.add(target);
        observing.add(this);
        return super.observe(target, options);
      }
      unobserve(target) {
        this.#targets.delete(target);
        if (!this.#targets.size) observing.delete(this);
        return super.unobserve(target);
      }
      disconnect() {
        this.#targets.clear();
        observing.delete(this);
        return super.disconnect();
      }
    };
    Object.defineProperty(window[name], 'name', { value: name });
  }
  ledger.observers = () => [...observing].map((observer) => observer.constructor.name).sort();

  // Intervals, and frames and timeouts that have not run yet.
  const running = new Map();
  for (const [start, stop] of [
    ['setInterval', 'clearInterval'],
    ['setTimeout', 'clearTimeout'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
  ]) {
    const [begin, end] = [window[start], window[stop]];
    window[start] = (callback, ...rest) => {
      const id = begin.call(window, (...given) => {
        if (start != 'setInterval') running.delete(`${start} ${id}`);
        callback(...given);
      }, ...rest);
      running.set(`${start} ${id}`, start);
      return id;
    };
    window[stop] = (id) => {
      running.delete(`${start} ${id}`);
      end.call(window, id);
    };
  }
  ledger.timers = () => [...running.values()].sort();

  // Memories of programs.
  const keep = (result) => {
    const instance = result.instance ?? result;
    const exported = Object.values(instance.exports);
    ledger.memories.push(...exported.filter((it) => it instanceof WebAssembly.Memory));
    ledger.tables.push(...exported.filter((it) => it instanceof WebAssembly.Table));
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(keep);
  }
  ledger.pages = () => ledger.memories.map((memory) => memory.buffer.byteLength / 65536);

  // Objects of the page that programs keep: closures, elements.
  ledger.kept = () => {
    let kept = 0;
    for (const table of ledger.tables) for (let at = 0; at < table.length; at++) if (table.get(at) != null) kept++;
    return kept;
  };

  // Everything stored on the reader's machine.
  const watch = (owner, name, kind) => {
    const original = owner[name];
    owner[name] = function (...given) {
      ledger.written.push(`${kind}: ${given[0]}`);
      return original.apply(this, given);
    };
  };
  watch(Storage.prototype, 'setItem', 'storage');
  watch(IDBFactory.prototype, 'open', 'indexedDB');
  if (window.CacheStorage) watch(CacheStorage.prototype, 'open', 'caches');
  if (window.ServiceWorkerContainer) watch(ServiceWorkerContainer.prototype, 'register', 'service worker');
  if (window.CookieStore) watch(CookieStore.prototype, 'set', 'cookie');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    get: () => cookie.get.call(document),
    set: (text) => {
      ledger.written.push(`cookie: ${text}`);
      cookie.set.call(document, text);
    },
  });
  // The stored data, whoever wrote it and by whichever way.
  ledger.stored = async () => [
    ...(cookie.get.call(document) ? [`cookie: ${cookie.get.call(document)}`] : []),
    ...Object.keys(localStorage).map((name) => `localStorage: ${name}`),
    ...Object.keys(sessionStorage).map((name) => `sessionStorage: ${name}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB: ${name}`),
    ...(await caches.keys()).map((name) => `cache: ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
  ];
}
