import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runDispatch } from '../src/delivery/dispatch/run-dispatch.ts';
import { exampleBulletin, writeExampleBulletin } from '../src/testing/sending/example-bulletin.ts';
import { testBed } from '../src/testing/sending/test-bed.ts';

const bed = testBed();
const program = fileURLToPath(new URL('panui.ts', import.meta.url));

function panui(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: {
      PANUI_DATA: bed.data,
      PANUI_OUT: join(bed.data, 'dist'),
      NODE_COMPILE_CACHE: join(tmpdir(), 'panui-compiled'),
    },
  });
  return { code: status, said: `${stdout}${stderr}` };
}

const again = ['send-again', '2026-05-08', '--audience', 'providers', '--by', 'Lead', '--reason'];
const failed = ['status', '2026-05-08', '--failed'];

/** Four people have it; 2 and 3 failed, and 3 left since. */
async function sent() {
  bed.provide();
  const { run } = await bed.prepare(4);
  expect(await runDispatch(run)).toBe('done');
  await writeExampleBulletin(join(bed.data, 'dist'), exampleBulletin());
  bed.store.change(
    `UPDATE deliveries SET delivery = 'bounced', delivery_at = '2026-05-08T02:00:00.000Z'
     WHERE position IN (2, 3)`,
  );
  bed.store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 3`);
}

describe('panui send-again', () => {
  it('names what failed, makes it ready once, and says what comes next', async () => {
    await sent();
    expect(panui(...failed)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "said": "2026-05-08 for providers
        p2@kura.example: bounced at 2pm, Friday 8 May 2026
        p3@kura.example: bounced at 2pm, Friday 8 May 2026; not on the list any more
      To send to who is on the list once more, run \`npm run -s panui -- send-again 2026-05-08 --audience providers --by NAME --reason TEXT\`.
      ",
      }
    `);
    expect(panui(...again, '')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "Expected --reason to have a value; found no value.
      Nothing was changed. For help: npm run -s panui -- send-again --help
      ",
      }
    `);
    expect(panui(...again, 'it rang', '--only', 'p3@kura.example')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "the dispatch of 2026-05-08 for providers
        Expected deliveries that failed, to people on the list, not sent again yet.
        Found 1 who said no, bounced for good or are not on the list.
        See them with \`npm run -s panui -- status 2026-05-08 --failed\`.

      1 problem. Nothing was changed.
      ",
      }
    `);
    expect(panui(...again, 'their server was down')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "said": "2026-05-08 for providers: 1 message is ready to be sent again. Nothing was sent yet.
      Left out, because they are not on the list: 1.
      To send, run \`npm run -s panui -- send 2026-05-08 --audience providers --via resend --expect 4\`.
      ",
      }
    `);
    expect(panui(...again, 'their server was down')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "the dispatch of 2026-05-08 for providers
        Expected one that is done.
        Found paused.
        Look at it with \`npm run -s panui -- status 2026-05-08\`.

      1 problem. Nothing was changed.
      ",
      }
    `);
  }, 60_000);

  it('says that nobody knows any more who failed, once people are counts', async () => {
    await sent();
    bed.store.change(`UPDATE dispatches SET finished_at = '2020-05-08T00:00:00.000Z'`);
    expect(panui('retention').code).toBe(0);
    expect(panui(...failed)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "said": "2026-05-08 for providers: nobody knows any more whom it did not reach, because its people are counts now. See the figures with \`npm run -s panui -- status 2026-05-08\`.
      ",
      }
    `);
    expect(panui(...again, 'their server was down')).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "the dispatch of 2026-05-08 for providers
        Expected one of which is still known who got it.
        Found one whose people are counts: it ended too long ago.
        See the figures with \`npm run -s panui -- status 2026-05-08\`.

      1 problem. Nothing was changed.
      ",
      }
    `);
  }, 60_000);
});
