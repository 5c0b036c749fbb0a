/*
 * The little words of English: what every sentence has, so that they say nothing about what a
 * reader is after. A search drops them unless there is nothing else.
 */
export const littleWords: ReadonlySet<string> = new Set(
  `a about again all already also always am an and any anybody anyone are as ask at be because been before being
  but by can could did do does doing each even ever every everybody everyone find for from get gets getting give
  go got had has have having he her here hers him his how i id if ill im in into is it its ive just keep keeps
  know let like lot lots many me mine much my need needs now of off on or our ours out over please she should
  show so some somebody someone sometimes still tell than that thats the their theirs them then there these they
  thing things this those through to too up us use want wants was we were what whats when where wheres whether
  which while who whom whos whose why will with would yes yet you your yours`.split(/\s+/),
);

/** The ways of saying no, or that something fails: a fault is told with any of them, and none of them is what it is about. */
export const negations: ReadonlySet<string> = new Set(
  `arent cannot cant couldnt didnt doesnt dont fail failed failing fails hasnt havent isnt never no not unable wasnt wont
  wouldnt`.split(/\s+/),
);

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The folded words that `numberOf` knows. */
export const numberWords: readonly string[] = [...units.slice(2), ...tens];

/** The number a folded word stands for; not for "one", which mostly stands for somebody. */
export function numberOf(word: string): number | undefined {
  const unit = units.indexOf(word);
  if (unit > 1) return unit;
  const ten = tens.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : undefined;
}

/** What stands in an answer to a question that does not name it: "how long does it take" is answered in weeks. */
export const unnamed: ReadonlyMap<string, readonly string[]> = new Map([
  ['how long', ['minutes', 'hours', 'days', 'weeks', 'months', 'years']],
]);
