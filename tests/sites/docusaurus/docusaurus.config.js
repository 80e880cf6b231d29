// A site in a subdirectory, like many, with the blog as its start page.
export default {
  title: 'A blog',
  url: 'https://blog.example',
  baseUrl: '/blog/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  plugins: [['@docusaurus/plugin-content-blog', { routeBasePath: '/' }]],
  themes: ['@docusaurus/theme-classic'],
};
