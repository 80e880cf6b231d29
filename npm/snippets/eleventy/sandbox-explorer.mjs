// Belongs next to eleventy.config.js, which adds it: config.addPlugin(sandboxExplorer). The files of dist/embed belong in
// sandbox-explorer/ there.
export default function sandboxExplorer(config) {
  config.addPassthroughCopy('sandbox-explorer');
  // Each tag on its own line, or Markdown treats them as text. A module runs once, even if a page contains its tag several times.
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
