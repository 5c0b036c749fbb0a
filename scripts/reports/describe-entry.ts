import type { AddedEntry } from '../../src/skeletons/add-entry.ts';
import type { EntryKind } from '../../src/skeletons/start-entry.ts';
import { near } from './near.ts';
import { asWord, nextSteps, program, type Step } from './next-steps.ts';

/** An entry of a list that was begun: where it is, how it is referred to, and what to do next. */
export function describeEntry(kind: EntryKind, entry: AddedEntry): string {
  const { id, file, line } = entry;
  const lines = [
    `Added "${id}" to ${near(file)}, on line ${line}.`,
    ...nextSteps(steps(kind, entry)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for a program. */
export const reportEntry = (kind: EntryKind, entry: AddedEntry) => ({
  kind,
  ...entry,
  next: steps(kind, entry),
});

const steps = (kind: EntryKind, { id, file }: AddedEntry): Step[] => [
  {
    do: 'Open it, and write over everything that says TBC. A list has no drafts: until it is written, nothing is built for sending.',
  },
  { do: 'See whether it is ready:', run: `${program} check ${asWord(near(file))}` },
  ...(kind === 'contact' ? [{ do: `Then a document shows it with <Contact id="${id}" />.` }] : []),
];
