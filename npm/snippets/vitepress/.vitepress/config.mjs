// Belongs in .vitepress/config.mjs; for a site below a path, give its base: sandboxExplorer('/blog/').
import { defineConfig } from 'vitepress';
import sandboxExplorer from './sandbox-explorer.mjs';

export default defineConfig({ extends: sandboxExplorer('/') });
