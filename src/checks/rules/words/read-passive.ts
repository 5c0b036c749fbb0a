import { findIn, type Found } from '../../language/find-in.ts';
import type { Passage } from '../../reading/page.ts';
import { sentencesOf } from '../../language/sentences.ts';
import type { Fault, PageRule } from '../../rule.ts';

/* Participles that do not end in -ed. */
const irregular =
  'begun bought brought built chosen cut done drawn driven felt found given gone heard held hidden kept known laid led left lent lost made meant met paid put read run said seen sent set shown shut spent spoken split taken taught thought told understood withdrawn won written';
/* They end in -ed and say how something is, not what was done to it. */
const adjectives =
  'advanced based closed committed concerned complicated detailed experienced interested limited located married pleased prepared related required supposed tired used worried enrolled';

const be = "(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)";
const participle = `(?:\\p{Ll}{2,}ed|${irregular.replaceAll(' ', '|')})`;
const passive = new RegExp(
  `(?<![\\p{L}\\p{M}’'-])(?<before>(?:must|should|will|may|can|need to|needs to|has to|have to) (?:not )?)?${be} (?:(?:not|also|now|only|always|\\p{Ll}+ly) )?(?<done>${participle})(?![\\p{L}\\p{M}-])(?! by (?!\\d|\ufffc|midday|noon|midnight|\\p{Lu}\\p{Ll}+day|the end|email|post|phone|text))`,
  'gu',
);
const asks = new RegExp(
  '(?<![\\p{L}\\p{M}])it (?:is|was) (?:requested|required|expected|recommended|advised|suggested) that(?![\\p{L}\\p{M}])',
  'giu',
);

/* In so many sentences a few are natural. */
const fewest = 4;

export default {
  id: 'read/passive',
  severity: 'advice',
  runs: 'text',
  why: '“Plans must be sent” leaves readers to guess who sends them; “send us your plan” does not.',
  failing: {
    example:
      'Plans must be submitted on time. It is requested that providers answer.\n\nThe form was changed. It is checked and it is stored. Names are recorded. Dates are compared. Nobody rings.',
    finds: [
      'must be submitted',
      'It is requested that',
      'The form was changed. It is checked and it is stored. Names are recorded. Dates are compared. Nobody rings.',
    ],
  },
  passing:
    'Send us your plan. We changed the form, and it was checked by two people. You are enrolled. The office is closed. It was opened in May.',
  *check({ passages, kind }) {
    if (kind === 'contacts' || kind === 'glossary') return;
    for (const passage of passages) {
      if (passage.kind === 'field' || passage.kind === 'heading' || passage.language === 'mi')
        continue;
      yield* checkPassage(passage);
    }
  },
} satisfies PageRule;

function* checkPassage(passage: Passage): Generator<Fault> {
  for (const { quoted, text, place } of findIn(passage, asks)) {
    if (quoted) continue;
    yield {
      at: place,
      message: `“${text}” hides who asks.`,
      suggestion: 'Please …, or you must …',
    };
  }
  const found = [...findIn(passage, passive)].filter(isPassive);
  for (const { text, place } of found.filter(({ groups }) => isDuty(groups['before']))) {
    yield {
      at: place,
      message: `“${text}” does not say who has to do it.`,
      suggestion: 'Say who does it: “send us …”, “you must …”, “we will …”.',
    };
  }
  const sentences = sentencesOf(passage);
  // Both are in the order of the text.
  let next = 0;
  const touched = sentences.filter(({ from, to }) => {
    while ((found[next]?.from ?? Infinity) < from) next++;
    return (found[next]?.to ?? Infinity) <= to;
  });
  if (touched.length < fewest || touched.length * 2 <= sentences.length) return;
  yield {
    at: passage.place(),
    message: `${touched.length} of the ${sentences.length} sentences here do not say who does something.`,
    suggestion: 'Start some of them with who: “we”, “you”, “your school”.',
  };
}

const isPassive = ({ quoted, groups }: Found) =>
  !quoted && !adjectives.split(' ').includes(groups['done'] ?? '');

const isDuty = (before: string | undefined) =>
  before !== undefined && /^(?:must|should|need|has|have)/.test(before);
