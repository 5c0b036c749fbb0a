import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  exampleBulletin,
  writeExampleBulletin,
} from '../../src/testing/sending/example-bulletin.ts';
import { bulletinFile } from '../../src/delivery/bulletins/list-bulletins.ts';
import { describeBulletins } from './describe-build.ts';

it('says how long each bulletin is, with a warning from 80 KB', async () => {
  const out = await mkdtemp(join(tmpdir(), 'panui-sizes-'));
  const html = (kilobytes: number) => `<p>${'Kia ora koutou. '.repeat(kilobytes * 62)}</p>`;
  for (const [audience, size] of [
    ['providers', 60],
    ['schools', 84],
  ] as const) {
    const bulletin = exampleBulletin({ audience, html: html(size) });
    await writeExampleBulletin(out, bulletin);
    await writeFile(bulletinFile(out, bulletin.edition, audience, 'html'), bulletin.html);
  }
  expect(await describeBulletins(out)).toMatchInlineSnapshot(`
    "Bulletins:
      2026-05-08 for schools: 84 KB. Warning: as sent it is 87 KB, and Gmail cuts off what follows 100 KB
      2026-05-08 for providers: 60 KB"
  `);
});
