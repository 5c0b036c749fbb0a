import { glob, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { randomDocument } from '../../testing/editions/random-document.ts';
import { randomEdition } from '../../testing/editions/random-edition.ts';
import { randomFrom } from '../../testing/random-from.ts';
import { frontMatterOf } from '../yaml/front-matter.ts';
import { parseBody } from '../parse-body.ts';
import { plainText } from '../plain-text.ts';
import { type Block, type Flow, type Inline, unwritten as at } from '../tree.ts';
import type { Fields } from './edit-fields.ts';
import { comparedWords } from './same-words.ts';
import { writeDocument } from './write-document.ts';
import { writeFlow } from './write-flow.ts';

interface Sample {
  name: string;
  collection: string;
  text: string;
}

const sampleFolder = fileURLToPath(new URL('../../../content', import.meta.url));
const samples: Sample[] = [];
for await (const file of glob(`${sampleFolder}/**/*.mdx`)) {
  const folder = basename(dirname(file));
  samples.push({
    name: `${folder}/${basename(file)}`,
    collection: folder === 'known-issues' ? 'knownIssues' : folder,
    text: await readFile(file, 'utf8'),
  });
}
const randoms: Sample[] = Array.from({ length: 200 }, (_, seed) => ({
  name: `random ${seed}`,
  collection: 'newsletters',
  text:
    seed % 2 === 0
      ? randomEdition(seed, '2026-05-08')
      : `---\ndate: 2026-05-08\n---\n\n${writeFlow(randomDocument(seed))}\n`.normalize('NFC'),
}));

const bodyOf = ({ text, collection }: Sample): Flow[] =>
  parseBody(plainText(text), collection, () => undefined);

const fieldsOf = (text: string): Fields =>
  parseDocument(frontMatterOf(plainText(text))?.yaml ?? '', { schema: 'failsafe' }).toJS();

/** The same text as other programs save it. */
const asSaved: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with a mark at the very start': (text) => `\uFEFF${text}`,
  'with macrons as two characters': (text) => text.normalize('NFD'),
  'with mixed line ends': (text) => text.replace('\n', '\r\n'),
};

describe('a document in which nothing changed', () => {
  it.each(Object.keys(asSaved))('keeps every byte, %s', (how) => {
    for (const sample of [...samples, ...randoms]) {
      const text = asSaved[how]?.(sample.text) ?? '';
      // A tree of its own, as an editor gives it.
      const body = structuredClone(bodyOf(sample));
      const written = writeDocument(text, sample.collection, { fields: fieldsOf(text), body });
      expect(written === text, sample.name).toBe(true);
    }
    expect(samples.length).toBeGreaterThan(20);
  });
});

/** Lines of `before` that are no longer there, and new ones, as the longest part in between. */
function changedLines(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old.at(-1 - tail) === now.at(-1 - tail)
  )
    tail++;
  return {
    removed: old.slice(head, old.length - tail),
    added: now.slice(head, now.length - tail),
  };
}

const text = (value: string): Inline => ({ type: 'text', value, at });

/** Every row of nodes in a text, with the node it stands in. */
function* rows(nodes: Flow[]): Generator<Flow[]> {
  yield nodes;
  for (const node of nodes) {
    if (node.type === 'list') for (const item of node.items) yield* rows(item);
    else if (node.type === 'block' || node.type === 'quote') yield* rows(node.children);
  }
}

describe('a document with something in it that reading refuses', () => {
  const source =
    '---\r\ndate: 2026-05-08\r\n---\r\n\r\nOne\r\n\r\n```\r\na\r\n```\r\n\r\n<b>x</b>\r\n\r\nTwo\r\n';
  const sample: Sample = { name: 'refused', collection: 'newsletters', text: source };

  it('keeps it where another part changes, and takes out what is taken out', () => {
    const body = bodyOf(sample);
    const added = [...body, { type: 'paragraph', children: [text('Three')], at } satisfies Flow];
    expect(writeDocument(source, 'newsletters', { body: added })).toBe(`${source}\r\nThree\r\n`);
    const code = body.find(({ type }) => type === 'refused');
    const without = body.filter((node) => node !== code);
    expect(writeDocument(source, 'newsletters', { body: without })).toBe(
      source.replace('```\r\na\r\n```\r\n\r\n', ''),
    );
  });
});

it('puts the first words into a document that has none, and takes out the last', () => {
  const empty = '---\ndate: 2026-05-08\n---\n';
  const body: Flow[] = [{ type: 'paragraph', children: [text('One')], at }];
  const written = writeDocument(empty, 'newsletters', { body });
  expect(written).toBe(`${empty}\nOne\n`);
  expect(writeDocument(written, 'newsletters', { body: [] })).toBe(empty);
});

/** Of two lists in a row the second has other marks: where there are such, marks do not count. */
function marksOf(body: Flow[], ...texts: [string, string]): [string, string] {
  const adjoin = body.some((node, at) => node.type === 'list' && body[at + 1]?.type === 'list');
  const alike = (one: string) =>
    one.replaceAll(/^([> ]*)[*-](?= |$)/gm, '$1-').replaceAll(/^([> ]*\d+)[.)](?= |$)/gm, '$1.');
  return adjoin ? [alike(texts[0]), alike(texts[1])] : texts;
}

describe('one change in a document', () => {
  const random = randomFrom(12);
  const below = (count: number) => Math.floor(random() * count);
  const documents = [...samples, ...samples, ...samples, ...randoms];

  it.each([
    ['words', documents.length - 10],
    ['removed', documents.length],
    ['inserted', documents.length],
    ['moved', documents.length],
    ['prop', documents.length / 2],
    ['item', documents.length / 2],
  ] as const)(
    'is read back from every document, and changes the lines of that node and no others: %s',
    (kind, least) => {
      let claimed = 0;
      for (const sample of documents) {
        const old = bodyOf(sample);
        const body = structuredClone(old);
        const all = [...rows(body)];
        let own: string[] = [];
        const source = plainText(sample.text);
        const slice = (node: Flow) => source.slice(node.at.from, node.at.to).split('\n');
        if (kind === 'words') {
          const found = all
            .flat()
            .filter((node) => node.type === 'paragraph' || node.type === 'heading');
          const node = found[below(found.length)];
          if (!node) continue;
          own = slice(node);
          node.children.push(text(' and www.new.example *words*'));
        } else if (kind === 'prop') {
          const found = all.flat().filter((node): node is Block => node.type === 'block');
          const titled = found.filter((node) => 'title' in node.props);
          const node = titled[below(titled.length)];
          if (!node) continue;
          own = source.slice(node.at.from, node.tag.to).split('\n');
          Object.assign(node.props, { title: 'A new “title” & "more"' });
        } else if (kind === 'item') {
          const lists = all.flat().filter((node) => node.type === 'list' && !node.ordered);
          const list = lists[below(lists.length)];
          if (list?.type !== 'list') continue;
          own = slice(list);
          list.items.push([{ type: 'paragraph', children: [text('A new entry')], at }]);
        } else if (kind === 'inserted') {
          body.splice(below(body.length + 1), 0, {
            type: 'paragraph',
            children: [text('- A new paragraph')],
            at,
          });
        } else {
          const [node] = body.splice(below(body.length), 1);
          if (!node) continue;
          if (kind === 'removed') own = slice(node);
          else body.splice(below(body.length + 1), 0, node);
        }
        const written = writeDocument(sample.text, sample.collection, { body });
        const again = bodyOf({ ...sample, text: written });
        expect(comparedWords(again), sample.name).toBe(comparedWords(body));
        claimed++;
        const [before, after] = marksOf(body, sample.text, written);
        if (kind === 'moved') {
          expect(after.split('\n').toSorted(), sample.name).toEqual(before.split('\n').toSorted());
        } else {
          const { removed } = changedLines(before, after);
          const ownLines = own.filter((line) => line !== '');
          expect(
            removed.filter((line) => line !== '' && !ownLines.some((one) => line.includes(one))),
            sample.name,
          ).toEqual([]);
        }
      }
      // All but those that hold nothing of the kind.
      expect(claimed).toBeGreaterThanOrEqual(least);
    },
  );
});
