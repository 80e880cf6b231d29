// Reads catalogs of the author's own: the glue of that program, started when it is first needed.
import { make } from 'glue:reader';
import { program } from 'program:reader';

export const build = BUILD;

let reader;
const waiting = new Set();

// Whoever waits for a program that has died is told so.
function died(error) {
  reader = undefined;
  for (const reject of waiting) reject(error);
  waiting.clear();
}

/** Fetches and checks the catalog at `address`; gives `{ packed, refused }`, or throws why there is nothing. */
export async function read(address) {
  try {
    reader ??= make(died);
    await reader.init({ module_or_path: await program() });
  } catch (error) {
    // Forgotten, so that the next attempt asks the network again.
    reader = undefined;
    throw error.cause ? error : new Error(`sandbox-explorer.reader.wasm: ${error.message}`);
  }
  const dead = new Promise((_, reject) => waiting.add(reject));
  return Promise.race([reader.read(address), dead]);
}
