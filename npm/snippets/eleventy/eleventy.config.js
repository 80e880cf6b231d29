// Belongs in eleventy.config.js.
import sandboxExplorer from './sandbox-explorer.mjs';

export default function (config) {
  config.addPlugin(sandboxExplorer);
}
