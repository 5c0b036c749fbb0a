import { afterEach, describe, expect, it, vi } from 'vitest';
import { edition } from '../../testing/content/write-content.ts';
import { renderEdition } from '../../testing/editions/render-edition.ts';

afterEach(() => vi.unstubAllEnvs());

const text = `<Item id="report" title="Reports" action="action-required" due="2026-05-15" task="Send your report">

Send it.

</Item>

<Item id="ask" title="Ask" action="action-required">

Ask us.

</Item>

<Item id="hui" title="Come" action="save-the-date">

<Event id="drop-in" title="Drop-in" audience="Schools" mode="online" sameContent="yes">

<Session id="first" start="2026-05-19T11:00" end="2026-05-19T11:45" register="https://a.example/first" />

<Session id="second" start="2026-05-21T12:00" end="2026-05-21T12:45" register="https://a.example/second" />

</Event>

</Item>

<Item id="survey" title="Survey" action="have-your-say" due="2026-06-30">

<Survey title="survey" url="https://a.example/survey" closes="2026-06-30">

Tell us.

</Survey>

<Dates id="term" title="Key dates">

- <Day on="2026-05-20" /> Something
- <Period from="2026-06-01" to="2026-06-30" /> Something longer

</Dates>

</Item>`;

const later = edition('Kia ora.').replace('2026-05-08', '2026-11-06');
const on = (today: string, newer = false) =>
  renderEdition(text, today, newer ? { 'newsletters/2026-11-06.mdx': later } : {});

describe('the page of an edition', () => {
  it('on its own day says what is to come', async () => {
    const { words, page, differences } = await on('2026-05-08');
    expect(words).toContain('Friday 15 May 2026 Send your report');
    expect(words).toContain('Save the date: Tuesday 19 May at 11am and Thursday 21 May at midday');
    expect(words).not.toMatch(/\b(?:past|was due|over|closed|newer)\b/i);
    expect(page).toContain('https://a.example/first');
    expect(differences()).toEqual([]);
  });

  it('on a day between says what has been and what is still to come', async () => {
    const { words, page, differences } = await on('2026-05-20');
    expect(words).toContain('Was due Friday 15 May 2026 Send your report');
    expect(words).toContain('No set date Ask');
    expect(words).toContain('Past: due 15 May');
    expect(words).toContain('Save the date: Thursday 21 May at midday');
    expect(words).toContain('This session is over. Registration is closed.');
    expect(page).not.toContain('https://a.example/first');
    expect(page).toContain('https://a.example/second');
    expect(words).not.toContain('Add both sessions');
    expect(differences()).toEqual([]);
  });

  it('half a year later, with a newer edition, offers nothing that is past', async () => {
    const { words, page, differences } = await on('2026-11-28', true);
    expect(words).toContain('There is a newer edition');
    expect(page).toContain('href="/newsletters/2026-11-06/schools/"');
    expect(words).toContain('Nothing in this edition needs action from you any more.');
    expect(words).toContain('No date was set, so it may be closed Ask');
    expect(words).toContain('Past: Tuesday 19 May at 11am and Thursday 21 May at midday');
    expect(words).toContain('Action was required');
    expect(words).toContain('Closed Tuesday 30 June 2026');
    expect(words).toContain('Wednesday 20 May 2026 (past)');
    expect(page).not.toMatch(/a\.example\/(?:first|second|survey)/);
    expect(differences()).toEqual([]);
  });

  it('is held to its day: the words of another day are told', async () => {
    const { differences } = await on('2026-05-20');
    expect(differences('2026-05-22').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['word', 'link']),
    );
  });
});

describe('the bulletin of an edition', () => {
  it('keeps its bytes, whatever the day and whatever came after', async () => {
    const first = await on('2026-05-08');
    const last = await on('2026-11-28', true);
    expect(last.bulletin).toEqual(first.bulletin);
    expect(last.bulletin.text).toContain('https://a.example/first');
    expect(last.bulletin.text).toContain(
      'Save the date: Tuesday 19 May at 11am and Thursday 21 May at midday',
    );
  });
});
