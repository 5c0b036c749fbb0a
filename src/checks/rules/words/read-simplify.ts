import { findPhrases, type Better } from '../../language/phrases.ts';
import type { PageRule } from '../../rule.ts';

const list: readonly Better[] = [
  [/\bplease note(?: that)?\b/gi, 'Say it straight away.'],
  [/\bin the first instance\b/gi, 'first'],
  [/\bin order to\b/gi, 'to'],
  [/\bprior to\b/gi, 'before'],
  [/\bsubsequent to\b/gi, 'after'],
  [/\bin the event (?:that|of)\b/gi, 'if'],
  [/\bdue to the fact that\b/gi, 'because'],
  [/\bwith regards? to\b|\bin relation to\b|\bpertaining to\b/gi, 'about'],
  [/\butili[sz](?:e|es|ed|ing)\b/gi, 'use'],
  [/\bcommenc(?:e|es|ed|ing)\b/gi, 'start'],
  [/\bfacilitat(?:e|es|ed|ing)\b/gi, 'help'],
  [/\bensur(?:e|es|ing) timely\b/gi, 'make sure … in time'],
  [/\bgoing forward\b/gi, 'from now on'],
  [/\bat this point in time\b|\bat the present time\b/gi, 'now'],
  [/\ba (?:large )?number of\b/gi, 'some, or the number'],
  [/\bleverag(?:e|es|ed|ing)\b/gi, 'use'],
  [/\btriag(?:e|es|ed|ing)\b/gi, 'sort'],
  [/\bstrengthen(?:ing)? support pathways\b/gi, 'give better support'],
  [/\bper annum\b/gi, 'a year'],
  [
    /\b(?:please )?(?:do not|don[’']t) hesitate to (?:contact|ask|call|email|get in touch)\b/gi,
    'ask us',
  ],
  [/\bin accordance with\b/gi, 'following'],
  [/\bin respect of\b/gi, 'for, or about'],
  [/\bfor the purposes? of\b/gi, 'to, or for'],
  [/\bin a timely manner\b|\bat your earliest convenience\b/gi, 'Give the date.'],
  [/\bon a (?:daily|weekly|monthly|regular) basis\b/gi, 'every day, week or month; often'],
  [/\bthe majority of\b/gi, 'most'],
  [/\ba range of\b/gi, 'several, or say which'],
  [/\bnotwithstanding\b/gi, 'despite'],
  [/\bhereby\b|\btherein\b|\bthereof\b|\bherewith\b/gi, 'Leave it out.'],
  [/\bendeavou?r to\b/gi, 'try to'],
  [/\bascertain\b/gi, 'find out'],
  [/\bexpedite\b/gi, 'speed up'],
  [/\bdisseminat(?:e|es|ed|ing)\b/gi, 'share'],
  [/\bremunerat(?:e|ion)\b/gi, 'pay'],
  [/\brequisite\b/gi, 'needed'],
  [/\bsubmit(?:ted)? (?:an )?application\b/gi, 'apply'],
  [/\bmake a decision\b/gi, 'decide'],
  [/\bprovide (?:assistance|support) to\b/gi, 'help'],
  [/\bwill be able to\b/gi, 'can'],
  [/\bis able to\b|\bare able to\b/gi, 'can'],
  [/\bas a result of\b/gi, 'because of'],
  [/\bwith the exception of\b/gi, 'except'],
  [/\bin conjunction with\b/gi, 'with'],
  [/\bkey (?:learnings|deliverables)\b/gi, 'what we learnt, or what we will do'],
  [/\bdeep dive\b|\breach out\b|\btouch base\b/gi, 'look closely, or ask'],
  [/\bforthcoming\b/gi, 'next'],
];

const opinions: readonly Better[] = [
  [
    /\bfrustrating\b|\bannoying\b|\bexcit(?:ing|ed)\b|\bfantastic\b|\bamazing\b|\bunfortunately\b/gi,
    'Leave it out, and say what changed.',
  ],
];

export default {
  id: 'read/simplify',
  severity: 'advice',
  runs: 'text',
  why: 'Short, everyday words are understood by everyone, and opinion is no news.',
  failing: {
    example: 'Please note that, in the first instance, we resolve several frustrating issues.',
    finds: ['Please note that', 'in the first instance', 'frustrating'],
  },
  passing: 'Check the known issues first. Several faults are mended.',
  *check(page) {
    yield* findPhrases(page, list, (words) => `There are plainer words than “${words}”.`);
    yield* findPhrases(page, opinions, (words) => `“${words}” is an opinion.`);
  },
} satisfies PageRule;
