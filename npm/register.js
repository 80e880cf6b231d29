// Gives the class its name in the page, and looks after `<div data-sandbox-explorer>`, the form for blogs whose editor
// strips unknown tags.
const TAG = 'sandbox-explorer';

export function register(element) {
  // Nothing to do in Node.
  const registry = globalThis.customElements;
  if (!registry) return;

  // Two posts on one page may both bring the script. The first one wins and serves both.
  const first = registry.get(TAG);
  if (first) {
    if (first.version != element.version) {
      console.warn(`<${TAG}> ${element.version} ignored: ${first.version} is there`);
    }
    return;
  }
  registry.define(TAG, element);

  const upgrade = () => {
    for (const div of document.querySelectorAll(`div[data-${TAG}]`)) {
      if (div.querySelector(TAG)) continue;
      const explorer = document.createElement(TAG);
      // Only names of ours, and not `base`: whoever may write data attributes into a page must not get from there
      // to `onclick` or to scripts of another site.
      for (const name of element.observedAttributes) {
        const value = div.getAttribute('data-' + name);
        if (value != null) explorer.setAttribute(name, value);
      }
      explorer.append(...div.childNodes);
      div.append(explorer);
    }
  };

  // Not before the parser is through: it would go on to write the rest of the fallback into the div. Afterwards one
  // query per batch of changes costs less than telling which of them matter.
  const watch = () => {
    upgrade();
    new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
  };
  if (document.readyState == 'loading') document.addEventListener('DOMContentLoaded', watch);
  else watch();
}
