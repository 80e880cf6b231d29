// Inside the framed page: the element, with attributes from the address, and its height for the embedding page.
(() => {
  const query = new URLSearchParams(location.search);
  const page = document.documentElement;

  // Constructed, because a policy may forbid every other kind. Transparent, so that the embedding page shows through.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { background: transparent; }
    body { margin: 0; padding: 1px; font: 1rem/1.5 system-ui, sans-serif; }
    /* The frame is as high as the explorer: the middle of that may be far from where the reader is. */
    sandbox-explorer::part(dialog) { inset-block: max(0px, min(var(--se-frame-y, 0px), 100% - 48em)) auto; margin-block: 0; }`);
  document.adoptedStyleSheets = [sheet];

  const explorer = document.createElement('sandbox-explorer');
  // Not `src`: the author of an address must not decide what our page shows.
  for (const name of explorer.constructor.observedAttributes ?? []) {
    if (name != 'src' && query.has(name)) explorer.setAttribute(name, query.get(name));
  }
  explorer.setAttribute('loading', 'eager');
  page.lang = query.get('lang') || navigator.language;
  if (/^(light|dark)$/.test(query.get('theme'))) page.style.colorScheme = query.get('theme');
  document.body.append(explorer);

  // Only the outside knows what a sandbox allows: the frame's element where it has our origin, the frame's name as our snippet sets it, and
  // the script of the embedding page. The explorer leaves out what cannot work (src/page/web/download.rs).
  const know = (sandbox) => sandbox != null && (page.dataset.sandbox = sandbox);
  know(frameElement ? frameElement.getAttribute('sandbox') : /allow-/.test(window.name) ? window.name : null);

  addEventListener('click', ({ clientY }) => clientY && page.style.setProperty('--se-frame-y', `${clientY - 120}px`), true);

  // A height is no secret, and a page that sends no referrer must get it too.
  const target = document.referrer ? new URL(document.referrer).origin : '*';
  // WordPress gives each frame made from an oEmbed response a secret, and expects it back.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'sandbox-explorer:height', height }, target);
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, target);
  };
  if (parent != self) {
    // Not inside the callback: Safari reports the resize that follows as a loop, which is an error.
    new ResizeObserver(() => setTimeout(tell)).observe(document.body);
    addEventListener('message', ({ data, source }) => {
      if (source != parent) return;
      if (data?.type == 'sandbox-explorer:hello') tell();
      if (data?.type == 'sandbox-explorer:sandbox') know(data.sandbox);
    });
  }
})();
