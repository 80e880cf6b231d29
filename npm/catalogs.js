// The author's own catalogs (`src`) are read by a separate program, which only pages with a `src` load.
import { importReader } from 'reader';

/** Reads the catalog at `address`: calls `done` with its packed text, or with nothing and the reason. */
export async function read(address, done) {
  try {
    const reader = await importReader();
    const { packed, refused } = await reader.read(address);
    for (const line of refused) console.warn(`sandbox-explorer: ${address.slice(0, 80)}: ${line}`);
    done(packed);
  } catch (error) {
    const why = error.message ?? String(error);
    done(undefined, error.cause == 'corrupt' ? `${why}: damaged or mixed versions` : why);
  }
}
