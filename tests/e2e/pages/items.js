// Made items, and a client of the kind from npm that searches them in the page (`tests/clients/build.mjs`).
import { createIndex, getSearchClient } from '/clients/itemsjs.js';

const CATEGORIES = ['Databases', 'Messaging', 'Runtime & Containers', 'Observability', 'Security', 'Storage', 'Networking', '数据', 'CI/CD', 'Serverless', 'Edge', 'Languages'];
const LANGUAGES = ['Go', 'Rust', 'Java', 'C++', 'C#', 'Python', 'TypeScript', 'Zig'];
const LICENCES = ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'MPL-2.0'];
const WORDS = ['beryl', 'quartz', 'opal', 'topaz', 'onyx', 'garnet', 'agate'];
const COUNTRIES = ['Japan', 'Brazil', 'Kenya', 'Norway', 'India'];

/** The item with this number: its values have periods that share no factor, so that any two are combined. */
const item = (n) => ({
  id: `item-${n}`,
  title: `Item ${String(n).padStart(6, '0')} ${WORDS[n % WORDS.length]}`,
  description: `Keeps ${WORDS[(n + 3) % WORDS.length]} for ${COUNTRIES[n % 5]} in place ${n}.`,
  genre: CATEGORIES[n % 12],
  languages: n % 11 ? [LANGUAGES[n % 8], LANGUAGES[(n + 1 + (n % 3)) % 8]] : [LANGUAGES[n % 8]],
  license: LICENCES[n % 4],
  country: COUNTRIES[n % 5],
  stars: (n * 7919) % 100_003,
  url: `https://items.example/${n}`,
});

export const items = Array.from({ length: Number(new URLSearchParams(location.search).get('n') ?? 100_000) }, (_, n) => item(n));

const facet = { size: 100, conjunction: false };
createIndex(items, {
  searchableFields: ['title', 'description'],
  sortings: { by_name: { field: 'title', order: 'asc' }, by_stars: { field: 'stars', order: 'desc' } },
  aggregations: { genre: facet, languages: facet, license: facet, country: facet },
});

/** How often and how long the client has worked. */
export const work = { searches: 0, requests: 0, longest: 0, last: undefined };
const engine = getSearchClient();
export const client = {
  async search(requests) {
    const start = performance.now();
    const answer = await engine.search(requests);
    work.searches++;
    work.requests += requests.length;
    work.last = requests;
    const end = performance.now();
    work.longest = Math.max(work.longest, end - start);
    performance.measure('engine', { start, end });
    return answer;
  },
};

export const searchClient = {
  client,
  title: 'Items',
  item: { one: 'item', many: 'items' },
  attributes: { name: 'title', category: 'genre' },
  facets: ['category', 'languages', 'license', 'country'],
  sorts: { name: 'by_name', stars: 'by_stars' },
};
