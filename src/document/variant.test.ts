import { contentOf } from '../testing/content/content-of.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../emails/text/flow.ts';
import { plainText } from '../../emails/plain-text.ts';
import { writeContent } from '../testing/content/write-content.ts';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { audienceIds } from '../publication/site.ts';
import type { Context } from '../rendering/context.ts';
import {
  randomEdition,
  randomGuidance,
  type Word,
} from '../testing/content/every-block-edition.ts';
import { outlineOf, toDo } from './outline.ts';
import { parseBody } from './parse-body.ts';
import type { Flow } from './tree.ts';
import { type Reader, variantFor } from './variant.ts';

const seeds = Array.from({ length: 150 }, (_, seed) => seed);
const readers = audienceIds().flatMap((audience) =>
  (['web', 'email'] as const).map((channel) => ({ audience, channel })),
);

const byEmail = readers.filter(({ channel }) => channel === 'email');

let good: Content;
beforeAll(async () => {
  good = await readContent(await writeContent());
});

const parse = (mdx: string, collection: string) =>
  parseBody(mdx, collection, (line, { found }) => {
    throw new Error(`line ${line}: ${found}\n${mdx}`);
  });

/** An edition of the seed, the content whose guidance it quotes, and every word with its readers. */
function editionOf(seed: number) {
  const edition = randomEdition(seed);
  const guidance = randomGuidance(seed + 7919);
  const quoted = parse(guidance.mdx, 'guidance');
  const content = { ...good, guidance: good.guidance.map((page) => ({ ...page, body: quoted })) };
  return {
    body: parse(edition.mdx, 'newsletters'),
    content,
    words: edition.words,
    allWords: [...edition.words, ...guidance.words],
  };
}

const contextFor = (content: Content, { audience }: Reader): Context => ({
  content,
  audience,
  level: 2,
  asAt: '2026-05-08',
  pageUrl: 'https://news.example/newsletters/2026-05-08/',
});

const mayRead = (word: Word, { audience, channel }: (typeof readers)[number]) =>
  word.audiences.includes(audience) && word.channels.includes(channel);

const found = (words: readonly Word[], output: string) =>
  words.filter(({ word }) => output.toLowerCase().includes(word)).map(({ word }) => word);

const leaks = (words: readonly Word[], output: string, reader: (typeof readers)[number]) =>
  found(
    words.filter((word) => !mayRead(word, reader)),
    output,
  );

describe('the variant of an edition for one reader', () => {
  it('holds every word for its reader and none for another', () => {
    for (const [seed, reader] of seeds.flatMap((each) =>
      readers.map((one) => [each, one] as const),
    )) {
      const { body, words } = editionOf(seed);
      const expected = words.filter((word) => mayRead(word, reader)).map(({ word }) => word);
      const output = JSON.stringify(variantFor(body, reader));
      expect(found(words, output), `seed ${seed}`).toEqual(expected);
    }
  });

  it('has nothing of another in its outline, tasks and text, quoted guidance included', () => {
    for (const [seed, reader] of seeds.flatMap((each) =>
      byEmail.map((one) => [each, one] as const),
    )) {
      const { body, content, allWords } = editionOf(seed);
      const variant = variantFor(body, reader);
      const outline = outlineOf(variant);
      expect(
        leaks(allWords, JSON.stringify([outline, toDo(outline)]), reader),
        `seed ${seed}`,
      ).toEqual([]);
      const context = contextFor(content, reader);
      const frame = {
        kind: 'edition' as const,
        title: 'News',
        subject: 'News',
        preheader: 'News',
        date: '2026-05-08',
        why: 'You asked.',
        Content: contentOf(body),
        whole: (written: readonly Flow[]) => written,
        body: variant,
        context,
        links: { unsubscribe: '/u', contact: '/c', privacy: '/p', copyright: '/c' },
      };
      expect(leaks(allWords, textOf(variant, context), reader), `seed ${seed}`).toEqual([]);
      expect(leaks(allWords, plainText(frame), reader), `seed ${seed}`).toEqual([]);
    }
  });

  it('for everybody on the web leaves out only what is for email', () => {
    for (const seed of seeds) {
      const { body, words } = editionOf(seed);
      const expected = words.filter(
        ({ audiences, channels }) => channels.includes('web') && audiences.length > 0,
      );
      const output = JSON.stringify(variantFor(body, { channel: 'web' }));
      expect(found(expected, output)).toEqual(expected.map(({ word }) => word));
      expect(
        found(
          words.filter(({ channels }) => !channels.includes('web')),
          output,
        ),
      ).toEqual([]);
    }
  });
});

describe('this test', () => {
  const leaking = (broken: (body: readonly Flow[], reader: Reader) => readonly Flow[]) =>
    seeds.filter((seed) => {
      const { body, content, allWords } = editionOf(seed);
      return readers.some((reader) => {
        const text = textOf(broken(body, reader), contextFor(content, reader));
        return leaks(allWords, text, reader).length > 0;
      });
    }).length;

  it('finds leaks where nothing is left out', () => {
    expect(leaking((body) => body)).toBeGreaterThan(seeds.length * 0.9);
  });

  it('finds leaks where only whole items and top blocks are left out', () => {
    const shallow = (body: readonly Flow[], reader: Reader) =>
      body.flatMap((node) => (variantFor([node], reader).length > 0 ? [node] : []));
    expect(leaking(shallow)).toBeGreaterThan(seeds.length * 0.5);
  });

  it('finds leaks where audiences are taken for one another', () => {
    const swapped = (body: readonly Flow[], { audience, channel }: Reader) =>
      variantFor(body, { audience: audience === 'schools' ? 'providers' : 'schools', channel });
    expect(leaking(swapped)).toBeGreaterThan(seeds.length * 0.5);
  });

  it('reaches quoted guidance that has parts for one audience', () => {
    const reached = seeds.filter((seed) => {
      const { body, content, allWords } = editionOf(seed);
      const narrow = allWords.filter(
        ({ word, audiences }) => word.startsWith('zqg') && audiences.length === 1,
      );
      return byEmail.some(
        (reader) =>
          found(narrow, textOf(variantFor(body, reader), contextFor(content, reader))).length > 0,
      );
    });
    expect(reached.length).toBeGreaterThan(10);
  });
});
