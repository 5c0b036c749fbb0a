import type { Page, Passage } from '../reading/page.ts';

/* Words that people put in capitals to be heard. Anything else in capitals may be a short form. */
const common = new Set(
  'ALL AND ANY ARE ASAP BEFORE BOTH CAN DATE DEADLINE DO DUE EVERY FINAL FOR FREE FROM FULL HAVE HELP HERE HOW IMMEDIATELY IMPORTANT INFORMATION IS KEY LAST LATE MAY MORE MUST NEED NEW NEVER NO NOT NOTE NOW ONLY OPEN OR OTHER OUR OUT PLEASE READ REMEMBER REMINDER REQUIRED SCHOOLS SCHOOL SHOULD STOP THANK THE THESE THIS TIME TO TODAY UP UPDATE URGENT US USE VERY WARNING WE WHAT WHEN WILL WITH YES YOU YOUR ACTION ATTENTION MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER WEEK TERM ONLINE CLOSED CLOSES CLOSE TOMORROW WELCOME CLICK CALL SEND REGISTER APPLY SUBMIT JOIN CHECK CHANGE CHANGED CHANGES CANCELLED POSTPONED EXTENDED CORRECTION COMPLETE COMPLETED DONE SOON AGAIN ALWAYS WITHIN AFTER UNTIL UNLESS EACH SAME BUT WAS WERE WHO WHY WHERE WHICH THEIR THEY THEM HAS HAD NOTHING EXCEPT OPTIONAL COMPULSORY VOLUNTARY STAFF PARENTS STUDENTS PRINCIPALS TEACHERS PROVIDERS EVERYONE AVAILABLE'.split(
    ' ',
  ),
);

/** Whether a word in capitals is said loudly, rather than a short form. */
export function isShouted(passage: Passage, at: number, word: string, page: Page): boolean {
  if (word.length < 2 || /[a-z-]/.test(word)) return false;
  if (word === 'US' || word === 'IT') return besideCapitals(passage.words, at, word.length);
  return (
    common.has(word) ||
    (word.length > 3 && besideCapitals(passage.words, at, word.length)) ||
    (word.length > 4 && saidPlainly(word, page))
  );
}

/** Whether the word before or after is in capitals too. */
const besideCapitals = (words: string, at: number, length: number): boolean =>
  /\b[A-Z]{4,}\s+$/.test(words.slice(Math.max(0, at - 30), at)) ||
  /^\s+[A-Z]{4,}\b/.test(words.slice(at + length, at + length + 30));

/** Whether the same document has it as an ordinary word; longer ones are no words. */
const saidPlainly = (word: string, { passages }: Page): boolean => {
  if (word.length > 20) return false;
  const words = plainWords.get(passages) ?? wordsOf(passages);
  plainWords.set(passages, words);
  return words.has(word.toLowerCase());
};

/* Of each word in capitals the same is asked of all the passages. */
const plainWords = new WeakMap<Page['passages'], ReadonlySet<string>>();

const wordsOf = (passages: Page['passages']) =>
  new Set(passages.flatMap(({ words }) => words.match(/[\p{L}\p{M}\d]+/gu) ?? []));
