// Keeps the keys that the reader presses in the explorer from the page. From outside, a field in a shadow root looks like any element, so
// a page with shortcuts (`/`, `s`, arrows that turn the chapter) would act on what is typed there.

const FIELD = 'input:not([type=checkbox]), select';
// These neither type nor move. Escape belongs to the page where it does nothing here.
const PASSES = /^(Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta|\w+Lock|ContextMenu|(Audio|Media|Browser|Launch)\w+)$/;

function isOurs(event, target) {
  const { key, ctrlKey, altKey, metaKey } = event;
  const field = target.closest(FIELD);
  const details = target.closest('dialog');
  // Keys of an input method concern nobody else, whatever their names are.
  if (event.isComposing || event.keyCode == 229) return field;
  // AltGr types characters, `@` and `[` on many keyboards; Windows reports it as Ctrl and Alt. Option on a Mac does the same.
  const isAltGr = altKey && !metaKey && (ctrlKey || /^(Mac|iP)/.test(navigator.platform));
  const types = [...key].length == 1 && (isAltGr || event.getModifierState('AltGraph'));
  if ((ctrlKey || altKey || metaKey) && !types) return false;
  if (field || details) return !PASSES.test(key) || (details && key == 'Escape');
  // These press a button, tick a box or follow a link.
  if (key == 'Enter' || key == ' ') return target.closest('button, input, a, summary');
  // These scroll the box of a table.
  const box = target.closest('[role=region][tabindex]');
  return box?.scrollWidth > box?.clientWidth && /^(Arrow|Page|Home|End)/.test(key);
}

// In Firefox and Safari, a key that cannot scroll the details any further scrolls the page behind them: there, `overscroll-behavior`
// applies to wheels and fingers only.
function standsStill(event, target) {
  const { key, shiftKey } = event;
  const isSpace = key == ' ';
  const box = target.closest('dialog [role=region][tabindex], dialog');
  // There the key presses a button or moves a cursor; with Shift it selects text.
  if (!box || target.closest(isSpace ? 'button, input, summary' : FIELD)) return;
  if (!isSpace && (shiftKey || !/Up|Down|Home|End/.test(key))) return;
  const isUp = isSpace ? shiftKey : /Up|Home/.test(key);
  // A box at its end may lack a fraction of a pixel.
  if ((isUp ? box.scrollTop : box.scrollHeight - box.clientHeight - box.scrollTop) < 2) event.preventDefault();
}

const TYPES = ['keydown', 'keypress', 'keyup'];
const parents = new Set();
// By the physical key: whether a pressed key is kept, so that the page does not get half of the events.
const down = new Map();
const place = ({ code, key }) => code || key;
let held;

// In capture at the window, which runs before all listeners of the page except those of the same kind that were added first. Nobody can
// precede these, and they only see a key pressed on our element.
function hear(event) {
  const { type, key } = event;
  // Chromium's autofill sends events of this name that are not keyboard events.
  if (!key) return;
  const path = event.composedPath();
  let target = null;
  for (const parent of parents) {
    if (!parent.isConnected) parents.delete(parent);
    // Not what the page has put into a slot here.
    else if (parent.contains(path[0])) target = path[0];
    // After a click next to all focusable elements, the focus is in the page behind the details.
    else if (path[0] == document.body) target ??= parent.querySelector('dialog:modal');
  }
  let kept = type != 'keydown' ? down.get(place(event)) : undefined;
  kept ??= target && isOurs(event, target);
  if (type == 'keydown') down.set(place(event), !!target);
  else if (type == 'keyup') down.delete(place(event));
  held = undefined;
  if (!kept) return;
  if (type == 'keydown' && target) standsStill(event, target);
  // A key that the program listens for goes on to it.
  const heard = target?.closest('.se-categories') ? /^(Arrow|Home|End|Enter)/ : /^Arrow/;
  if (type == 'keydown' && heard.test(key) && target == path[0]) held = event;
  else event.stopImmediatePropagation();
}

/** Keeps the keys and input events of the explorer in `parent` from the page; returns a function that ends this. */
export function keepKeys(parent) {
  for (const type of TYPES) addEventListener(type, hear, true);
  parents.add(parent);
  // The program stops keys that it has handled before they get here.
  parent.addEventListener('keydown', (event) => {
    if (event == held) event.stopPropagation();
    else down.set(place(event), false);
  });
  for (const type of ['beforeinput', 'input', 'paste']) {
    parent.addEventListener(
      type,
      (event) => parent.contains(event.target) && (type != 'paste' || event.target.closest(FIELD)) && event.stopPropagation(),
    );
  }
  return () => {
    parents.delete(parent);
    if (!parents.size) for (const type of TYPES) removeEventListener(type, hear, true);
  };
}
