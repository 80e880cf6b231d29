// Keys that are the reader's dealings with us are kept from the page. From outside, a field in a shadow root looks like any element, so a
// page with shortcuts (`/`, `s`, arrows that turn the chapter) would take for itself what is typed there.

const FIELD = 'input:not([type=checkbox]), select';
// Neither type nor move. Escape is the page's where it does nothing here.
const PASSES = /^(Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta|\w+Lock|ContextMenu|(Audio|Media|Browser|Launch)\w+)$/;

function isOurs(event, target) {
  const { key, ctrlKey, altKey, metaKey } = event;
  const field = target.closest(FIELD);
  const details = target.closest('dialog');
  // An input method's keys mean nothing to anybody else, whatever they are called.
  if (event.isComposing || event.keyCode == 229) return field;
  // AltGr types, which Windows calls Ctrl and Alt, and so does Option on a Mac: `@` and `[` on many keyboards.
  const isAltGr = altKey && !metaKey && (ctrlKey || /^(Mac|iP)/.test(navigator.platform));
  const types = [...key].length == 1 && (isAltGr || event.getModifierState('AltGraph'));
  if ((ctrlKey || altKey || metaKey) && !types) return false;
  if (field || details) return !PASSES.test(key) || (details && key == 'Escape');
  // Presses a button, ticks a box, follows a link.
  if (key == 'Enter' || key == ' ') return target.closest('button, input, a, summary');
  // Scrolls the box of a table.
  const box = target.closest('[role=region][tabindex]');
  return box?.scrollWidth > box?.clientWidth && /^(Arrow|Page|Home|End)/.test(key);
}

// In Firefox and Safari a key that has nothing more to scroll in the details scrolls the page behind them: they heed `overscroll-behavior`
// for wheels and fingers only.
function standsStill(event, target) {
  const { key, shiftKey } = event;
  const isSpace = key == ' ';
  const box = target.closest('dialog [role=region][tabindex], dialog');
  // There it presses or moves a cursor; with Shift it marks text.
  if (!box || target.closest(isSpace ? 'button, input, summary' : FIELD)) return;
  if (!isSpace && (shiftKey || !/Up|Down|Home|End/.test(key))) return;
  const isUp = isSpace ? shiftKey : /Up|Home/.test(key);
  // What is at its end may lack a part of a pixel.
  if ((isUp ? box.scrollTop : box.scrollHeight - box.clientHeight - box.scrollTop) < 2) event.preventDefault();
}

const TYPES = ['keydown', 'keypress', 'keyup'];
const parents = new Set();
// By its place on the keyboard, whether a key that is down is kept: the page shall not hear half of it.
const down = new Map();
const place = ({ code, key }) => code || key;
let held;

// In capture at the window, which is before all listeners of the page but those of the same kind that were there first: nobody can be
// before these, and what they see is a key pressed on our element.
function hear(event) {
  const { type, key } = event;
  // Chromium's autofill sends events of this name that are none of keys.
  if (!key) return;
  const path = event.composedPath();
  let target = null;
  for (const parent of parents) {
    if (!parent.isConnected) parents.delete(parent);
    else if (path.includes(parent)) target = path[0];
    // A click beside everything that can have the focus leaves it with the page behind the details.
    else if (path[0] == document.body) target ??= parent.querySelector('dialog:modal');
  }
  let kept = type != 'keydown' ? down.get(place(event)) : undefined;
  kept ??= target && isOurs(event, target);
  if (type == 'keydown') down.set(place(event), !!target);
  else if (type == 'keyup') down.delete(place(event));
  held = undefined;
  if (!kept) return;
  if (type == 'keydown' && target) standsStill(event, target);
  // What the program listens to goes on as far as it.
  if (type == 'keydown' && /^Arrow/.test(key) && target == path[0]) held = event;
  else event.stopImmediatePropagation();
}

/** Keeps from the page what is typed and moved in the explorer in `parent`; gives a function that ends it. */
export function keepKeys(parent) {
  for (const type of TYPES) addEventListener(type, hear, true);
  parents.add(parent);
  // What the program has acted on does not come as far as here.
  parent.addEventListener('keydown', (event) => {
    if (event == held) event.stopPropagation();
    else down.set(place(event), false);
  });
  for (const type of ['beforeinput', 'input', 'paste']) {
    parent.addEventListener(type, (event) => (type != 'paste' || event.target.closest(FIELD)) && event.stopPropagation());
  }
  return () => {
    parents.delete(parent);
    if (!parents.size) for (const type of TYPES) removeEventListener(type, hear, true);
  };
}
