import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { type Opened, opened, written } from '../protocol/document.ts';
import { checked } from '../protocol/findings.ts';
import { choices } from '../protocol/choices.ts';
import { editingRoutes } from './editing-routes.ts';

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
  routes = editingRoutes({ folder });
});

const send = (method: string, to: string, body: unknown) =>
  routes.request(to, { method, body: JSON.stringify(body) });
const openIt = async (): Promise<Opened> =>
  opened.parse(await (await routes.request(`/document?path=${path}`)).json());
const onDisk = () => readFile(join(folder, path), 'utf8');

async function richOf() {
  const { rich, hash } = await openIt();
  if (!rich) throw new Error('It opened as text.');
  return { path, hash, ...rich };
}

describe('a document of the desk', () => {
  it('is saved as it was where nothing changed, and with what changed', async () => {
    const edit = await richOf();
    const same = await send('PUT', '/document', edit);
    expect(written.parse(await same.json())).toMatchObject({ outcome: 'saved', changed: false });
    edit.body[0] = { type: 'paragraph', children: [{ type: 'text', value: 'Hello.' }] };
    edit.fields = { ...edit.fields, summary: 'Another.' };
    const saved = written.parse(await (await send('PUT', '/document', edit)).json());
    const wanted = text
      .replace(/Kia ora.*/, 'Hello.')
      .replace('What this edition says.', 'Another.');
    expect(await onDisk()).toBe(wanted);
    expect(saved).toMatchObject({ changed: true, hash: (await openIt()).hash });
  });

  it('is not saved over what somebody else has written meanwhile', async () => {
    const edit = await richOf();
    await writeFile(join(folder, path), `${text}\nNew.\n`);
    const answer = await send('PUT', '/document', edit);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      outcome: 'changed-meanwhile',
      text: `${text}\nNew.\n`,
    });
    expect(await onDisk()).toBe(`${text}\nNew.\n`);
  });

  it('is not saved with a block or a prop that the contract does not have', async () => {
    const edit = await richOf();
    const item = edit.body[1];
    if (item?.type !== 'block') throw new Error('The item is no block.');
    item.props['onclick'] = 'alert(1)';
    item.children.push({ type: 'block', name: 'Script', props: {}, children: [] });
    const answer = await send('PUT', '/document', edit);
    expect(answer.status).toBe(422);
    expect(written.parse(await answer.json())).toMatchInlineSnapshot(`
      {
        "faults": [
          {
            "message": "Expected one of the blocks; found <Script>.",
            "path": "1.1",
            "remedy": "Remove it.",
          },
          {
            "message": "Expected only id, title, action, task, due, who, audience, topic, legal in <Item>; found "onclick".",
            "path": "1",
            "prop": "onclick",
            "remedy": "Remove it.",
          },
        ],
        "outcome": "refused",
      }
    `);
    expect(await onDisk()).toBe(text);
  });

  it('is saved with blocks that are not finished, and opened to finish them', async () => {
    const edit = await richOf();
    const item = edit.body[1];
    if (item?.type !== 'block') throw new Error('The item is no block.');
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
    expect((await send('PUT', '/document', edit)).status).toBe(200);
    const after = await onDisk();
    expect(after.slice(after.indexOf('<Item'))).toMatchInlineSnapshot(`
      "<Item id="one" action="for-information">

      Ask <Contact id="service-desk" />.

      <Callout title="Say &quot;no&quot; & go">

      Inside.

      </Callout>

      </Item>

      On <Day on="2026-02-31" />

      "
    `);
    const again = await richOf();
    const { props, ...others } = item;
    expect(again.body[1]).toEqual({ ...others, props });
    expect(again.body[2]).toMatchObject({ type: 'source' });
    const same = await send('PUT', '/document', again);
    expect(written.parse(await same.json())).toMatchObject({ changed: false });
    const callout = item.children.at(-1);
    if (callout?.type === 'block') callout.props['kind'] = 'note';
    item.props['title'] = 'One thing';
    const finished = { ...again, body: [again.body[0], item], fields: again.fields };
    expect((await send('PUT', '/document', finished)).status).toBe(200);
    expect((await openIt()).faults).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    [
      'another kind of node',
      { path, hash: '', fields: {}, body: [{ type: 'html', value: '<b>' }] },
    ],
    ['a key too many', { path, hash: '', fields: {}, body: [], extra: 1 }],
  ])('is refused where what comes is %s', async (_, body) => {
    const answer = await routes.request('/document', {
      method: 'PUT',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(answer.status).toBe(400);
  });

  it.each(['../secret.mdx', 'newsletters/../../a.mdx', 'site.yaml', 'newsletters/none.mdx'])(
    'has a path in the content folder, which %s is not',
    async (name) => {
      const answer = await routes.request(`/document?path=${encodeURIComponent(name)}`);
      expect(answer.status).toBe(404);
    },
  );

  it('opens as text where it cannot be parsed, and is saved as text', async () => {
    const broken = text.replace('</Item>', '<Item');
    await writeFile(join(folder, path), broken.replaceAll('\n', '\r\n'));
    const { rich, faults, hash, text: source } = await openIt();
    expect(rich).toBeUndefined();
    expect(faults).toHaveLength(1);
    const mended = { path, hash, text: source.replace('<Item\n', '</Item>\n') };
    expect((await send('PUT', '/document', mended)).status).toBe(200);
    expect(await onDisk()).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('keeps as source what the editor cannot hold, and says why', async () => {
    const strange = text
      .replace('Ask ', 'Ask ~~nobody~~ ')
      .replace('Kia ora.', '| a | b |\n\nKia ora.');
    await writeFile(join(folder, path), strange);
    const edit = await richOf();
    expect(JSON.stringify(edit.body)).toContain('"text":"Ask ~~nobody~~ <Contact');
    edit.body.push({ type: 'paragraph', children: [{ type: 'text', value: 'More.' }] });
    expect((await send('PUT', '/document', edit)).status).toBe(200);
    expect(await onDisk()).toBe(strange.replace(/<\/Item>\n+$/, '</Item>\n\nMore.\n\n'));
  });
});

describe('a check of what is being written', () => {
  it('finds what panui check would, each with its node, and writes nothing', async () => {
    const edit = await richOf();
    const item = edit.body[1];
    if (item?.type !== 'block') throw new Error('The item is no block.');
    item.children[0] = {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'Write to the Maori team, and ask ' },
        { type: 'block', name: 'Contact', props: { id: 'nobody' } },
      ],
    };
    item.props['title'] = 'Send by Friday 16 May 2026';
    const answer = await send('POST', '/check', edit);
    const { findings } = checked.parse(await answer.json());
    const short = findings.map(({ rule, words, path: at, prop, key, fix }) =>
      [rule, words, at ?? key, prop, fix].filter(Boolean).join(' | '),
    );
    expect(short).toMatchInlineSnapshot(`
      [
        "mail/preheader | And one to know. | bulletins.schools.preheader",
        "date/weekday-mismatch | Monday | 0",
        "date/weekday-mismatch | Friday | 1 | title",
        "document/refused | nobody | 1.0",
      ]
    `);
    expect(await onDisk()).toBe(text);
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
