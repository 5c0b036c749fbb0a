import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../../src/testing/sending/test-run.ts';
import { keepCompanion } from './keep-companion.ts';

it('starts what stands beside serve again when it ends, says so, and stops it in the end', async () => {
  const data = emptyFolder();
  const file = join(data, 'companion.mjs');
  await writeFile(
    file,
    `import { existsSync, writeFileSync } from 'node:fs';
     const been = ${JSON.stringify(join(data, 'been'))};
     if (!existsSync(been)) { writeFileSync(been, ''); console.error('it broke'); process.exit(3); }
     console.log('here');
     process.on('message', (said) => console.log(said.word ?? said));
     process.on('message', (said) => said === 'stop' && process.disconnect());`,
  );
  const lines: string[] = [];
  const said = async (line: string) => {
    while (!lines.includes(line)) await new Promise((go) => setTimeout(go, 20));
  };
  const companion = keepCompanion((line) => void lines.push(line), file);
  await said('here');
  companion.tell({ word: 'kia ora' });
  await said('kia ora');
  await companion.stop();
  companion.tell({ word: 'nobody is there' });
  expect(lines).toMatchInlineSnapshot(`
    [
      "it broke",
      "The process beside serve that sends what is scheduled ended (code 3); it starts again in 1 s.",
      "here",
      "kia ora",
      "stop",
    ]
  `);
});
