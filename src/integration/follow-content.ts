import { sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { BadInput } from '../problems/problem.ts';
import type { HeldContent } from './content-source.ts';
import { documentList } from './document-modules.ts';

/** What following needs of Astro's server for development. */
export interface Following {
  folder: string;
  source: HeldContent;
  server: ViteDevServer;
  /** Has Astro's collections take over what was read. */
  refreshContent: () => Promise<void>;
  logger: Pick<AstroIntegrationLogger, 'error'>;
}

/* An editor may write a file in several steps. */
const pause = 30;

/**
 * Shows a document in the browser as soon as it is saved: watches the content folder, reads what has
 * changed, and says all that is wrong with it where the author looks, in the terminal and in the browser,
 * until it is mended.
 */
export function followContent({ folder, source, server, refreshContent, logger }: Following): void {
  const client = server.environments.client.hot;
  const follow = async () => {
    try {
      await source.refresh();
      await refreshContent();
      for (const { moduleGraph } of Object.values(server.environments)) {
        const list = moduleGraph.getModuleById(documentList);
        if (list) moduleGraph.invalidateModule(list);
      }
      client.send({ type: 'full-reload' });
    } catch (error) {
      // Nobody waits for this: whatever it fails of is said, and the next save tries again.
      const message = error instanceof Error ? error.message : String(error);
      const stack =
        error instanceof BadInput || !(error instanceof Error) ? '' : (error.stack ?? '');
      logger.error(message);
      client.send({ type: 'error', err: { message, stack, plugin: 'panui' } });
    }
  };
  let waiting: NodeJS.Timeout | undefined;
  server.watcher.add(folder);
  server.watcher.on('all', (_, file) => {
    if (!file.startsWith(folder + sep)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void follow(), pause);
  });
}
