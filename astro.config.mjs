import { defineConfig } from 'astro/config';
import { readSettings } from './src/settings/settings.ts';
import { tokensCss } from './src/styles/tokens-css.ts';

const settings = readSettings();

export default defineConfig({
  site: settings.siteUrl,
  outDir: settings.out,
  trailingSlash: 'always',
  build: {
    // Styles in files of their own keep the Content-Security-Policy free of 'unsafe-inline'.
    inlineStylesheets: 'never',
    // While one page is being written, others are rendered.
    concurrency: 8,
  },
  // The toolbar writes attributes into every element, which strict MJML refuses.
  devToolbar: { enabled: false },
  vite: {
    plugins: [tokensCss(settings.siteUrl)],
    build: {
      // The folder is fresh, and the search index is being written into it.
      emptyOutDir: false,
      // No script within a page, however small: the Content-Security-Policy refuses it.
      assetsInlineLimit: 0,
      // Stands in the built site beside the index, not among our sources.
      rolldownOptions: { external: ['/pagefind/pagefind.js'] },
    },
  },
});
