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

  const slot = (name = '') => {
    const slot = document.createElement('slot');
    slot.name = name;
    return slot;
  };

  const upgrade = () => {
    for (const div of document.querySelectorAll(`div[data-${TAG}]`)) {
      // A div keeps its own: a page that is morphed takes it out of the document, and gets it back.
      let explorer = div.querySelector(TAG) ?? div[TAG];
      if (!explorer) {
        explorer = div[TAG] = document.createElement(TAG);
        // Only names of ours, and neither `base` nor `src`: whoever may write data attributes into a page must not get from there
        // to `onclick`, to scripts of another site, or to cards and links that are not ours.
        for (const name of element.observedAttributes) {
          const value = div.getAttribute('data-' + name);
          if (value != null && name != 'src') explorer.setAttribute(name, value);
        }
      }
      if (!explorer.isConnected) div.append(explorer);
      // What is in the div stays there, because it may be a framework's. It shows in a slot of its own, which core.js hides. A copy of
      // a page has the element and not this.
      if (!div.shadowRoot && (div[TAG] || explorer.slot)) {
        // It may have a closed one.
        try {
          div.attachShadow({ mode: 'open' }).append(slot(), slot(TAG));
          explorer.slot = TAG;
        } catch {}
      }
    }
  };

  // Not before the parser is through: it would go on to write the rest of the fallback into the div. Afterwards one
  // query per batch of changes costs less than telling which of them matter.
  const watch = () => {
    upgrade();
    new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
  };
  if (document.readyState == 'loading') addEventListener('DOMContentLoaded', watch);
  else watch();
}
