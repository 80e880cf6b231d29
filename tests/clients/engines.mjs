// Two search engines as far as their clients ask them, in the formats that their documentation describes:
// Meilisearch 1.x (reference/api/multi_search) and Typesense 0.25 and later (api/federated-multi-search).
import { createServer } from 'node:http';
import { counted, found } from './documents.mjs';

const ALL = ['genre', 'languages', 'license', 'country'];
const asked = (facets) => (facets.includes('*') ? ALL : facets);

function meilisearch({ queries }) {
  const results = queries.map(({ indexUid, q = '', facets = [], filter = [], sort = [], limit = 20, offset = 0 }) => {
    const groups = filter.map((group) => {
      const pairs = [group].flat().map((condition) => /^"(.*)"="(.*)"$/.exec(condition).slice(1));
      return [pairs[0][0], pairs.map(([, value]) => value)];
    });
    const matches = found(q, groups, sort[0]);
    const hits = matches.slice(offset, offset + limit).map((hit) => ({ ...hit, _formatted: hit }));
    const facetDistribution = Object.fromEntries(asked(facets).map((name) => [name, Object.fromEntries(counted(matches, name))]));
    return { indexUid, hits, query: q, processingTimeMs: 1, limit, offset, estimatedTotalHits: matches.length, facetDistribution, facetStats: {} };
  });
  return { results };
}

function typesense({ searches }) {
  const results = searches.map(({ q, facet_by = '', filter_by = '', sort_by, page = 1, per_page = 10, max_facet_values = 10 }) => {
    const groups = filter_by.split(' && ').filter(Boolean).map((condition) => {
      const [, attribute, list] = /^(\w+):=\[(.*)\]$/.exec(condition);
      return [attribute, [...list.matchAll(/`([^`]*)`/g)].map((match) => match[1])];
    });
    const matches = found(q == '*' ? '' : q, groups, sort_by);
    const hits = matches.slice((page - 1) * per_page, page * per_page).map((document) => ({
      document,
      highlight: { title: { matched_tokens: [], snippet: document.title } },
      highlights: [],
      text_match: 578730123365711993,
      text_match_info: { best_field_score: '1108091338752', fields_matched: 1, tokens_matched: 1 },
    }));
    const facet_counts = asked(facet_by.split(',').filter(Boolean)).map((field_name) => ({
      field_name,
      counts: counted(matches, field_name).slice(0, max_facet_values).map(([value, count]) => ({ count, highlighted: value, value })),
      sampled: false,
      stats: { total_values: counted(matches, field_name).length },
    }));
    return { facet_counts, found: matches.length, hits, out_of: 60, page, request_params: { collection_name: 'items', per_page, q }, search_cutoff: false, search_time_ms: 1 };
  });
  return { results };
}

/** A server with both; resolves with its port and a function that ends it. */
export function serve() {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const engine = request.url.startsWith('/multi_search') ? typesense : meilisearch;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(engine(JSON.parse(body))));
    });
  });
  return new Promise((resolve) => server.listen(0, () => resolve({ port: server.address().port, end: () => server.close() })));
}
