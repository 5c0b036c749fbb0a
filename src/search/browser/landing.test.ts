import { describe, expect, it } from 'vitest';
import { plainly } from './understanding/concept.ts';
import { landingOf } from './landing.ts';
import { joinParts, nameParts, readParts } from '../page-parts.ts';

const parts = [
  { id: 'reasons', title: 'Respect family choice', words: 'Families need not explain.' },
  { id: 'apply', title: 'Leave applications to families', words: 'Writing can take some time.' },
  { id: 'wait', title: 'While you wait', words: 'A decision can take 4 to 6 weeks. Weeks pass.' },
];
const page = readParts({
  content: joinParts('For those who think about home education.', parts),
  meta: {
    title: 'Home education',
    aliases: 'homeschool. take out of school',
    parts: nameParts(parts),
  },
});
const landing = (...words: string[]) =>
  landingOf(
    page,
    words.map((word) => plainly(word.split(' '))),
  );

describe('the parts of a page in the index', () => {
  it('come back as they were put in', () => {
    expect(page.words).toBe('For those who think about home education.');
    expect(page.parts).toEqual(parts);
    expect(readParts({ content: 'Only words.', meta: { title: 'One' } })).toEqual({
      title: 'One',
      aliases: '',
      words: 'Only words.',
      parts: [],
    });
  });
});

describe('where on a page a result leads', () => {
  it('is the part that speaks most of what was asked, whatever the page is called', () => {
    expect(landing('home education', 'explain').part?.id).toBe('reasons');
    expect(landing('homeschool', 'applications').part?.id).toBe('apply');
  });

  it('is the page where it is what was asked for, by its name or another', () => {
    expect(landing('home education').part).toBeUndefined();
    expect(landing('take', 'school').part).toBeUndefined();
    expect(landing('nothing of this').part).toBeUndefined();
  });

  it('is not decided by a word of a longer name', () => {
    expect(landing('take').part).toBeDefined();
  });

  it('is the part with least besides, where two say the same', () => {
    expect(landing('take', 'families').part?.id).toBe('apply');
    expect(landing('weeks', 'take').part?.id).toBe('wait');
  });

  it('tells how much of what the page was found by is said there', () => {
    expect(landing('explain', 'weeks').says).toBe(0.5);
    expect(landing('home education', 'explain', 'weeks').says).toBeCloseTo(2 / 3);
    expect(landing('decision', 'weeks').says).toBe(1);
  });
});
