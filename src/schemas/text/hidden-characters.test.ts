import { describe, expect, it } from 'vitest';
import { hiddenIn } from './hidden-characters.ts';
import { oneLine } from '../fields.ts';

describe('characters that nobody sees', () => {
  it.each([
    ['invoice\u202Efdp.exe', 'U+202E, which turns the direction of what follows'],
    ['\u2066abc\u2069', 'U+2066, which turns the direction of what follows'],
    ['Min\u200Bistry', 'U+200B, a space without width'],
    ['Min\uFEFFistry', 'U+FEFF, the mark that some programs put at the start of a file'],
    ['Min\u00ADistry', 'U+00AD, a hyphen that shows only at the end of a line'],
    ['Min\u2060istry', 'U+2060, which keeps two words on one line'],
    ['Min\u200Distry', 'U+200D, which joins two letters'],
    ['Min\u200Cistry', 'U+200C, which keeps two letters apart'],
    ['Min\u200Eistry', 'U+200E, a mark of direction'],
    ['bell\u0007', 'U+0007, a character that nobody sees'],
    ['a\u{E0041}', 'U+E0041, a character that nobody sees'],
  ])('are found: %j', (text, name) => {
    expect(hiddenIn(text)[0]?.name).toBe(name);
  });

  it.each([
    ['macrons, composed or not', 'Tēnā koutou, te\u0304na\u0304'],
    ['dashes and spaces that do not break', '9\u00A0am – 10\u202Fam'],
    [
      'a family, a flag and a pilot of emoji',
      '👩‍👩‍👧‍👦 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 👩🏽‍✈️ ❤️',
    ],
    ['joiners of Persian and Hindi', 'می‌خواهم क्‍ष'],
    ['a mark beside Hebrew', 'שלום\u200F!'],
    ['tabs and line ends', 'a\tb\nc\r\n'],
  ])('are not seen in %s', (_, text) => {
    expect(hiddenIn(text)).toEqual([]);
  });

  it('that turn the direction are refused in every line of text', () => {
    expect(
      oneLine.safeParse('Invoice \u202Efdp').error?.issues.map(({ message }) => message),
    ).toEqual(['one line of text without characters that turn its direction, such as U+202E']);
  });
});
