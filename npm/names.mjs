// Shortens the names by which the program imports what the glue gives it, in both. wasm-bindgen makes them long and unlike each
// other (`__wbg_append_f73e35c7bae8fc1c`), which compression cannot help: 1.6 kB of brotli in the program, 1 kB in the glue.

const IMPORTS = 2;
const MODULE = './core_bg.js';

/** Reads a number in LEB128 at `at`; gives it and the place behind it. */
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

/** Where the description of an import ends that begins at `at`: its kind, and what that kind needs. */
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

/** Gives `{ program, glue }` with short names; the number of imports and their order stay. */
export function shorten(program, glue) {
  let at = 8;
  while (at < program.length) {
    const section = program[at];
    const [size, start] = number(program, at + 1);
    if (section === IMPORTS) return rewrite(program, glue, at, start, start + size);
    at = start + size;
  }
  throw new Error('names.mjs: the program imports nothing');
}

function rewrite(program, glue, section, start, end) {
  const text = (from, length) => Buffer.from(program.subarray(from, from + length)).toString();
  const short = new Map();
  const [count, first] = number(program, start);
  const out = [...leb(count)];
  let at = first;
  for (let n = 0; n < count; n++) {
    const [moduleLength, moduleAt] = number(program, at);
    const [nameLength, nameAt] = number(program, moduleAt + moduleLength);
    const module = text(moduleAt, moduleLength);
    const name = text(nameAt, nameLength);
    const next = behindKind(program, nameAt + nameLength);
    if (module !== MODULE) throw new Error(`names.mjs: import from "${module}"`);
    if (!short.has(name)) short.set(name, short.size.toString(36));
    const bytes = Buffer.from(short.get(name));
    out.push(1, 0x61, bytes.length, ...bytes, ...program.subarray(nameAt + nameLength, next));
    at = next;
  }
  if (at !== end) throw new Error('names.mjs: the imports end in the wrong place');

  for (const [name, now] of short) {
    const key = new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$&')}: `);
    if (!key.test(glue)) throw new Error(`names.mjs: the glue does not give ${name}`);
    glue = glue.replace(key, `'${now}': `);
  }
  glue = glue.replace(`"${MODULE}": `, '"a": ');
  return {
    glue,
    program: Buffer.concat([program.subarray(0, section), Buffer.from([IMPORTS, ...leb(out.length), ...out]), program.subarray(end)]),
  };
}
