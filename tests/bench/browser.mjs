// Chromium, and a page in it: each cold, in a browser context of its own and without a cache.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from './probe.mjs';
import { require, WORK } from './place.mjs';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars=false',
  '--window-size=1280,900',
];
const TIMEOUT = 60_000;

export async function launch() {
  const profile = mkdtempSync(join(WORK, 'profile-'));
  const browser = await require('puppeteer-core').launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    // Puppeteer's own `headless` adds flags that change how the browser schedules; the flag above is enough.
    headless: false,
    pipe: true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 900 },
    protocolTimeout: 2 * TIMEOUT,
    args: FLAGS,
  });
  return {
    open: (...args) => open(browser, ...args),
    version: await browser.version(),
    async close() {
      await browser.close().catch(() => {});
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the page of an implementation and waits until it is at rest. `beforeLoad` gets Puppeteer's page. */
async function open(browser, web, adapter, n, { throttle, net, beforeLoad } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  await page.setCacheEnabled(false);
  // Time that the thread has used, not time that has passed.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const settings = { ...adapter.probe, n, minCards: Math.min(n, adapter.probe.minCards ?? n) };
  await page.evaluateOnNewDocument(`(${probe})(${JSON.stringify(settings)})`);
  if (throttle) await page.emulateCPUThrottling(throttle);
  if (net) {
    const throughput = net.kilobits * 125;
    const conditions = { offline: false, latency: net.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', conditions);
  }
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const visit = { page, cdp, errors, close: () => context.close() };
  try {
    web.requests();
    await beforeLoad?.(page);
    await page.goto(web.origin + adapter.url(n), { waitUntil: 'domcontentloaded', timeout: TIMEOUT });
    const load = await within(TIMEOUT, () => page.evaluate(() => __bench.settled()));
    const metrics = await metricsOf(cdp);
    const requests = web.requests();
    const bytes = (some) => some.reduce((sum, request) => sum + request.bytes, 0);
    visit.load = {
      ...load,
      ...work(metrics),
      nodes: metrics.Nodes,
      requests: requests.length,
      bytes: bytes(requests),
      // Without the items.
      code: bytes(requests.filter(({ url }) => !/^\/data\/|catalog\.json$/.test(url))),
    };
    return visit;
  } catch (error) {
    await context.close().catch(() => {});
    throw new Error([error.message, ...errors].join(' | '));
  }
}

async function within(time, task) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page does not come to rest')), time);
  });
  return Promise.race([task(), late]).finally(() => clearTimeout(timer));
}

export async function metricsOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What the main thread has done since `before`, in ms. */
export function work(after, before) {
  const since = (name) => (after[name] - (before?.[name] ?? 0)) * 1000;
  return {
    task: since('TaskDuration'),
    script: since('ScriptDuration'),
    style: since('RecalcStyleDuration'),
    layout: since('LayoutDuration'),
  };
}
