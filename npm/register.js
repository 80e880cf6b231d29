// Registers the class under its tag name, and upgrades `<div data-sandbox-explorer>`, the form for blogs whose editor strips unknown
// tags.
const TAG = 'sandbox-explorer';

export const register = (element) => {
  // Nothing to do in Node.
  const registry = globalThis.customElements;
  if (!registry) return;

  // Two posts on one page may both load the script. The first one wins and serves both.
  const first = registry.get(TAG);
  if (first) {
    if (first.version != element.version) {
      console.warn(`${TAG} ${element.version} ignored: ${first.version} is there`);
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
      // A div remembers its explorer: morphing a page takes the explorer out of the document, and it must come back.
      let explorer = div.querySelector(TAG) ?? div[TAG];
      if (!explorer) {
        explorer = div[TAG] = document.createElement(TAG);
        // Only known attributes, and neither `base` nor `src`: somebody who may write data attributes into a page must not be able to
        // set `onclick`, load scripts of another site, or show cards and links that are not ours.
        for (const name of element.observedAttributes) {
          const value = div.getAttribute('data-' + name);
          if (value != null && name != 'src') explorer.setAttribute(name, value);
        }
      }
      if (!explorer.isConnected) div.append(explorer);
      // The content of the div stays in place, because it may belong to a framework. It shows in a slot of its own, which core.js
      // hides. A cloned page has the element but not this property.
      if (!div.shadowRoot && (div[TAG] || explorer.slot)) {
        // The div may have a closed shadow root.
        try {
          div.attachShadow({ mode: 'open' }).append(slot(), slot(TAG));
          explorer.slot = TAG;
        } catch {}
      }
    }
  };

  // Not before the parser has finished: it would write the rest of the fallback into the div. Afterwards, one query per batch of
  // changes costs less than finding out which of them matter.
  const watch = () => {
    upgrade();
    new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
  };
  if (document.readyState == 'loading') addEventListener('DOMContentLoaded', watch);
  else watch();
};
