/**
 * Unpacks gzip from base64. Not with fetch('data:…'), which would need a connect-src in the page's policy.
 */
export function unzip(base64) {
  const zipped = Uint8Array.from(atob(base64), (character) => character.charCodeAt());
  const bytes = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(bytes).arrayBuffer();
}
