// Real mouse and key input, measured from the event to the end of the frame that shows the right result.
import { metricsOf, work } from './browser.mjs';
import { CATEGORIES, generate, LANGUAGES, LICENCES, pick, random } from './gen.mjs';
import { model } from './model.mjs';

const models = new Map();
function modelOf(n) {
  if (!models.has(n)) models.set(n, model(generate(n)));
  return models.get(n);
}

/** Tab, clear, facet, clear, a key, another key, clear, order: each from the full list, which is the worst case; so many times. */
export async function interact({ page, cdp, errors }, adapter, n, repetitions, seed) {
  const expect = modelOf(n);
  const next = random(seed);
  const operations = [];
  const state = { category: '', languages: new Set(), licences: new Set(), letters: '', sort: 'stars' };

  const measure = async (kind, send) => {
    const want = expect(state, adapter.search);
    await page.evaluate((want) => __bench.arm(want), want);
    const before = await metricsOf(cdp);
    await send();
    const result = await page.evaluate(() => __bench.done());
    if (result.wrong) throw new Error(`wrong result of ${kind}: ${[JSON.stringify(result.wrong), ...errors].join(' | ')}`);
    operations.push({ kind, ...result, ...work(await metricsOf(cdp), before) });
  };
  const click = async (kind, control, value) => {
    const point = await page.evaluate((control, value) => __bench.at(control, value), control, value);
    if (!point) throw new Error(`no ${control} ${value ?? ''}`);
    await page.mouse.move(point.x, point.y);
    await page.evaluate(() => __bench.idle());
    await measure(kind, () => page.mouse.click(point.x, point.y));
  };
  const clear = async () => {
    Object.assign(state, { category: '', languages: new Set(), licences: new Set(), letters: '' });
    await click('clear', 'clear');
  };
  const key = async (letter) => {
    await page.evaluate(() => __bench.focus('search'));
    state.letters += letter;
    await measure('key', () => page.keyboard.press(letter));
  };
  const order = async () => {
    state.sort = state.sort === 'stars' ? 'name' : 'stars';
    const steps = await page.evaluate((pattern) => __bench.stepsTo(pattern), adapter.sortBy[state.sort]);
    if (!steps) throw new Error(`no order by ${state.sort}`);
    await page.evaluate(() => __bench.focus('sort'));
    const arrow = steps > 0 ? 'ArrowDown' : 'ArrowUp';
    for (let i = 1; i < Math.abs(steps); i++) {
      await page.keyboard.press(arrow);
      await page.evaluate(() => __bench.idle());
    }
    await measure('sort', () => page.keyboard.press(arrow));
  };

  const { tabs, boxes } = await page.evaluate(() => __bench.options());
  const categories = CATEGORIES.filter((category) => tabs.includes(category));
  const ofFacet = (facet, values) => values.map((value) => [facet, value]);
  const facets = [...ofFacet('languages', LANGUAGES), ...ofFacet('licences', LICENCES)].filter(([, value]) =>
    boxes.includes(value),
  );
  if (categories.length < 5 || facets.length < 8) throw new Error(`few options: ${[...tabs, ...boxes].join(', ')}`);

  for (let i = 0; i < repetitions; i++) {
    state.category = pick(next, categories);
    await click('tab', 'tab', state.category);
    await clear();
    const [facet, value] = pick(next, facets);
    state[facet] = new Set([value]);
    await click('facet', 'check', value);
    await clear();
    await key(pick(next, 'bdfgklmnprstvz'));
    await key(pick(next, 'aeiou'));
    await clear();
    await order();
  }
  // The handlers of all events of the gesture, with their microtasks.
  const events = await page.evaluate(() => __bench.events());
  for (const operation of operations) {
    const own = events.filter(([start]) => start >= operation.start - 1 && start <= operation.start + operation.paint);
    operation.handlers = own.length ? own.reduce((sum, [, duration]) => sum + duration, 0) : null;
  }
  return operations;
}
