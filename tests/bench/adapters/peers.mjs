// What the explorer is compared with: the same cards and controls, made in other ways.
import { adapter } from './adapter.mjs';

const peer = (name, own = {}) => adapter({ name, url: (n) => `/p/${name}/?n=${n}`, ...own });

export default [
  peer('vanilla'),
  // Not quite a peer: only the first 60 cards exist, and more come as one scrolls.
  peer('vanilla-window', { net: false, probe: { minCards: 52 } }),
  peer('solid'),
  peer('react'),
  // With 10,000, each interaction takes many seconds.
  peer('instantsearch', { search: 'prefix', interactUpTo: 2400 }),
  // The limit of what is possible: nothing works on it.
  adapter({ name: 'static', url: (n) => `/p/static/${n}/`, interactUpTo: 0, probe: { host: 'static-explorer', noStatus: true } }),
];
