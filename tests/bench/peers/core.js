// What the peers without a filter engine of their own share (vanilla, Solid, React).

/** The items of this page. */
export async function load() {
  const n = new URLSearchParams(location.search).get('n') || 52;
  return (await fetch(`/data/${n}.json`)).json();
}

export const year = (item) => item.first_commit.slice(0, 4);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const esc = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** What is in a card, as HTML. */
export const inner = (item) =>
  `<h3>${esc(item.name)}</h3><p class="cat">${esc(item.category)}</p><p class="sum">${esc(item.summary)}</p>` +
  `<p class="chips">${item.languages.map((language) => `<span class="chip">${esc(language)}</span>`).join('')}</p>` +
  `<p class="meta"><span class="lic">${esc(item.licence)}</span><span class="stars">★ ${item.stars}</span>` +
  `<span class="year">${year(item)}</span></p>` +
  `<p class="links"><a href="${esc(item.website)}">Website</a><a href="${esc(item.repo)}">Repository</a></p>`;

/** The values of all items, the most frequent first. */
function tally(items, values) {
  const counts = new Map();
  for (const item of items) for (const value of values(item)) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
}
export const options = (items) => ({
  categories: tally(items, (item) => [item.category]),
  languages: tally(items, (item) => item.languages),
  licences: tally(items, (item) => [item.licence]),
});

/** The state of a page on which nothing is chosen. */
export const empty = () => ({ category: '', languages: new Set(), licences: new Set(), letters: '', sort: 'stars' });

export function toggle(set, value) {
  const toggled = new Set(set);
  if (!toggled.delete(value)) toggled.add(value);
  return toggled;
}

/** A function from a state to the shown items in their order and the count of each option, in one pass over all items. */
export function engine(items, options) {
  const n = items.length;
  // Values as small numbers; those of a facet with several values per item as bits.
  const category = items.map((item) => options.categories.indexOf(item.category));
  const licence = items.map((item) => options.licences.indexOf(item.licence));
  const bits = (values, known) => values.reduce((all, value) => all | (1 << known.indexOf(value)), 0);
  const language = items.map((item) => bits(item.languages, options.languages));

  const compare = {
    stars: (a, b) => items[b].stars - items[a].stars,
    name: (a, b) => (items[a].name < items[b].name ? -1 : 1),
  };
  const orders = {};
  const order = (sort) => (orders[sort] ||= Array.from({ length: n }, (_, i) => i).sort(compare[sort]));
  let texts;

  return (state) => {
    const letters = state.letters.toLowerCase();
    if (letters) texts ||= items.map((item) => `${item.name}\n${item.summary}\n${item.tags.join(' ')}`.toLowerCase());
    const wanted = options.categories.indexOf(state.category);
    const languages = bits([...state.languages], options.languages);
    const licences = bits([...state.licences], options.licences);

    const counts = {
      all: 0,
      categories: new Uint32Array(options.categories.length),
      languages: new Uint32Array(options.languages.length),
      licences: new Uint32Array(options.licences.length),
    };
    const shown = [];
    for (const i of order(state.sort)) {
      if (letters && !texts[i].includes(letters)) continue;
      const inCategory = wanted < 0 || category[i] === wanted;
      const inLanguages = !languages || (language[i] & languages) !== 0;
      const inLicences = !licences || ((1 << licence[i]) & licences) !== 0;
      if (inLanguages && inLicences) {
        counts.categories[category[i]]++;
        counts.all++;
      }
      if (inCategory && inLicences) {
        for (let bit = 0; bit < counts.languages.length; bit++) if (language[i] & (1 << bit)) counts.languages[bit]++;
      }
      if (inCategory && inLanguages) counts.licences[licence[i]]++;
      if (inCategory && inLanguages && inLicences) shown.push(i);
    }
    return { shown, counts, order: order(state.sort) };
  };
}

/** The controls as plain DOM. `change` is called with the state after each change of it. */
export function controls(root, { categories, languages, licences }, change) {
  const count = ' <span class="n"></span>';
  const tab = (category, isSelected) =>
    `<button role="tab" aria-selected="${isSelected}" data-category="${esc(category)}">${esc(category || 'All')}${count}</button>`;
  const box = (facet, value) =>
    `<label><input type="checkbox" data-facet="${facet}" value="${esc(value)}">${esc(value)}${count}</label>`;
  root.insertAdjacentHTML(
    'afterbegin',
    `<div role="tablist">${tab('', true)}${categories.map((category) => tab(category, false)).join('')}</div>` +
      '<div class="bar"><input type="search" aria-label="Search">' +
      '<select aria-label="Sort"><option value="stars">Stars</option><option value="name">Name</option></select>' +
      '<button class="clear">Clear all</button><p role="status"></p></div>' +
      `<fieldset><legend>Language</legend>${languages.map((value) => box('languages', value)).join('')}</fieldset>` +
      `<fieldset><legend>Licence</legend>${licences.map((value) => box('licences', value)).join('')}</fieldset>`,
  );
  const tabs = [...root.querySelectorAll('[role=tab]')];
  const boxes = [...root.querySelectorAll('input[type=checkbox]')];
  const [search, sort, status] = ['input[type=search]', 'select', '[role=status]'].map((one) => root.querySelector(one));

  const state = empty();
  const select = (category) => {
    state.category = category;
    for (const tab of tabs) tab.setAttribute('aria-selected', tab.dataset.category === category);
  };
  for (const tab of tabs) {
    tab.onclick = () => {
      select(tab.dataset.category);
      change(state);
    };
  }
  for (const box of boxes) {
    box.onchange = () => {
      const chosen = state[box.dataset.facet];
      if (box.checked) chosen.add(box.value);
      else chosen.delete(box.value);
      change(state);
    };
  }
  search.oninput = () => {
    state.letters = search.value.trim();
    change(state);
  };
  sort.onchange = () => {
    state.sort = sort.value;
    change(state);
  };
  root.querySelector('.clear').onclick = () => {
    state.letters = search.value = '';
    state.languages.clear();
    state.licences.clear();
    for (const box of boxes) box.checked = false;
    select('');
    change(state);
  };

  const places = [...tabs, ...boxes.map((box) => box.parentNode)].map((parent) => parent.querySelector('.n'));
  const write = (element, text) => {
    text = String(text);
    if (element.textContent !== text) element.textContent = text;
  };
  return {
    state,
    show(n, counts) {
      write(status, `${n} projects`);
      const all = [counts.all, ...counts.categories, ...counts.languages, ...counts.licences];
      all.forEach((count, i) => write(places[i], count));
    },
  };
}
