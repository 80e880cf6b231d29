// Sixty documents, and what a search service finds in them: the words of the query are in a text, values of one attribute are alternatives.
const GENRES = ['Databases', 'Messaging', 'Runtime & Containers', 'CI/CD', '数据'];
const LANGUAGES = ['Go', 'Rust', 'C++', 'Zig'];
const LICENCES = ['MIT', 'Apache-2.0', 'BSD-3-Clause'];
const WORDS = ['beryl', 'quartz', 'opal'];
const COUNTRIES = ['Japan', 'Brazil', 'Kenya', 'Norway'];

export const documents = Array.from({ length: 60 }, (_, n) => ({
  id: `doc-${n}`,
  title: `Document ${n} ${WORDS[n % 3]}`,
  description: n == 7 ? '<img src=x onerror=alert(1)> & more' : `Keeps ${WORDS[(n + 1) % 3]} in ${COUNTRIES[n % 4]}.`,
  genre: GENRES[n % 5],
  languages: [LANGUAGES[n % 4], LANGUAGES[(n + 1 + (n % 2)) % 4]],
  license: LICENCES[n % 3],
  country: COUNTRIES[n % 4],
  stars: (n * 37) % 61,
  url: n == 7 ? 'javascript:alert(1)' : `https://docs.example/${n}`,
}));

const values = (document, attribute) => [document[attribute]].flat().map(String);

/** What matches the words and the groups (`[attribute, values]`), in an order (`attribute:asc`). */
export function found(words, groups, order) {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = documents.filter((document) => {
    const text = `${document.title} ${document.description}`.toLowerCase();
    return (
      sought.every((word) => text.includes(word)) &&
      groups.every(([attribute, wanted]) => values(document, attribute).some((value) => wanted.includes(value)))
    );
  });
  const [attribute, direction] = order?.split(':') ?? [];
  if (!attribute) return matches;
  const sign = direction == 'desc' ? -1 : 1;
  return matches.sort((a, b) => sign * (a[attribute] < b[attribute] ? -1 : a[attribute] > b[attribute] ? 1 : 0));
}

/** How many of them have each value of an attribute. */
export function counted(matches, attribute) {
  const counts = new Map();
  for (const value of matches.flatMap((document) => [...new Set(values(document, attribute))])) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
