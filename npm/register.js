// Registers the class under its tag name, and upgrades `<div data-sandbox-explorer>`, the form for blogs whose editor strips unknown
// tags.
const TAG = 'sandbox-explorer';

export const register = (element) => {
  // Nothing to do in Node, nor if another script has been here first.
  if (!globalThis.customElements || element.define() != element) return;

  const upgrade = () => {
    if (document.readyState == 'loading') return;
    for (const div of document.querySelectorAll(`div[data-${TAG}]`)) {
      // A div remembers its explorer: morphing a page takes the explorer out of the document, and it must come back.
      let explorer = div.querySelector(TAG) ?? div[TAG];
      if (!explorer) {
        explorer = div[TAG] = document.createElement(TAG);
        // Only known attributes, and neither `base` nor `src`: somebody who may write data attributes into a page must not be able to
        // set `onclick`, load scripts of another site, or show cards and links that are not ours.
        for (const name of element.observedAttributes) {
          const value = div.getAttribute('data-' + name);
          if (name != 'src' && value != null) explorer.setAttribute(name, value);
        }
      }
      if (!explorer.isConnected) div.append(explorer);
    }
  };

  // Not before the parser has finished: it would write the rest of the fallback into the div. Afterwards, one query per batch of
  // changes costs less than finding out which of them matter.
  upgrade();
  addEventListener('DOMContentLoaded', upgrade);
  new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
};
