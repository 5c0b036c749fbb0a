import { openStore } from '../../src/delivery/store/open-store.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importList } from '../../src/delivery/lists/import-list.ts';
import { listRecipients } from '../../src/delivery/lists/list-recipients.ts';
import { newToken, tokenSchema } from '../../src/delivery/lists/subscription.ts';
import { findSubscription } from '../../src/delivery/people/unsubscribe.ts';
import { literalWords } from './literal-words.ts';
import { runLine } from './run-command.ts';

const args = {
  who: { type: 'positional' },
  to: { type: 'string' },
  json: { type: 'boolean' },
} as const;

describe('literalWords', () => {
  const token = '-hbcdefghijklmnopqrstu';
  it.each([
    [
      ['a@kura.example', '--json'],
      ['a@kura.example', '--json'],
    ],
    [
      [token, '--json'],
      ['--json', '--', token],
    ],
    [[`-${token.slice(0, 21)}`], ['--', `-${token.slice(0, 21)}`]],
    [
      ['--to', '-x@kura.example', '--json'],
      ['--to=-x@kura.example', '--json'],
    ],
    [
      ['--x@kura.example', '--to', 'y'],
      ['--to', 'y', '--', '--x@kura.example'],
    ],
    [
      ['-high.csv', '--', '-other'],
      ['--', '-high.csv', '-other'],
    ],
    [
      ['--json', '--', '--json'],
      ['--json', '--', '--json'],
    ],
    [['--to=--x@kura.example'], ['--to=--x@kura.example']],
    [
      ['--vrebose', '-v', '-h'],
      ['--vrebose', '-v', '-h'],
    ],
    [
      ['-', '--json'],
      ['--json', '--', '-'],
    ],
  ])('makes of %j %j', (line, expected) => expect(literalWords(args, line)).toEqual(expected));
});

describe('a token that begins with "-", as one in 64 did', () => {
  let data: string;
  const old = '-hbcdefghijklmnopqrstA';
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'panui-'));
    vi.stubEnv('PANUI_DATA', data);
    vi.stubEnv('PANUI_NOW', '2026-05-08T09:00:00+12:00');
    const file = join(data, 'list.csv');
    await writeFile(file, 'email\n-x@kura.example\n');
    const store = openStore({ data });
    await importList(store, 'providers', file, new Date('2026-05-08T09:00:00+12:00'));
    store.change('UPDATE subscriptions SET token = $old', { old });
    store.close();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  const run = async (...line: string[]) => {
    const said: string[] = [];
    const write = (text: unknown) => {
      said.push(String(text));
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(write);
    const code = await runLine(line, { out: write, err: write });
    return { code, said: said.join('') };
  };
  const status = () => {
    const store = openStore({ data });
    const found = findSubscription(store, old)?.status;
    store.close();
    return found;
  };

  it.each([
    ['as it is', ['lists', 'unsubscribe', old, '--by', 'Lead']],
    ['at the end', ['lists', 'unsubscribe', '--by', 'Lead', old]],
    ['behind "--"', ['lists', 'unsubscribe', '--by', 'Lead', '--', old]],
  ])('takes its person off the list, said %s', async (_, line) => {
    const { code, said } = await run(...line);
    expect(said).toBe('This subject: off providers, at once. No import brings them back there.\n');
    expect([code, status()]).toEqual([0, 'unsubscribed']);
  });

  it('never prints help and says that all is done', async () => {
    expect(await run('lists', 'forget', old)).toMatchObject({ code: 2 });
    expect(await run('lists', old)).toMatchObject({ code: 2 });
    expect(await run(old)).toMatchObject({ code: 2 });
    expect(await run('lists', 'import', 'providers', '-high.csv')).toMatchObject({ code: 2 });
    expect(status()).toBe('subscribed');
  });

  it('stands beside addresses that do so too', async () => {
    expect((await run('lists', 'show', '-x@kura.example')).said).toContain('-x@kura.example');
    expect(await run('lists', 'suppress', '-x@kura.example')).toMatchObject({ code: 0 });
    expect(status()).toBe('unsubscribed');
  });

  it('goes on working in a link, and new ones begin with a letter or a number', () => {
    expect(tokenSchema.safeParse(old).success).toBe(true);
    const store = openStore({ data });
    expect([...listRecipients(store, 'providers')].flat()[0]?.token).toBe(old);
    store.close();
    const tokens = Array.from({ length: 2000 }, newToken);
    expect(tokens.filter((token) => !/^[A-Za-z0-9][\w-]{21}$/.test(token))).toEqual([]);
    expect(new Set(tokens).size).toBe(2000);
  });
});
