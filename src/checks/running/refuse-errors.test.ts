import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { writeSources } from '../../content/reading/sources.ts';
import { BadInput } from '../../problems/problem.ts';
import { bulletinFiles } from '../rules/mail/bulletin-example.ts';
import { checkContent } from './check-content.ts';
import { refuseAllErrors, refuseBulletinErrors, refuseErrors } from './refuse-errors.ts';

it('refuses an edition while errors stand in it, and no other', async () => {
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': edition('Come on Wednesday 12 May 2026.'),
    'newsletters/2026-05-09.mdx': edition('Come soon.').replace('2026-05-08', '2026-05-09'),
  });
  await expect(refuseErrors('2026-05-09', { folder })).resolves.toBeUndefined();
  const message = await refuseErrors('2026-05-08', { folder }).catch((error: Error) =>
    error.message
      .replaceAll(`${relative(process.cwd(), folder)}/`, '')
      .replaceAll(`${folder}/`, ''),
  );
  expect(message).toMatchInlineSnapshot(`
    "newsletters/2026-05-08.mdx:9
      Expected no error of the rule date/weekday-mismatch.
      Found this: 12 May 2026 is a Tuesday (at “Wednesday”).
      Write <Day on="2026-05-12" />, which works the weekday out, or correct the date.

    1 problem. Nothing was changed."
  `);
});

describe('before an edition is approved', () => {
  it('holds its deadlines against the day it is to be sent', async () => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition('Send it no later than 15 May 2026.'),
    });
    await expect(refuseErrors('2026-05-08', { folder })).resolves.toBeUndefined();
    await expect(refuseErrors('2026-05-08', { folder, sendDay: '2026-05-18' })).rejects.toThrow(
      /15 May 2026, which is before this edition goes out on 18 May 2026/,
    );
  });

  it('leaves the deadlines of other editions and of other days alone', async () => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition('Send it no later than 15 May 2026.'),
      'newsletters/2026-05-22.mdx': edition('Come soon.').replace('05-08', '05-22'),
    });
    const on = async (files?: string[]) => {
      const options = {
        folder,
        for: 'send',
        sendDay: '2026-05-25',
        ...(files && { files }),
      } as const;
      const { findings } = await checkContent(options);
      return findings.map(({ rule }) => rule).filter((rule) => rule === 'date/past-deadline');
    };
    expect(await on()).toEqual([]);
    expect(await on([join(folder, 'newsletters/2026-05-08.mdx')])).toHaveLength(1);
  });

  it('refuses the errors of a page that it quotes', async () => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition('<Guidance id="families" />'),
      'guidance/families.mdx': guidance('Come on Wednesday 12 May 2026.'),
    });
    await expect(refuseErrors('2026-05-08', { folder })).rejects.toThrow(
      /12 May 2026 is a Tuesday/,
    );
  });

  it('refuses a text that changes while it is checked, at whatever moment', async () => {
    const name = 'newsletters/2026-05-08.mdx';
    // Enough to read that the change comes in the middle of it.
    const others = Array.from({ length: 60 }, (_, at): [string, string] => [
      `guidance/page-${at}.mdx`,
      guidance('Come on Wednesday.').replace(/^title: .*$/m, `title: Page ${at}`),
    ]);
    const folder = await writeContent({ ...Object.fromEntries(others), [name]: edition('Come.') });
    const out = await mkdtemp(join(tmpdir(), 'panui-out-'));
    for (const wait of [0, 2, 5]) {
      await writeFile(join(folder, name), edition('Come.'));
      await writeSources(await readContent(folder), folder, out);
      const checking = refuseErrors('2026-05-08', { folder, out }).then(
        () => 'approved',
        (error: Error) => error.message,
      );
      await setTimeout(wait);
      await writeFile(join(folder, name), edition('Nobody has read this.'));
      expect(await checking, `after ${wait} ms`).toMatch(
        /Expected the (?:text that the bulletins were built from|file as it was when it was read)/,
      );
    }
  });

  it('refuses bulletins that were built from another text than the one it checks', async () => {
    const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition('Come soon.') });
    const out = await mkdtemp(join(tmpdir(), 'panui-out-'));
    await writeSources(await readContent(folder), folder, out);
    await expect(refuseErrors('2026-05-08', { folder, out })).resolves.toBeUndefined();
    await writeFile(join(folder, 'newsletters/2026-05-08.mdx'), edition('Come later.'));
    await expect(refuseErrors('2026-05-08', { folder, out })).rejects.toThrow(
      /Expected the text that the bulletins were built from/,
    );
  });
});

it('refuses a build for sending with the errors of every document', async () => {
  const folder = await writeContent({
    'newsletters/2026-05-08.mdx': edition('Come on Wednesday 12 May 2026.'),
    'guidance/families.mdx': guidance('Email desk@ministry.example.'),
  });
  const refused = await refuseAllErrors(folder).catch((error: unknown) => error);
  expect(refused instanceof BadInput && refused.problems.map(({ expected }) => expected)).toEqual([
    'no error of the rule contact/registry',
    'no error of the rule date/weekday-mismatch',
  ]);
});

it('tells a review before the last one once', async () => {
  const folder = await writeContent({
    'guidance/families.mdx': guidance('Come.').replace('2027-05-03', '2026-04-03'),
  });
  const refused = await refuseAllErrors(folder).catch((error: unknown) => error);
  expect(refused instanceof BadInput && refused.problems).toEqual([
    expect.objectContaining({ expected: '"nextReview" on or after 1 May 2026' }),
  ]);
});

it('refuses a build for sending that left a bulletin without a part that each must have', async () => {
  const built = (html: string) => bulletinFiles({ html });
  const refusalOf = async (files: Readonly<Record<string, string>>) => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition('Come soon.'),
      ...files,
    });
    return refuseBulletinErrors(folder, join(folder, 'dist')).catch((error: unknown) => error);
  };
  expect(await refusalOf(bulletinFiles({}))).toBeUndefined();
  const refused = await refusalOf(built('<html lang="en-NZ" dir="auto"><p>Kia ora</p></html>'));
  expect(refused instanceof BadInput && refused.problems[0]).toMatchObject({
    expected: 'no error of the rule mail/required-parts',
    found: expect.stringContaining('The bulletin for schools has no title'),
  });
});
