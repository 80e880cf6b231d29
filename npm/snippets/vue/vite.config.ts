// Belongs in vite.config.ts: the tag is no component of Vue.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag == 'sandbox-explorer' } } })],
});
