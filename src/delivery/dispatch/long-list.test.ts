import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { emptyFolder } from '../../testing/sending/test-run.ts';

const program = fileURLToPath(
  new URL('../../testing/sending/long-list-worker.ts', import.meta.url),
);

/** Room for the program and some hundred people; a hundred thousand would take twice as much, or more. */
const megabytes = 16;

it('takes in and freezes a list that would not fit into the memory it is given', async () => {
  const order = JSON.stringify({ data: emptyFolder(), people: 100_000 });
  const limits = [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=1'];
  const { stdout } = await promisify(execFile)(process.execPath, [...limits, program, order]);
  expect(stdout).toBe('100000 imported\n100000 frozen\n');
}, 60_000);
