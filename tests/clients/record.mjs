// Records what the clients of Meilisearch and Typesense from npm answer: `node tests/clients/build.mjs && node tests/clients/record.mjs`.
// The requests are those of the explorer (tests/it/service checks that); the servers are in engines.mjs. Writes tests/clients/recorded.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { instantMeiliSearch } from '@meilisearch/instant-meilisearch';
import { documents } from './documents.mjs';
import { serve } from './engines.mjs';

const Typesense = createRequire(import.meta.url)('typesense-instantsearch-adapter').default;
const { port, end } = await serve();

const clients = {
  meilisearch: { client: instantMeiliSearch(`http://localhost:${port}`, 'key').searchClient, stars: 'items:stars:desc' },
  typesense: {
    client: new Typesense({
      server: { apiKey: 'key', nodes: [{ host: 'localhost', port, protocol: 'http' }] },
      additionalSearchParameters: { query_by: 'title,description' },
    }).searchClient,
    stars: 'items/sort/stars:desc',
  },
};

const ALL = ['genre', 'languages', 'license', 'country'];
const ask = (words, groups = [], { facets = ALL, page = 0, hitsPerPage = 24, indexName = 'items' } = {}) => ({
  indexName,
  params: {
    query: words,
    page,
    hitsPerPage,
    maxValuesPerFacet: 200,
    facets,
    ...(groups.length && { facetFilters: groups.map(([name, ...values]) => values.map((value) => `${name}:${value.replace(/^-/, '\\-')}`)) }),
  },
});
/** The requests for words and groups: one for the hits, and one for each group without it. */
const question = (words, groups, options) => [
  ask(words, groups, options),
  ...groups.map((group) => ask(words, groups.filter((other) => other != group), { facets: [group[0]], hitsPerPage: 0, ...options })),
];

const QUESTIONS = {
  '': () => question('', []),
  'page=1': () => [ask('', [], { page: 1 })],
  'q=beryl': () => question('beryl', []),
  'category=databases': () => question('', [['genre', 'Databases']]),
  'category=runtime-containers,ci-cd&language=go': () =>
    question('', [['genre', 'Runtime & Containers', 'CI/CD'], ['languages', 'Go']]),
  'q=quartz&licence=bsd-3-clause': () => question('quartz', [['license', 'BSD-3-Clause']]),
  'q=nothing': () => question('nothing', []),
  'sort=stars': (client) => question('', [], { indexName: client.stars }),
};

for (const [name, { client, ...words }] of Object.entries(clients)) {
  const recorded = [];
  for (const [query, make] of Object.entries(QUESTIONS)) {
    const requests = make(words);
    const answer = await client.search(requests);
    recorded.push({ query, requests, answer });
  }
  // Only what our page keeps of it: see npm/catalogs.js.
  const text = JSON.stringify(recorded, (key, value) => (key[0] == '_' ? undefined : value));
  await writeFile(new URL(`recorded/${name}.json`, import.meta.url), text.replaceAll('{"query":"', '\n{"query":"') + '\n');
}
await writeFile(new URL('recorded/documents.json', import.meta.url), `[\n${documents.map((it) => JSON.stringify(it)).join(',\n')}\n]\n`);
end();
process.exit();
