import { defineConfig } from 'astro/config';
import { hostingFiles } from './src/hosting/integration.ts';
import { searchIndex } from './src/search/integration.ts';
import { readSettings } from './src/settings.ts';
import { shareImages } from './src/share-images/integration.ts';
import { tokensCss } from './src/styles/tokens-css.ts';

const settings = readSettings();

export default defineConfig({
  site: settings.siteUrl,
  outDir: settings.out,
  trailingSlash: 'always',
  // Styles in files of their own keep the Content-Security-Policy free of 'unsafe-inline'.
  build: { inlineStylesheets: 'never' },
  // The toolbar writes attributes into every element, which strict MJML refuses.
  devToolbar: { enabled: false },
  integrations: [searchIndex(), shareImages(), hostingFiles()],
  vite: {
    plugins: [tokensCss()],
    build: {
      // No script within a page, however small: the Content-Security-Policy refuses it.
      assetsInlineLimit: 0,
      // Stands in the built site beside the index, not among our sources.
      rolldownOptions: { external: ['/pagefind/pagefind.js'] },
    },
  },
});
