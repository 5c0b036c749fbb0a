import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleBulletin, writeExampleBulletin } from '../testing/sending/example-bulletin.ts';
import { readContent } from '../content/reading/read-content.ts';
import { readSettings } from '../settings/settings.ts';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { expectSizes } from './expect-sizes.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'panui-sizes-'));
});

const build = (bytes: number) =>
  writeExampleBulletin(
    out,
    exampleBulletin({ html: `<p>${'Kia ora koutou. '.repeat(bytes / 16)}</p>` }),
  );

describe('a bulletin over the limit', () => {
  it('is refused with its file and what to do; one beneath it is not', async () => {
    const content = await readContent(readSettings({}).content);
    await build(90_000);
    await expectSizes(out, content);
    await build(110_000);
    await expect(expectSizes(out, content)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BadInput: content/newsletters/2026-05-08.mdx:6
        Expected a bulletin for providers of at most 100 KB as it is sent.
        Found 115 KB.
        Gmail would cut off the rest. Move the longest items to guidance pages and link to them, or keep parts to the web with <WebOnly>.

      1 problem. Nothing was changed.]
    `);
  });

  it('is one of 25 KB for a digest', async () => {
    const digest = edition('Kia ora.').replace(
      '    preheader:',
      '    form: digest\n    preheader:',
    );
    const folder = await writeContent({ 'newsletters/2026-05-08.mdx': digest });
    const content = await readContent(folder);
    const build = (bytes: number) => {
      const html = `<p>${'Kia ora koutou. '.repeat(bytes / 16)}</p>`;
      return writeExampleBulletin(out, exampleBulletin({ html, audience: 'schools' }));
    };
    await rm(out, { recursive: true });
    await build(20_000);
    await expectSizes(out, content);
    await build(26_000);
    const refused: unknown = await expectSizes(out, content).catch((error: unknown) => error);
    expect(String(refused).replace(folder, 'content')).toMatchInlineSnapshot(`
      "BadInput: content/newsletters/2026-05-08.mdx:5
        Expected a digest for schools of at most 25 KB as it is sent.
        Found 28 KB.
        Shorten what stands before the first item, which a digest holds whole, or take out "form: digest".

      1 problem. Nothing was changed."
    `);
  });
});
