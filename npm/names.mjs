// Shortens the names of the imports and exports that program and glue share, in both. wasm-bindgen's names are long and unlike each
// other (`__wbg_append_f73e35c7bae8fc1c`), so compression cannot help: they cost 2 kB of brotli in the program, 1.4 kB in the glue.
//
// Long names also prevent mixing glue and program of different builds; short ones would not, because `3` is another function there. So
// the module name of all imports is the program's hash, and no program starts with the glue of another.
//
// Binaryen's own `wasm-opt --minify-imports-and-exports-and-modules` calls every module `a`: anything links with anything. Measured in one
// run with -Oz, after brotli, program and glue together: 99 bytes more than ours, 336 more with an import named by the hash that wasm-merge
// adds, and the chunk 124 more. Renaming the text form (wasm-dis) before -Oz: 177 more.
import { createHash } from 'node:crypto';

const IMPORTS = 2;
const EXPORTS = 7;

/** Reads a LEB128 number at `at`; returns it and the position after it. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}

/** Reads a name at `at`; returns it and the position after it. */
function name(bytes, at) {
  const [length, start] = number(bytes, at);
  return [Buffer.from(bytes.subarray(start, start + length)).toString(), start + length];
}

/** The position after the description of an import that begins at `at`: its kind, and the data of that kind. */
function behindKind(bytes, at) {
  const limits = (at) => {
    const has = bytes[at];
    [, at] = number(bytes, at + 1);
    return has & 1 ? number(bytes, at)[1] : at;
  };
  switch (bytes[at++]) {
    case 0:
      return number(bytes, at)[1];
    case 1:
      return limits(at + 1);
    case 2:
      return limits(at);
    case 3:
      return at + 2;
    default:
      throw new Error('names.mjs: an import of a kind that it does not know');
  }
}

/** Returns a function that assigns each name the next short one. */
function shortNames() {
  const short = new Map();
  return (name) => {
    if (!short.has(name)) short.set(name, short.size.toString(36));
    return short.get(name);
  };
}

const withLength = (text) => [text.length, ...Buffer.from(text)];

/** The imports, all from `now` instead of `from`, with the names that `rename(name)` returns. */
function imports(bytes, from, now, rename) {
  let [count, at] = number(bytes, 0);
  const out = [...leb(count)];
  while (count--) {
    const [module, nameAt] = name(bytes, at);
    const [long, kindAt] = name(bytes, nameAt);
    if (module !== from) throw new Error(`names.mjs: import from "${module}"`);
    at = behindKind(bytes, kindAt);
    out.push(...withLength(now), ...withLength(rename(long)), ...bytes.subarray(kindAt, at));
  }
  return out;
}

/** The exports with short names; those for which `rename(name, now)` returns false are left out. */
function exports(bytes, rename) {
  const short = shortNames();
  let [count, at] = number(bytes, 0);
  const out = [];
  let kept = 0;
  while (count--) {
    const [long, kindAt] = name(bytes, at);
    at = number(bytes, kindAt + 1)[1];
    if (!rename(long, '_' + short(long))) continue;
    out.push(...withLength('_' + short(long)), ...bytes.subarray(kindAt, at));
    kept++;
  }
  return [...leb(kept), ...out];
}

const whole = (name) => name.replace(/\$/g, '\\$&') + '(?![\\w$])';

/** A module with replaced sections: `rewrites` maps a section number to a function from the old content to the new. */
function rewritten(module, rewrites) {
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    const end = start + size;
    const section = module[at];
    if (rewrites[section]) {
      const out = rewrites[section](module.subarray(start, end));
      parts.push(Buffer.from([section, ...leb(out.length), ...out]));
    } else parts.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The module with a custom section of this name, which the browser returns on request. */
export function withSection(module, title, bytes) {
  const body = Buffer.concat([Buffer.from(withLength(title)), bytes]);
  return Buffer.concat([module, Buffer.from([0, ...leb(body.length)]), body]);
}

/** An object with the same keys and other values. */
export const mapped = (object, to) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value, key)]));

// The module name that wasm-split gives to the imports of the chunks.
const PROGRAM = '__wasm_split';

/** The imports of chunks: names of exports of their program, each once. */
export const shared = (chunks) => {
  const names = chunks.flatMap((chunk) => WebAssembly.Module.imports(new WebAssembly.Module(chunk)).map(({ name }) => name));
  return [...new Set(names)];
};

/**
 * Returns `{ program, glue, chunks }` with short names; all imports of the program come from `from`; their number and order stay. The
 * chunks, by their names, import from the same name as the program: they do not start with another one either.
 */
export function shorten(program, glue, from, chunks) {
  // The hash of the original program, and of the glue that uses its names: the renamed program contains the hash itself.
  const hash = createHash('sha256').update(program).update(glue);
  for (const chunk of Object.values(chunks)) hash.update(chunk);
  const now = hash.digest('hex').slice(0, 6);
  const short = shortNames();
  const give = (long) => {
    const key = new RegExp(`(?<![\\w$])${whole(long)}: `);
    if (!key.test(glue)) throw new Error(`names.mjs: the glue does not give ${long}`);
    glue = glue.replace(key, `'${short(long)}': `);
    return short(long);
  };
  const take = (long, now) => {
    const before = glue;
    glue = glue.replace(new RegExp(`(?<![\\w$.])wasm\\.${whole(long)}`, 'g'), `wasm.${now}`);
    return glue !== before;
  };
  return {
    program: rewritten(program, {
      [IMPORTS]: (bytes) => imports(bytes, from, now, give),
      [EXPORTS]: (bytes) => exports(bytes, take),
    }),
    chunks: mapped(chunks, (chunk) => rewritten(chunk, { [IMPORTS]: (bytes) => imports(bytes, PROGRAM, now, (name) => name) })),
    glue: glue.replace(`"${from}": `, `"${now}": `).replace(`${PROGRAM}: `, `"${now}": `),
  };
}
