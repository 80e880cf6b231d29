// Reads catalogs of the author's own: the glue of that program, started when it is first needed.
import init, { read as readCatalog } from 'glue:reader';
import { program } from 'program:reader';

let starting;

/** Fetches and checks the catalog at `address`; gives `{ packed, refused }`, or throws why there is nothing. */
export async function read(address) {
  try {
    await (starting ??= init({ module_or_path: await program() }));
  } catch (error) {
    // Forgotten, so that the next attempt asks the network again.
    starting = undefined;
    throw new Error(`sandbox-explorer.reader.wasm: ${error.message}`);
  }
  return readCatalog(address);
}
