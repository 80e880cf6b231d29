// Belongs in scripts/; the files of dist/embed belong in source/sandbox-explorer/. A module runs once, even if a page contains its tag
// several times.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const quoted = (value) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

hexo.extend.tag.register(
  'sandbox_explorer',
  (words, links) => {
    const { fallback, ...attributes } = Object.fromEntries(words.map((word) => word.split(/=(.*)/s)));
    const script = hexo.extend.helper.get('url_for').call(hexo, '/sandbox-explorer/sandbox-explorer.js');
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}=${quoted(value ?? '')}`);
    return `<script type="module" src="${script}"></script>
<sandbox-explorer${written.join('')}>
${fallback ? readFileSync(join(hexo.base_dir, fallback), 'utf8') : links}
</sandbox-explorer>`;
  },
  { ends: true },
);
