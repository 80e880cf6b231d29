// From the still first view, which a generator has written into the page (`prerender --as shadow`), to the living one: what the reader
// has typed, ticked, opened or focused meanwhile. The two have the same structure, so a place in one is a place in the other.

/** Looks at the still view in a shadow root; gives a function that does the same to the living explorer in `parent`. */
export function takeOver(root, parent) {
  const still = root.querySelector('.se-explorer');
  if (!still) return () => {};

  // Only controls of the still view have names; see src/view/still.rs.
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
  // What no control stands for in a still view: the author's choice of view.
  const view = /(?:^|&)(view=[a-z]+)/.exec(root.host.query ?? root.host.getAttribute('query'))?.[1];
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

/** Where the focus is and what is selected there; gives a function that puts it into another explorer. */
function focused(still, element) {
  if (!still.contains(element)) return () => {};
  const { selectionStart, selectionEnd } = element;
  const path = [];
  for (let at = element; at != still; at = at.parentNode) path.unshift([...at.parentNode.children].indexOf(at));
  return (explorer) => {
    // A tab was a label with a radio button, and is a button.
    const found = path.reduce((at, n) => at?.children[n] ?? at, explorer)?.closest('button, input, select, a');
    found?.focus({ preventScroll: true });
    if (!found || selectionStart == null) return;
    // The program will find it there already, and leave the cursor alone.
    found.value = element.value;
    found.setSelectionRange(selectionStart, selectionEnd);
  };
}
