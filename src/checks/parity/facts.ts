import { actionLabels } from '../../schemas/fields.ts';
import { issueStatuses } from '../../schemas/known-issue.ts';
import { plain, type RenderedWords } from './rendered-words.ts';

/** The kinds of fact, each with its name for a person. */
export const factKinds = {
  heading: 'heading',
  entry: 'list item',
  link: 'link',
  action: 'action label',
  status: 'status of a known issue',
  date: 'date',
  time: 'time',
  amount: 'amount',
  phone: 'phone number',
  address: 'email address',
  word: 'word',
  pause: 'pause as it is read aloud',
} as const;

export type FactKind = keyof typeof factKinds;

export type Facts = { readonly [Kind in FactKind]: readonly string[] };

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december';
const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const oneOf = (labels: Readonly<Record<string, string>>) =>
  Object.values(labels).map(plain).join('|');

/** How each kind looks among words that `plain` has cleaned. */
export const looks = {
  action: new RegExp(`\\b(?:${oneOf(actionLabels)})\\b`, 'g'),
  status: new RegExp(`\\b(?:${oneOf(issueStatuses)})\\b`, 'g'),
  date: new RegExp(`\\b(?:(?:${weekdays}) )?\\d{1,2} (?:${months})(?: \\d{4})?\\b`, 'g'),
  time: /\b(?:\d{1,2}(?:[:.]\d{2})?(?:am|pm)|midday|midnight|noon)\b/g,
  amount:
    /\$\d[\d,.]*(?: (?:million|billion|thousand))?|\b\d[\d,.]*(?:%| (?:per cent|percent|dollars|million|billion)\b)/g,
  phone: /(?<![\w.])(?:\+64|0)[\d -]{6,}\d\b/g,
  address: /[^\s@]+@[^\s@]+\.[^\s@]+/g,
} as const satisfies Partial<Record<FactKind, RegExp>>;

/** Everything one rendering says, by kind, in order. */
export function factsOf({ words, pauses, headings, entries, links }: RenderedWords): Facts {
  const all = (look: RegExp) => words.match(look) ?? [];
  return {
    heading: headings,
    entry: entries,
    link: links,
    action: all(looks.action),
    status: all(looks.status),
    date: all(looks.date),
    time: all(looks.time),
    amount: all(looks.amount),
    phone: all(looks.phone),
    address: all(looks.address),
    word: words === '' ? [] : words.split(' '),
    pause: pauses,
  };
}
