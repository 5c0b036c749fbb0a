import process from 'node:process';
import '../src/content/reading/settings-site.ts';
import { UsageError } from './command-line/usage-error.ts';

/* Runs one benchmark: `npm run bench -- NAME [words]` calls the default export of the file of that name in `bench/`. */
const benchmarks: Record<string, () => Promise<{ default: (words: string[]) => Promise<void> }>> = {
  site: () => import('./bench/site.ts'),
  bulletins: () => import('./bench/bulletins.ts'),
  search: () => import('./bench/search.ts'),
  checks: () => import('./bench/checks.ts'),
  import: () => import('./bench/import.ts'),
  send: () => import('./bench/send.ts'),
  plan: () => import('./bench/plan.ts'),
  senders: () => import('./bench/senders.ts'),
  serve: () => import('./bench/serve.ts'),
  desk: () => import('./bench/desk.ts'),
  lighthouse: () => import('./bench/lighthouse.ts'),
};

const [name = '', ...words] = process.argv.slice(2);
const load = benchmarks[name];
if (load) {
  try {
    await (await load()).default(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
} else {
  console.error(
    `Expected a benchmark: ${Object.keys(benchmarks).join(', ')}; found "${name || 'nothing'}".`,
  );
  process.exitCode = 2;
}
