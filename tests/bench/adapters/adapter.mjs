// What the bench must know about an implementation. Controls are found by role and accessible text (probe.mjs).
export const adapter = (own) => ({
  /** Called before the first run. */
  build: null,
  /** The page for N items. */
  url: () => `/p/${own.name}/`,
  sizes: [52, 500, 2400, 10000],
  /** Which result is right for letters in the search box; see model.mjs. */
  search: 'substring',
  /** The largest N with which interactions are measured; 0: nothing works. */
  interactUpTo: Infinity,
  /** Whether loading by a slow network is measured. */
  net: true,
  /** The text of the option of the `<select>` for each order. */
  sortBy: { stars: 'star', name: '^name' },
  ...own,
  probe: {
    /** The element whose open shadow root contains everything; none: the document. */
    host: null,
    card: 'article',
    /** As many cards count as all of them; null: N. */
    minCards: null,
    /** Whether style sheets hide cards. */
    hiddenByStyle: false,
    /** Whether there is no count to wait for. */
    noStatus: false,
    ...own.probe,
  },
});
