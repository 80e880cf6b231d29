// From the still first view, which a generator has written into the page (`prerender --as shadow`), to the live one: keeps what the
// reader has typed, ticked, opened or focused meanwhile. Both have the same structure, so a path in one is a path in the other.

/** Reads the still view in a shadow root; returns a function that applies its state to the live explorer in `parent`. */
export function takeOver(root, parent) {
  const still = root.querySelector('.se-explorer');
  if (!still) return () => {};

  // Only controls of the still view have names; see src/view/prerendered.rs.
  const chosen = new Map();
  let touched = false;
  for (const control of still.querySelectorAll('[name]')) {
    const { name, value, options } = control;
    const isOn = /radio|checkbox/.test(control.type) ? control.checked : value;
    const wasOn = options
      ? (control.querySelector('[selected]') ?? options[0]).value
      : control.type == 'search' ? control.defaultValue : control.defaultChecked;
    if (isOn != wasOn) touched = true;
    if (isOn && value) chosen.set(name, [...(chosen.get(name) ?? []), encodeURIComponent(value)]);
  }
  // A still view has no control for this one: the author's choice of view.
  const view = /(?:^|&)(view=[a-z]+)/.exec(root.host.query || root.host.initialQuery)?.[1];
  const query = [...[...chosen].map(([name, values]) => `${name}=${values}`), view].filter(Boolean).join('&');
  const open = still.querySelector(':popover-open')?.id.slice('se-'.length);
  const place = focused(still, root.activeElement);
  const scrolled = still.querySelector('.se-tabs')?.scrollLeft;

  return (handle) => {
    if (touched) handle.set('query', query);
    if (open) handle.show(open);
    const tabs = parent.querySelector('.se-tabs');
    if (tabs) tabs.scrollLeft = scrolled;
    place(parent.querySelector('.se-explorer'));
  };
}

/** Reads the focus and the selection; returns a function that restores both in another explorer. */
function focused(still, element) {
  if (!still.contains(element)) return () => {};
  const { selectionStart, selectionEnd } = element;
  const path = [];
  for (let at = element; at != still; at = at.parentNode) path.unshift([...at.parentNode.children].indexOf(at));
  return (explorer) => {
    // A tab was a label with a radio button, and is now a button.
    const found = path.reduce((at, n) => at?.children[n] ?? at, explorer)?.closest('button, input, select, a');
    found?.focus({ preventScroll: true });
    if (!found || selectionStart == null) return;
    // The program will find this value already there, and leave the cursor alone.
    found.value = element.value;
    found.setSelectionRange(selectionStart, selectionEnd);
  };
}
