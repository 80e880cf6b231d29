// The framework's own template, and the one line that every custom element needs in Vue.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag: string) => tag == 'sandbox-explorer';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
