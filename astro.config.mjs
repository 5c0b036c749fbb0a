import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { documentProcessor } from './src/integration/document-processor.ts';
import { editorSupport } from './src/editor-support/integration.ts';
import { panui } from './src/integration/panui.ts';
import { readSettings } from './src/settings/settings.ts';

const settings = readSettings();

export default defineConfig({
  site: settings.siteUrl,
  outDir: settings.out,
  trailingSlash: 'always',
  integrations: [
    panui(settings),
    mdx({ processor: documentProcessor(settings.content) }),
    editorSupport(),
  ],
  // Schemas of front matter, for editors, where `astro sync` leaves all that it makes.
  experimental: { contentIntellisense: true },
  build: {
    // Styles in files of their own keep the Content-Security-Policy free of 'unsafe-inline'.
    inlineStylesheets: 'never',
    // While one page is being written, others are rendered.
    concurrency: 8,
  },
  // The toolbar writes attributes into every element, which strict MJML refuses.
  devToolbar: { enabled: false },
  vite: {
    build: {
      // The folder is fresh, and the search index is being written into it.
      emptyOutDir: false,
      // No script within a page, however small: the Content-Security-Policy refuses it.
      assetsInlineLimit: 0,
    },
  },
});
