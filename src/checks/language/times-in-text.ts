/** A time or a range of times as somebody wrote it, and as it is written here. */
export interface WrittenTime {
  from: number;
  to: number;
  right: string;
  /** Whether it is a range that ends before it begins, or when it does, on one side of midday. */
  backwards: boolean;
}

const clock = '(?<![\\d:.$/-])(?:1[0-2]|0?[1-9])(?:[:.][0-5]\\d)?';
const half = '(?:[ap]\\.m\\.?|[ap]m\\b|[AP]M\\b)';
const range = new RegExp(
  `(?<t1>${clock})\\s*(?<h1>${half})?\\s*(?:-|–|—|to|until|till)\\s*(?<t2>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\\d)?)\\s*(?<h2>${half})`,
  'g',
);
const single = new RegExp(`(?<t1>${clock})\\s*(?<h1>${half})`, 'g');

/** Every time in a text that has am or pm, ranges as one. */
export function timesIn(words: string): WrittenTime[] {
  if (!/\d\s*[ap]\.?m/i.test(words)) return [];
  const found: WrittenTime[] = [];
  for (const match of words.matchAll(range)) {
    const { t1 = '', h1, t2 = '', h2 = '' } = match.groups ?? {};
    const end = halfOf(h2);
    const start = h1 ? halfOf(h1) : startHalf(t1, t2, end);
    const backwards = start === end && minutes(t1) >= minutes(t2);
    found.push({
      ...span(match),
      right: `${written(t1, start)} to ${written(t2, end)}`,
      backwards,
    });
  }
  for (const match of words.matchAll(single)) {
    const own = span(match);
    if (found.some(({ from, to }) => own.from < to && own.to > from)) continue;
    const { t1 = '', h1 = '' } = match.groups ?? {};
    found.push({ ...own, right: written(t1, halfOf(h1)), backwards: false });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

type Half = 'am' | 'pm';

const halfOf = (words: string): Half => (words.toLowerCase().startsWith('a') ? 'am' : 'pm');

const span = (match: RegExpExecArray) => ({ from: match.index, to: match.index + match[0].length });

/** Whether the start of "11-1pm" is before or after midday: the range runs forward and is short. */
function startHalf(start: string, end: string, half: Half): Half {
  if (minutes(start) < minutes(end)) return half;
  return half === 'am' ? 'pm' : 'am';
}

const minutes = (time: string) => {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number);
  return (hour % 12) * 60 + minute;
};

/** After the New Zealand government content guidance: closed up, no ":00", midday and midnight in words. */
function written(time: string, half: Half): string {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number);
  if (hour === 12 && minute === 0) return half === 'pm' ? 'midday' : 'midnight';
  return `${hour}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${half}`;
}
