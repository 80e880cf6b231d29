// As webpack comes: one entry, no loaders. index.html is copied by check.mjs, so as not to need a plugin for it.
export default {
  mode: 'production',
  entry: './main.js',
  output: { publicPath: 'auto' },
  // webpack warns of files over 244 KiB before compression, which the program with its data is.
  performance: { maxAssetSize: 288 * 1024 },
};
