// By hand: each card is made once from a template, hidden when it does not match, and moved when the order changes.
import { controls, engine, load, options, year } from './core.js';

const items = await load();
const known = options(items);
const run = engine(items, known);
const app = document.getElementById('app');
const list = document.createElement('div');
list.className = 'cards';

const template = document.createElement('template');
template.innerHTML =
  '<article class="card"><h3> </h3><p class="cat"> </p><p class="sum"> </p><p class="chips"></p>' +
  '<p class="meta"><span class="lic"> </span><span class="stars"> </span><span class="year"> </span></p>' +
  '<p class="links"><a>Website</a><a>Repository</a></p></article>';
const chip = document.createElement('span');
chip.className = 'chip';

function make(item) {
  const card = template.content.firstChild.cloneNode(true);
  const [name, category, summary, chips, meta, links] = card.children;
  name.firstChild.data = item.name;
  category.firstChild.data = item.category;
  summary.firstChild.data = item.summary;
  for (const language of item.languages) {
    const one = chip.cloneNode();
    one.textContent = language;
    chips.append(one);
  }
  const [licence, stars, begun] = meta.children;
  licence.firstChild.data = item.licence;
  stars.firstChild.data = `★ ${item.stars}`;
  begun.firstChild.data = year(item);
  links.firstChild.href = item.website;
  links.lastChild.href = item.repo;
  return card;
}

let cards;
let order;
const ui = controls(app, known, update);
function update(state) {
  const result = run(state);
  const isShown = new Uint8Array(items.length);
  for (const i of result.shown) isShown[i] = 1;
  for (let i = 0; i < cards.length; i++) {
    const hidden = !isShown[i];
    if (cards[i].hidden !== hidden) cards[i].hidden = hidden;
  }
  if (order !== result.order) {
    order = result.order;
    const fragment = document.createDocumentFragment();
    for (const i of order) fragment.append(cards[i]);
    list.append(fragment);
  }
  ui.show(result.shown.length, result.counts);
}
cards = items.map(make);
update(ui.state);
app.append(list);
