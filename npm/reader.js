// Reads the author's own catalogs: the glue of the reader program, which starts when it is first needed.
import { make } from 'glue:reader';
import { program } from 'program:reader';

export const build = BUILD;

let reader;
const waiting = new Set();

// Rejects everybody who waits for a program that has died.
function died(error) {
  reader = undefined;
  for (const reject of waiting) reject(error);
  waiting.clear();
}

/** Fetches and checks the catalog at `address`, and calls `done` with its packed text; throws the reason if there is nothing to show. */
export async function read(address, done) {
  try {
    reader ??= make(died);
    await reader.init({ module_or_path: await program() });
  } catch (error) {
    // Forget it, so that the next attempt fetches it again.
    reader = undefined;
    throw error.cause ? error : new Error(`sandbox-explorer.reader.wasm: ${error.message}`);
  }
  const dead = new Promise((_, reject) => waiting.add(reject));
  return Promise.race([reader.read(address, done), dead]);
}
