import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runDispatch } from '../src/delivery/dispatch/run-dispatch.ts';
import { testBed } from '../src/testing/sending/test-bed.ts';

const bed = testBed();
const program = fileURLToPath(new URL('panui.ts', import.meta.url));

it('panui retention says what it would do, does it, and leaves what waits for a person', async () => {
  bed.provide({ impossible: (address) => address.startsWith('p1@') });
  const { run } = await bed.prepare(3, 1);
  expect(await runDispatch(run)).toBe('done');
  bed.store.change(`UPDATE dispatches SET finished_at = '2020-05-08T00:00:00.000Z'`);
  const panui = (line: string, environment: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...line.split(' ')], {
      encoding: 'utf8',
      env: {
        PANUI_DATA: bed.data,
        NODE_COMPILE_CACHE: join(tmpdir(), 'panui-compiled'),
        ...environment,
      },
    });
    return { code: status, said: `${stdout}${stderr}` };
  };
  expect(panui('retention --dry-run')).toMatchInlineSnapshot(`
    {
      "code": 1,
      "said": "2026-05-08 for providers, ended 8 May 2020: 3 people stay as they are; 1 message waits for a person: \`npm run -s panui -- resolve 2026-05-08 --audience providers\`.
    Nothing was changed.
    ",
    }
  `);
  bed.store.change(
    `UPDATE deliveries SET status = 'excluded', reason = 'left out by Lead' WHERE status = 'needs_person'`,
  );
  expect(panui('retention --dry-run')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "said": "2026-05-08 for providers, ended 8 May 2020: 3 people would become counts.
    Nothing was changed.
    ",
    }
  `);
  expect(panui('retention', { PANUI_NOW: '2027-05-09T09:00:00+12:00' })).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "PANUI_NOW: expected nothing when something is deleted; found a time.
    ",
    }
  `);
  expect(panui('retention')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "said": "2026-05-08 for providers, ended 8 May 2020: 3 people are counts now.
    The figures, the records and every no stay as they were.
    ",
    }
  `);
  expect(panui('retention', { PANUI_KEEP_DELIVERIES: '24' })).toMatchInlineSnapshot(`
    {
      "code": 0,
      "said": "No dispatch that ended 24 months ago or before still says who got it. Nothing to do.
    ",
    }
  `);
  expect(panui('retention', { PANUI_KEEP_DELIVERIES: '1' })).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "PANUI_KEEP_DELIVERIES: expected a number of months, at least 2; found "1".
    ",
    }
  `);
}, 60_000);
