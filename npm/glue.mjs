// What wasm-bindgen writes for every browser and every use, in the glue of its release. Browsers that have `light-dark()` have
// FinalizationRegistry, `encodeInto` and streaming compilation, and `core.js` passes the program, and makes a new glue
// after a failure.
//
// Each rewrite must find its place: another version of wasm-bindgen fails the build instead of shipping something half rewritten.

const REWRITES = [
  {
    // A closure, an `arguments` object and `apply` at every call that may throw, which are most calls of the DOM.
    what: 'a call that catches by a function',
    from: /function\(\) \{ return handleError\(function \(([^)]*)\) \{\n([\s\S]*?)\n\s*\}, arguments\); \}/g,
    to: 'function($1) { try {\n$2\n} catch (error) { thrown(error); } }',
  },
  {
    what: 'handleError',
    from: /function handleError\(f, args\) \{[\s\S]*?\n\}/,
    to: 'function thrown(error) {\n  wasm.__wbindgen_exn_store(addToExternrefTable0(error));\n}',
  },
  {
    what: 'browsers without FinalizationRegistry',
    from: /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{ register: \(\) => \{\}, unregister: \(\) => \{\} \}\s*: /g,
    to: '',
  },
  {
    what: 'browsers without encodeInto',
    from: /if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?\n\}\n/,
    to: '',
  },
  {
    what: 'strings that are passed without a way to make them longer',
    from: /if \(realloc === undefined\) \{[\s\S]*?\n {4}\}\n/,
    to: '',
  },
  {
    // Safari cannot decode more than 2 GB with one decoder. No page shows as much.
    what: 'a second decoder',
    from: /const MAX_SAFARI_DECODE_BYTES[\s\S]*?return (cachedTextDecoder\.decode\(bytes\);\n\})/,
    to: 'function decodeText(bytes) {\n    return $1',
  },
  {
    // Names of classes and attributes, and labels: half of the strings of a first view have been decoded before. The program's own data begins
    // where its stack ends, and strings in it never change. No more than these: a search cuts texts in ever new places.
    what: 'a string',
    from: /(function getStringFromWasm0\(ptr, len\) \{\n) {4}ptr = ptr >>> 0;\n {4}return (decodeText\(.*\));\n/,
    to: `const known = new Map();
$1  ptr >>>= 0;
  const key = ptr >= 0x100000 && ptr < wasm.__heap_base.value && len < 0x1000 && ptr * 0x1000 + len;
  let text = known.get(key);
  if (text == null) {
    text = $2;
    if (key && known.size < 0x1000) known.set(key, text);
  }
  return text;
`,
  },
  {
    what: 'memory that browsers detach without saying so',
    from: /cachedDataViewMemory0\.buffer\.detached === true \|\| \(cachedDataViewMemory0\.buffer\.detached === undefined && (cachedDataViewMemory0\.buffer !== wasm\.memory\.buffer)\)/,
    to: '$1',
  },
  {
    what: 'all ways to get a program',
    from: /async function __wbg_load\([\s\S]*?\n\}\n\nfunction initSync\([\s\S]*$/,
    to: `async function instance(program, imports) {
  program = await program;
  if (!(program instanceof Response)) return WebAssembly.instantiate(program, imports);
  try {
    return await WebAssembly.instantiateStreaming(program, imports);
  } catch (error) {
    if (program.headers.get('Content-Type') == 'application/wasm') throw error;
    console.warn('sandbox-explorer.wasm: starts later, because its MIME type is not application/wasm', error);
    return WebAssembly.instantiate(await program.arrayBuffer(), imports);
  }
}

let starting;
function __wbg_init({ module_or_path }) {
  return (starting ??= instance(module_or_path, __wbg_get_imports()).then(({ instance, module }) => __wbg_finalize_init(instance, module)));
}

export { __wbg_init as default };
`,
  },
];

/** The glue without what no supported browser and no call of ours needs. */
export const slim = (glue) =>
  REWRITES.reduce((text, { what, from, to }) => {
    if (text.search(from) < 0) throw new Error(`npm/glue.mjs: the glue of wasm-bindgen has changed: no ${what}`);
    return text.replace(from, to);
  }, glue);
