// Goes beside eleventy.config.js, which adds it: config.addPlugin(sandboxExplorer). The files of dist/embed go to sandbox-explorer/ there.
export default function sandboxExplorer(config) {
  config.addPassthroughCopy('sandbox-explorer');
  // Each tag on lines of its own, or Markdown takes them for text. A module runs once, however often its tag stands in a page.
  config.addPairedShortcode(
    'sandboxExplorer',
    (fallback, attributes = '') => `
<script type="module" src="${config.getFilter('url')('/sandbox-explorer/sandbox-explorer.js')}"></script>
<sandbox-explorer ${attributes}>
${fallback.trim()}
</sandbox-explorer>
`,
  );
}
