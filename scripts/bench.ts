import process from 'node:process';
import '../src/content/reading/settings-site.ts';

/* Runs one benchmark: `npm run bench -- NAME [words]` calls the default export of the file of that name in `bench/`. */
const benchmarks: Record<string, () => Promise<{ default: (words: string[]) => Promise<void> }>> = {
  site: () => import('./bench/site.ts'),
  bulletins: () => import('./bench/bulletins.ts'),
  search: () => import('./bench/search.ts'),
  checks: () => import('./bench/checks.ts'),
  import: () => import('./bench/import.ts'),
  send: () => import('./bench/send.ts'),
  senders: () => import('./bench/senders.ts'),
  serve: () => import('./bench/serve.ts'),
  desk: () => import('./bench/desk.ts'),
  lighthouse: () => import('./bench/lighthouse.ts'),
};

const [name = '', ...words] = process.argv.slice(2);
const load = benchmarks[name];
if (load) await (await load()).default(words);
else {
  console.error(
    `Expected a benchmark: ${Object.keys(benchmarks).join(', ')}; found "${name || 'nothing'}".`,
  );
  process.exitCode = 2;
}
