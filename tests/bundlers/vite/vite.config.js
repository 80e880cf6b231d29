// Vite's defaults; only the addresses are relative, so that the site can be served from any
// directory.
export default { base: './' };
