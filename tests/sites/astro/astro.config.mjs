// A site in a subdirectory, like many.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ base: '/blog/', integrations: [mdx()] });
