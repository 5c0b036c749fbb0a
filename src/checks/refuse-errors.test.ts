import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../content/content-fixture.ts';
import { refuseErrors } from './refuse-errors.ts';

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
      Found “Wednesday”. 12 May 2026 is a Tuesday.
      Write <Day on="2026-05-12" />, which works the weekday out, or correct the date.

    1 problem. Nothing was changed."
  `);
});
