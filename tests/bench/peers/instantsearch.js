// InstantSearch with ItemsJS as its engine. It shows all hits, to be equal; usually it shows pages of them.
import { createIndex, getSearchClient } from 'instantsearch-itemsjs-adapter';
import instantsearch from 'instantsearch.js/es';
import { connectMenu, connectSortBy } from 'instantsearch.js/es/connectors';
import { clearRefinements, configure, hits, refinementList, searchBox, stats } from 'instantsearch.js/es/widgets';
import { esc, load, options, year } from './core.js';

const items = await load();
const known = options(items);
const app = document.getElementById('app');
const find = (selector) => app.querySelector(selector);
app.innerHTML =
  '<div role="tablist"></div><div class="bar"><div id="search"></div>' +
  '<select aria-label="Sort"><option value="stars">Stars</option><option value="name">Name</option></select>' +
  '<div id="clear"></div><p role="status"></p></div>' +
  '<fieldset><legend>Language</legend><div id="languages"></div></fieldset>' +
  '<fieldset><legend>Licence</legend><div id="licences"></div></fieldset><div id="hits"></div>';

const facet = { size: 50, conjunction: false };
const index = createIndex(items, {
  searchableFields: ['name', 'summary', 'tags'],
  isExactSearch: true,
  removeStopWordFilter: true,
  aggregations: { category: facet, languages: facet, licence: facet },
  sortings: { stars: { field: 'stars', order: 'desc' }, name: { field: 'name', order: 'asc' } },
});
const client = getSearchClient(index);
const search = instantsearch({ indexName: 'stars', searchClient: client, future: { preserveSharedStateOnUnmount: true } });

const tabs = connectMenu(({ items, refine }, isFirst) => {
  const box = find('[role=tablist]');
  if (isFirst) {
    const tab = (category) =>
      `<button role="tab" data-category="${esc(category)}">${esc(category || 'All')} <span class="n"></span></button>`;
    box.innerHTML = ['', ...known.categories].map(tab).join('');
    box.onclick = (event) => {
      const button = event.target.closest('button');
      if (button) box.choose(button.dataset.category);
    };
  }
  const current = items.find((item) => item.isRefined)?.value ?? '';
  // `refine` toggles: what is chosen is chosen again to let it go.
  box.choose = (category) => {
    if (category !== current) refine(category || current);
  };
  for (const button of box.children) {
    const { category } = button.dataset;
    button.setAttribute('aria-selected', category === current);
    button.lastChild.textContent = category ? (items.find((item) => item.value === category)?.count ?? 0) : '';
  }
});
const sorter = connectSortBy(({ refine }, isFirst) => {
  if (isFirst) find('select').onchange = (event) => refine(event.target.value);
});

const card = (item, { html }) =>
  html`<article class="card">
    <h3>${item.name}</h3>
    <p class="cat">${item.category}</p>
    <p class="sum">${item.summary}</p>
    <p class="chips">${item.languages.map((language) => html`<span class="chip">${language}</span>`)}</p>
    <p class="meta">
      <span class="lic">${item.licence}</span><span class="stars">★ ${item.stars}</span><span class="year">${year(item)}</span>
    </p>
    <p class="links"><a href="${item.website}">Website</a><a href="${item.repo}">Repository</a></p>
  </article>`;

search.addWidgets([
  configure({ hitsPerPage: items.length }),
  searchBox({ container: '#search' }),
  tabs({ attribute: 'category', limit: 50 }),
  sorter({
    items: [
      { value: 'stars', label: 'Stars' },
      { value: 'name', label: 'Name' },
    ],
  }),
  clearRefinements({
    container: '#clear',
    includedAttributes: ['category', 'languages', 'licence', 'query'],
    templates: { resetLabel: () => 'Clear all' },
  }),
  refinementList({ container: '#languages', attribute: 'languages', operator: 'or', limit: 50 }),
  refinementList({ container: '#licences', attribute: 'licence', operator: 'or', limit: 50 }),
  stats({ container: '[role=status]', templates: { text: (data) => `${data.nbHits} projects` } }),
  hits({ container: '#hits', escapeHTML: false, cssClasses: { list: 'cards' }, templates: { item: card } }),
]);
search.start();
