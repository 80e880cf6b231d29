// webpack's defaults: one entry, no loaders. check.mjs copies index.html, so no plugin is needed for it.
export default {
  mode: 'production',
  entry: './main.js',
  output: { publicPath: 'auto' },
  // webpack warns about files over 244 KiB before compression; the program with its data is larger.
  performance: { maxAssetSize: 288 * 1024 },
};
