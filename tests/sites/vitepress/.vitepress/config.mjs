// A site in a subdirectory, like many, with the snippet as its base configuration.
import { defineConfig } from 'vitepress';
import sandboxExplorer from './sandbox-explorer.mjs';

export default defineConfig({ base: '/blog/', title: 'A blog', extends: sandboxExplorer('/blog/') });
