import { spawn } from 'node:child_process';
import { glob, readFile } from 'node:fs/promises';

/*
 * The tests that are worth running on each save: all but those whose file shows one of these signs of
 * a long time. Words after the command choose among them, as with Vitest: npm run test:quick -- calendar
 */
const signs = [
  { what: 'that need a browser', shows: (file: string) => file.endsWith('.browser.test.ts') },
  { what: 'that start programs', shows: has(/'node:child_process'/) },
  {
    what: 'that build the site or render every bulletin',
    shows: has(/buildSite|runAstro|sampleBulletins/),
  },
  { what: 'that start threads', shows: has(/startThreads/) },
  { what: 'that try hundreds of random cases', shows: has(/randomFrom|randomEdition/) },
];

function has(pattern: RegExp) {
  return (_: string, source: string) => pattern.test(source);
}

const quick: string[] = [];
const leftOut = new Map<string, string[]>();
for await (const file of glob('{emails,scripts,src}/**/*.test.ts')) {
  const source = await readFile(file, 'utf8');
  const sign = signs.find(({ shows }) => shows(file, source));
  if (sign) leftOut.set(sign.what, [...(leftOut.get(sign.what) ?? []), file]);
  else quick.push(file);
}

const words = process.argv.slice(2);
const chosen = quick.filter(
  (file) => words.length === 0 || words.some((word) => file.includes(word)),
);
const vitest = 'node_modules/vitest/vitest.mjs';
const line = ['run', '--config', 'scripts/vitest.config.ts', '--project', 'unit', ...chosen];
const code =
  chosen.length === 0
    ? 1
    : await new Promise<number>((resolve, reject) => {
        spawn(process.execPath, [vitest, ...line], { stdio: 'inherit' })
          .once('error', reject)
          .once('exit', (exit) => resolve(exit ?? 1));
      });
if (chosen.length === 0) console.error(`No quick test has "${words.join('" or "')}" in its path.`);
console.log('Left out; npm test runs them all:');
for (const { what } of signs) {
  const files = (leftOut.get(what) ?? []).toSorted();
  const named = files.map((file) => file.replace(/^.*\/|\.test\.ts$/g, '')).join(', ');
  const browser = what === signs[0]?.what;
  console.log(`  ${files.length} files ${what}${browser ? '' : `: ${named}`}`);
}
process.exitCode = code;
