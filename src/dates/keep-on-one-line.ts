/** A run of words; where it is whole, no line may break within it. */
export interface LineRun {
  text: string;
  whole: boolean;
}

/** Letters, with the punctuation at it, up to "multi-agency". Longer ones may break: a phone has few to a line. */
const longest = 12;

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const numbers = [
  // "7 May 2026", "15 May"
  `\\b\\d{1,2}\\s(?:${month})\\b(?:\\s\\d{4}\\b)?`,
  // "0800 422 599"
  String.raw`\b0\d{1,3}(?:\s\d{3,4}){2}\b`,
  // "quarter 1", "Term 2", "section 35"; "Wellington 6140", "Act 2020"
  String.raw`\b(?:[Qq]uarter|[Tt]erm|[Ss]ection)\s\d{1,2}\b`,
  String.raw`\b\p{Lu}\p{Ll}+\s\d{4}\b(?!\s\d)`,
];
const withNumbers = new RegExp(`(${numbers.join('|')})`, 'u');
/* "AS-CMS" besides. It is looked for at every letter, so only where there is a hyphen, and alone where there is no digit. */
const hyphened = String.raw`[^\s-]*-\S+`;
// From the start of a word on: tried at each of its letters, every long word is read many times.
const withHyphens = new RegExp(`((?<![^\\s-])${hyphened})`);
const withBoth = new RegExp(`(${numbers.join('|')}|${hyphened})`, 'u');

function patternFor(text: string): RegExp {
  if (!text.includes('-')) return withNumbers;
  return /\d/.test(text) ? withBoth : withHyphens;
}

/** Whether a line may break at every space of a text, which is plain for most. */
export const mayBreak = (text: string): boolean => !/[-\d]/.test(text);

/**
 * Parts a text into what may break over lines and what may not: a date, a phone number, a name with its number,
 * and a short word at its hyphen, as in "AS-CMS", "drop-in" or "--via". Joined again they are the text: hyphens
 * and spaces stay what they are, so that people find and copy what was written.
 */
export function runsOnOneLine(text: string): LineRun[] {
  if (mayBreak(text)) return [{ text, whole: false }];
  const parts = text.split(patternFor(text));
  if (parts.length === 1) return [{ text, whole: false }];
  return parts
    .map((part, at) => ({
      text: part,
      whole: at % 2 === 1 && (!part.includes('-') || part.length <= longest),
    }))
    .filter((run) => run.text !== '');
}
