// Where the main thread's time goes: time by kind of work, without the work inside it, from a trace of the browser.
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'disabled-by-default-v8.gc', '-*'];
/** `other` is what a task does outside any named event; during a load it is mostly code after a top-level await. */
export const KINDS = {
  'parse html': ['ParseHTML'],
  compile: ['v8.compile', 'v8.compileModule'],
  script: [
    'EvaluateScript',
    'v8.evaluateModule',
    'v8.callFunction',
    'FunctionCall',
    'RunMicrotasks',
    'EventDispatch',
    'FireAnimationFrame',
    'TimerFire',
  ],
  gc: ['MinorGC', 'MajorGC', 'V8.GCScavenger', 'BlinkGC.AtomicPhase', 'CppGC'],
  style: ['UpdateLayoutTree', 'RecalculateStyles'],
  layout: ['Layout'],
  paint: [
    'PrePaint',
    'Paint',
    'Layerize',
    'UpdateLayer',
    'UpdateLayerTree',
    'Commit',
    'CompositeLayers',
    'IntersectionObserverController',
  ],
  other: ['RunTask'],
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])));

export const start = (page) => page.tracing.start({ categories: CATEGORIES });

/** Traces a click on a tab, and then on "Clear all"; the page has loaded. */
export async function clicks(page) {
  const times = {};
  for (const [kind, value] of [['tab', 'Security'], ['clear']]) {
    const { x, y } = await page.evaluate((kind, value) => __bench.at(kind, value), kind, value);
    await start(page);
    await page.mouse.click(x, y);
    await page.evaluate(async () => {
      for (let i = 0; i < 6; i++) await __bench.idle();
    });
    times[kind] = await stop(page);
  }
  return times;
}

/** Ends the trace and sums it up. */
export async function stop(page) {
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const thread = mainThread(traceEvents);
  const events = traceEvents.filter((event) => event.ph === 'X' && threadOf(event) === thread && event.dur > 0);
  events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);

  const times = {};
  // Events in which the current one lies.
  const outer = [];
  const close = ({ kind, dur, inside }) => (times[kind] = (times[kind] ?? 0) + (dur - inside) / 1000);
  for (const { name, ts, dur } of events) {
    while (outer.length && outer.at(-1).end <= ts) close(outer.pop());
    const parent = outer.at(-1);
    if (parent) parent.inside += Math.min(dur, parent.end - ts);
    const kind = KIND_OF.get(name) ?? (/gc/i.test(name) ? 'gc' : (parent?.kind ?? 'other'));
    outer.push({ kind, dur, end: ts + dur, inside: 0 });
  }
  while (outer.length) close(outer.pop());
  return times;
}

const threadOf = ({ pid, tid }) => `${pid}:${tid}`;

/** The renderer's main thread that lays out most: there are several renderers. */
function mainThread(events) {
  const isMain = (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain';
  const layout = new Map(events.filter(isMain).map((event) => [threadOf(event), 0]));
  for (const event of events) {
    const thread = threadOf(event);
    if (['UpdateLayoutTree', 'Layout'].includes(event.name) && layout.has(thread)) {
      layout.set(thread, layout.get(thread) + (event.dur ?? 0));
    }
  }
  return [...layout].sort((a, b) => b[1] - a[1])[0][0];
}
