// The ratios that count, with the limit of each. `node tests/bench/limits.mjs target/bench/results/….json …` prints those of earlier runs.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KINDS, ofKind, ratio } from './statistics.mjs';

const load = (figure) => (row) => row.load[figure];

/** Ours against a peer: `what`, the names, the phase, N, the figure, and the limit. */
export const LIMITS = [
  limit('load 52 CPU', 'product-bundled', 'vanilla', 52, load('task'), 1.6),
  limit('load 52 all cards', 'product-bundled', 'vanilla', 52, load('allCards'), 1.5),
  limit('load 52 CPU', 'product-bundled', 'react', 52, load('task'), 0.95),
  { ...limit('slow network all cards', 'product-bundled', 'vanilla', 52, load('allCards'), 1.5), phase: 'net' },
  ...KINDS.flatMap((kind) => [
    limit(`52 ${kind} CPU`, 'product', 'vanilla', 52, ofKind(kind, 'task'), 1.5),
    limit(`52 ${kind} painted`, 'product', 'vanilla', 52, ofKind(kind, 'paint'), 1.25),
  ]),
  ...[500, 2400, 10000].flatMap((n) => [
    limit(`load ${n} all cards`, 'product', 'vanilla-window', n, load('allCards'), 1.6),
    ...KINDS.map((kind) => limit(`${n} ${kind} CPU`, 'product', 'vanilla-window', n, ofKind(kind, 'task'), 1.5)),
  ]),
  limit('prerendered 52 first paint', 'product-prerendered', 'static', 52, load('fcp'), 1.1),
];

function limit(what, name, peer, n, figure, most) {
  return {
    what: `${what} × ${peer === 'vanilla-window' ? 'windowed' : peer}`,
    names: [name, peer],
    phase: 'load',
    n,
    figure,
    most,
  };
}

/** Every limit with its ratio. A ratio that was not measured does not hold. */
export const judge = (rows) =>
  LIMITS.map((limit) => {
    const found = ratio(rows, limit.phase, limit.names, limit.n, limit.figure);
    return { ...limit, ratio: found, holds: found <= limit.most };
  });

/** The ratios at a quarter of the processor's speed, next to those at its whole speed. */
const throttled = (rows) =>
  LIMITS.filter((limit) => limit.n === 52 && limit.phase === 'load').map((limit) => {
    const [slow, plain] = ['throttle', 'load'].map((phase) => ratio(rows, phase, limit.names, limit.n, limit.figure));
    return `${limit.what} ${slow.toFixed(2)} (at whole speed ${plain.toFixed(2)})`;
  });

/** Prints all limits; returns whether all hold. */
export function printLimits(rows) {
  const judged = judge(rows);
  for (const { what, ratio, most, holds } of judged) {
    console.log(`${holds ? ' ' : '!'} ${what} ${Number.isNaN(ratio) ? 'not measured' : ratio.toFixed(2)} (≤ ${most})`);
  }
  const over = judged.filter(({ holds }) => !holds);
  console.log(`${judged.length - over.length} of ${judged.length} hold${over.length ? `; first: ${over[0].what}` : ''}`);
  if (rows.some((row) => row.phase === 'throttle')) {
    console.log(['', 'Processor throttled 4 ×:', ...throttled(rows)].join('\n'));
  }
  return !over.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file)).rows);
  process.exitCode = printLimits(rows) ? 0 : 1;
}
