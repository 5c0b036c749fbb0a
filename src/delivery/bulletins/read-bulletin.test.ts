import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleBulletin, writeExampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { listBulletins } from './list-bulletins.ts';
import { readBulletin } from './read-bulletin.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'panui-'));
});

const messageOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('expected an error');
  return error.message.replaceAll(out, 'OUT').replaceAll(relative(process.cwd(), out), 'OUT');
};

describe('readBulletin', () => {
  it('gives the bulletin as it was built', async () => {
    const bulletin = exampleBulletin();
    await writeExampleBulletin(out, bulletin);
    expect(await readBulletin(out, '2026-05-08', 'providers')).toEqual(bulletin);
  });

  it('takes "newest" as the latest edition for that audience', async () => {
    await writeExampleBulletin(
      out,
      exampleBulletin({ edition: '2026-04-10', audience: 'schools' }),
    );
    await writeExampleBulletin(out, exampleBulletin({ edition: '2026-04-10' }));
    await writeExampleBulletin(out, exampleBulletin({ edition: '2026-05-08' }));
    expect((await readBulletin(out, 'newest', 'providers')).edition).toBe('2026-05-08');
    expect((await readBulletin(out, 'newest', 'schools')).edition).toBe('2026-04-10');
    expect((await listBulletins(out)).map((one) => [one.edition, one.audience])).toEqual([
      ['2026-04-10', 'providers'],
      ['2026-04-10', 'schools'],
      ['2026-05-08', 'providers'],
    ]);
  });

  it('says which bulletins there are when there is not the one', async () => {
    expect(await messageOf(readBulletin(out, 'newest', 'providers'))).toMatchInlineSnapshot(`
      "OUT/bulletins
        Expected a bulletin for providers.
        Found no bulletins at all.
        Run \`npm run -s panui -- build\`, then try again.

      1 problem. Nothing was changed."
    `);
    await writeExampleBulletin(out, exampleBulletin());
    expect(await messageOf(readBulletin(out, '2026-05-09', 'schools'))).toMatchInlineSnapshot(`
      "OUT/bulletins
        Expected a bulletin of 2026-05-09 for schools.
        Found only 2026-05-08 for providers.
        Run \`npm run -s panui -- build\`, then try again.

      1 problem. Nothing was changed."
    `);
  });

  it('refuses a bulletin of which one letter was changed since it was built', async () => {
    const file = await writeExampleBulletin(out, exampleBulletin());
    await writeFile(file, (await readFile(file, 'utf8')).replace('15 May', '16 May'));
    const message = await messageOf(readBulletin(out, '2026-05-08', 'providers'));
    expect(message.replaceAll(/[0-9a-f]{12}/g, 'HASH')).toMatchInlineSnapshot(`
      "OUT/bulletins/2026-05-08/providers.json
        Expected the bulletin of 2026-05-08 for providers, unchanged since it was built (hash HASH).
        Found the bulletin of 2026-05-08 for providers with hash HASH.
        Somebody changed this file by hand. Run \`npm run -s panui -- build\`, then try again.

      1 problem. Nothing was changed."
    `);
  });

  it('refuses a bulletin that lies in the place of another', async () => {
    const file = await writeExampleBulletin(out, exampleBulletin());
    await writeFile(file, JSON.stringify(exampleBulletin({ audience: 'schools' })));
    const message = await messageOf(readBulletin(out, '2026-05-08', 'providers'));
    expect(message).toContain('Found the bulletin of 2026-05-08 for schools');
  });

  it('refuses a file that was cut short or lacks a part', async () => {
    const file = await writeExampleBulletin(out, exampleBulletin());
    await writeFile(file, '{"edition": "2026');
    expect(await messageOf(readBulletin(out, '2026-05-08', 'providers'))).toMatchInlineSnapshot(`
      "OUT/bulletins/2026-05-08/providers.json
        Expected a bulletin as the build writes it.
        Found something else in: the whole file.
        Run \`npm run -s panui -- build\`, then try again.

      1 problem. Nothing was changed."
    `);
    const { text: _, ...rest } = exampleBulletin();
    await writeFile(file, JSON.stringify({ ...rest, subject: '' }));
    expect(await messageOf(readBulletin(out, '2026-05-08', 'providers'))).toContain(
      'Found something else in: subject, text.',
    );
  });

  it.each([
    ['a folder', (file: string) => mkdir(file)],
    ['a link that leads nowhere', (file: string) => symlink('nowhere', file)],
  ])('refuses %s in the place of one', async (_, put) => {
    const file = await writeExampleBulletin(out, exampleBulletin());
    await rm(file);
    await put(file);
    expect(await messageOf(readBulletin(out, '2026-05-08', 'providers'))).toContain(
      'Found something else in: the whole file.',
    );
  });
});
