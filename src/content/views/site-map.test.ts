import { expect, it } from 'vitest';
import { edition, refusal } from '../../testing/content/write-content.ts';

const event =
  '<Event id="drop-in" title="Drop-in" where="online" link="https://www.govt.nz/">\n\n<Session id="first" start="2026-05-19T11:00" end="2026-05-19T11:45" />\n\n</Event>';

const refused = (...links: string[]) =>
  refusal({
    'newsletters/2026-05-08.mdx': edition(
      `\n${event}\n\n${links.map((to) => `[A page](${to})`).join(' ')}\n`,
    ),
  }).catch(String);

it('has the feeds, the calendars and the sitemap, which a text may lead to', async () => {
  const real = [
    '/feeds/newsletters.xml',
    '/feeds/schools/known-issues.json',
    '/sitemap.xml',
    '/calendar/schools.ics',
    '/calendar/newsletters/2026-05-08/drop-in.ics',
    '/calendar/newsletters/2026-05-08/drop-in/first.ics',
  ];
  const said = await refused(...real, '/feeds/letters.xml');
  expect(said.match(/a link to \S+/g)).toEqual(['a link to /feeds/letters.xml.']);
});
