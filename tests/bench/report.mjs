// Prints what was measured as Markdown tables.
import { judge } from './limits.mjs';
import { FLAT, grown } from './leak.mjs';
import { groupBy, KINDS, medianOf, of, ofKind } from './statistics.mjs';
import { KINDS as WORK } from './trace.mjs';

/** The columns of the README's table. */
const PEERS = {
  vanilla: 'plain JavaScript',
  'vanilla-window': 'windowed',
  react: 'React',
  solid: 'Solid',
  instantsearch: 'InstantSearch',
};
const DIGITS = new Intl.NumberFormat('en');

const ms = (value) => {
  if (Number.isNaN(value)) return '–';
  return value < 10 ? value.toFixed(1) : DIGITS.format(Math.round(value));
};
const kB = (bytes) => (bytes / 1000).toFixed(1);
const MB = (bytes) => (bytes / 1e6).toFixed(2);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, i) => (i ? '--:' : '---')).join('|')}|`;
  console.log([line(head), rule, ...rows.map(line)].join('\n'));
}

/** The table of the README: medians in ms of the explorer and its peers, and the ratio to the peer of each limit. */
export function printReadme(rows) {
  const judged = judge(rows).filter(({ ratio }) => !Number.isNaN(ratio));
  // Limits of the interactions at one N are one row.
  const groups = groupBy(judged, ({ what, n }) => title(what, n));
  const lines = [...groups.keys()].map((name) => {
    const limits = groups.get(name);
    // Several peers of one figure have one row, too: the value of ours is the same.
    const figures = [...new Map(limits.map((limit) => [kindOf(limit.what), limit])).values()];
    const cell = (other) =>
      figures.map(({ names, phase, n, figure }) => ms(medianOf(rows, phase, other ?? names[0], n, figure))).join(' / ');
    // The static page has no column of its own.
    const peers = Object.keys(PEERS).map((peer) => (name.startsWith('prerendered') ? '–' : collapse(cell(peer))));
    return [name, collapse(cell()), ...peers, ratios(limits)];
  });
  console.log();
  table(['ms', 'ours', ...Object.values(PEERS), 'ratio (limit)'], lines);
}

const kindOf = (what) => KINDS.find((kind) => what.split(' ').includes(kind)) ?? '';

/** What a row of the README is called. */
function title(what, n) {
  const number = DIGITS.format(n);
  const name = what.split(' × ')[0];
  const kind = kindOf(name);
  const painted = name.endsWith('painted') ? 'input to paint' : 'main thread';
  if (kind) return `${KINDS.join(' / ')} with ${number}, ${painted}`;
  const NAMES = {
    'load 52 CPU': `load ${number}, main thread`,
    'slow network all cards': `the same by a slow network`,
    'prerendered 52 first paint': 'prerendered, first paint',
  };
  return NAMES[name] ?? `load ${number}, all cards painted`;
}

/** Values that are all missing are one dash. */
const collapse = (cell) => (/^[– /]+$/.test(cell) ? '–' : cell);

/** `1.2 / 1.3 (≤ 1.5 × windowed)`; several peers of one figure are separated by commas. */
function ratios(limits) {
  const groups = groupBy(limits, ({ what, most }) => `(≤ ${most} × ${what.split(' × ')[1]})`);
  return [...groups].map(([limit, some]) => `${some.map(({ ratio }) => ratio.toFixed(2)).join(' / ')} ${limit}`).join(', ');
}

/** More about each phase, for whoever looks for a reason. */
export function printDetails(rows) {
  const names = [...new Set(rows.map((row) => row.name))];
  for (const [phase, n] of pairs(rows)) {
    console.log(`\n### ${phase}, ${DIGITS.format(n)} (ms)\n`);
    const figure = (name, get) => medianOf(rows, phase, name, n, get);
    const here = names.filter((name) => of(rows, phase, name, n).length);
    const loads = ['fcp', 'lcp', 'firstCard', 'allCards', 'tbt', 'task', 'script', 'style', 'layout'];
    table(
      ['', 'code kB', 'all kB', 'requests', ...loads, 'CLS', 'nodes'],
      here.map((name) => {
        const load = (key) => figure(name, (row) => row.load[key]);
        const sizes = [kB(load('code')), kB(load('bytes')), load('requests')];
        return [name, ...sizes, ...loads.map((key) => ms(load(key))), load('cls').toFixed(3), load('nodes')];
      }),
    );
    const active = here.filter((name) => of(rows, phase, name, n).some((row) => row.operations));
    if (!active.length) continue;
    console.log();
    const columns = ['paint', 'task', 'script', 'style', 'layout', 'handlers'];
    table(
      ['', ...columns.map((key) => `${key}: ${KINDS.join(' / ')}`)],
      active.map((name) => [name, ...columns.map((key) => KINDS.map((kind) => ms(figure(name, ofKind(kind, key)))).join(' / '))]),
    );
  }
}

/** The phases of loading and the N that were measured. */
function pairs(rows) {
  const found = rows.filter((row) => ['load', 'throttle', 'net'].includes(row.phase));
  return [...new Map(found.map(({ phase, n }) => [`${phase} ${n}`, [phase, n]])).values()];
}

/** What operations leave behind; returns whether nothing of ours has grown. */
export function printLeak(rows) {
  const leaks = rows.filter((row) => row.leak);
  if (!leaks.length) return true;
  console.log(`\n### Before, during and after ${leaks[0].leak.operations} operations, ${DIGITS.format(leaks[0].n)}\n`);
  const cell = ({ counts }, what) => {
    const text = ['heap', 'memory'].includes(what) ? MB : DIGITS.format;
    return counts.map((count) => text(count[what])).join(' → ');
  };
  const verdict = (leak) => grown(leak).join(', ') || 'flat';
  table(
    ['', 'nodes', 'listeners', 'heap MB', 'wasm memory MB', ''],
    leaks.map(({ name, leak }) => [name, ...Object.keys(FLAT).map((what) => cell(leak, what)), verdict(leak)]),
  );
  return leaks.every(({ name, leak }) => !name.startsWith('product') || !grown(leak).length);
}

export function printTrace(rows) {
  const traces = rows.filter((row) => row.trace);
  if (!traces.length) return;
  for (const what of Object.keys(traces[0].trace)) {
    console.log(`\n### Where the main thread’s time goes: ${what}, ${DIGITS.format(traces[0].n)} (ms)\n`);
    const kinds = Object.keys(WORK);
    table(
      ['', ...kinds, 'sum'],
      traces.map(({ name, trace }) => {
        const times = trace[what];
        const sum = Object.values(times).reduce((a, b) => a + b, 0);
        return [name, ...kinds.map((kind) => ms(times[kind] ?? 0)), ms(sum)];
      }),
    );
  }
}
