// An application of Leptos with the component that the tool prints: compiled, bound by the project's wasm-bindgen, and served.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { post, printed } from './printed.mjs';
import { ROOT, run } from './run.mjs';

const MANIFEST = `[package]
name = "leptos-host"
version = "0.0.0"
edition = "2024"

[dependencies]
leptos = { version = "0.8", features = ["csr"] }
sandbox-explorer = { path = "${ROOT}", features = ["web"] }

[patch.crates-io]
wasm-streams = { path = "${ROOT}/xtask/stubs/wasm-streams" }

[workspace]
`;

const MAIN = `mod printed;

fn main() {
    leptos::mount::mount_to_body(printed::Explorer);
}
`;

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title></head>
  <body><script type="module" src="start.js"></script></body>
</html>
`;

/** The wasm-bindgen that \`cargo xtask\` has built, in the version of the lock file. */
async function bindgen() {
  const tools = join(ROOT, 'target/tools');
  const found = (await readdir(tools)).find((name) => name.startsWith('wasm-bindgen-'));
  if (!found) throw new Error('there is no wasm-bindgen in target/tools: cargo xtask dist builds it');
  return join(tools, found, 'bin/wasm-bindgen');
}

export async function leptos(host, directory) {
  const all = await printed('leptos', ['--scope', 'part=4', '--heading-level', '2', '--without-sort', '--published', '2024-09-05']);
  for (const path of ['src', 'dist']) await mkdir(join(directory, path), { recursive: true });
  const files = { 'Cargo.toml': MANIFEST, 'src/main.rs': MAIN, 'src/printed.rs': post(all), 'dist/index.html': PAGE };
  files['dist/start.js'] = "import init from './app.js';\n\nawait init();\n";
  // The versions that the project is tested with.
  files['Cargo.lock'] = await readFile(join(ROOT, 'examples/Cargo.lock'), 'utf8');
  for (const [path, text] of Object.entries(files)) await writeFile(join(directory, path), text);
  const target = join(ROOT, 'target');
  await run(['cargo', 'build', '--target', 'wasm32-unknown-unknown', '--target-dir', target], { cwd: directory });
  const wasm = join(target, 'wasm32-unknown-unknown/debug/leptos-host.wasm');
  await run([await bindgen(), '--target', 'web', '--no-typescript', '--out-name', 'app', '--out-dir', join(directory, 'dist'), wasm]);
  return { target: 'frameworks', module: 'leptos' };
}
