// What many operations leave behind.
import { setTimeout as wait } from 'node:timers/promises';
import { metricsOf } from './browser.mjs';

/** Before the first count, every tab, box and letter is used, because what is made on first use stays. */
const WARM_UP = 100;
/** How much more there may be afterwards. Garbage collection and tables that double are not exact to the byte; the DOM is. */
export const FLAT = { nodes: 1.01, listeners: 1.01, heap: 1.05, memory: 1.02 };
/** How many operations there are between two counts. A leak grows by as much from each count to the next, a table that has doubled does not. */
const PART = 200;

/** Nodes, listeners, heap of JavaScript and the DOM, and memory of WebAssembly, before, during and after this number of operations. */
export async function leak({ page, cdp }, operations) {
  await page.evaluate((n) => __bench.pound(n), WARM_UP);
  const counts = [await count(page, cdp)];
  for (let done = 0; done < operations; done += PART) {
    await page.evaluate((n) => __bench.pound(n), PART);
    counts.push(await count(page, cdp));
  }
  return { operations, counts };
}

async function count(page, cdp) {
  for (let i = 0; i < 3; i++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await wait(60);
  }
  const heap = await cdp.send('Runtime.getHeapUsage');
  const metrics = await metricsOf(cdp);
  return {
    nodes: metrics.Nodes,
    listeners: metrics.JSEventListeners,
    heap: heap.usedSize + heap.embedderHeapUsedSize,
    memory: await page.evaluate(() => __bench.memory()),
  };
}

/** What has grown beyond its limit. Garbage collection sometimes leaves some for the next time, so the smaller of the last two counts is taken. */
export function grown({ counts }) {
  const last = (what) => Math.min(...counts.slice(-2).map((count) => count[what]));
  return Object.keys(FLAT).filter((what) => !(last(what) <= counts[0][what] * FLAT[what]));
}
