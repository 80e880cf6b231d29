// Goes to .vitepress/, whose config takes it up: extends: sandboxExplorer(base). The files of dist/embed go to public/sandbox-explorer/.
export default function sandboxExplorer(base = '/') {
  return {
    head: [['script', { type: 'module', src: `${base}sandbox-explorer/sandbox-explorer.js` }]],
    vue: { template: { compilerOptions: { isCustomElement: (tag) => tag == 'sandbox-explorer' } } },
  };
}
