// The explorer's files, as the server sends them to this page.

/** A file: its status, type, bytes and text; or why there is none. */
export async function get(address) {
  const file = { address };
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    file.status = response.status;
    file.type = (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
    if (!response.ok) return file;
    file.bytes = await response.arrayBuffer();
    if (/\.m?js$/.test(new URL(address).pathname)) file.text = new TextDecoder().decode(file.bytes);
  } catch (error) {
    file.error = error;
    // Without permission, the browser tells only that it has come.
    if (new URL(address).origin != location.origin) {
      file.isForeign = await fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    }
  }
  return file;
}

const TYPES = { js: /(java|ecma)script$/, mjs: /(java|ecma)script$/, wasm: /^application\/wasm$/, txt: /^(?!text\/html)/, json: /^(?!text\/html)/ };

/** What is wrong with a file. */
export function judge({ address, status, type, error, isForeign }, found) {
  const { protocol, pathname } = new URL(address);
  const ending = pathname.split('.').pop();
  if (isForeign) found('cors', address);
  // A request that the policy forbids is told by the policy.
  else if (error) found(protocol == 'file:' ? 'unreachable' : 'missing', `${address}: ${error.message}`);
  else if (status >= 400) found('missing', `${address}: HTTP ${status}`);
  else if (type == 'text/html') found('missing', `${address}: ${type}`);
  else if (!(TYPES[ending] ?? /./).test(type)) found('mime', `${address}: ${type || '–'}`);
}

/** The hash of bytes, as in `integrity`. */
export async function digest(algorithm, bytes) {
  const names = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
  if (!names[algorithm]) return;
  const hash = new Uint8Array(await crypto.subtle.digest(names[algorithm], bytes));
  return `${algorithm}-${btoa(String.fromCharCode(...hash))}`;
}
