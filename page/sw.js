// The page without a network: what a reader has seen is there again. Requests go to the server first, so nobody sees an old page while there
// is a network, and what arrives is kept for the time when there is none. Only files of the page itself, and only what it has asked for: what
// every visit loads (the first visit has fetched it before this runs, so mostly from the browser's cache), and the rest when it is used.
const NAME = `page ${BUILD}`;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FIRST)));
});

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name.startsWith('page ') && name != NAME));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method != 'GET' || !address.href.startsWith(self.registration.scope)) return;
  // Language and theme are in the query; the page is one.
  const isPage = request.mode == 'navigate' && /^(index\.html)?$/.test(address.href.slice(self.registration.scope.length).split(/[?#]/)[0]);
  const key = isPage ? self.registration.scope : request;
  event.respondWith(answer(request, key, event));
});

async function answer(request, key, event) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(caches.open(NAME).then((cache) => cache.put(key, copy)).catch(() => {}));
    }
    return response;
  } catch (error) {
    const cache = await caches.open(NAME);
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}
