import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendars } from '../calendar/calendars.ts';
import { toldSessions } from '../calendar/told-sessions.ts';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { BadInput } from '../problems/problem.ts';
import { movesUnsaid } from './moves-unsaid.ts';

const event = (start: string, props = '') =>
  `<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="no">

<Session id="first" start="${start}" end="${start.slice(0, 11)}23:00" ${props}/>

</Event>`;

const now = new Date('2026-05-12T09:00:00+12:00');
const before = '2026-05-19T11:00';
const after = '2026-05-20T11:00';

const read = async (text: string) =>
  readContent(await writeContent({ 'newsletters/2026-05-08.mdx': edition(text) }));

/** Folders as a build of `text` left them, or as they are after `text` was sent. */
async function history(text: string, how: 'built' | 'sent') {
  const folder = await mkdtemp(join(tmpdir(), 'panui-moves-'));
  const [out, data] = [join(folder, 'dist'), join(folder, 'data')];
  const files =
    how === 'built'
      ? [...calendars(await read(text), 'https://a.example')].map(
          ([path, file]) => [join(out, path), file] as const,
        )
      : [[join(data, 'records/2026-05-08/schools/source.mdx'), edition(text)] as const];
  for (const [file, words] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, words);
  }
  return { out, data, now };
}

const said = async (first: string, then: string, how: 'built' | 'sent', at = now) => {
  const settings = await history(first, how);
  const problems = await movesUnsaid({ ...settings, now: at }, await read(then));
  if (problems.length === 0) return undefined;
  const { message } = new BadInput(problems);
  return message.replaceAll(settings.out, 'dist').replace(/^.*\/(?=newsletters)/, '');
};

describe('a session at another time than people were told', () => {
  it('stops the build when the site told them, and the document does not say that it moved', async () => {
    expect(await said(event(before), event(after), 'built')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:11
        Expected <Session> with "moved", the day on which it was moved.
        Found 11am to 11pm, Wednesday 20 May 2026, where the last build has 11am to 11pm, Tuesday 19 May 2026.
        Add moved="2026-05-12", so that readers see it and their calendars take the new time. If nobody has seen the earlier time, remove the folder dist and build again.

      1 problem. Nothing was changed."
    `);
  });

  it('stops it when a bulletin told them, whatever was built since', async () => {
    expect(await said(event(before), event(after), 'sent')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:11
        Expected <Session> with "moved", the day on which it was moved.
        Found 11am to 11pm, Wednesday 20 May 2026, where the bulletin that was sent has 11am to 11pm, Tuesday 19 May 2026.
        Add moved="2026-05-12", so that readers see it and their calendars take the new time.

      1 problem. Nothing was changed."
    `);
  });

  it.each(['built', 'sent'] as const)('passes once it says so (%s)', async (how) => {
    expect(await said(event(before), event(after, 'moved="2026-05-12" '), how)).toBeUndefined();
  });

  it('must say each move: the count is what calendars go by', async () => {
    const once = event(before, 'moved="2026-05-11" ');
    expect(await said(once, event(after, 'moved="2026-05-11" '), 'built')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx:11
        Expected <Session> with "moved", the days on which it was moved.
        Found 11am to 11pm, Wednesday 20 May 2026 moved on 2026-05-11, where the last build has 11am to 11pm, Tuesday 19 May 2026 after a move.
        Add moved="2026-05-11, 2026-05-12", so that readers see it and their calendars take the new time. If nobody has seen the earlier time, remove the folder dist and build again.

      1 problem. Nothing was changed."
    `);
    expect(
      await said(once, event(after, 'moved="2026-05-11, 2026-05-12" '), 'built'),
    ).toBeUndefined();
    expect(await said(once, event(before), 'sent')).toContain('Add moved="2026-05-12"');
  });

  it('may be changed freely in an edition that is yet to come out', async () => {
    const eve = new Date('2026-05-07T09:00:00+12:00');
    expect(await said(event(before), event(after), 'built', eve)).toBeUndefined();
    expect(await said(event(before), event(after), 'sent', eve)).toContain('Add moved=');
  });

  it('passes unchanged, and where nothing was built before', async () => {
    expect(await said(event(before), event(before), 'built')).toBeUndefined();
    expect(await said('Hi.', event(after), 'built')).toBeUndefined();
  });
});

describe('the sessions of a calendar file', () => {
  it('are read back as they were written, in the hour that comes twice, too', async () => {
    const twice = '2027-04-04T02:30';
    for (const start of [before, twice]) {
      const files = calendars(await read(event(start, 'moved="2026-05-11" ')), 'https://a.example');
      expect(toldSessions(files.get('/calendar/schools.ics') ?? '')).toMatchObject([
        { start, end: `${start.slice(0, 11)}23:00`, sequence: 1 },
      ]);
    }
  });
});
