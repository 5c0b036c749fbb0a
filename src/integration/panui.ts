import type { AstroIntegration } from 'astro';
import type { Settings } from '../settings/settings.ts';
import { tokensCss } from '../styles/tokens-css.ts';
import { holdContent } from './content-source.ts';
import { documentModules } from './document-modules.ts';

/**
 * Pānui as an integration of Astro: it reads the content folder once, gives it to Astro's collections
 * and serves its compiled documents.
 */
export function panui({
  content,
  siteUrl,
}: Pick<Settings, 'content' | 'siteUrl'>): AstroIntegration {
  const source = holdContent(content);
  return {
    name: 'panui',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        globalThis.panuiContent = source;
        updateConfig({ vite: { plugins: [tokensCss(siteUrl), documentModules(content, source)] } });
      },
    },
  };
}
