// Belongs in .vitepress/, whose config extends it: extends: sandboxExplorer(base). The files of dist/embed belong in
// public/sandbox-explorer/.
export default function sandboxExplorer(base = '/') {
  return {
    head: [['script', { type: 'module', src: `${base}sandbox-explorer/sandbox-explorer.js` }]],
    vue: { template: { compilerOptions: { isCustomElement: (tag) => tag == 'sandbox-explorer' } } },
  };
}
