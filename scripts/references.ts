import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * `npm run references`: draws every sample bulletin anew into emails/references, which the test
 * beside that folder holds them to. Git then shows what looks other than before.
 */
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const test = ['--project', 'browser', 'emails/references.browser.test.ts'];
spawn(process.execPath, [vitest, 'run', '--config', 'scripts/vitest.config.ts', ...test], {
  stdio: 'inherit',
  env: { ...process.env, PANUI_REFERENCES: 'renew' },
}).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
