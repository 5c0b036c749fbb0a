import { expect, it } from 'vitest';
import { firstSentence } from './first-sentence.ts';
import { parseBody } from './parse-body.ts';
import { plainWords } from './parse-inline.ts';

const lineOf = (mdx: string) =>
  plainWords(
    firstSentence(
      parseBody(mdx, 'newsletters', (_, { found }) => {
        throw new Error(found);
      }),
    ),
  );

it.each([
  ['Join us. See what is new.', 'Join us.'],
  ['It costs $1.50 a day. Or more.', 'It costs $1.50 a day.'],
  [
    'Ask Dr. Moana, or St. Mary’s School, first! Then wait.',
    'Ask Dr. Moana, or St. Mary’s School, first!',
  ],
  ['They said “come in.” We did.', 'They said “come in.”'],
  ['One line with no stop', 'One line with no stop'],
  ['Read [the **whole** of it](/newsletters/) now. Then rest.', 'Read the whole of it now.'],
  ['## Why\n\n- a list\n\nBecause of this. And that.', 'Because of this.'],
  ['<For audience="schools">\n\nFor kura. All.\n\n</For>\n\nFor everybody.', 'For kura.'],
  ['<Callout kind="note" title="Note">\n\nAside.\n\n</Callout>\n\nThe text.', 'The text.'],
  ['- only a list', ''],
])('of %j is %j', (mdx, line) => {
  expect(lineOf(mdx)).toBe(line);
});
