import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { purposeOfBuild, showsDraftsIn, tellStarter } from '../building/build-report.ts';
import { refuseAllErrors } from '../checks/running/refuse-errors.ts';
import type { ContentSource } from '../content/site-content.ts';
import { readPublication } from '../content/reading/read-publication.ts';
import { unsavedVariable } from '../content/reading/kept-texts.ts';
import '../content/reading/settings-site.ts';
import { beginSiteFiles, type SiteFiles } from '../building/site-files.ts';
import { BadInput } from '../problems/problem.ts';
import { publication } from '../publication/site.ts';
import type { Settings } from '../settings/settings.ts';
import { tokensCss } from '../styles/tokens-css.ts';
import { holdContent } from './content-source.ts';
import { documentModules } from './document-modules.ts';
import { followContent } from './follow-content.ts';
import { followPath, followTyping } from './follow-typing.ts';
import { withoutStack } from './without-stack.ts';
import { searchModule, searchWhileDeveloping } from './search-while-developing.ts';

/**
 * Pānui as an integration of Astro: it reads the content folder once, gives it to Astro's collections,
 * serves its compiled documents, and leaves in a build all that stands beside the pages.
 */
export function panui(settings: Settings): AstroIntegration {
  const { content: folder, siteUrl } = settings;
  // Nobody publishes what `astro dev` shows, nor a build to look at. Every other build may be published.
  let showsDrafts = showsDraftsIn(purposeOfBuild());
  let unsaved: string | undefined;
  const source = holdContent(
    folder,
    () => showsDrafts,
    purposeOfBuild() === 'send' ? refuseAllErrors : undefined,
    () => unsaved,
  );
  let out = '';
  let siteFiles: SiteFiles | undefined;
  return {
    name: 'panui',
    hooks: {
      'astro:config:setup': async ({ updateConfig, command }) => {
        showsDrafts ||= command === 'dev';
        if (command === 'dev') unsaved = process.env[unsavedVariable];
        globalThis.panuiContent = source;
        await expectPublication(source);
        updateConfig({
          vite: {
            plugins: [
              tokensCss(siteUrl, () => readPublication(folder)),
              documentModules(folder, source),
              searchModule,
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        out = resolve(fileURLToPath(config.outDir));
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const search = searchWhileDeveloping(source);
        server.middlewares.use(search.path, (request, response, next) => {
          // Content that cannot be read is no reason for the server to end.
          search.answer(request, response, next).catch(next);
        });
        server.httpServer?.on('close', () => void search.end());
        if (unsaved !== undefined) server.middlewares.use(followPath, followTyping(source));
        followContent({
          folder,
          source,
          server,
          logger,
          refreshContent: async () => refreshContent?.({}),
        });
      },
      'astro:build:start': async () => {
        siteFiles = await beginSiteFiles(settings, await source.content(), out, purposeOfBuild());
      },
      'astro:build:done': async ({ logger }) => {
        const report = await siteFiles?.finish();
        if (!report) return;
        const { pages, words, entries } = report;
        logger.info(
          `${pages} pages; the search looks through ${words} words in ${entries} entries.`,
        );
        await tellStarter({ report });
      },
    },
  };
}

/* Styles and schemas are made of it before any content is read. */
async function expectPublication(source: ContentSource): Promise<void> {
  try {
    publication();
  } catch (error) {
    // Its faults are told with those of the documents.
    if (error instanceof BadInput) await source.content();
    withoutStack(error);
  }
}
