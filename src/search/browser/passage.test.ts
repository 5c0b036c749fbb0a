import { describe, expect, it } from 'vitest';
import { plainly } from './understanding/concept.ts';
import { passage, shareOf } from './passage.ts';

const filler = 'Nothing of note stands in this sentence at all. '.repeat(12);
const shown = (content: string, ...words: string[]) =>
  passage(
    content,
    words.map((word) => plainly([word])),
  )
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');

describe('the passage of a result', () => {
  it('is where most of the words stand, from the start of a sentence', () => {
    const text = `${filler}Send your invoice to accounts payable by Friday. ${filler}`;
    expect(shown(text, 'invoice', 'friday')).toMatch(
      /^… Send your \[invoice\] to accounts payable by \[Friday\]\. .* …$/,
    );
  });

  it('marks other endings, macrons and hyphens of what was looked for', () => {
    expect(shown('Whānau merged the drop-in cases.', 'whanau', 'merging', 'dropin')).toBe(
      '[Whānau] [merged] the [drop-in] cases.',
    );
  });

  it('marks times, days and amounts however they are written', () => {
    expect(shown('We meet at 7:45am on 12 May and pay 10%.', 'h0745', 'd0512', 'n10pc')).toBe(
      'We meet at [7:45am] on [12] [May] and pay [10%].',
    );
  });

  it('is the beginning where nothing in the text matches', () => {
    expect(shown('Short and without a match.', 'zebra')).toBe('Short and without a match.');
  });
});

describe('the share of a title that was looked for', () => {
  it('leaves out little words', () => {
    expect(shareOf('Close the case', [plainly(['close']), plainly(['case'])])).toBe(1);
    expect(shareOf('Close the case', [plainly(['case'])])).toBe(0.5);
  });
});
