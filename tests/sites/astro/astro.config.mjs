// A site below a path, as many are.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ base: '/blog/', integrations: [mdx()] });
