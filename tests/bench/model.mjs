// The reference: how many cards an implementation must show after an interaction, and which one first.

/** The right results for these items. `mode` says which texts an implementation searches, and how. */
export function model(items) {
  const texts = items.map((item) => [item.name, item.summary, item.tags.join(' ')].join('\n').toLowerCase());
  const more = items.map((item) => [item.summary_zh, item.category, item.languages.join('\n')].join('\n').toLowerCase());
  const tokens = texts.map((text) => text.split(/[\s-]+/).map((word) => word.replace(/^\W+|\W+$/g, '')));
  const matches = {
    substring: (i, letters) => texts[i].includes(letters),
    /** The start of a word. */
    prefix: (i, letters) => tokens[i].some((word) => word.startsWith(letters)),
    /** In the texts of both languages, the category and the languages too: what the explorer searches. */
    all: (i, letters) => `${texts[i]}\n${more[i]}`.includes(letters),
  };
  const compare = {
    stars: (a, b) => items[b].stars - items[a].stars,
    name: (a, b) => (items[a].name < items[b].name ? -1 : 1),
  };
  const orders = Object.fromEntries(Object.entries(compare).map(([sort, by]) => [sort, items.map((_, i) => i).sort(by)]));

  return ({ category, languages, licences, letters, sort }, mode = 'substring') => {
    const shown = orders[sort].filter((i) => {
      const item = items[i];
      return (
        (!category || item.category === category) &&
        (!languages.size || item.languages.some((language) => languages.has(language))) &&
        (!licences.size || licences.has(item.licence)) &&
        (!letters || matches[mode](i, letters.toLowerCase()))
      );
    });
    return { count: shown.length, first: shown.length ? items[shown[0]].name : null };
  };
}
