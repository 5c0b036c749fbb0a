import { glob, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeFlow } from '../../../document/write/write-flow.ts';
import { cleanPassages } from '../../../testing/editions/clean-passages.ts';
import { randomDocument } from '../../../testing/editions/random-document.ts';
import { randomEdition } from '../../../testing/editions/random-edition.ts';
import { randomFrom } from '../../../testing/random-from.ts';
import { blockShapes } from '../../editing/block-shapes.ts';
import { openDocument } from '../../editing/open-document.ts';
import { writeEdited } from '../../editing/write-edited.ts';
import { type Edited, edited, type Opened, opened } from '../../protocol/document.ts';
import { fromTree } from './from-tree.ts';
import { makeSchema } from './make-schema.ts';
import { toTree } from './to-tree.ts';

const folder = fileURLToPath(new URL('../../../../content', import.meta.url));
const shapes = blockShapes();

interface Sample {
  path: string;
  original: string;
  container: string;
}

const fileOf = (path: string, original: string, container = 'newsletters'): Sample => ({
  path,
  original,
  container,
});
const header = '---\ndate: 2026-05-08 # the day\nsummary: "Words"\n---\n\n';
const samples: Sample[] = [];
for await (const file of glob(`${folder}/**/*.mdx`)) {
  const place = basename(dirname(file));
  const container = place === 'known-issues' ? 'knownIssues' : place;
  samples.push(fileOf(basename(file), await readFile(file, 'utf8'), container));
}
const corpus = Object.entries(cleanPassages).map(([name, body]) =>
  fileOf(name, `${header}${body}\n`),
);
const randoms = Array.from({ length: 160 }, (_, seed) => {
  const text =
    seed % 2 === 0
      ? randomEdition(seed, '2026-05-08')
      : `${header}${writeFlow(randomDocument(seed))}\n`;
  return fileOf(`random ${seed}`, seed % 3 === 0 ? text.replaceAll('\n', '\r\n') : text);
});

/** Through JSON, as it goes to the browser and back. */
const send = ({ original, ...file }: Sample): Opened => {
  const kind = { ...file, schema: z.looseObject({}) };
  return opened.parse(JSON.parse(JSON.stringify(openDocument(kind, original))));
};

function openRich(file: Sample) {
  const { rich } = send(file);
  if (!rich) throw new Error(`${file.path} opens as text alone.`);
  const schema = makeSchema(shapes, file.container);
  return fromTree(schema, rich.fields, rich.body);
}

function save(file: Sample, doc: Node, { origins }: ReturnType<typeof openRich>): string {
  const { fields, body } = toTree(doc, origins);
  const sent: Edited = edited.parse(
    JSON.parse(JSON.stringify({ path: file.path, base: file.original, fields, body })),
  );
  const written = writeEdited(file.container, sent);
  if ('faults' in written) throw new Error(JSON.stringify(written.faults));
  return written.text;
}

const linesOf = (text: string) => text.split(/\r?\n/);

describe('a document that is opened and saved', () => {
  it.each([
    ['of the sample', samples, 22],
    ['of the corpus', corpus, 40],
    ['of chance', randoms, 160],
  ])('keeps every byte: %s', (_, files, least) => {
    expect(files.length).toBeGreaterThanOrEqual(least);
    for (const file of files) {
      const opening = openRich(file);
      expect(save(file, opening.doc, opening) === file.original, file.path).toBe(true);
    }
  });
});

it('changes the lines of the paragraph or heading in which a word is typed, and no others', () => {
  const random = randomFrom(7);
  let changed = 0;
  for (const file of [...samples, ...corpus, ...randoms]) {
    const opening = openRich(file);
    const ends: number[] = [];
    opening.doc.descendants((node, pos) => {
      const typed = node.type.name === 'paragraph' || node.type.name === 'heading';
      if (typed && node.content.size > 0) ends.push(pos + 1);
    });
    const at = ends[Math.floor(random() * ends.length)];
    if (at === undefined) continue;
    const state = EditorState.create({ doc: opening.doc });
    const { doc } = state.apply(state.tr.insertText('Typed ', at));
    const [before, after] = [linesOf(file.original), linesOf(save(file, doc, opening))];
    const head = before.findIndex((line, index) => line !== after[index]);
    const tail = before.toReversed().findIndex((line, index) => line !== after.at(-1 - index));
    const typed = after.slice(head, after.length - tail);
    const lost = before.slice(head, before.length - tail);
    expect(typed.join('\n'), file.path).toContain('Typed ');
    // A paragraph is on one line, or on as many as its author broke it into.
    expect(
      lost.some((line) => line === ''),
      file.path,
    ).toBe(false);
    changed += 1;
  }
  expect(changed).toBeGreaterThan(220);
});
