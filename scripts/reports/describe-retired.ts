import { paths } from '../../src/content/paths.ts';
import { formatLongDate } from '../../src/dates/format.ts';
import type { Renamed } from '../../src/retiring/rename-guidance.ts';
import type { Withdrawn } from '../../src/retiring/withdraw-guidance.ts';
import { near } from './near.ts';
import { nextSteps, program } from './next-steps.ts';

/** Guidance that was withdrawn: what stays, and what still sends readers there. */
export function describeWithdrawn({ id, file, on, toMend }: Withdrawn, isDry: boolean): string {
  const lines = [
    `${isDry ? 'Would withdraw' : 'Withdrew'} ${near(file)} from ${formatLongDate(on)}.`,
    `Its wording stays at ${paths.guidance(id)}, marked as withdrawn, and editions that went out before go on quoting it.`,
    ...(toMend.length === 0
      ? ['Nothing else sends readers there.']
      : [
          '',
          'Still sends readers there',
          ...toMend.flatMap((one) => [
            `  ${near(one.file)}:${one.line}  ${one.found}`,
            `      ${one.remedy}`,
          ]),
        ]),
    ...after(isDry),
  ];
  return `${lines.join('\n')}\n`;
}

/** Guidance that has another name: where it is, and what was mended. */
export function describeRenamed({ from, to, file, mended }: Renamed, isDry: boolean): string {
  const places = mended.length === 1 ? '1 place' : `${mended.length} places`;
  const lines = [
    `${isDry ? 'Would make' : 'Made'} ${near(file)} of guidance/${from}.mdx.`,
    `${paths.guidance(from)} leads on to ${paths.guidance(to)}, and so do its earlier wordings. A search for its old title finds it.`,
    mended.length === 0
      ? 'No document links to it or quotes it.'
      : `${isDry ? 'Would mend' : 'Mended'} ${places} that name it:`,
    ...mended.map((one) => `  ${near(one.file)}:${one.line}  ${one.found}`),
    ...after(isDry),
  ];
  return `${lines.join('\n')}\n`;
}

const after = (isDry: boolean): string[] =>
  isDry
    ? ['', 'Nothing was changed.']
    : nextSteps([{ do: 'See that all fits together:', run: `${program} check` }]);
