/*
 * The little words of English: what every sentence has, so that they say nothing about what a
 * reader is after. A search drops them unless there is nothing else.
 */
export const littleWords: ReadonlySet<string> = new Set(
  `a about again all also am an and any are as at be because been before being but by did do does doing
  for from get gets getting give go got had has have having he her here hers him his how i id if ill im
  in into is it its ive just let like me mine my need needs of off on or our ours out over please she
  should so some than that thats the their theirs them then there these they thing things this those to
  too up us use want wants was we were what whats when where wheres which while who whom whos whose why
  with would yes you your yours`.split(/\s+/),
);

/** Short forms of "not" as people type them, with or without the apostrophe. */
const negations: Readonly<Record<string, string>> = {
  cant: 'cannot',
  couldnt: 'cannot',
  unable: 'cannot',
  wont: 'will not',
  wouldnt: 'will not',
  doesnt: 'does not',
  dont: 'do not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  havent: 'have not',
  hasnt: 'has not',
};

/** Folded words with the short forms of "not" written out: "cant", "can not" are "cannot". */
export const writtenOut = (folded: string): string =>
  folded.replace(/\bcan not\b/g, 'cannot').replace(/\p{L}+/gu, (word) => negations[word] ?? word);

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The number a folded word stands for; not for "one", which mostly stands for somebody. */
export function numberOf(word: string): number | undefined {
  const unit = units.indexOf(word);
  if (unit > 1) return unit;
  const ten = tens.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : undefined;
}
