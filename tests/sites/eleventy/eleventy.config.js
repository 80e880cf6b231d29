// A site in a subdirectory, like many, with the snippet as its plugin.
import sandboxExplorer from './sandbox-explorer.mjs';

export default function (config) {
  config.addPlugin(sandboxExplorer);
}

export const config = { pathPrefix: '/blog/' };
