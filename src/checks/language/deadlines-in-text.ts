import type { Passage } from '../reading/page.ts';
import { printedDatesIn, type WrittenDate } from './dates-in-text.ts';
import { sentencesOf } from './sentences.ts';

/** A date by which something is to be done, as a text says it. */
export interface WrittenDeadline extends WrittenDate {
  /** Where the words that make it one begin: "no later than", "by". */
  leadFrom: number;
  /**
   * Whether the words can mean nothing else, as "due on" and "the last day to apply is"; "by" and "until" can
   * also say when we will do something, or how long something lasts.
   */
  certain: boolean;
}

const weekday = '(?:\\w+day,?\\s+)?';
const certainly = new RegExp(
  `(?:\\b(?:no later than|(?:is|are|was|were|be|falls?)?\\s*due(?: on| by| before| in)?(?: or before)?|clos(?:es?|ing)(?: date)?(?: on| at [\\d:]+ ?[ap]m on)?(?: is|:)?|(?:deadline|due date|cut-?off)(?: date)?(?: (?:for|to|of) [^.;:!?]{1,60}?)?(?: is| of|:)|last (?:day|date|chance)(?: (?:for|to|of) [^.;:!?]{1,60}?)?(?: is|:)))\\s+(?:on\\s+)?(?:the\\s+)?${weekday}$`,
  'i',
);
const perhaps = new RegExp(
  `(?:\\b(?:by|before|(?:open|have|has|apply|respond|register|enrol|accepted|taken|welcome)\\b[^.;:!?]{0,40}?\\b(?:until|till)))(?:\\s+[\\d:.]+ ?[ap]m(?: on)?|\\s+(?:noon|midday|midnight)(?: on)?|\\s+(?:the\\s+)?(?:close|end) of(?: business| the day| school)?(?: on)?)?\\s+(?:the\\s+)?${weekday}$`,
  'i',
);
const afterwards =
  /^,?\s+(?:is|are)\s+(?:the|your|our)\s+(?:last (?:day|date|chance)|deadline|due date|closing date)\b/i;

const tooLateAfter =
  /\b(?:received|sent|made|lodged|submitted|that (?:arrive|come)) after\s+(?:the\s+)?(?:\w+day,?\s+)?$/i;
const isTooLate =
  /^\s+(?:is|are|will be|cannot be|can’t be|may not be|will not be)\s+(?:too late|late|not accepted|accepted|processed|paid|returned)\b/i;

/* Said of ourselves or of what was: "We will publish it by 3 July", "those who joined before 3 July". */
const notAsked =
  /\b(?:will|we’ll|we'll|shall|aims?|plans?|expects?|hopes?|intends?|would|was|were|had|did|joined|started|received|enrolled|issued|made|sent|signed|came|left|between|from)\b(?!\s+(?:need|have) to\b)/i;

/**
 * Every deadline that a passage gives, whether its date is typed or printed by `<Day>`.
 * @param asAt the day of the document, YYYY-MM-DD
 */
export function deadlinesIn(passage: Pick<Passage, 'text'>, asAt: string): WrittenDeadline[] {
  const sentences = sentencesOf(passage);
  // Both are in the order of the text.
  let next = 0;
  return printedDatesIn(passage, asAt).flatMap((date) => {
    while ((sentences[next]?.to ?? Infinity) <= date.from) next++;
    const here = sentences[next];
    const sentence = here && here.from <= date.from ? here : undefined;
    const before = passage.text.slice(Math.max(sentence?.from ?? 0, date.from - 120), date.from);
    const sure = certainly.exec(before);
    if (sure) return { ...date, leadFrom: date.from - sure[0].length, certain: true };
    const behind = passage.text.slice(date.to, date.to + 120);
    const late = isTooLate.test(behind) ? tooLateAfter.exec(before) : undefined;
    if (late) return { ...date, leadFrom: date.from - late[0].length, certain: true };
    if (afterwards.test(behind)) return { ...date, leadFrom: date.from, certain: true };
    const asked = perhaps.exec(before);
    if (!asked || notAsked.test(before)) return [];
    const lead = /\b(?:by|before|until|till)\b[^]*$/i.exec(asked[0])?.[0] ?? asked[0];
    return { ...date, leadFrom: date.from - lead.length, certain: false };
  });
}
