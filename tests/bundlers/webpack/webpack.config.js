// As webpack comes: one entry, no loaders. index.html is copied by check.mjs, so as not to need a plugin for it.
export default {
  mode: 'production',
  entry: './main.js',
  output: { publicPath: 'auto' },
};
