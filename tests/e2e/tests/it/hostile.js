// Finds layout problems of the explorer, by boxes and colours only. `explorer` is the element; returns sentences.
const PIXEL = 1;
const problems = [];
const root = explorer.shadowRoot;
const part = (name) => [...root.querySelectorAll(`[part=${name}]`)];
const seen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.getClientRects().length > 0;
const say = (it) => `${it.localName}.${it.className.baseVal ?? it.className} “${it.textContent.trim().slice(0, 20)}”`;
// WebKit does not report the zoom, and its boxes do not include it.
const zoom = (it) => it.currentCSSZoom ?? 1;
const px = (it, property) => parseFloat(getComputedStyle(it)[property]) * zoom(it) || 0;
const extent = (box) => `${box.left.toFixed(1)}–${box.right.toFixed(1)} × ${box.top.toFixed(1)}–${box.bottom.toFixed(1)}`;

// The content box of the explorer's container: the innermost marked element that has a box.
function column() {
  let it = explorer.parentElement.closest('[data-column]') ?? explorer.parentElement;
  while (/^(inline|contents)$/.test(getComputedStyle(it).display)) it = it.parentElement;
  const { left, right } = it.getBoundingClientRect();
  const edge = (side) => px(it, `border${side}Width`) + px(it, `padding${side}`);
  return { left: left + edge('Left'), right: right - edge('Right') };
}

// The boxes of the lines of text inside an element.
function lines(it) {
  const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!data.trim() || !seen(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ it: parentElement, box });
  }
  return found;
}

const overlap = (one, two) =>
  Math.min(one.right, two.right) - Math.max(one.left, two.left) > PIXEL &&
  Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > PIXEL;

const inside = (inner, outer, slack = PIXEL) =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;

// ── colours: as painted, layer upon layer ──

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function painted(colors) {
  canvas.clearRect(0, 0, 1, 1);
  for (const color of colors) {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const above = (it) => it.parentElement ?? (it.getRootNode() instanceof ShadowRoot ? it.getRootNode().host : null);

function behind(it) {
  const layers = [];
  // An element in the top layer has only the backdrop behind it, and paints its own background.
  for (let up = it; up; up = up.localName == 'dialog' ? null : above(up)) layers.unshift(getComputedStyle(up).backgroundColor);
  const dark = getComputedStyle(document.documentElement).colorScheme == 'dark';
  return [dark ? 'rgb(18 18 18)' : 'white', ...layers];
}

function luminance(color) {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(it) {
  const ground = behind(it);
  const style = getComputedStyle(it);
  const pair = [painted(ground), painted([...ground, style.webkitTextFillColor])].map(luminance).sort((one, two) => two - one);
  return (pair[0] + 0.05) / (pair[1] + 0.05);
}

// A page whose own colours are below the limit gets those: the explorer adopts them.
function expectReadable(it) {
  const own = document.querySelector('main > p');
  const least = Math.min(4.5, contrast(own));
  const is = contrast(it);
  if (is < least - 0.01) problems.push(`${say(it)} has a contrast of ${is.toFixed(2)}, less than ${least.toFixed(2)}`);
}

// ── the details, if they are open; the page behind them is checked when they are closed ──

const dialog = root.querySelector('dialog[open]');
if (dialog) {
  const own = dialog.getBoundingClientRect();
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  if (!inside(own, view)) problems.push(`the details are not in view: ${extent(own)} of ${innerWidth} × ${innerHeight}`);
  if (own.width < Math.min(330, innerWidth * 0.85) || own.height < 300) problems.push(`the details are small: ${extent(own)}`);
  if (dialog.scrollWidth > dialog.clientWidth + PIXEL) problems.push('the details scroll sideways');
  const middle = (own.left + own.right) / 2 - document.documentElement.clientWidth / 2;
  if (Math.abs(middle) > 20) problems.push(`the details are ${middle.toFixed(0)} px off the middle`);
  const hit = root.elementFromPoint((own.left + own.right) / 2, own.top + 60);
  if (!dialog.contains(hit)) problems.push(`something lies over the details: ${hit && say(hit)}`);
  expectReadable(dialog.querySelector('p'));
  expectReadable(dialog.querySelector('h2'));
  return problems;
}

// ── the explorer in its column ──

const { left, right } = column();
const [frame] = part('explorer');
const box = frame.getBoundingClientRect();
if (Math.abs(box.left - left) > PIXEL || Math.abs(box.right - right) > PIXEL) {
  problems.push(`the explorer is ${box.left.toFixed(1)}–${box.right.toFixed(1)} in a column of ${left.toFixed(1)}–${right.toFixed(1)}`);
}
const { scrollWidth, clientWidth } = document.scrollingElement;
if (scrollWidth > clientWidth) problems.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);

for (const it of root.querySelectorAll('*')) {
  // A nested drawing clips its content; in Firefox its box does not.
  if (!seen(it) || it.closest('svg svg, [role=tablist], dialog, option')) continue;
  const own = it.getBoundingClientRect();
  // Four pixels are space for a focus ring.
  if (own.width && (own.left < box.left - 5 || own.right > box.right + 5)) problems.push(`${say(it)} sticks out: ${extent(own)}`);
}

// ── tabs ──

const tabs = [...root.querySelectorAll('[role=tab]')].filter(seen);
const tops = new Set(tabs.map((tab) => Math.round(tab.getBoundingClientRect().top)));
if (tabs.length < 5 || tops.size != 1) problems.push(`${tabs.length} tabs in ${tops.size} lines`);
for (const tab of tabs) {
  const rows = new Set(lines(tab).map(({ box }) => Math.round(box.bottom / 4)));
  if (rows.size > 2) problems.push(`${say(tab)} is broken into lines`);
}
for (const [nth, tab] of tabs.entries()) {
  if (nth && overlap(tab.getBoundingClientRect(), tabs[nth - 1].getBoundingClientRect())) problems.push(`${say(tab)} overlaps its neighbour`);
}

// ── controls above the cards ──

const controls = [...root.querySelectorAll('input[type=search], select, [part=facets-button]')].filter(seen);
for (const [nth, control] of controls.entries()) {
  const own = control.getBoundingClientRect();
  if (own.height < 24) problems.push(`${say(control)} is ${own.height} px high`);
  for (const other of controls.slice(nth + 1)) {
    if (overlap(own, other.getBoundingClientRect())) problems.push(`${say(control)} overlaps ${say(other)}`);
  }
}
for (const tick of root.querySelectorAll('input[type=checkbox]')) {
  if (!seen(tick)) continue;
  const { width, height } = tick.getBoundingClientRect();
  if (width < 12 || Math.abs(width - height) > PIXEL) problems.push(`a box to tick is ${width} × ${height}`);
}

// ── cards ──

const cards = part('card').filter(seen).slice(0, 7);
if (cards.length < 5) problems.push(`only ${cards.length} cards`);
const boxes = cards.map((card) => card.getBoundingClientRect());
const results = root.querySelector('[role=tabpanel]').getBoundingClientRect();
for (const [nth, card] of cards.entries()) {
  if (boxes.slice(nth + 1).some((other) => overlap(boxes[nth], other))) problems.push(`${say(card)} overlaps another card`);
  if (!inside(boxes[nth], results)) problems.push(`${say(card)} is not in the results`);
  if (boxes[nth].width < Math.min(200, (right - left) * 0.9)) problems.push(`${say(card)} is ${boxes[nth].width} px wide`);
  const [summary] = card.querySelectorAll('[part=summary]');
  const text = lines(card).filter(({ it, box }) => it != summary || box.bottom <= summary.getBoundingClientRect().bottom + 2);
  for (const [nth, line] of text.entries()) {
    if (!inside(line.box, card.getBoundingClientRect())) problems.push(`${say(line.it)} leaves its card: ${extent(line.box)}`);
    // A line box is as high as the font requires, which is slightly more than the letters.
    const core = ({ box }) => ({ left: box.left, right: box.right, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2 });
    for (const other of text.slice(nth + 1)) {
      if (line.it != other.it && overlap(core(line), core(other))) problems.push(`${say(line.it)} lies on ${say(other.it)}`);
    }
  }
  if (text.length < 8) problems.push(`${say(card)} has ${text.length} lines of text`);
  for (const it of card.querySelectorAll('*')) {
    const clips = getComputedStyle(it).overflowX != 'visible' && it.localName != 'svg';
    if (clips && it.scrollWidth > it.clientWidth + PIXEL) problems.push(`${say(it)} is cut off at its side`);
  }
  if (px(summary, 'lineHeight') < 1.3 * px(summary, 'fontSize')) problems.push(`${say(summary)} has its lines close together`);
  // WebKit's lines are whole pixels high.
  const [height, inWhole] = [(it) => it, Math.floor].map((of) => summary.getBoundingClientRect().height / of(px(summary, 'lineHeight')));
  if (Math.min(...[height, inWhole].map((it) => Math.abs(it - Math.round(it)))) > 0.12 || height < 0.9) problems.push(`${say(summary)} shows ${height.toFixed(2)} lines`);
}

// ── inherited properties of the page ──

const HANDED_DOWN = {
  cursor: 'auto', fontStyle: 'normal', fontVariant: 'normal', fontWeight: '400', hyphens: 'manual', letterSpacing: 'normal',
  lineBreak: 'auto', textAlign: 'start|left', textAlignLast: 'auto', textIndent: '0px', textShadow: 'none', textTransform: 'none',
  webkitTextStrokeWidth: '0px', whiteSpace: 'normal', wordBreak: 'normal', wordSpacing: '0px',
};
const handedDown = getComputedStyle(part('summary')[0]);
for (const [name, value] of Object.entries(HANDED_DOWN)) {
  if (!value.split('|').includes(handedDown[name])) problems.push(`the summary's ${name} is ${handedDown[name]}`);
}
for (const line of root.querySelectorAll('svg line')) {
  const { height } = line.getBoundingClientRect();
  if (px(line, 'strokeWidth') > 4 * zoom(line) || height > 5) problems.push(`a life line is ${getComputedStyle(line).strokeWidth} wide`);
}
// From left to right, as both languages are written.
for (const it of [part('summary')[0], root.querySelector('[role=status]')]) {
  const range = document.createRange();
  const text = document.createTreeWalker(it, NodeFilter.SHOW_TEXT).nextNode();
  range.setStart(text, 0);
  range.setEnd(text, 1);
  const begins = range.getBoundingClientRect().left - it.getBoundingClientRect().left;
  if (Math.abs(begins) > 2) problems.push(`${say(it)} begins ${begins} px from its left edge`);
}
const size = px(part('summary')[0], 'fontSize');
if (size < 13) problems.push(`the summary's text is ${size} px high`);
for (const it of [part('summary')[0], part('name')[0], part('link')[0]]) expectReadable(it);
// Secondary text is a mix of the page's colour: if that has low contrast, the mix has less.
if (contrast(document.querySelector('main > p')) > 7) for (const it of [tabs[1], root.querySelector('[role=status]')]) expectReadable(it);

// One example of each kind is enough.
return problems.slice(0, 8);
