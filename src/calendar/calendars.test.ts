import { rm } from 'node:fs/promises';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { edition, writeContent, type Files } from '../testing/content/write-content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { calendars } from './calendars.ts';
import { toldSessions } from './told-sessions.ts';

const origin = 'https://news.ministry.example';
const folders: string[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** The calendar files of a small content folder with `files` over it. */
async function build(files: Files): Promise<Map<string, string>> {
  const folder = await writeContent(files);
  folders.push(folder);
  return calendars(await readContent(folder), origin);
}

/** What an independent parser reads of each entry. */
function entriesOf(file: string | undefined) {
  if (file === undefined) throw new Error('There is no such calendar file.');
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate,
      zone: component.getFirstProperty('dtstart')?.getFirstParameter('tzid'),
      description: event.description,
      url: value('url'),
      stamp: value('dtstamp'),
    };
  });
}

const twoLists = (body: string, date = '2026-05-08') =>
  edition(body)
    .replace('2026-05-08', date)
    .replace('bulletins:\n', 'bulletins:\n  providers:\n    subject: A\n    preheader: B\n');

const session = (props = '', id = 'first', start = '2026-05-19T11:00') =>
  `<Session id="${id}" start="${start}" end="${start.slice(0, 11)}11:45" ${props}/>`;

const event = (sessions: string, words = 'Bring “questions”, please; all of them.') =>
  `<Event id="drop-in" title="Drop-in, part 1; kōrero" audience="Providers" mode="online" sameContent="yes">

${words}

${sessions}

</Event>`;

const newsletter = 'newsletters/2026-05-08.mdx';
const ofSession = '/calendar/newsletters/2026-05-08/drop-in/first.ics';

describe("a session's calendar file", () => {
  it('says what the page says, at New Zealand time', async () => {
    const files = await build({
      [newsletter]: twoLists(event(session('register="https://ministry.example/a,b;c?d=1"'))),
    });
    expect(entriesOf(files.get(ofSession))).toEqual([
      {
        uid: 'newsletters.2026-05-08.drop-in.first@attendance-updates.example',
        sequence: 0,
        summary: 'Drop-in, part 1; kōrero',
        start: '2026-05-19T11:00:00',
        end: '2026-05-19T11:45:00',
        allDay: false,
        zone: 'Pacific/Auckland',
        description: [
          'Bring “questions”, please; all of them.',
          'For providers. Online. All times are New Zealand time.',
          'Register for 19 May, 11am:\nhttps://ministry.example/a,b;c?d=1',
          `More about it:\n${origin}/newsletters/2026-05-08/#drop-in-first`,
        ].join('\n\n'),
        url: `${origin}/newsletters/2026-05-08/#drop-in-first`,
        stamp: '2026-05-07T12:00:00Z',
      },
    ]);
  });

  it('says where people meet, and takes whole days of those who come', async () => {
    const roadshow = `<Event id="roadshow" title="Roadshow" audience="Providers" mode="in-person" place="Te Papa, 55 Cable Street; Wellington" sameContent="no">

<Session id="a" start="2026-06-02T09:00" end="2026-06-02T15:00" />

<Session id="b" start="2026-06-08" />

<Session id="c" start="2026-06-09" end="2026-06-11" place="Christchurch Town Hall" />

</Event>`;
    const files = await build({ [newsletter]: twoLists(roadshow) });
    const file = files.get('/calendar/newsletters/2026-05-08/roadshow.ics') ?? '';
    expect(entriesOf(file).map(({ start, end, allDay }) => [start, end, allDay])).toEqual([
      ['2026-06-02T09:00:00', '2026-06-02T15:00:00', false],
      ['2026-06-08', '2026-06-09', true],
      ['2026-06-09', '2026-06-12', true],
    ]);
    expect(file.split('\r\n').filter((line) => /^(?:LOCATION|TRANSP):/.test(line))).toEqual([
      'LOCATION:Te Papa\\, 55 Cable Street\\; Wellington',
      'TRANSP:OPAQUE',
      'LOCATION:Te Papa\\, 55 Cable Street\\; Wellington',
      'TRANSP:OPAQUE',
      'LOCATION:Christchurch Town Hall',
    ]);
    expect(toldSessions(file).map(({ start, end }) => [start, end])).toEqual([
      ['2026-06-02T09:00', '2026-06-02T15:00'],
      ['2026-06-08', '2026-06-08'],
      ['2026-06-09', '2026-06-11'],
    ]);
  });

  it('ends every line as the format asks, the last one too', async () => {
    const files = await build({ [newsletter]: twoLists(event(session())) });
    for (const file of files.values()) {
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('keeps its name and counts up when the session moves', async () => {
    const before = await build({ [newsletter]: twoLists(event(session())) });
    const once = await build({
      [newsletter]: twoLists(event(session('moved="2026-05-12" ', 'first', '2026-05-20T11:00'))),
    });
    const twice = await build({
      [newsletter]: twoLists(
        event(session('moved="2026-05-12, 2026-05-14" ', 'first', '2026-05-21T11:00')),
      ),
    });
    const read = [before, once, twice].map((files) => entriesOf(files.get(ofSession))[0]);
    expect(new Set(read.map((entry) => entry?.uid)).size).toBe(1);
    expect(read.map((entry) => [entry?.sequence, entry?.start, entry?.stamp])).toEqual([
      [0, '2026-05-19T11:00:00', '2026-05-07T12:00:00Z'],
      [1, '2026-05-20T11:00:00', '2026-05-11T12:00:00Z'],
      [2, '2026-05-21T11:00:00', '2026-05-13T12:00:00Z'],
    ]);
    expect(read[2]?.description).toContain('Moved to this time on 14 May 2026');
  });

  it('leaves out what only some of its readers are told', async () => {
    const words = `For all.\n\n<For audience="providers">\n\nYour results are ready.\n\n</For>`;
    const files = await build({ [newsletter]: twoLists(event(session(), words)) });
    for (const file of files.values()) expect(file).not.toContain('results');
    expect(files.get(ofSession)).toContain('For all.');
  });
});

describe("an event's calendar file", () => {
  it('has every session, each under the name it has alone', async () => {
    const sessions = `${session('', 'second', '2026-05-21T11:00')}\n\n${session()}`;
    const files = await build({ [newsletter]: twoLists(event(sessions)) });
    const whole = entriesOf(files.get('/calendar/newsletters/2026-05-08/drop-in.ics'));
    expect(whole.map(({ start }) => start)).toEqual(['2026-05-19T11:00:00', '2026-05-21T11:00:00']);
    expect(entriesOf(files.get(ofSession))).toEqual([whole[0]]);
  });

  it('is there for an event that stands in email only, which links to it', async () => {
    const files = await build({
      [newsletter]: twoLists(`<EmailOnly>\n\n${event(session())}\n\n</EmailOnly>`),
    });
    expect(entriesOf(files.get(ofSession))).toHaveLength(1);
  });
});

const item = (id: string, props: string, body: string) =>
  `<Item id="${id}" title="Item ${id}" ${props}>\n\n${body}\n\n</Item>`;

describe("an audience's calendar", () => {
  it('never has what an item or a part for the other audience says', async () => {
    const files = await build({
      [newsletter]: twoLists(
        [
          item('one', 'action="save-the-date" audience="providers"', event(session())),
          item(
            'two',
            'action="action-required" due="2026-05-15T17:00" audience="schools"',
            'Do it.',
          ),
          `<For audience="schools">\n\n${event(session()).replace('drop-in', 'hui').replace('Drop-in', 'Hui')}\n\n</For>`,
        ].join('\n\n'),
      ),
    });
    const titles = (audience: string) =>
      entriesOf(files.get(`/calendar/${audience}.ics`)).map(({ summary }) => summary);
    expect(titles('providers')).toEqual(['Drop-in, part 1; kōrero']);
    expect(titles('schools')).toEqual(['Due 5pm: Item two', 'Hui, part 1; kōrero']);
    expect(files.get('/calendar/schools.ics')).not.toMatch(/drop-in|Item one/i);
    expect(files.get('/calendar/providers.ics')).not.toMatch(/hui|Item two/i);
  });

  it('has nothing from an edition that is not for them', async () => {
    const files = await build({ [newsletter]: edition(event(session())) });
    expect(entriesOf(files.get('/calendar/schools.ics'))).toHaveLength(1);
    expect(entriesOf(files.get('/calendar/providers.ics'))).toHaveLength(0);
  });

  it('has the days by which something must be done, as whole days that keep nobody busy', async () => {
    const files = await build({
      [newsletter]: twoLists(
        [
          item(
            'a',
            'action="action-required" due="2026-04-05" task="Send it" who="Principals"',
            'x',
          ),
          item('b', 'action="have-your-say" due="2026-05-15"', 'x'),
          item('c', 'action="action-required"', 'x'),
        ].join('\n\n'),
      ),
    });
    const file = files.get('/calendar/schools.ics');
    const page = `${origin}/newsletters/2026-05-08/schools/#a`;
    expect(entriesOf(file)).toEqual([
      {
        uid: 'newsletters.2026-05-08.a.due@attendance-updates.example',
        sequence: 0,
        summary: 'Due: Send it',
        start: '2026-04-05',
        end: '2026-04-06',
        allDay: true,
        zone: undefined,
        description: `Item a. Action required by Sunday 5 April 2026.\n\nWho: Principals\n\nWhat to do:\n${page}`,
        url: page,
        stamp: '2026-05-07T12:00:00Z',
      },
    ]);
    expect(file).toContain('TRANSP:TRANSPARENT');
  });

  it('has key dates as whole days, under a name that a later edition may repeat', async () => {
    const dates = (moved: string) =>
      twoLists(
        `<Dates id="quarter-2" title="Key dates">\n\n- <Day on="${moved}" /> Invoices are due.\n- <Period from="2026-07-06" to="2026-07-17" /> Schools are closed.\n\n</Dates>`,
      );
    const files = await build({
      [newsletter]: dates('2026-07-24'),
      'newsletters/2026-05-22.mdx': dates('2026-07-24').replace('2026-05-08', '2026-05-22'),
    });
    expect(
      entriesOf(files.get('/calendar/providers.ics')).map(
        ({ uid, summary, start, end, allDay }) => [uid.split('@')[0], summary, start, end, allDay],
      ),
    ).toEqual([
      [
        'newsletters.2026-05-08.quarter-2.schools-are-closed',
        'Schools are closed.',
        '2026-07-06',
        '2026-07-18',
        true,
      ],
      [
        'newsletters.2026-05-08.quarter-2.invoices-are-due',
        'Invoices are due.',
        '2026-07-24',
        '2026-07-25',
        true,
      ],
    ]);
  });

  it('has the hours of an outage, during which nobody is busy', async () => {
    const files = await build({
      [newsletter]: twoLists(
        '<Dates id="away" title="Outages">\n\n- <Period from="2026-06-12T18:00" to="2026-06-15T07:00" /> AS-CMS is away.\n\n</Dates>',
      ),
    });
    const file = files.get('/calendar/providers.ics');
    expect(entriesOf(file).map(({ start, end, allDay }) => [start, end, allDay])).toEqual([
      ['2026-06-12T18:00:00', '2026-06-15T07:00:00', false],
    ]);
    expect(file).toContain('TRANSP:TRANSPARENT');
  });

  it('has a session once, though a later edition reminds of it, even after a move', async () => {
    const files = await build({
      'newsletters/2026-05-01.mdx': twoLists(event(session()), '2026-05-01'),
      [newsletter]: twoLists(event(session('moved="2026-05-06" ', 'first', '2026-05-20T11:00'))),
    });
    const read = entriesOf(files.get('/calendar/schools.ics'));
    expect(read.map(({ uid, start, sequence }) => [uid, start, sequence])).toEqual([
      ['newsletters.2026-05-01.drop-in.first@attendance-updates.example', '2026-05-20T11:00:00', 1],
    ]);
    expect(entriesOf(files.get(ofSession))[0]?.uid).toBe(read[0]?.uid);
  });

  it('keeps another session apart that only bears the same ids', async () => {
    const files = await build({
      'newsletters/2026-04-01.mdx': twoLists(
        event(session('', 'first', '2026-04-07T11:00')),
        '2026-04-01',
      ),
      [newsletter]: twoLists(event(session())),
    });
    expect(entriesOf(files.get('/calendar/schools.ics')).map(({ start }) => start)).toEqual([
      '2026-04-07T11:00:00',
      '2026-05-19T11:00:00',
    ]);
  });

  it('may be linked to from any text', async () => {
    const text = '[Subscribe to the calendar](/calendar/schools.ics)';
    await expect(build({ [newsletter]: edition(text) })).resolves.toBeDefined();
    const wrong = text.replace('schools', 'parents');
    await expect(build({ [newsletter]: edition(wrong) })).rejects.toThrow('/calendar/parents.ics');
  });

  it('says its name, its address and how often to ask again', async () => {
    const files = await build({});
    const calendar = new ICAL.Component(ICAL.parse(files.get('/calendar/schools.ics') ?? ''));
    expect(String(calendar.getFirstPropertyValue('name'))).toBe(
      'Attendance Service Updates: schools',
    );
    expect(calendar.getFirstPropertyValue('source')).toBe(`${origin}/calendar/schools.ics`);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT6H');
  });

  it('is the same to the byte whenever it is made', async () => {
    const files = { [newsletter]: twoLists(event(session())) };
    vi.setSystemTime('2026-05-08T09:00:00+12:00');
    const first = await build(files);
    vi.setSystemTime('2031-12-31T23:59:59+13:00');
    expect(await build(files)).toEqual(first);
  });
});

describe('the day of a move', () => {
  it.each([
    ['tomorrow', 'the day it was moved'],
    ['2026-02-30', 'the day it was moved'],
    ['2026-05-14, 2026-05-12', 'the days of its moves in their order'],
  ])('is refused as %s, with what was expected', async (moved, expected) => {
    const written = build({ [newsletter]: twoLists(event(session(`moved="${moved}" `))) });
    await expect(written).rejects.toThrow(`Expected ${expected}`);
    await expect(written).rejects.toThrow(`moved="${moved}"`);
  });
});
