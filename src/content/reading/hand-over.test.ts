import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { contentToHand, takeContent } from './hand-over.ts';
import { readContent } from './read-content.ts';

let content: Content;
beforeAll(async () => {
  content = await readContent(
    await writeContent({
      'newsletters/2026-05-08.mdx': edition('<Greeting mi="Kia ora koutou" />'),
      'guidance/families.mdx': guidance('Words.'),
    }),
  );
});

describe('handing over the content', () => {
  it('carries all of it but the lines', () => {
    const taken = takeContent(structuredClone(contentToHand(content)));
    expect(contentToHand(taken)).toEqual(contentToHand(content));
    expect(Object.keys(taken)).toEqual(Object.keys(content));
    expect(taken.guidance[0]?.lineOf(['title'])).toBe(1);
  });

  it('takes nothing else for content', () => {
    expect(() => takeContent('something')).toThrow();
    expect(() => takeContent({})).toThrow();
  });
});
