// What the page has put into the element besides its fallback: children with a `slot`, in the tag or in the div that stands for it.

export const TAG = 'sandbox-explorer';

/**
 * The div around an element that register.js has made. Its content stays in place, because it may belong to a framework: the fallback in a
 * slot of its own, which is visible whenever ours would be: before the start, after a failure, and when a `src` has nothing to show. What is
 * marked with `data-slot` is copied. Returns a function that shows or hides the fallback.
 */
export function besides(host, parent) {
  const div = host.parentNode;
  // A cloned page has the slot but not the property.
  if (!div[TAG] && host.slot != TAG) return;
  // The div may have a closed shadow root.
  try {
    const [fallback, own] = [document.createElement('slot'), document.createElement('slot')];
    own.name = TAG;
    if (!div.shadowRoot) {
      div.attachShadow({ mode: 'open' }).append(fallback, own);
      host.slot = TAG;
    }
  } catch {}
  const beside = host.assignedSlot?.previousSibling;
  if (!beside) return;
  host.replaceChildren();
  for (const node of div.querySelectorAll(':scope>[data-slot]')) {
    host.append(node.cloneNode(true));
    host.lastChild.slot = node.dataset.slot;
  }
  const hide = () => (beside.hidden = !host.shadowRoot.querySelector('slot:not([name])'));
  new MutationObserver(hide).observe(parent.firstChild, { childList: true });
  return hide;
}

/** Tells the program which slots the page has filled, now and later. Returns a function that ends this. */
export function tellsSlots(host, set) {
  const tell = () => set('slots', Array.from(host.children, (node) => node.slot).join(' '));
  const observer = new MutationObserver(tell);
  observer.observe(host, { childList: true, subtree: true, attributes: true });
  tell();
  return () => observer.disconnect();
}
