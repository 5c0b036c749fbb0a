import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../../../testing/content/write-content.ts';
import { checkContent } from '../../running/check-content.ts';

/* Between terms 2 and 3. */
const item = (audience = '') =>
  `<Item id="a" title="Reports" action="action-required" due="2026-07-08"${audience}>\n\nSend it.\n\n</Item>`;
const providers =
  '---\n  providers:\n    subject: One thing to do\n    preheader: And one to know.\n---';

async function finds(text: string): Promise<boolean> {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': text });
  const { findings } = await checkContent({ folder, for: 'send' });
  await rm(folder, { recursive: true });
  return findings.some(({ message }) => message.includes('between terms'));
}

it('tells a due day between terms where the edition, or what stands around an item, is for schools', async () => {
  expect(await finds(edition(item()))).toBe(true);
  const both = (body: string) => edition(body).replace('\n---\n', `\n${providers.slice(4)}\n`);
  expect(await finds(both(item()))).toBe(false);
  expect(await finds(both(item(' audience="schools"')))).toBe(true);
  expect(await finds(both(item(' audience="providers"')))).toBe(false);
  const inside =
    '<Survey title="Your year" to="https://www.govt.nz/" label="Answer" closes="2026-07-08" />';
  expect(
    await finds(
      both(
        item(' audience="schools"').replace('2026-07-08', '2026-06-30').replace('Send it.', inside),
      ),
    ),
  ).toBe(true);
});
