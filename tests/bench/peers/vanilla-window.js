// By hand, with a window: only the first 60 cards of a result are in the list, and more are added as the reader scrolls.
import { controls, engine, inner, load, options } from './core.js';

const STEP = 60;

const items = await load();
const known = options(items);
const run = engine(items, known);
const app = document.getElementById('app');
const list = document.createElement('div');
list.className = 'cards';
const end = document.createElement('div');

const made = [];
function card(i) {
  if (!made[i]) {
    made[i] = document.createElement('article');
    made[i].className = 'card';
    made[i].innerHTML = inner(items[i]);
  }
  return made[i];
}

let shown = [];
let n = 0;
function more() {
  const fragment = document.createDocumentFragment();
  for (const to = Math.min(n + STEP, shown.length); n < to; n++) fragment.append(card(shown[n]));
  list.append(fragment);
}

const ui = controls(app, known, update);
function update(state) {
  const result = run(state);
  shown = result.shown;
  n = 0;
  list.textContent = '';
  more();
  ui.show(shown.length, result.counts);
}
update(ui.state);
app.append(list, end);
const near = new IntersectionObserver(([entry]) => entry.isIntersecting && n < shown.length && more(), { rootMargin: '400px' });
near.observe(end);
