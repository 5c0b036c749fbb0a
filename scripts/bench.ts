import { glob } from 'node:fs/promises';
import { basename } from 'node:path';

/** Runs one benchmark: `node scripts/bench.ts search`. Each is a file in `scripts/bench`. */
const [name = ''] = process.argv.slice(2);
const files = await Array.fromAsync(glob('bench/*.ts', { cwd: import.meta.dirname }));
const names = files.map((file) => basename(file, '.ts')).toSorted();

if (names.includes(name)) {
  const { default: run }: { default: () => Promise<void> } = await import(`./bench/${name}.ts`);
  await run();
} else {
  console.error(`There is no benchmark "${name}". There are: ${names.join(', ')}.`);
  process.exitCode = 2;
}
