// Measures all implementations in turn, and collects a row for each visit.
import { launch } from './browser.mjs';
import { interact } from './interact.mjs';
import { leak } from './leak.mjs';
import { DATA, PAGES } from './place.mjs';
import { serve } from './server.mjs';
import * as trace from './trace.mjs';

/**
 * For each N: how many rounds, in how many of them interactions are measured, and how often then. Slow implementations need many
 * seconds for one interaction with thousands of cards.
 */
const PLAN = {
  52: { rounds: 7, interactRounds: 2, repetitions: 10 },
  500: { rounds: 5, interactRounds: 2, repetitions: 10 },
  2400: { rounds: 3, interactRounds: 2, repetitions: 4 },
  10000: { rounds: 3, interactRounds: 2, repetitions: 2 },
};
const NET = { latency: 150, kilobits: 1600 };
const THROTTLE = 4;
/** How many operations may leave nothing behind, and at which N that and traces are made. */
const OPERATIONS = 800;
const MANY = 2400;

/**
 * Runs the phases; returns a row for each visit.
 *
 * `load` also measures interactions; `net` loads by a slow network and `throttle` repeats `load` on a slow processor, both at 52;
 * `leak` and `trace` are at 2,400.
 */
export async function run(adapters, { sizes, phases, rounds }) {
  const web = await serve([
    ['/data/', DATA],
    ['/p/', PAGES],
  ]);
  const browser = await launch();
  const measured = { rows: [], chromium: browser.version };
  const has = (phase) => phases.includes(phase);
  const rotate = (phase, list, n, times, options, act) =>
    inTurn(list, times, async (adapter, round) => {
      measured.rows.push(await visit(browser, web, { phase, adapter, n, round, options, act }));
    });

  try {
    for (const n of sizes) {
      const here = adapters.filter((adapter) => adapter.sizes.includes(n));
      const active = here.filter((adapter) => n <= adapter.interactUpTo);
      const plan = PLAN[n];
      const times = rounds ?? plan.rounds;
      const interactions = async (visit, row, adapter) => {
        if (row.round >= plan.interactRounds || n > adapter.interactUpTo) return;
        row.operations = await interact(visit, adapter, n, plan.repetitions, 1000 * n + row.round);
      };
      // The first visit warms up the browser and the server, and is not counted.
      if (here.length) await visit(browser, web, { phase: 'warm-up', adapter: here[0], n, round: 0 });
      if (has('load')) await rotate('load', here, n, times, {}, interactions);
      if (has('throttle') && n === 52) await rotate('throttle', here, n, times, { throttle: THROTTLE }, interactions);
      if (has('net') && n === 52) {
        await rotate(
          'net',
          here.filter((adapter) => adapter.net),
          n,
          times,
          { net: NET },
        );
      }
      if (has('leak') && n === MANY) {
        await rotate('leak', active, n, 1, {}, async (visit, row) => {
          row.leak = await leak(visit, OPERATIONS);
        });
      }
      if (has('trace') && n === MANY) {
        await rotate('trace', active, n, 1, { beforeLoad: trace.start }, async (visit, row) => {
          row.trace = { load: await trace.stop(visit.page), ...(await trace.clicks(visit.page)) };
        });
      }
    }
  } finally {
    await browser.close();
    web.close();
  }
  return measured;
}

/** Each round is one visit to each, starting one further every time, so noise of the machine hits all alike. */
async function inTurn(list, rounds, visit) {
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < list.length; i++) await visit(list[(i + round) % list.length], round);
  }
}

/** One visit, and what `act` does in it. A visit that fails is a row with an error. */
async function visit(browser, web, { phase, adapter, n, round, options, act }) {
  const row = { phase, name: adapter.name, n, round };
  process.stderr.write(`\r\x1b[K${phase} ${n}, round ${round + 1}: ${adapter.name}`);
  let opened;
  try {
    opened = await browser.open(web, adapter, n, options);
    row.load = opened.load;
    await act?.(opened, row, adapter);
    if (opened.errors.length) throw new Error(opened.errors.join(' | '));
  } catch (error) {
    row.error = error.message;
    process.stderr.write(`\nfailed: ${error.message.slice(0, 600)}\n`);
  }
  await opened?.close().catch(() => {});
  return row;
}
