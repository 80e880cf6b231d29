// Inside the framed page: the element, with attributes from the address, and its height for the page around it.
(() => {
  const query = new URLSearchParams(location.search);
  const page = document.documentElement;

  // Constructed, because a policy may forbid any other. Transparent, so that the page around it shows through.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { background: transparent; }
    body { margin: 0; padding: 1px; font: 1rem/1.5 system-ui, sans-serif; }
    /* The frame is as high as the explorer: the middle of that may be far from where the reader is. */
    sandbox-explorer::part(dialog) { inset-block: max(0px, min(var(--se-frame-y, 0px), 100% - 48em)) auto; margin-block: 0; }`);
  document.adoptedStyleSheets = [sheet];

  const explorer = document.createElement('sandbox-explorer');
  // Not `src`: whoever writes an address must not get to say what stands on our page.
  for (const name of explorer.constructor.observedAttributes ?? []) {
    if (name != 'src' && query.has(name)) explorer.setAttribute(name, query.get(name));
  }
  explorer.setAttribute('loading', 'eager');
  page.lang = query.get('lang') || navigator.language;
  if (/^(light|dark)$/.test(query.get('theme'))) page.style.colorScheme = query.get('theme');
  document.body.append(explorer);

  // What a sandbox allows is known outside only: by the frame's element where it is of our origin, by its name as our snippet has it, and by
  // the script around it. The explorer leaves out what cannot work (src/browser/web/out.rs).
  const know = (sandbox) => sandbox != null && (page.dataset.sandbox = sandbox);
  know(frameElement ? frameElement.getAttribute('sandbox') : /allow-/.test(window.name) ? window.name : null);

  addEventListener('click', ({ clientY }) => clientY && page.style.setProperty('--se-frame-y', `${clientY - 120}px`), true);

  // A height is no secret, and a page that hides where it is must be told too.
  const target = document.referrer ? new URL(document.referrer).origin : '*';
  // WordPress gives each frame that it has made of an oEmbed answer a secret, and asks for it back.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'sandbox-explorer:height', height }, target);
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, target);
  };
  if (parent != self) {
    // Not within the observation: Safari calls what comes of that a loop, and reports it as an error.
    new ResizeObserver(() => setTimeout(tell)).observe(document.body);
    addEventListener('message', ({ data, source }) => {
      if (source != parent) return;
      if (data?.type == 'sandbox-explorer:hello') tell();
      if (data?.type == 'sandbox-explorer:sandbox') know(data.sandbox);
    });
  }
})();
