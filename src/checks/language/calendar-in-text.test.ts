import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { checkContent } from '../running/check-content.ts';

it('says of a day for schools whether they are open, and plainly where it cannot know', async () => {
  const session = (id: string, day: string) =>
    `<Session id="${id}" start="${day}T09:00" end="${day}T10:00" />`;
  const body = `<Event id="e" title="Drop-in" audience="Schools" mode="online" sameContent="no">

${session('a', '2026-07-08')}

${session('b', '2026-11-24')}

${session('c', '2027-06-25')}

${session('d', '2027-07-14')}

${session('e', '2028-02-15')}

</Event>`;
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(body) });
  const { findings } = await checkContent({ folder, for: 'send' });
  await rm(folder, { recursive: true });
  const closed = findings.filter(({ rule }) => rule === 'date/closed-day');
  expect(closed.map(({ severity, message, suggestion }) => [severity, message, suggestion]))
    .toMatchInlineSnapshot(`
    [
      [
        "warning",
        "Wednesday 8 July 2026 is between terms, and this is for schools.",
        "Choose another day, or say why this one.",
      ],
      [
        "warning",
        "Friday 25 June 2027 is a public holiday: Matariki.",
        "Choose another day, or say why this one.",
      ],
      [
        "warning",
        "Wednesday 14 July 2027 is between terms, and this is for schools.",
        "Choose another day, or say why this one.",
      ],
      [
        "advice",
        "Tuesday 15 February 2028 is after 17 December 2027, the last day whose school term we know.",
        "Check that schools are open then.",
      ],
    ]
  `);
});
