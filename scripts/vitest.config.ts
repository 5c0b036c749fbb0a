/// <reference types="vitest/config" />
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getViteConfig } from 'astro/config';

/*
 * All temporary folders of a run stand in one, which goes with the run: also those of tests that
 * failed and of programs that were killed.
 */
const temporary = mkdtempSync(join(tmpdir(), 'panui-tests-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** Tests of the store that run once more with its tables in PostgreSQL. */
const deliveryTests = [
  'src/delivery/{approval,dispatch,events,figures,ledger,lists,people,record,retention,signing-up,suppressions,trail}/**/*.test.ts',
];

/** Those that `npm test` takes: sending, being killed, restored backups, and who said no. `npm run test:postgres` takes all. */
const heart = [
  'src/delivery/dispatch/{kill,recognise-restored,schedules}.test.ts',
  'src/delivery/ledger/journal.test.ts',
  'src/delivery/suppressions/*.test.ts',
];

const onPostgres = (name: string, include: readonly string[], apart: readonly string[] = []) => ({
  extends: true as const,
  test: {
    name,
    setupFiles: 'src/content/reading/settings-site.ts',
    include: [...include],
    exclude: ['**/long-list.test.ts', 'node_modules', ...apart],
    globalSetup: 'src/testing/postgres/server.ts',
    testTimeout: 120_000,
  },
});

// Astro's own Vite set-up, so that tests render the same components as the build.
export default getViteConfig({
  test: {
    // Of two cores one would stand idle, and the run would take half as long again.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: 'src/content/reading/settings-site.ts',
          include: ['{emails,scripts,src}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'src/delivery/store/postgres/**', 'node_modules'],
          // Not those that use a browser, which unpacks itself once for all runs.
          env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary },
        },
      },
      onPostgres('postgres', [...heart, 'src/delivery/{moving,store/postgres}/*.test.ts']),
      onPostgres('postgres-more', deliveryTests, heart),
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{emails,scripts,src}/**/*.browser.test.ts'],
          setupFiles: 'src/content/reading/settings-site.ts',
          globalSetup: 'src/testing/built-site.ts',
        },
      },
    ],
  },
});
