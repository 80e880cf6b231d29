// The same cards, tabs, facets, search and orders as the explorer, written by hand for this one page: the baseline for
// the element. It is meant to be good, not a straw man: cards are created once, in one fragment; filtering sets
// `hidden`, sorting moves nodes; the layout is never read. It has no details, languages, themes or URL.
const { categories, parts, regions, as_of, projects } = await (
  await fetch('/made/cards.json', { credentials: 'same-origin' })
).json();

const $ = (selector) => document.querySelector(selector);
const named = (rows) => new Map(rows.map((row) => [row.slug, row]));
const [categoryOf, partOf, regionOf] = [categories, parts, regions].map(named);

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child != null));
  return made;
};

const svg = (name, attributes, ...children) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// ── the cards ──

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthOf = (date) => `${MONTHS[date.slice(5, 7) - 1]} ${date.slice(0, 4)}`;
const yearsOf = (date) => {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1 + (day - 1) / 31) / 12;
};

const firstYear = Math.min(...projects.map((project) => +project.first_commit.slice(0, 4)));
const today = yearsOf(as_of);
const percent = (date) => {
  const share = Math.min(Math.max((yearsOf(date) - firstYear) / (today - firstYear), 0), 1);
  return `${(1.5 + share * 97).toFixed(1)}%`;
};

const movedOn = ({ maturity: { level, since } }) =>
  level == 'sandbox' ? null : level == 'archived' ? `Archived ${since.slice(0, 4)}` : `${capital(level)} since ${since.slice(0, 4)}`;

const capital = (word) => word[0].toUpperCase() + word.slice(1);

function letters(name) {
  const initials = [...name].filter((c, at) => /[A-Z]/.test(c) && !/[A-Z]/.test(name[at - 1] ?? ''));
  return initials.length > 1 ? initials.slice(0, 2).join('') : name.slice(0, 2);
}

function lifeLine(project) {
  const { level, since } = project.maturity;
  const moved = level == 'sandbox' ? [] : [
    svg('svg', { x: percent(since), y: 9, overflow: 'visible' },
      svg('rect', { class: 'se-life-moved', x: -4, y: -4, width: 8, height: 8, transform: 'rotate(45)' })),
  ];
  return svg('svg', { class: 'se-life', 'aria-hidden': 'true', width: '100%', height: 18 },
    svg('line', { class: 'se-life-axis', x1: 0, x2: '100%', y1: 9, y2: 9 }),
    svg('line', {
      class: 'se-life-bar',
      x1: percent(project.first_commit),
      x2: percent(level == 'archived' ? since : as_of),
      y1: 9,
      y2: 9,
    }),
    svg('circle', { class: 'se-life-entry', cx: percent(project.accepted), cy: 9, r: 4 }),
    ...moved);
}

function dateOf(label, date) {
  const time = element('time', '', monthOf(date));
  time.dateTime = date;
  return element('span', '', label, ' ', time);
}

function linkTo(label, href, of) {
  const link = element('a', 'se-link', label);
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.ariaLabel = `${label}: ${of}`;
  return link;
}

function cardOf(project) {
  const category = categoryOf.get(project.category);
  const open = element('button', 'se-open', project.name);
  open.type = 'button';
  const mark = element('span', 'se-mark', letters(project.name));
  mark.ariaHidden = 'true';
  const moved = movedOn(project);
  const age = (yearsOf(project.accepted) - yearsOf(project.first_commit)).toFixed(1);
  const dates = element('p', 'se-dates',
    dateOf('First commit', project.first_commit), dateOf('Sandbox', project.accepted));
  dates.title = `${project.first_commit} – ${project.accepted}: ${age} years`;
  const card = element('article', 'se-card',
    element('div', 'se-head',
      mark,
      element('h3', 'se-name', open),
      element('p', 'se-kind',
        element('span', 'se-category', category.name.en),
        moved && element('span', 'se-moved', moved))),
    element('div', 'se-body-text', element('p', 'se-summary', project.summary.en)),
    lifeLine(project),
    dates,
    element('div', 'se-meta',
      element('p', 'se-facts',
        element('span', 'se-languages', project.languages.join(' · ')),
        element('span', 'se-licence', project.licence),
        element('span', 'se-part', `Part ${project.part}`)),
      element('p', 'se-links',
        linkTo('Website', project.links.website, project.name),
        linkTo('Code', project.links.repository, project.name))));
  card.style.setProperty('--se-hue', category.hue);
  return element('li', 'se-item', card);
}

// ── the facets ──

const FACETS = [
  { key: 'category', label: 'Category', of: (it) => [it.category], name: (slug) => categoryOf.get(slug).name.en, listed: categories },
  { key: 'part', label: 'Part of the series', of: (it) => [it.part], name: (slug) => partOf.get(slug).name.en, listed: [...parts].reverse() },
  { key: 'language', label: 'Language', of: (it) => it.languages },
  {
    key: 'maturity',
    label: 'CNCF status',
    of: (it) => [it.maturity.level],
    name: capital,
    listed: ['sandbox', 'incubating', 'graduated', 'archived'].map((slug) => ({ slug })),
  },
  { key: 'region', label: 'Origin', of: (it) => (it.region ? [it.region] : []), name: (slug) => regionOf.get(slug).name.en, listed: regions },
  { key: 'licence', label: 'Licence', of: (it) => [it.licence] },
  { key: 'tag', label: 'Topic', of: (it) => it.tags },
];
const [MANY, FEW] = [16, 10];

for (const facet of FACETS) {
  const counts = new Map((facet.listed ?? []).map(({ slug }) => [slug, 0]));
  for (const project of projects) for (const value of facet.of(project)) counts.set(value, (counts.get(value) ?? 0) + 1);
  let values = [...counts].filter(([, count]) => count);
  if (!facet.listed) values.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  facet.values = values.map(([value]) => value);
  facet.chosen = new Set();
}

const items = projects.map((project) => ({ project, node: cardOf(project), values: FACETS.map(({ of }) => of(project)) }));
const list = $('.se-cards');
list.append(...items.map(({ node }) => node));

const [tabs, ...facets] = FACETS;
let search = '';
let sort = 'accepted';

function countSpan() {
  return element('span', 'se-count');
}

tabs.buttons = [null, ...tabs.values].map((value) => {
  const count = countSpan();
  const button = element('button', 'se-tab', value ? tabs.name(value) : 'All', count);
  button.role = 'tab';
  button.type = 'button';
  button.onclick = () => {
    tabs.chosen = new Set(value ? [value] : []);
    update();
  };
  return { value, button, count };
});
$('.se-tabs').append(...tabs.buttons.map(({ button }) => button));

for (const facet of facets) {
  const make = (value) => {
    const box = element('input', 'se-check');
    box.type = 'checkbox';
    box.onchange = () => {
      if (box.checked) facet.chosen.add(value);
      else facet.chosen.delete(value);
      update();
    };
    const count = countSpan();
    const name = element('span', 'se-option-name', facet.name?.(value) ?? value);
    return { value, box, count, label: element('label', 'se-option', box, name, count) };
  };
  const offered = facet.values.length > MANY ? facet.values.slice(0, FEW) : facet.values;
  facet.options = offered.map(make);
  if (facet.values.length < 2) continue;
  const set = element('fieldset', 'se-facet',
    element('legend', 'se-facet-name', facet.label),
    element('div', 'se-options', ...facet.options.map(({ label }) => label)));
  if (facet.values.length > MANY) {
    const more = element('button', 'se-more', `Show all ${facet.values.length}`);
    more.type = 'button';
    more.onclick = () => {
      facet.options.push(...facet.values.slice(FEW).map(make));
      set.querySelector('.se-options').append(...facet.options.slice(FEW).map(({ label }) => label));
      more.remove();
      update();
    };
    set.append(more);
  }
  $('.se-facets').append(set);
}

// ── search ──

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

// Folded when the page is idle, or at the first key.
function prepare() {
  for (const item of items) {
    const { project } = item;
    const category = categoryOf.get(project.category);
    const both = (text) => (text ? [text.en, text.zh] : []);
    item.folded ??= [
      [project.name],
      project.former_names ?? [],
      [...project.tags, ...project.languages, ...both(category.name), ...both(project.owner)],
      [project.summary, ...project.features].flatMap(both),
    ].map((texts) => texts.map(fold));
  }
}
(globalThis.requestIdleCallback ?? setTimeout)(prepare);

function rankWord(item, word) {
  for (const [tier, texts] of item.folded.entries()) {
    let best = 0;
    for (const text of texts) {
      const at = text.indexOf(word);
      if (at < 0) continue;
      const found = text == word ? 3 : at == 0 || !/[a-z0-9]/.test(text[at - 1]) ? 2 : 1;
      best = Math.max(best, found);
    }
    if (best) return (4 - tier) * 3 + best;
  }
  return 0;
}

function rank(item, words) {
  let sum = 0;
  for (const word of words) {
    const found = rankWord(item, word);
    if (!found) return -1;
    sum += found;
  }
  return sum;
}

// ── the single update function ──

const byName = (a, b) => (a.project.name.toLowerCase() < b.project.name.toLowerCase() ? -1 : 1);
const ORDERS = {
  name: byName,
  'first-commit': (a, b) => a.project.first_commit.localeCompare(b.project.first_commit) || byName(a, b),
  stars: (a, b) => (b.project.stars ?? -1) - (a.project.stars ?? -1) || byName(a, b),
};

const setText = (node, text) => {
  if (node.textContent != text) node.textContent = text;
};

let order = items;

function update() {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length) prepare();
  const counts = FACETS.map(() => new Map());
  const add = (at, item) => {
    for (const value of item.values[at]) counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
  };
  const shown = [];
  let othersInTabs = 0;
  for (const item of items) {
    item.rank = rank(item, words);
    item.shown = false;
    if (item.rank < 0) continue;
    const failed = [];
    FACETS.forEach(({ chosen }, at) => {
      if (chosen.size && !item.values[at].some((value) => chosen.has(value))) failed.push(at);
    });
    if (failed.length == 0) {
      item.shown = true;
      shown.push(item);
      FACETS.forEach((_, at) => add(at, item));
    } else if (failed.length == 1) {
      add(failed[0], item);
      if (failed[0] == 0) othersInTabs++;
    }
  }
  if (sort != 'accepted') shown.sort(ORDERS[sort]);
  else if (words.length) shown.sort((a, b) => b.rank - a.rank);

  for (const { node, shown } of items) if (node.hidden == shown) node.hidden = !shown;
  // Nodes are moved only if the order differs from the current one.
  const now = order.filter((item) => item.shown);
  if (shown.some((item, at) => item != now[at])) {
    order = [...shown, ...items.filter((item) => !item.shown)];
    list.append(...order.map(({ node }) => node));
  }

  for (const { value, button, count } of tabs.buttons) {
    const selected = value ? tabs.chosen.has(value) : !tabs.chosen.size;
    button.ariaSelected = String(selected);
    button.tabIndex = selected ? 0 : -1;
    setText(count, value ? (counts[0].get(value) ?? 0) : shown.length + othersInTabs);
  }
  FACETS.forEach(({ options, chosen }, at) => {
    for (const { value, box, count } of options ?? []) {
      const n = counts[at].get(value) ?? 0;
      setText(count, n);
      box.checked = chosen.has(value);
      box.disabled = !n && !box.checked;
    }
  });
  setText($('.se-status'), shown.length == items.length ? `${items.length} projects` : `${shown.length} of ${items.length} projects`);
  $('.se-empty').hidden = shown.length > 0;
  showChips();
}

function showChips() {
  const chips = [];
  const add = (name, take) => {
    const chip = element('button', 'se-chip', name);
    chip.type = 'button';
    chip.ariaLabel = `Remove filter: ${name}`;
    chip.onclick = () => {
      take();
      update();
    };
    chips.push(chip);
  };
  if (search.trim()) add(`“${search.trim()}”`, () => ($('.se-search-input').value = search = ''));
  for (const { chosen, name } of FACETS) {
    for (const value of chosen) add(name?.(value) ?? value, () => chosen.delete(value));
  }
  if (chips.length) {
    const clear = element('button', 'se-clear', 'Clear all');
    clear.type = 'button';
    clear.onclick = () => {
      $('.se-search-input').value = search = '';
      for (const { chosen } of FACETS) chosen.clear();
      update();
      $('.se-chips').focus();
    };
    chips.push(clear);
  }
  $('.se-chips').replaceChildren(...chips);
}

$('.se-search-input').oninput = (event) => {
  search = event.target.value;
  update();
};
$('.se-select').onchange = (event) => {
  sort = event.target.value;
  update();
};
update();
