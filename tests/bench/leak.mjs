// What many operations leave behind.
import { setTimeout as wait } from 'node:timers/promises';
import { metricsOf } from './browser.mjs';

/** Before the first count, every tab, box and letter is used, because what is made on first use stays. */
const WARM_UP = 100;
/** How much more there may be afterwards. Garbage collection and tables that double are not exact to the byte; the DOM is. */
export const FLAT = { nodes: 1.01, listeners: 1.01, heap: 1.05, memory: 1.02 };

/** Nodes, listeners, heap of JavaScript and the DOM, and memory of WebAssembly, before and after this number of operations. */
export async function leak({ page, cdp }, operations) {
  await page.evaluate((n) => __bench.pound(n), WARM_UP);
  const before = await count(page, cdp);
  // In parts, because each must end within the time of one command.
  for (let done = 0; done < operations; done += 100) {
    await page.evaluate((n) => __bench.pound(n), Math.min(100, operations - done));
  }
  return { operations, before, after: await count(page, cdp) };
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

/** What has grown beyond its limit. */
export const grown = ({ before, after }) => Object.keys(FLAT).filter((what) => !(after[what] <= before[what] * FLAT[what]));
