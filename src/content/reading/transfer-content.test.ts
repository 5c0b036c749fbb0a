import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { contentToTransfer, receiveContent } from './transfer-content.ts';
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
    const taken = receiveContent(structuredClone(contentToTransfer(content)));
    expect(contentToTransfer(taken)).toEqual(contentToTransfer(content));
    expect(Object.keys(taken)).toEqual(Object.keys(content));
    expect(taken.guidance[0]?.lineOf(['title'])).toBe(1);
  });

  it('takes nothing else for content', () => {
    expect(() => receiveContent('something')).toThrow();
    expect(() => receiveContent({})).toThrow();
  });
});
