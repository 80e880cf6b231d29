// Checks .github/workflows/*.yml with the language service of GitHub (the one of its editors: schema, contexts, expressions, needs), and what
// this project asks of them besides. `cargo xtask test workflows` runs it.
//
//   node tests/workflows/check.mjs [file…]
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const TOOLS = join(ROOT, 'xtask/node');
const tools = createRequire(join(TOOLS, 'package.json'));
const esbuild = tools('esbuild');

// The language service is published for bundlers only.
const bundled = join(ROOT, 'target/workflows.cjs');
await esbuild.build({
  stdin: {
    contents: `export { validate } from '@actions/languageservice';\nexport { TextDocument } from 'vscode-languageserver-textdocument';\nexport { parse } from 'yaml';`,
    resolveDir: TOOLS,
  },
  outfile: bundled,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { TextDocument, parse, validate } = tools(bundled);

// What installs the rest, where nothing is there yet.
const SET_UP = [/^apt-get -qq (update|install --yes --no-install-recommends [a-z0-9 -]+)$/, /^git config --global --add safe\.directory '\*'$/];
const commands = new Set(
  [...(await readFile(join(ROOT, 'xtask/src/main.rs'), 'utf8')).matchAll(/^  ([a-z-]+)(?: \S.*?)? {2,}\S/gm)].map((match) => match[1]),
);

/** Everything that is wrong with a workflow, as lines. */
async function faults(path) {
  const text = await readFile(path, 'utf8');
  const name = relative(ROOT, path);
  const document = TextDocument.create(`file:///${name}`, 'yaml', 0, text);
  const wrong = (await validate(document)).map(({ range, message }) => `${name}:${range.start.line + 1}: ${message}`);
  const say = (message) => wrong.push(`${name}: ${message}`);
  let workflow;
  try {
    workflow = parse(text) ?? {};
  } catch (error) {
    say(error.message);
    return wrong;
  }
  // Whoever adds a step that needs more says so in its job.
  if (workflow.permissions?.contents != 'read' || Object.keys(workflow.permissions).length != 1) say('permissions of the workflow are more than contents: read');
  for (const [id, job] of Object.entries(workflow.jobs ?? {})) {
    if (!job.uses && !job['timeout-minutes']) say(`${id} has no timeout-minutes`);
    for (const step of job.steps ?? []) {
      // A tag may be moved, a commit not. The comment says which version it is.
      if (step.uses && !/@[0-9a-f]{40}$/.test(step.uses)) say(`${id}: ${step.uses} is not pinned to a commit`);
      if (step.uses && !text.includes(`${step.uses} # v`)) say(`${id}: ${step.uses} has no comment with its version`);
      for (const line of step.run?.trim().split('\n') ?? []) {
        const own = line.match(/^cargo xtask ([a-z-]+)/)?.[1];
        if (own ? !commands.has(own) : !SET_UP.some((allowed) => allowed.test(line))) say(`${id}: \`${line}\` is not a command of this project`);
      }
    }
  }
  return wrong;
}

// First the check itself: a workflow with one fault of each kind.
const expected = JSON.parse(await readFile(join(HERE, 'wrong.json'), 'utf8'));
const found = await faults(join(HERE, 'wrong.yml'));
const missed = expected.filter((part) => !found.some((line) => line.includes(part)));
if (missed.length || found.length != expected.length) {
  console.error(`tests/workflows/wrong.yml: not found: ${missed.join('; ')}\nfound:\n${found.join('\n')}`);
  process.exit(1);
}

const directory = join(ROOT, '.github/workflows');
const given = process.argv.slice(2).map((path) => resolve(path));
const files = given.length ? given : (await readdir(directory)).map((name) => join(directory, name));
const wrong = (await Promise.all(files.map(faults))).flat();
if (wrong.length || !files.length) {
  console.error(wrong.join('\n') || 'no workflows');
  process.exit(1);
}
console.log(`${files.length} workflows are right`);
