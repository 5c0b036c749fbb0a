import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../blocks/contract.ts';
import { correctionSchema } from '../../schemas/correction.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { asText, type Edited, opened } from '../protocol/document.ts';
import { checkIn } from '../../testing/desk/check-in.ts';
import { checked } from '../protocol/findings.ts';
import { choices } from '../protocol/choices.ts';
import { editingRoutes } from './editing-routes.ts';
import { formOf } from './form-of.ts';
import { gatherChoices } from './gather-choices.ts';

const path = 'newsletters/2026-05-08.mdx';
const text = edition(`
Kia ora. Your invoice is due on Monday 15 May 2026.

<Item id="one" title="One thing" action="for-information">

Ask <Contact id="service-desk" />.

</Item>
`);

let folder: string;
let routes: ReturnType<typeof editingRoutes>;
beforeEach(async () => {
  folder = await writeContent({ [path]: text });
  routes = editingRoutes({ folder, check: checkIn(folder) });
});

const send = (to: string, body: unknown) =>
  routes.request(to, { method: 'POST', body: JSON.stringify(body) });
const open = async (base = text) =>
  opened.parse(await (await send('/open', { path, text: base })).json());

async function openRich(base = text): Promise<Edited> {
  const { rich } = await open(base);
  if (!rich) throw new Error('It opened as text.');
  return { path, base, ...rich };
}

const blockAt = (edit: Edited, index: number) => {
  const node = edit.body[index];
  if (node?.type !== 'block') throw new Error('It is no block.');
  return node;
};

async function write(edit: Edited): Promise<string> {
  const written = asText.parse(await (await send('/text', edit)).json());
  if ('faults' in written) throw new Error(JSON.stringify(written.faults));
  return written.text;
}

describe('a document of the desk', () => {
  it('is written as it was where nothing changed, and with what changed', async () => {
    const edit = await openRich();
    expect(await write(edit)).toBe(text);
    edit.body[0] = { type: 'paragraph', children: [{ type: 'text', value: 'Hello.' }] };
    edit.fields = { ...edit.fields, summary: 'Another.' };
    expect(await write(edit)).toBe(
      text.replace(/Kia ora.*/, 'Hello.').replace('What this edition says.', 'Another.'),
    );
  });

  it('is not written with a block or a prop that the contract does not have', async () => {
    const edit = await openRich();
    const item = blockAt(edit, 1);
    item.props['onclick'] = 'alert(1)';
    item.children.push({ type: 'block', name: 'Script', props: {}, children: [] });
    const answer = await send('/text', edit);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchInlineSnapshot(`
      {
        "faults": [
          {
            "message": "Expected one of the blocks; found <Script>.",
            "path": "1.1",
            "remedy": "Remove it.",
          },
          {
            "message": "Expected only id, title, action, task, due, who, audience, mi, topic, legal in <Item>; found "onclick".",
            "path": "1",
            "prop": "onclick",
            "remedy": "Remove it.",
          },
        ],
      }
    `);
  });

  it('is written with blocks that are not finished, and opened to finish them', async () => {
    const edit = await openRich();
    const item = blockAt(edit, 1);
    delete item.props['title'];
    item.children.push({
      type: 'block',
      name: 'Callout',
      props: { title: 'Say "no" & go' },
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Inside.' }] }],
    });
    edit.body.push({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'On ' },
        { type: 'block', name: 'Day', props: { on: '2026-02-31' } },
      ],
    });
    const unfinished = await write(edit);
    expect(unfinished.slice(unfinished.indexOf('<Item'))).toMatchInlineSnapshot(`
      "<Item id="one" action="for-information">

      Ask <Contact id="service-desk" />.

      <Callout title="Say &quot;no&quot; & go">

      Inside.

      </Callout>

      </Item>

      On <Day on="2026-02-31" />

      "
    `);
    const again = await openRich(unfinished);
    expect(again.body[1]).toEqual(item);
    expect(again.body[2]).toMatchObject({ type: 'source' });
    expect(await write(again)).toBe(unfinished);
    const callout = item.children.at(-1);
    if (callout?.type === 'block') callout.props['kind'] = 'note';
    item.props['title'] = 'One thing';
    const finished = await write({ ...again, body: [...again.body.slice(0, 1), item] });
    expect((await open(finished)).faults).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    [
      'another kind of node',
      { path, base: '', fields: {}, body: [{ type: 'html', value: '<b>' }] },
    ],
    ['a key too many', { path, base: '', fields: {}, body: [], extra: 1 }],
  ])('is refused where what comes is %s', async (_, body) => {
    const answer = await routes.request('/text', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(answer.status).toBe(400);
  });

  it('is refused where it goes deeper than any document', async () => {
    const levels = 20_000;
    const open = '{"type":"quote","children":['.repeat(levels);
    const answer = await routes.request('/text', {
      method: 'POST',
      body: `{"path":"${path}","base":"","fields":{},"body":[${open}${']}'.repeat(levels)}]}`,
    });
    expect(answer.status).toBe(400);
  });

  it.each(['../secret.mdx', 'newsletters/../../a.mdx', 'site.yaml', 'other/none.mdx'])(
    'has a path in the content folder, which %s is not',
    async (name) => {
      expect((await send('/open', { path: name, text })).status).toBe(404);
    },
  );

  it('opens as text where it cannot be parsed, and says where', async () => {
    const { rich, faults } = await open(text.replace('</Item>', '<Item'));
    expect(rich).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect((await open(text.replace('date: ', 'date: ['))).rich).toBeUndefined();
    expect((await open('Words alone.\n')).faults).toMatchObject([{ line: 1 }]);
  });

  it('keeps as source what the editor cannot hold', async () => {
    const strange = text.replace('Ask ', 'Ask ~~nobody~~ ').replaceAll('\n', '\r\n');
    const edit = await openRich(strange);
    expect(JSON.stringify(edit.body)).toContain('"text":"Ask ~~nobody~~ <Contact');
    edit.body.push({ type: 'paragraph', children: [{ type: 'text', value: 'More.' }] });
    expect(await write(edit)).toBe(strange.replace('</Item>\r\n', '</Item>\r\n\r\nMore.\r\n'));
  });

  it('takes no source that it does not have', async () => {
    const edit = await openRich();
    edit.body.push({ type: 'source', from: 3, to: 9, text: '<script>' });
    expect((await send('/text', edit)).status).toBe(422);
  });
});

describe('a check of what is being written', () => {
  it('finds what panui check would, each with its node, and writes nothing', async () => {
    const edit = await openRich();
    const item = blockAt(edit, 1);
    item.children.push({ type: 'block', name: 'Callout', props: {}, children: [] });
    item.children[0] = {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'Write to the Maori team, and ask ' },
        { type: 'block', name: 'Contact', props: { id: 'nobody' } },
      ],
    };
    item.props['title'] = 'Send by Friday 16 May 2026';
    const answer = await send('/check', edit);
    const { findings } = checked.parse(await answer.json());
    const short = findings.map(({ rule, words, message, path: at, prop, key, fix }) =>
      [rule, words || message, at ?? key, prop, fix].filter(Boolean).join(' | '),
    );
    expect(short).toMatchInlineSnapshot(`
      [
        "mail/preheader | And one to know. | bulletins.schools.preheader",
        "date/weekday-mismatch | Monday | 0",
        "date/weekday-mismatch | Friday | 1 | title",
        "document/refused | nobody | 1.0",
        "document/refused | “Callout” is not finished. | 1.1",
      ]
    `);
    expect(await readFile(join(folder, path), 'utf8')).toBe(text);
  });
});

it('offers what the content folder has to pick from', async () => {
  const offered = choices.parse(await (await routes.request('/choices')).json());
  expect(offered.contact).toEqual([
    { value: 'service-desk', label: 'Service Desk', detail: '0800 555 010, desk@ministry.example' },
  ]);
  expect(offered['known-issue']).toMatchObject([{ value: 'ki-001', label: 'A case is missing' }]);
  expect(offered.link).toContainEqual({
    value: '/guidance/families/',
    label: 'Working with families',
    detail: 'Guidance',
  });
});

it('offers the principles of each guidance page, and the editions and items that can be corrected', async () => {
  const here = await writeContent({
    'guidance/families.mdx': guidance(
      '<Principle id="ask-first" title="Ask first">\n\nAsk.\n\n</Principle>',
    ),
    'newsletters/2026-05-08.mdx': edition(
      '<Item id="invoices" title="Invoices" action="for-information">\n\nSend them.\n\n</Item>',
    ),
  });
  const { principle, corrected } = await gatherChoices(here);
  await rm(here, { recursive: true });
  expect(principle).toEqual([{ value: 'ask-first', label: 'Ask first', of: 'families' }]);
  expect(corrected).toEqual([
    { value: '2026-05-08', label: 'Edition of 8 May 2026', detail: 'the whole of it' },
    { value: '2026-05-08#invoices', label: 'Invoices', detail: '8 May 2026' },
  ]);
  const { properties } = formOf(contract.Guidance.props);
  expect(properties?.['principle']?.asked).toBe('principle');
  expect(formOf(correctionSchema).properties?.['corrects']?.asked).toBe('corrected');
});

describe('a picture', () => {
  const drop = (name: string, bytes: Buffer) =>
    routes.request(`/picture?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
    });

  it('is kept under a name that can be an address, once', async () => {
    const { png } = await import('../../testing/content/pictures.ts');
    const bytes = png(20, 10);
    expect(await (await drop('Who sees Māori.PNG', bytes)).json()).toEqual({
      file: 'who-sees-maori.png',
    });
    expect(await (await drop('who sees maori.png', bytes)).json()).toEqual({
      file: 'who-sees-maori.png',
    });
    expect(await (await drop('who-sees-maori.png', png(30, 10))).json()).toEqual({
      file: 'who-sees-maori-2.png',
    });
    const shown = await routes.request('/picture/who-sees-maori.png');
    expect(shown.headers.get('Content-Type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is refused in words where it cannot be published', async () => {
    expect(await (await drop('a.webp', Buffer.from('RIFF'))).json()).toMatchInlineSnapshot(`
      {
        "message": "Expected a picture in PNG or JPEG; found WebP.",
        "remedy": "Save it as PNG (drawings) or JPEG (photographs), and drop that file here.",
      }
    `);
    expect(await (await drop('a.png', Buffer.from('<svg>'))).json()).toMatchInlineSnapshot(`
      {
        "message": "Expected a PNG picture under the name a.png; found a file of another kind.",
        "remedy": "Save it again as PNG: another name does not change what is inside.",
      }
    `);
  });
});
