// “Check my page” in the console of a page: finds out what HTML alone cannot tell, and says the remedy. `page/build.mjs` makes one line of
// it for each language, with the texts of the table (`crates/check/src/trouble.rs`). It imports nothing, because a policy of the page would
// forbid that; it asks only for the explorer's own files, and changes nothing.
import { addresses, isHelper, isOurs, quoted, seen, wrapped } from './console_page.js';
import { digest, get, judge } from './console_files.js';

export async function check() {
  const all = [];
  const found = (id, detail) => {
    detail = String(detail).replace(/\s+/g, ' ').slice(0, 200);
    if (!all.some((it) => it.id == id && it.detail == detail)) all.push({ id, detail });
  };

  // What the policy has blocked, before this (where the browser remembers) and from now on.
  const violations = [];
  const blocked = (event) => violations.push(event.body ?? event);
  document.addEventListener('securitypolicyviolation', blocked);
  try {
    const observer = new ReportingObserver((reports) => reports.forEach(blocked), { types: ['csp-violation'], buffered: true });
    observer.observe();
    setTimeout(() => observer.disconnect(), 5000);
  } catch {}

  const page = seen(found);
  const element = customElements.get('sandbox-explorer');

  // Every copy of the loader: what the page says, and what the browser has fetched.
  const loaders = addresses(page.scripts);
  const texts = new Map();
  for (const address of loaders) {
    const file = await get(address);
    judge(file, found);
    if (!file.text) continue;
    texts.set(address, file.text);
    const script = page.scripts.find((it) => it.src == address);
    const integrity = script?.integrity?.trim();
    if (integrity && crypto.subtle) {
      const all = await Promise.all(integrity.split(/\s+/).map(async (it) => it == (await digest(it.split('-')[0], file.bytes))));
      if (!all.includes(true)) found('integrity', `${address} ≠ ${integrity}`);
    }
  }

  // Versions: of the copies, and of the one that has won.
  const versions = [...texts.values()].map((text) => /\bversion\s*=\s*["'`]([^"'`]+)/.exec(text)?.[1]).filter(Boolean);
  if (element?.version) versions.push(element.version);
  if (loaders.length > 1 || new Set(versions).size > 1) found('twice', [...new Set(versions)].join(', ') + ': ' + loaders.join(' '));

  // The other files, next to the loader or where `base` says.
  const isInline = (address) => address.includes('.inline.');
  const loader = loaders.find((address) => !isInline(address));
  for (const base of new Set(page.explorers.map((it) => it.getAttribute('base') || ''))) {
    const from = base ? new URL(base.replace(/\/*$/, '/'), document.baseURI) : loader;
    if (!from || (!base && element && !loader)) continue;
    const names = ['core.js', 'wasm', 'later.wasm', 'features.txt', 'zh.txt'];
    if (page.explorers.some((it) => it.searchClient)) names.push('service.wasm');
    if (page.explorers.some((it) => it.getAttribute('src') || it.catalog || it.searchClient)) names.push('reader.wasm');
    for (const name of names) {
      const file = await get(new URL('sandbox-explorer.' + name, from).href);
      judge(file, (id, detail) => {
        found(id, detail);
        if (base && id == 'missing') found('base', `base="${base}"`);
      });
      // The loader pins the program.
      const pinned = name == 'wasm' && file.bytes && /sha256-[\w+/]{43}=/.exec(texts.get(loader) ?? '')?.[0];
      if (pinned && crypto.subtle && pinned != (await digest('sha256', file.bytes))) found('integrity', `${file.address} ≠ ${pinned}`);
    }
  }
  for (const explorer of page.explorers) {
    const src = explorer.getAttribute('src');
    if (src) judge(await get(new URL(src, document.baseURI).href), found);
  }

  for (const explorer of page.explorers) wrapped(explorer, found);
  quoted(found);

  // A relative address, led elsewhere.
  const base = document.querySelector('base[href]');
  const relative = page.scripts.find((it) => !/^([a-z]+:|\/)/i.test(it.getAttribute('src') ?? '/'));
  if (base && relative && all.some((it) => it.id == 'missing')) found('base', `${base.outerHTML} + ${relative.getAttribute('src')}`);

  // The program: an empty one, of eight bytes.
  try {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch {
    found('csp', "script-src 'wasm-unsafe-eval'");
  }

  // The files are right, and yet there is no element: does the policy allow the script?
  const script = page.scripts.find((it) => it.src);
  if (!customElements.get('sandbox-explorer') && script && all.every((it) => it.id == 'csp')) {
    await new Promise((resolve) => {
      try {
        const again = document.createElement('script');
        again.type = isInline(script.src) ? '' : 'module';
        again.nonce = script.nonce;
        again.onload = again.onerror = resolve;
        again.src = script.src;
        document.head.append(again);
        again.remove();
      } catch {
        resolve();
      }
      setTimeout(resolve, 3000);
    });
  }
  // Events come after what they tell.
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const { effectiveDirective, blockedURL, blockedURI } of violations) {
    const what = blockedURL ?? blockedURI ?? '';
    if (what == 'wasm-eval') found('csp', "script-src 'wasm-unsafe-eval'");
    else if (isOurs(what) || isHelper(what)) found('csp', `${effectiveDirective} ${new URL(what, document.baseURI).origin}`);
  }
  document.removeEventListener('securitypolicyviolation', blocked);
  // What the policy forbids to fetch is not missing.
  const forbidden = violations.map((it) => it.blockedURL ?? it.blockedURI).filter(Boolean);
  const isForbidden = ({ id, detail }) => id == 'missing' && forbidden.some((address) => detail.startsWith(address));
  const findings = all.filter((it) => !isForbidden(it));

  const lines = findings.map(({ id, detail }, at) => `${at + 1}. [${id}] ${TROUBLES[id][0]}\n   ${detail}\n   → ${TROUBLES[id][1]}`);
  console.log(`Sandbox Explorer ${element?.version ?? ''}: ${lines.length ? HEAD[1] : HEAD[0]}\n\n${lines.join('\n\n')}`);
  return findings;
}
