// What the document of a page tells: scripts, tags, places, colours.

const name = (address) => {
  try {
    return new URL(address, document.baseURI).pathname.split('/').pop();
  } catch {
    return '';
  }
};
/** Whether an address is one of the explorer's files. */
export const isHelper = (address) => /^sandbox-explorer\b.*\.(m?js|wasm|txt)$/.test(name(address));
/** Whether an address is a loader. */
export const isOurs = (address) => /^sandbox-explorer\b.*\.m?js$/.test(name(address)) && !/\.(frames?|core)\./.test(name(address));

/** The elements of the page and of the open shadow roots in it. */
function all(selector, root = document) {
  const roots = [...root.querySelectorAll('*')].map((it) => it.shadowRoot).filter(Boolean);
  return [...root.querySelectorAll(selector), ...roots.flatMap((it) => all(selector, it))];
}

/** Addresses of loaders: of the scripts, and of what was fetched, without the fragments by which modules are loaded again. */
export function addresses(scripts) {
  const fetched = performance.getEntriesByType('resource').map((it) => it.name.split('#')[0]);
  return [...new Set([...scripts.map((it) => it.src), ...fetched.filter(isOurs)])].filter(Boolean);
}

const held = (it) => [...it.attributes].find(({ name, value }) => name.startsWith('data-') && isOurs(value));

/** Scripts and explorers, and what is wrong with their tags. */
export function seen(found) {
  const scripts = [...document.scripts].filter((it) => isOurs(it.src) || held(it));
  const explorers = all('sandbox-explorer');
  const divs = all('div[data-sandbox-explorer]');
  const isDefined = customElements.get('sandbox-explorer');

  if (!explorers.length && !divs.length) {
    const own = 'url-key,heading-level,current-part,without-search,without-tabs,without-facets'.split(',').map((it) => `div[data-${it}]`);
    const unmarked = all(`${own},div[data-scope*="="]`)[0];
    const text = /<(sandbox-explorer|div data-sandbox-explorer)[^>]*>?/.exec(document.body.innerText);
    if (unmarked) found('attributes', `data-sandbox-explorer – ${unmarked.cloneNode().outerHTML}`);
    else if (text) found('escaped', text[0]);
    else if (!document.querySelector('iframe[src*="sandbox-explorer.frame"]')) found('tag', '<sandbox-explorer>');
  }
  if (!scripts.length && !isDefined) found('script', '<script type="module" src="…/sandbox-explorer.js">');
  for (const it of scripts) {
    const { type } = it;
    const isInline = it.src.includes('.inline.');
    const isClassic = /^$|^(text|application)\/(x-)?(java|ecma)script$/.test(type);
    if (!isOurs(it.src) || (type != 'module' && !isClassic)) found('held', it.outerHTML);
    else if ((!isInline && type != 'module') || it.noModule) found('module', it.outerHTML);
    // A page that is tried out at home may have its files there.
    const isAtHome = (address) => /^(file:|https?:\/\/(localhost|127\.))/.test(address);
    if (isAtHome(it.src) && !isAtHome(location.href)) found('unreachable', it.src);
    if (location.protocol == 'https:' && it.src.startsWith('http:')) found('insecure', it.src);
  }
  return { scripts, explorers };
}

/** The place of an explorer, what it says itself, and its colours. */
export function wrapped(explorer, found) {
  // As npm/paragraph.js.
  const next = explorer.closest('p:has(+*+p:empty,+*+*+p:empty)')?.nextElementSibling;
  const isLeft = !explorer.firstElementChild && !explorer.nextSibling && (explorer.firstChild || next?.matches('ul,ol,dl,p:has(>[lang]>a)'));
  if (isLeft && next?.querySelector('a')) found('paragraph', `<p>${explorer.cloneNode().outerHTML}`);
  const swallowed = explorer.querySelector('main,footer,h1,script,form,sandbox-explorer');
  if (swallowed) found('unclosed', `${explorer.cloneNode().outerHTML} … ${swallowed.cloneNode().outerHTML}`);

  const line = explorer.shadowRoot?.querySelector('[part=error]');
  if (line) found('start', line.textContent);
  const root = explorer.shadowRoot?.querySelector('.se-explorer');
  if (!root) return;
  const scheme = getComputedStyle(root).colorScheme;
  const round = [document.documentElement, document.body].find((it) => /invert/.test(getComputedStyle(it).filter));
  const ground = painted(explorer);
  const isDark = ground && ground.light < 0.5;
  const isFixed = explorer.getAttribute('theme');
  if (round) found('theme', `filter: ${getComputedStyle(round).filter}`);
  else if (ground && /dark/.test(scheme) != isDark) found('theme', `${isFixed ? `theme="${isFixed}"` : scheme} – ${ground.color}`);
}

/** The colour behind an element and its lightness from 0 to 1, if one is painted. */
function painted(element) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  for (let it = element; it; it = it.assignedSlot ?? it.parentNode ?? it.host) {
    if (!(it instanceof Element)) {
      if (it.host) it = it.host;
      else continue;
    }
    const { backgroundColor: color, backgroundImage: image } = getComputedStyle(it);
    if (image != 'none') return;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    if (alpha > 127) return { color, light: (0.299 * red + 0.587 * green + 0.114 * blue) / 255 };
  }
}

/** Quotation marks of a word processor. */
export function quoted(found) {
  for (const it of all('sandbox-explorer,div[data-sandbox-explorer]')) {
    const bad = [...it.attributes].find(({ name, value }) => /^[“”„″«»‘’]|[“”„″«»‘’]$/.test(value) || /[“”″]/.test(name));
    if (bad) found('quotes', `${bad.name}=${bad.value}`);
  }
}
