// The explorer side by side with other ways to show the same cards: `cargo xtask bench`, or, with dist/ in place,
//
//   node tests/bench/main.mjs [options]
//
// README.md tells what is compared and measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import peers from './adapters/peers.mjs';
import product from './adapters/product.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { printLimits } from './limits.mjs';
import { RESULTS, SIZES } from './place.mjs';
import { printDetails, printLeak, printReadme, printTrace } from './report.mjs';
import { run } from './run.mjs';

const HELP = `\
options:
  --quick             one round
  --rounds <number>   this many rounds
  --only <names>      these implementations, separated by commas
  --n <numbers>       these numbers of items, of ${SIZES.join(',')}
  --throttle          also with a processor throttled 4 ×
  --leak              instead: what 800 operations at 2,400 leave behind
  --trace             instead: where the main thread's time goes at 2,400
  --check             fail unless all limits hold (with --leak: unless memory is flat)
  --as-is             use dist/ as it is (only \`cargo xtask bench\` would build it)
PRODUCT_DIST: other files than dist/embed; CHROME: another Chromium`;

const ALL = [...product, ...peers];

function options() {
  const flags = ['quick', 'throttle', 'leak', 'trace', 'check', 'as-is', 'help'];
  const texts = ['rounds', 'only', 'n'];
  const typed = (names, type) => names.map((name) => [name, { type }]);
  const { values } = parseArgs({ options: Object.fromEntries([...typed(flags, 'boolean'), ...typed(texts, 'string')]) });

  const list = (text, known) => {
    const names = text?.split(',') ?? known;
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length) throw new Error(`no ${unknown.join(', ')}; there are ${known.join(', ')}`);
    return names;
  };
  const rounds = values.quick ? 1 : values.rounds && Number(values.rounds);
  if (rounds !== undefined && !(rounds >= 1)) throw new Error(`no number of rounds: ${values.rounds}`);
  const others = ['leak', 'trace'].filter((phase) => values[phase]);
  return {
    help: values.help,
    check: values.check,
    names: list(
      values.only,
      ALL.map(({ name }) => name),
    ),
    rounds,
    // Leaks and traces are looked for at 2,400 only.
    sizes: others.length ? [2400] : list(values.n, SIZES.map(String)).map(Number),
    phases: others.length ? others : ['load', 'net', ...(values.throttle ? ['throttle'] : [])],
  };
}

async function main() {
  const { help, check, names, rounds, sizes, phases } = options();
  if (help) return console.log(HELP);
  const adapters = ALL.filter(({ name }) => names.includes(name));
  install();
  await build(adapters);
  const measured = await run(adapters, { sizes, phases, rounds });
  process.stderr.write('\r\x1b[K');

  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${new Date().toISOString().replaceAll(':', '.')}.json`);
  writeFileSync(file, JSON.stringify(measured));
  const { rows, chromium } = measured;
  console.log(`${chromium}; all figures: ${file}`);

  printDetails(rows);
  printTrace(rows);
  const isFlat = printLeak(rows);
  console.log();
  const holds = phases.includes('load') ? printLimits(rows) : true;
  if (phases.includes('load')) printReadme(rows);

  const failed = rows.filter((row) => row.error);
  for (const { phase, name, n, round, error } of failed)
    console.error(`failed: ${phase} ${name} ${n}, round ${round + 1}: ${error}`);
  // Wrong results are worse than slow ones.
  if (failed.length || (check && !(holds && isFlat))) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
