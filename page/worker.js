// Runs beside the page: reads lists and checks pages by the program `crates/worker`, and reports to src/page/web/helper.rs. The page starts it
// when a reader uses one of the two tools for the first time. It requests its own program, once, and nothing else; what it is given stays here.
import init, { check_page, import_list, most } from 'glue';

const ready = init({ module_or_path: new URL('worker_bg.wasm?' + BUILD, import.meta.url) });

// By the kind of what is asked.
const jobs = {
  // A file is read here, so that the page does not wait for it.
  async import({ file, text, name, wanted }, tell) {
    if (file?.size > most()) throw `larger than ${most() / 2 ** 20} MiB`;
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
    const [told, catalog, preview] = import_list(bytes, name, wanted, (line, of, entries) =>
      tell({ kind: 'progress', line, of, entries }),
    );
    return [{ ...told, catalog, preview }, [catalog.buffer]];
  },
  async check({ html, pasted, hashes }) {
    return [{ findings: check_page(html, pasted, hashes) }, []];
  },
};

onmessage = async ({ data }) => {
  const { kind, number } = data;
  const tell = (message, transfer = []) => postMessage({ number, ...message }, transfer);
  try {
    await ready;
  } catch (error) {
    return tell({ kind: 'failed', why: String(error) });
  }
  try {
    const [result, transfer] = await jobs[kind](data, tell);
    tell({ kind: 'done', ...result }, transfer);
  } catch (error) {
    // The program refuses by a text; an error is one of the file, or a panic.
    tell(typeof error == 'string' ? { kind: 'refused', why: error } : { kind: 'failed', why: String(error) });
  }
};
