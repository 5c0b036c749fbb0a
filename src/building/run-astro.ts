import { parseArgs } from 'node:util';
import { build } from 'astro';
import { BadInput } from '../problems/problem.ts';
import { tellStarter } from './build-report.ts';

/*
 * The process of one build: Astro with the configuration of the site, into a folder and with a cache of
 * its own. Problems of the content go to the process that started this one, which says them.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
  },
});
const { root = '.', out = 'dist', cache = 'node_modules/.astro' } = values;

try {
  await build({ root, outDir: out, cacheDir: cache, logLevel: 'error' });
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  await tellStarter({ problems: [...error.problems] });
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
