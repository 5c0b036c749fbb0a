import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../content/reading/read-content.ts';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { happenings, type Happening } from './happenings.ts';
import { type CalendarWeek, weeksFrom } from './weeks.ts';

const text = `<Item id="report" title="Reports" action="action-required" due="2026-05-15" task="Send it" who="Principals">

Send it.

</Item>

<Item id="hui" title="Come" action="save-the-date">

<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="yes">

<Session id="one" start="2026-05-12T07:45" end="2026-05-12T08:30" register="https://a.example/" />

</Event>

<Dates id="dates" title="Key dates">

- <Period from="2026-04-27" to="2026-05-29" />: Enrolments
- <Day on="2026-06-30" />: Reports close

</Dates>

</Item>

<Item id="other" title="Others" action="action-required" due="2026-05-14" audience="providers">

Not for schools.

</Item>`;

let all: Happening[];
let schools: Happening[];
beforeAll(async () => {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': edition(text) });
  const content = await readContent(folder);
  all = happenings(content);
  schools = happenings(content, 'schools');
});

const told = (weeks: readonly CalendarWeek[]) =>
  weeks.flatMap(({ monday, term, days }) => [
    `Week of ${monday}: ${term}`,
    ...days.flatMap(({ day, marks, happenings: its }) => [
      ...marks.map((mark) => `  ${day} ${mark}`),
      ...its.map(({ kind, title }) => `  ${day} ${kind} ${title}`),
    ]),
  ]);

describe('what is on', () => {
  it('is told week by week, with terms and holidays, to the last of it', () => {
    expect(told(weeksFrom('2026-05-13', schools))).toMatchInlineSnapshot(`
      [
        "Week of 2026-05-11: Term 2, week 4",
        "  2026-05-12 session Drop-in",
        "  2026-05-13 date Enrolments",
        "  2026-05-15 due Send it",
        "Week of 2026-05-18: Term 2, week 5",
        "Week of 2026-05-25: Term 2, week 6",
        "Week of 2026-06-01: Term 2, week 7",
        "  2026-06-01 King’s Birthday",
        "Week of 2026-06-08: Term 2, week 8",
        "Week of 2026-06-15: Term 2, week 9",
        "Week of 2026-06-22: Term 2, week 10",
        "Week of 2026-06-29: Term 2, week 11",
        "  2026-06-30 date Reports close",
        "  2026-07-03 Term 2 ends",
      ]
    `);
  });

  it('has for an audience nothing of another, and addresses of its own pages', () => {
    expect(all.map(({ title }) => title)).toContain('Others');
    expect(schools.map(({ title }) => title)).not.toContain('Others');
    expect(schools.find(({ kind }) => kind === 'session')).toMatchObject({
      href: '/newsletters/2026-05-08/schools/#drop-in-one',
      register: 'https://a.example/',
      calendar: '/calendar/newsletters/2026-05-08/drop-in/one.ics',
    });
  });

  it('is a month where nothing is announced, over the end of a year as well', () => {
    expect(told(weeksFrom('2026-12-14', []))).toMatchInlineSnapshot(`
      [
        "Week of 2026-12-14: Term 4, week 10",
        "  2026-12-18 Term 4 ends",
        "Week of 2026-12-21: School holidays",
        "  2026-12-25 Christmas Day",
        "  2026-12-26 Boxing Day",
        "Week of 2026-12-28: School holidays",
        "  2026-12-28 Boxing Day, observed",
        "  2027-01-01 New Year’s Day",
        "  2027-01-02 The day after New Year’s Day",
        "Week of 2027-01-04: School holidays",
        "  2027-01-04 The day after New Year’s Day, observed",
        "Week of 2027-01-11: School holidays",
      ]
    `);
  });
});
