import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from './desk.ts';
import { createDeskApp } from './desk-app.ts';
import { readSettings } from '../../settings/settings.ts';
import { type TestDesk, deskOf } from '../../testing/content/desk-of.ts';
import { guidance } from '../../testing/content/write-content.ts';

const path = 'guidance/families.mdx';
const text = guidance('Families are welcome to read this.\n\nThey can write to us.');
let at: TestDesk;

beforeEach(async () => {
  // The line ends and the mark at its start of a file from Windows.
  at = await deskOf({
    [path]: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    'kupu.yaml': 'words:\n  - Māori\n',
  });
});

const onDisk = () => readFile(join(at.folder, path), 'utf8');
const page = async (query = '') => (await at.get(`/desk/write/${path}${query}`)).text();
const fieldOf = (html: string) =>
  /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(html)?.[1]?.replaceAll('&quot;', '"');
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(html)?.[1] ?? '';
const opened = async () => {
  const html = await page();
  return { hash: hidden(html, 'hash'), slot: hidden(html, 'slot') };
};
const wordsOf = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('a document that is saved', () => {
  it('keeps each byte where nothing was changed, and of all lines that say the same', async () => {
    const before = await onDisk();
    const open = await opened();
    // A form sends other line ends than were typed.
    const typed = text.replaceAll('\n', '\r\n');
    await at.post(`/desk/write/${path}`, { ...open, text: typed, save: 'yes' });
    expect(await onDisk()).toBe(before);
    const changed = typed.replace('write to us', 'ring us');
    const answer = await at.post(`/desk/write/${path}`, { ...open, text: changed, save: 'yes' });
    expect(answer.status).toBe(303);
    expect(await onDisk()).toBe(before.replace('write to us', 'ring us'));
  });

  it('is never written over what somebody else saved meanwhile: both are shown, to choose', async () => {
    const open = await opened();
    const mine = text.replace('welcome', 'always welcome');
    await at.post(`/desk/typed/keep/${path}`, { ...open, text: mine });
    const theirs = text
      .replace('welcome', 'warmly welcome')
      .replace('title: Working', 'title: Talking');
    await writeFile(join(at.folder, path), theirs);
    const answer = await at.post(`/desk/write/${path}`, { ...open, text: mine, save: 'yes' });
    expect(answer.status).toBe(409);
    expect(await onDisk()).toBe(theirs);
    const html = await answer.text();
    expect(wordsOf(html)).toContain('Both of you changed one part: choose what stands there.');
    expect(wordsOf(html)).toContain('Theirs title: Talking with families');
    const order = { ...open, text: mine, theirs: hidden(html, 'theirs'), merge: 'yes' };
    await at.post(`/desk/write/${path}`, { ...order, 'choice-0': 'mine' });
    expect(await onDisk()).toBe(mine.replace('title: Working', 'title: Talking'));
    expect(await opened()).not.toMatchObject({ hash: open.hash });
  });

  it('asks once more where the file changes while somebody chooses', async () => {
    const open = await opened();
    const order = { ...open, text: text.replace('us', 'me'), theirs: open.hash, merge: 'yes' };
    await writeFile(join(at.folder, path), text.replace('us', 'them'));
    expect((await at.post(`/desk/write/${path}`, order)).status).toBe(409);
    expect(await onDisk()).toContain('write to them');
  });
});

describe('what is typed and not saved', () => {
  const typed = text.replace('welcome', 'always welcome');

  it('is there again after the desk was killed, and says so', async () => {
    const open = await opened();
    await at.post(`/desk/typed/keep/${path}`, { ...open, text: typed });
    const settings = readSettings({ PANUI_CONTENT: at.folder, PANUI_DATA: at.data });
    const anew = createDeskApp(
      createDesk(
        () => settings,
        () => undefined,
      ),
      () => undefined,
    );
    const headers = { Cookie: 'panui-desk-name=Hana' };
    const answer = await anew.request(`http://localhost/desk/write/${path}`, { headers });
    const html = await answer.text();
    expect(fieldOf(html)).toBe(typed);
    expect(wordsOf(html)).toMatch(/This is what you typed at 9am.* and have not saved\./);
    expect(hidden(html, 'slot')).toBe(open.slot);
  });

  it('is gone once it is saved, or its author goes back', async () => {
    const open = await opened();
    await at.post(`/desk/typed/keep/${path}`, { ...open, text: typed });
    await at.post(`/desk/write/${path}`, { ...open, text: typed, save: 'yes' });
    expect(wordsOf(await page())).toContain('All of it is saved.');
    const again = await opened();
    await at.post(`/desk/typed/keep/${path}`, { ...again, text });
    await at.post(`/desk/write/${path}`, { ...again, text, discard: 'yes' });
    expect(fieldOf(await page())).toBe(typed);
  });

  it('of another person is not taken for one’s own, and can be opened', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: 'panui-desk-name=Wiremu' };
    const body = new URLSearchParams({ ...(await opened()), text: typed });
    await at.ask(`/desk/typed/keep/${path}`, { method: 'POST', headers, body });
    const html = await page();
    expect(fieldOf(html)).toBe(text);
    expect(wordsOf(html)).toContain('Wiremu typed something here at 9am that is not saved.');
    const slot = /data-slot="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(fieldOf(await page(`?slot=${slot}`))).toBe(typed);
  });

  it('leads nowhere outside the desk’s own folder', async () => {
    const body = { hash: 'x', slot: '../../x', text };
    await expect(at.post(`/desk/typed/keep/${path}`, body)).rejects.toThrow();
    const out = await at.post('/desk/typed/keep/..%2F..%2Fpackage.json', { ...body, slot: 'x' });
    expect(out.status).toBe(422);
    expect((await at.get('/desk/write/..%2Fpackage.json')).status).toBe(422);
  });
});

describe('two windows on one document', () => {
  it('see each other’s name, and that the other has saved', async () => {
    const [mine, theirs] = [await opened(), { ...(await opened()), slot: 'other' }];
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: 'panui-desk-name=Wiremu' };
    const body = new URLSearchParams(theirs);
    await at.ask(`/desk/typed/here/${path}`, { method: 'POST', headers, body });
    const here = async () => (await at.post(`/desk/typed/here/${path}`, mine)).json();
    expect(await here()).toEqual({ words: 'Wiremu has this open too.', changed: false });
    await writeFile(join(at.folder, path), text);
    expect(await here()).toMatchObject({ changed: true });
  });
});

describe('what the checks say', () => {
  const faulty = text.replace('They can write to us.', 'Maori families write on 8th of May 2026.');

  it('stands beside the text as it is typed, as `panui check` says it', async () => {
    const typed = { ...(await opened()), text: faulty };
    const html = await (await at.post(`/desk/typed/check/${path}`, typed)).text();
    expect(wordsOf(html)).toMatch(/Warning line 12 Write “Māori”, not “Maori”/);
    expect(await onDisk()).not.toContain('Maori');
  });

  it('is mended one by one or all at once, where that is safe', async () => {
    const open = await opened();
    const order = { ...open, text: faulty };
    await at.post(`/desk/write/${path}`, { ...order, mend: '12:1' });
    expect(fieldOf(await page())).toBe(faulty.replace('Maori', 'Māori'));
    await at.post(`/desk/write/${path}`, { ...order, mend: 'all' });
    expect(fieldOf(await page())).toBe(
      faulty.replace('Maori', 'Māori').replace('8th of May', '8 May'),
    );
    expect(await onDisk()).not.toContain('Māori');
  });

  it('is let stand with a reason and a name, and only with both', async () => {
    const order = {
      ...(await opened()),
      text,
      'rule-x': 'read/passive',
      'words-x': 'was done',
      'reason-x': '',
      acknowledge: 'x',
    };
    await at.post(`/desk/write/${path}`, order);
    expect(fieldOf(await page())).toBe(text);
    await at.post(`/desk/write/${path}`, { ...order, 'reason-x': 'It is a “quotation”: theirs.' });
    expect(fieldOf(await page())).toBe(
      text.replace(
        'nextReview: 2027-05-03\n',
        `nextReview: 2027-05-03
acks:
  - rule: read/passive
    words: was done
    reason: "It is a “quotation”: theirs."
    by: Hana
`,
      ),
    );
  });
});

describe('a draft', () => {
  const asDraft = (words: string) => guidance(words).replace('title:', 'state: draft\ntitle:');

  it('becomes ready by a person, where no error stands in it', async () => {
    await writeFile(join(at.folder, path), asDraft('Families are welcome.'));
    expect(wordsOf(await page())).toContain('Make it ready');
    const html = await (await at.get(`/desk/ready/${path}`)).text();
    expect(wordsOf(html)).toContain('Yes, it is ready');
    await at.post(`/desk/ready/${path}`, { hash: hidden(html, 'hash') });
    expect(await onDisk()).toBe(guidance('Families are welcome.'));
    await at.post(`/desk/write/${path}`, {
      ...(await opened()),
      text: await onDisk(),
      draft: 'yes',
    });
    expect(await onDisk()).toBe(asDraft('Families are welcome.'));
  });

  it.each([
    ['an error', 'TBC: say who is welcome.', false],
    ['something unsaved', 'Families are welcome.', true],
  ])('does not with %s', async (_, words, typesOn) => {
    await writeFile(join(at.folder, path), asDraft(words));
    const open = await opened();
    if (typesOn) await at.post(`/desk/typed/keep/${path}`, { ...open, text: asDraft('More.') });
    const html = await (await at.get(`/desk/ready/${path}`)).text();
    expect(wordsOf(html)).not.toContain('Yes, it is ready');
    await at.post(`/desk/ready/${path}`, { hash: open.hash });
    expect(await onDisk()).toContain('state: draft');
  });
});

it('opens a document that cannot be parsed, with what keeps it from that', async () => {
  await writeFile(join(at.folder, path), guidance('<Item id="x"\n\n{1 + 1}'));
  const html = await page();
  expect(html).toContain('&lt;Item id=&quot;x&quot;');
  expect(wordsOf(html)).toMatch(/Error line \d+/);
});
