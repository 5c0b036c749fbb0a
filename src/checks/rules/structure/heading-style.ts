import type { Library, Page, Passage } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'heading/style',
  severity: 'advice',
  runs: 'text',
  why: 'Headings in sentence case are read faster, and short ones fit a phone.',
  failing: {
    example:
      '## Chocolate Fish Up for Grabs\n\nText.\n\n## REPORTS ARE DUE\n\nText.\n\n## Great news 🎉\n\nText.',
    finds: ['Chocolate Fish Up for Grabs', 'REPORTS ARE DUE', 'Great news 🎉'],
  },
  passing: '## Chocolate fish to win\n\nText.\n\n## Ask the Service Desk about AS-CMS\n\nText.',
  *check(page, library) {
    const names = namesIn(library, page);
    for (const heading of page.passages) {
      const title = heading.kind === 'heading' || heading.field === 'title';
      const wrong = title ? fault(heading, names) : undefined;
      if (wrong) yield { at: heading.place(), ...wrong };
    }
  },
} satisfies PageRule;

function fault({ text, words }: Passage, names: ReadonlySet<string>) {
  if (/\p{Extended_Pictographic}/u.test(text)) {
    return {
      message: 'Screen readers say the name of each emoji.',
      suggestion: 'Say it in words.',
    };
  }
  const all = words.match(/[\p{L}\d’'-]+/gu) ?? [];
  const loud = all.filter((word) => /^\p{Lu}{3,}$/u.test(word));
  if (all.length > 1 && loud.length * 2 > all.length) {
    return { message: 'This heading is in capitals.', suggestion: 'Write it in sentence case.' };
  }
  if (text.length > 70) {
    return {
      message: `This heading has ${text.length} characters.`,
      suggestion: 'Say it in 70 or fewer.',
    };
  }
  const rest = all.slice(1).filter((word) => word.length > 1 && !/^\p{Lu}{2,}/u.test(word));
  const capital = rest.filter((word) => /^\p{Lu}/u.test(word) && !names.has(word));
  return capital.length >= 2 && capital.length * 2 > rest.filter((word) => word.length > 3).length
    ? {
        message: 'Only the first word of a heading, and names, start with a capital letter.',
        suggestion: sentenceCase(text, names),
      }
    : undefined;
}

const sentenceCase = (text: string, names: ReadonlySet<string>) =>
  text.replaceAll(/(?<=\s|-)\p{Lu}\p{Ll}+/gu, (word) =>
    names.has(word) ? word : word.toLowerCase(),
  );

const made = new WeakMap<Library, Set<string>>();

/** Words that are names: in the glossary, the contacts, or capital in the middle of a sentence. */
function namesIn(library: Library, page: Page): ReadonlySet<string> {
  const known =
    made.get(library) ??
    new Set(
      [
        ...[...library.content.contacts.values()].map(({ name }) => name),
        ...[...library.content.glossary.values()].flatMap(({ term, expansion = '' }) => [
          term,
          expansion,
        ]),
        ...library.content.kupu.names,
        'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Education Act Ministry New Zealand Microsoft Google',
      ].flatMap((words) => words.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []),
    );
  made.set(library, known);
  const own = new Set(known);
  for (const { kind, words } of page.passages) {
    if (kind !== 'paragraph') continue;
    for (const [word] of words.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)) own.add(word);
  }
  return own;
}
