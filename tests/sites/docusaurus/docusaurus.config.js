// A site below a path, as many are, whose start page is the blog.
export default {
  title: 'A blog',
  url: 'https://blog.example',
  baseUrl: '/blog/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  plugins: [['@docusaurus/plugin-content-blog', { routeBasePath: '/' }]],
  themes: ['@docusaurus/theme-classic'],
};
