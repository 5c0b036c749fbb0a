/** A character that nobody sees. */
export interface HiddenCharacter {
  at: number;
  length: number;
  /** "U+202E, which turns the direction of what follows". */
  name: string;
  /** Whether what stands around it reads in another order than it is written: UAX #9, 2. */
  turns: boolean;
}

const turning = /[\u202A-\u202E\u2066-\u2069]/u;

/*
 * Characters without a shape of their own that mean nothing in the languages written here, or hide what a text
 * says (Unicode, 23.2 and 23.5). Left out where they do their work: the joiner within an emoji, joiners and marks of
 * direction beside letters of scripts that need them, tags within a flag.
 */
const hidden = new RegExp(
  [
    turning.source,
    '[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u2060-\\u2065\\u206A-\\u206F\\uFEFF\\uFFF9-\\uFFFB]',
    '[\\u0001-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]',
    '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\p{M}\\p{Lo}])\\u200D|\\u200D(?![\\p{Extended_Pictographic}\\p{Lo}\\p{M}♀♂])',
    '(?<![\\p{Lo}\\p{M}])\\u200C|\\u200C(?![\\p{Lo}\\p{M}])',
    '[\\u200E\\u200F](?<![\\p{Script=Arabic}\\p{Script=Hebrew}][\\u200E\\u200F])(?![\\p{Script=Arabic}\\p{Script=Hebrew}])',
    '(?<![\\u{1F3F4}\\u{E0020}-\\u{E007E}])[\\u{E0000}-\\u{E007F}]',
  ].join('|'),
  'gu',
);

/** Every character of a text that nobody sees and that has no business there, in order. */
export function hiddenIn(text: string): HiddenCharacter[] {
  return Array.from(text.matchAll(hidden), ({ 0: character, index }) => ({
    at: index,
    length: character.length,
    name: nameOf(character),
    turns: turning.test(character),
  }));
}

/** The same of the first one only, as words: "U+200B, a space without width". */
export const firstHidden = (text: string): string | undefined => hiddenIn(text)[0]?.name;

/** Whether a text holds what turns the direction of the words around it. */
export const turnsDirection = (text: string): boolean => turning.test(text);

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (turning.test(character)) return `U+${code}, which turns the direction of what follows`;
  return `U+${code}, ${names[code] ?? 'a character that nobody sees'}`;
}

const names: Record<string, string> = {
  '00AD': 'a hyphen that shows only at the end of a line',
  '200B': 'a space without width',
  '200C': 'which keeps two letters apart',
  '200D': 'which joins two letters',
  '200E': 'a mark of direction',
  '200F': 'a mark of direction',
  '2060': 'which keeps two words on one line',
  FEFF: 'the mark that some programs put at the start of a file',
};
