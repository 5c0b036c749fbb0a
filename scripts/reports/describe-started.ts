import { formatLongDate } from '../../src/dates/format.ts';
import type { Kind } from '../../src/skeletons/skeleton.ts';
import type { Started } from '../../src/skeletons/start-document.ts';
import { near } from './near.ts';
import { asWord, nextSteps, program, type Step } from './next-steps.ts';

/** A document that was begun: where it is, which day was taken and why, and what to do next. */
export function describeStarted(kind: Kind, started: Started): string {
  const { day, why, advice, carried = [] } = started;
  const lines = [
    `Made ${near(started.file)}`,
    `Dated ${formatLongDate(day)}${why === undefined ? '' : `, ${why}. For another, add --on`}.`,
    ...carried,
    ...advice.map((one) => `Consider: ${one}`),
    ...nextSteps(steps(kind, started)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for a program. */
export const reportStarted = (kind: Kind, started: Started) => ({
  kind: kind.word,
  ...started,
  next: steps(kind, started),
});

function steps({ word }: Kind, { id, file, audiences: [first] = [], alsoMend }: Started): Step[] {
  const path = near(file);
  const quoted = asWord(path);
  return [
    { do: `Open it, and write over everything that says TBC, in capitals or not.` },
    ...(alsoMend === undefined
      ? []
      : [{ do: `Put the edition right too, since the web shows it as it is: ${near(alsoMend)}` }]),
    { do: 'See what else is to be mended:', run: `${program} check ${quoted} --for draft` },
    { do: 'Look at its page:', run: 'npm start' },
    ...(first
      ? [
          {
            do: 'Then look at it as an email:',
            run: `${program} show ${id} --audience ${first} --as png > ${word}.png`,
          },
        ]
      : []),
    {
      do: 'It is a draft: shown to nobody else, and never sent. Once it is written, see whether it is ready:',
      run: `${program} check ${quoted}`,
    },
    { do: 'When it is, take the line "state: draft" out of its top.' },
  ];
}
