import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/*
 * Measures one part of Pānui: `npm run bench -- send`. Each file in scripts/bench/ that is named by
 * one word is a measurement; its default export does it, with the rest of the command line.
 */

const benchSchema = z.object({ default: z.custom<(line: readonly string[]) => Promise<void>>() });

const [name = '', ...rest] = process.argv.slice(2);
const names = readdirSync(fileURLToPath(new URL('bench', import.meta.url)))
  .filter((file) => /^[a-z]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

if (names.includes(name)) {
  const module: unknown = await import(`./bench/${name}.ts`);
  await benchSchema.parse({ ...Object(module) }).default(rest);
} else {
  process.stderr.write(
    `Expected what to measure: ${names.join(', ')}; found "${name}".\nExample: npm run bench -- ${names[0]}\n`,
  );
  process.exitCode = 2;
}
