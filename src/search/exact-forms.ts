import { numberOf, numberWords } from './english.ts';
import { fold } from './fold.ts';

/** A time, date, telephone number, amount or number in a text, whichever way it is written. */
export interface ExactForm {
  /** Where it stands in the text. */
  at: number;
  length: number;
  /** One spelling for all ways of writing it. More than one where it could mean either: "7:45". */
  tokens: string[];
}

interface Form {
  pattern: RegExp;
  tokens(match: RegExpExecArray): string[];
}

const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const year = '(?:,?\\s+(\\d{4}))?';
const half = '([ap])\\.?\\s?m\\b\\.?';

/* In order: what an earlier pattern has taken, a later one leaves alone. */
const forms: readonly Form[] = [
  {
    // 0800 422 599, 04 463 8000, +64 4 463 8000: also found by its end, without the prefix.
    pattern: /(?:\+64\s?|\b0)\d[\d\s().-]{5,}\d\b|\b\d{3}[\s-]\d{3,4}\b(?![\d-])/g,
    tokens: ([text]) => telephone(text),
  },
  { pattern: /\b(20\d\d)-(\d\d)-(\d\d)\b/g, tokens: ([, y, m, d]) => day(d, m, y) },
  {
    pattern: /\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d|\d\d)\b/g,
    tokens: ([, d, m, y = '']) => day(d, m, y.length === 2 ? `20${y}` : y),
  },
  { pattern: /\b(\d{1,2})\/(\d{1,2})\b/g, tokens: ([, d, m]) => day(d, m) },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}\\b${year}`, 'g'),
    tokens: ([, d, name = '', y]) => day(d, monthNumber(name), y),
  },
  {
    pattern: new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d|[:.]\\d)${year}`, 'g'),
    tokens: ([, name = '', d, y]) => day(d, monthNumber(name), y),
  },
  {
    // 11-11.45am: the first end takes its half of the day from the second.
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:[:.](\\d\\d))?\\s*(?:-|–|to)\\s*(\\d{1,2})(?:[:.](\\d\\d))?\\s?${half}`,
      'g',
    ),
    tokens: ([, h1, m1, h2, m2, ap = '']) => {
      const sameHalf = Number(h1) % 12 <= Number(h2) % 12;
      return [...clock(h1, m1, sameHalf ? ap : otherHalf(ap)), ...clock(h2, m2, ap)];
    },
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:[:.](\\d\\d))?\\s?${half}`, 'g'),
    tokens: ([, h, m, ap]) => clock(h, m, ap),
  },
  { pattern: /\b(\d{1,2}):(\d\d)\b/g, tokens: ([, h, m]) => clock(h, m) },
  { pattern: /\b(\d{1,2})\s?o ?clock\b/g, tokens: ([, h]) => clock(h, '00') },
  { pattern: /\b(?:12\s+)?(?:midday|noon)\b/g, tokens: () => ['h1200'] },
  { pattern: /\b(?:12\s+)?midnight\b/g, tokens: () => ['h0000'] },
  {
    pattern: /\b(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)/g,
    tokens: ([, n = '']) => [`n${plain(n)}pc`],
  },
  // The beginning of a telephone number: 0800.
  { pattern: /\b0\d{2,3}\b/g, tokens: ([text]) => [`t${text}`] },
  { pattern: /\$\s?(\d[\d,]*(?:\.\d+)?)/g, tokens: ([, n = '']) => [`n${plain(n)}`] },
  // 11.45 may be a time, 65.9 is not; 4.0.1 is a version.
  {
    pattern: /\b(\d{1,2})\.([0-5]\d)\b(?![.\d])/g,
    tokens: ([text, h, m]) => [...clock(h, m), `n${plain(text)}`],
  },
  { pattern: /\b\d[\d,]*(?:\.\d+)+\b/g, tokens: ([text]) => [`n${plain(text)}`] },
  { pattern: /\b(\d{1,3}(?:,\d{3})+|\d+)\b/g, tokens: ([, n = '']) => [`n${plain(n)}`] },
  {
    pattern: new RegExp(`\\b(?:${numberWords.join('|')})\\b`, 'g'),
    tokens: ([word]) => {
      const number = numberOf(word);
      return number === undefined ? [] : [`n${number}`];
    },
  },
];

/** Everything in a text that has one exact meaning, in reading order and without overlaps. */
export function exactForms(text: string): ExactForm[] {
  // Folding must not move anything, so that places in it are places in the text.
  const folded = text.replaceAll(/[^\0-\x7f]/gu, steady).replaceAll(/[A-Z]+/g, lower);
  const taken = new Uint8Array(folded.length);
  const found = forms.flatMap(({ pattern, tokens }) =>
    [...folded.matchAll(pattern)].flatMap((match): ExactForm[] => {
      const form = { at: match.index, length: match[0].length, tokens: tokens(match) };
      if (form.tokens.length === 0 || taken.subarray(form.at, form.at + form.length).includes(1)) {
        return [];
      }
      taken.fill(1, form.at, form.at + form.length);
      return [form];
    }),
  );
  return found.toSorted((a, b) => a.at - b.at);
}

const lower = (letters: string) => letters.toLowerCase();

function steady(letter: string): string {
  const folded = letter === '\u00a0' ? ' ' : fold(letter);
  return folded.length === letter.length ? folded : letter;
}

const monthNumber = (name: string) =>
  String(months.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1);

/** A day with and without its year: people mostly leave it out. */
function day(d = '', m = '', y?: string): string[] {
  const [date, number] = [Number(d), Number(m)];
  if (date < 1 || date > 31 || number < 1 || number > 12) return [];
  const short = `d${String(number).padStart(2, '0')}${String(date).padStart(2, '0')}`;
  return y ? [short, `${short}y${y}`] : [short];
}

/** A time on the 24-hour clock; both halves of the day where the text leaves them open. */
function clock(h = '', m = '00', ap?: string): string[] {
  const [hour, minute] = [Number(h), Number(m)];
  if (hour > (ap ? 12 : 23) || minute > 59) return [];
  const at = (hours: number) =>
    `h${String(hours).padStart(2, '0')}${String(minute).padStart(2, '0')}`;
  if (ap) return [at((hour % 12) + (ap === 'p' ? 12 : 0))];
  return hour > 12 || (h.length === 2 && h.startsWith('0'))
    ? [at(hour)]
    : [at(hour % 12), at((hour % 12) + 12)];
}

const otherHalf = (ap: string) => (ap === 'a' ? 'p' : 'a');

const plain = (number: string) =>
  number.replaceAll(',', '').replaceAll('.', 'p').replace(/p0+$/, '');

function telephone(text: string): string[] {
  const groups = text.replace(/^\+64[\s(]*0?/, '0').match(/\d+/g) ?? [];
  const whole = groups.join('');
  if (whole.length < 6) return [];
  const end = groups.slice(1).join('');
  return end.length >= 6 ? [`t${whole}`, `t${end}`] : [`t${whole}`];
}
