import { openStore } from '../../src/delivery/store/open-store.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frozenDispatch } from '../../src/testing/sending/test-run.ts';
import {
  examplePayload,
  exampleSecret,
  signatureOf,
} from '../../src/testing/sending/example-event.ts';
import {
  exampleBulletin,
  writeExampleBulletin,
} from '../../src/testing/sending/example-bulletin.ts';
import { listRecipients } from '../../src/delivery/lists/list-recipients.ts';

let folder: string;
let token: string;
let children: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-serve-'));
  children = [];
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist/index.html'), '<h1>Kia ora</h1>');
  await writeExampleBulletin(join(folder, 'dist'), exampleBulletin());
  const store = openStore({ data: join(folder, 'data') });
  await frozenDispatch(store, 3, new Date());
  token = [...listRecipients(store, 'providers')].flat()[0]?.token ?? '';
  store.close();
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function panui(line: string[], more: Record<string, string> = {}) {
  const env = { PANUI_OUT: join(folder, 'dist'), PANUI_DATA: join(folder, 'data'), ...more };
  const child = spawn(process.execPath, ['scripts/panui.ts', ...line], { env });
  children.push(child);
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => (said.text += String(part)));
  }
  const closed = once(child, 'close').then(([code]) => Number(code));
  const until = async (words: RegExp) => {
    while (!words.test(said.text)) {
      await Promise.race([once(child.stdout, 'data'), closed]);
      if (child.exitCode !== null) break;
    }
    return said.text;
  };
  return { child, said, closed, until };
}

const withoutNumbers = (text: string) =>
  text.replaceAll(/localhost:\d+/g, 'localhost:PORT').replaceAll(folder, 'FOLDER');

describe('panui serve', () => {
  it('serves site, unsubscribing, preferences and reports on one port, and stops in good order', async () => {
    const served = panui(['serve', '--port', '0'], { RESEND_WEBHOOK_SECRET: exampleSecret });
    const text = await served.until(/Ctrl-C/);
    expect(withoutNumbers(text)).toMatchInlineSnapshot(`
      "Serving http://localhost:PORT/
      Reports of the provider are taken at http://localhost:PORT/webhooks/resend
      Scheduled dispatches are not sent from here: RESEND_API_KEY is not set.
      The site is not built anew each day: it was built by an earlier version; build it once more.
      People sign up at http://localhost:PORT/sign-up; mails to them go into the outbox, because RESEND_API_KEY is not set or the address is not https.
      Press Ctrl-C to stop.
      "
    `);
    const url = /Serving (\S+)\//.exec(text)?.[1] ?? '';
    expect(await (await fetch(`${url}/`)).text()).toBe('<h1>Kia ora</h1>');
    expect((await fetch(`${url}/preferences/${token}`)).status).toBe(200);
    const body = JSON.stringify(
      examplePayload({ type: 'email.delivered', delivery: '1-2', to: 'p2@kura.example' }),
    );
    const report = await fetch(`${url}/webhooks/resend`, {
      method: 'POST',
      headers: signatureOf(body, 'msg_1', new Date()),
      body,
    });
    expect(report.status).toBe(200);
    const left = await fetch(`${url}/unsubscribe/${token}`, { method: 'POST' });
    expect(left.status).toBe(200);
    const { until, closed: ended } = panui(['status']);
    expect(await until(/Delivery.*\n/)).toContain('  Delivery   1 delivered\n');
    expect(await ended).toBe(0);
    const shown = panui(['lists', 'show', 'p2@kura.example']);
    expect(await shown.closed).toBe(0);
    expect(shown.said.text).toMatchInlineSnapshot(`
      "address: p2@kura.example
      known since: 1pm, 1 January 2026
      Lists
        list: providers; status: subscribed; reason: import; since: 1pm, 1 January 2026; wants: every
      Bulletins
        edition: 8 May 2026; audience: providers; status: pending; reported: delivered; reported at: 9:10pm, 8 May 2026
      Reports by the provider
        edition: 8 May 2026; audience: providers; state: delivered; message: 49a3999c-0ce1-4ea6-ab68-afcd6dc2e794; at: 9:10pm, 8 May 2026
      "
    `);
    served.child.kill('SIGTERM');
    expect(await served.closed).toBe(0);
    expect(served.said.text).toContain('Stopping: requests in flight are answered first.');
    expect(served.said.text).not.toContain('@');
  });

  it('counts the reports that it refuses, and says in its log and in status what to do', async () => {
    const served = panui(['serve', '--port', '0'], { RESEND_WEBHOOK_SECRET: exampleSecret });
    const url = /Serving (\S+)\//.exec(await served.until(/Ctrl-C/))?.[1] ?? '';
    const body = JSON.stringify(
      examplePayload({ type: 'email.delivered', delivery: '1-2', to: 'p2@kura.example' }),
    );
    const other = `whsec_${Buffer.from('a secret of somebody else').toString('base64')}`;
    const report = async (headers: Record<string, string>) =>
      (await fetch(`${url}/webhooks/resend`, { method: 'POST', headers, body })).status;
    const late = new Date(Date.now() - 6 * 60_000);
    expect(await report(signatureOf(body, 'msg_1', new Date(), other))).toBe(401);
    expect(await report(signatureOf(body, 'msg_2', new Date(), other))).toBe(401);
    expect(await report(signatureOf(body, 'msg_3', late))).toBe(401);
    served.child.kill('SIGTERM');
    expect(await served.closed).toBe(0);
    expect(served.said.text.match(/A report was refused.*/g)).toMatchInlineSnapshot(`
      [
        "A report was refused: it is not signed with RESEND_WEBHOOK_SECRET. \`status\` counts them and says what to do.",
        "A report was refused: its time is more than five minutes from the clock of this machine. \`status\` counts them and says what to do.",
      ]
    `);
    const status = panui(['status']);
    expect(await status.closed).toBe(1);
    expect(
      status.said.text
        .match(/^\d reports? w.*/gm)
        ?.map((line) => line.replaceAll(/\d+:?\d*[ap]m, \w+ \d+ \w+ \d+/g, 'TIME')),
    ).toMatchInlineSnapshot(`
      [
        "1 report was refused since TIME, the last at TIME, and none has come through since: the clock of this machine is 6 minutes ahead of the provider's. Set the clock right, and keep it so (NTP). The provider repeats what was refused for about a day; replay older ones in its dashboard.",
        "2 reports were refused since TIME, the last at TIME, and none has come through since: not signed with RESEND_WEBHOOK_SECRET. Compare it with the signing secret of the webhook in the dashboard of the provider, set it, and start \`serve\` again. The provider repeats what was refused for about a day; replay older ones there.",
      ]
    `);
  });

  it('takes exactly the port that it was told, or says what to do', async () => {
    const first = panui(['serve', '--port', '0']);
    const port = /localhost:(\d+)/.exec(await first.until(/Ctrl-C/))?.[1] ?? '';
    expect(first.said.text).toContain('refused until RESEND_WEBHOOK_SECRET is set');
    const second = panui(['serve', '--port', port]);
    expect(await second.closed).toBe(2);
    expect(withoutNumbers(second.said.text)).toMatchInlineSnapshot(`
      "localhost:PORT
        Expected a host of this machine and a free port.
        Found a port that another program uses.
        Choose others with --host and --port.

      1 problem. Nothing was changed.
      "
    `);
    const elsewhere = panui(['serve', '--host', '192.0.2.1', '--port', '0']);
    expect(await elsewhere.closed).toBe(2);
    expect(elsewhere.said.text).toContain('Found a host that is not of this machine.');
  });

  it('wants a site that is built', async () => {
    await rm(join(folder, 'dist/index.html'));
    const { closed, said } = panui(['serve', '--port', '0']);
    expect(await closed).toBe(2);
    expect(withoutNumbers(said.text)).toMatchInlineSnapshot(`
      "FOLDER/dist
        Expected a built site.
        Found none.
        Run \`npm run -s panui -- build\` first.

      1 problem. Nothing was changed.
      "
    `);
  });
});
