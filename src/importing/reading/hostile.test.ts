import { deflateRawSync } from 'node:zlib';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BadInput } from '../../problems/problem.ts';
import { newNotes } from '../notes.ts';
import { wordsOf } from '../nodes.ts';
import { readSource } from './read-source.ts';
import { revealAddress } from './protected-address.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An archive of parts, each packed, whose names and sizes nobody has looked at. */
function zip(parts: Record<string, string | Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content));
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

async function refusalOf(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  const error: unknown = await readSource(file, newNotes()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BadInput)) throw new Error(`${name} was not refused.`, { cause: error });
  return error.message.replaceAll(/\S*panui-hostile-\w+\//g, '');
}

const document =
  '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Hi</w:t></w:r></w:p></w:body></w:document>';

it.each([
  ['bomb.docx', zip({ 'word/document.xml': Buffer.alloc(80_000_000, 'a') })],
  ['entities.docx', zip({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "aa">]>${document}` })],
  ['escape.docx', zip({ '../../evil.txt': 'x', 'word/document.xml': document })],
  ['cut.docx', zip({ 'word/document.xml': document }).subarray(0, 60)],
  ['other.docx', zip({ 'hello.txt': 'x' })],
  ['text.docx', 'only text'],
  ['word.txt', zip({ 'word/document.xml': document })],
  ['old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['empty.html', ' '],
  ['long.txt', Buffer.alloc(50_000_000, 'word ')],
  ['deep.html', '<div>'.repeat(100_000)],
  ['deep.md', `${'> '.repeat(5000)}x`],
  ['runs.docx', zip({ 'word/document.xml': '<w:p/>'.repeat(200_000) })],
  ['lines.txt', 'a\n\n'.repeat(6000)],
  ['picture.gif', 'GIF89a'],
  ['bytes.txt', Buffer.from([0x41, 0xff, 0xfe, 0x00])],
  ['nothing.eml', 'Subject: x\n\n'],
] as const)('refuses %s, and says why', async (name, content) => {
  expect(await refusalOf(name, content)).toMatchSnapshot();
});

it('refuses a file that is not there', async () => {
  await expect(readSource(join(folder, 'gone.txt'), newNotes())).rejects.toThrow(
    'none of this name',
  );
});

it('writes nothing while it reads', async () => {
  expect((await readdir(folder)).map((name) => basename(name))).not.toContain('evil.txt');
  expect(await readdir(join(folder, '..'))).not.toContain('evil.txt');
});

it('takes no script, handler or hidden words of a page, and reveals addresses that were protected', async () => {
  const file = join(folder, 'page.html');
  await writeFile(
    file,
    '<script>alert(1)</script><p onclick="alert(2)">Write to <a href="/cdn-cgi/l/email-protection#147054753a7a6e">[email&#160;protected]</a> <a href="javascript:alert(3)">now</a>.</p><p style="display:none">Secret</p>',
  );
  const notes = newNotes();
  const { flow } = await readSource(file, notes);
  expect(flow.map(wordsOf)).toEqual(['Write to d@a.nz now.']);
  expect(notes.leftOut.map(({ words, links, why }) => [words, links, why])).toMatchInlineSnapshot(`
    [
      [
        "",
        [
          "mailto:d@a.nz",
        ],
        "a link that writes or calls: d@a.nz stands in words or as a contact",
      ],
      [
        "",
        [
          "javascript:alert(3)",
        ],
        "the address of “now”, a link that runs a script",
      ],
      [
        "Secret",
        [],
        "hidden from readers",
      ],
    ]
  `);
});

it('reveals nothing where nothing was hidden', () => {
  expect(revealAddress('00112233')).toBeUndefined();
});
