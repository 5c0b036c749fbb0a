import { describe, expect, it } from 'vitest';
import { earlierWordings } from '../views/earlier-wordings.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { openActions } from '../views/open-actions.ts';
import { quoting } from '../views/quoting.ts';
import { readContent } from './read-content.ts';
import { allSessions } from '../views/sessions.ts';

const item = (id: string, props: string, text = 'Words.') =>
  `<Item id="${id}" title="Item ${id}" ${props}>\n\n${text}\n\n</Item>`;

const event = (id: string, start: string) =>
  `<Event id="${id}" title="Hui ${id}" audience="Schools" mode="online" sameContent="no">\n\n<Session id="one" start="${start}" end="${start.slice(0, 11)}23:00" />\n\n</Event>`;

const content = await readContent(
  await writeContent({
    'newsletters/2026-05-08.mdx': edition(
      [
        item('undated', 'action="action-required"'),
        item('late', 'action="action-required" due="2026-06-30" audience="schools"'),
        item('soon', 'action="action-required" due="2026-05-15" audience="providers"'),
        item('know', 'action="for-information"', event('second', '2026-05-20T09:00')),
      ].join('\n\n'),
    ),
    'newsletters/2026-04-10.mdx': edition(
      [
        item('past', 'action="action-required" due="2026-04-30"'),
        item('still', 'action="action-required" due="2026-05-08"'),
        item('gone', 'action="action-required"'),
        item(
          'quote',
          'action="for-information" audience="schools"',
          `<Guidance id="families" />\n\n${event('first', '2026-04-20T09:00')}`,
        ),
      ].join('\n\n'),
    ).replace('2026-05-08', '2026-04-10'),
    'guidance/families.mdx': guidance('Now.').replace('[providers]', '[providers, schools]'),
    'guidance/families/2026-04-30.mdx': guidance('Before.'),
    'guidance/families/2025-12-31.mdx': guidance('Long before.'),
  }),
);

describe('open actions', () => {
  it('are those not past, by due date; the undated ones while their edition is the newest', () => {
    const open = openActions(content, '2026-05-08');
    expect(open.map(({ id }) => id)).toEqual(['still', 'soon', 'late', 'undated']);
  });

  it('are only what an audience is asked, on its own page', () => {
    const open = openActions(content, '2026-05-08', 'schools');
    expect(open.map(({ href }) => href)).toEqual([
      '/newsletters/2026-04-10/schools/#still',
      '/newsletters/2026-05-08/schools/#late',
      '/newsletters/2026-05-08/schools/#undated',
    ]);
  });
});

describe('sessions', () => {
  it('are listed by start, each leading to itself, with the audience that is told', () => {
    expect(allSessions(content).map(({ href, audience }) => [href, audience])).toEqual([
      ['/newsletters/2026-04-10/#first-one', 'schools'],
      ['/newsletters/2026-05-08/#second-one', undefined],
    ]);
  });
});

describe('quoting', () => {
  it('finds the items that show a document', () => {
    expect(quoting(content, 'Guidance', 'families').map(({ href }) => href)).toEqual([
      '/newsletters/2026-04-10/#quote',
    ]);
    expect(quoting(content, 'KnownIssue', 'ki-001')).toEqual([]);
  });
});

describe('earlier wordings', () => {
  it('are kept at dated addresses, newest first, and are no guidance pages of their own', () => {
    expect(earlierWordings(content, 'families').map(({ href }) => href)).toEqual([
      '/guidance/families/2026-04-30/',
      '/guidance/families/2025-12-31/',
    ]);
    expect(content.guidance.map(({ id }) => id)).toEqual(['families']);
  });
});
