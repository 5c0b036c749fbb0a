import type { FileOutcome } from '../../src/importing/import-folder.ts';
import { lostIn } from '../../src/importing/loss/compare-facts.ts';
import { describeImported, reportImported } from './describe-imported.ts';

/** What became of every file of a folder: first those that did not come in, then each report, then the count. */
export function describeOutcomes(outcomes: readonly FileOutcome[], isDry: boolean): string {
  const refused = outcomes.flatMap((one) => ('problems' in one ? [one] : []));
  const read = outcomes.flatMap((one) => ('imported' in one ? [one] : []));
  const lossy = read.filter(({ imported }) => lostIn(imported.loss).length > 0).length;
  const good = read.length - lossy;
  return [
    ...refused.map(({ path, problems }) =>
      [
        `${path} was not imported.`,
        ...problems.map(
          ({ expected, found, remedy }) =>
            `  Expected ${expected}.\n  Found ${found}.\n  ${remedy}`,
        ),
      ].join('\n'),
    ),
    ...read.map(({ path, imported }) => `${path}\n${describeImported(imported, isDry).trimEnd()}`),
    `${good} of ${outcomes.length} ${isDry ? 'would be' : 'were'} imported without a loss${lossy > 0 ? `, ${lossy} would have lost something` : ''}${refused.length > 0 ? `, ${refused.length} could not be used` : ''}.\n`,
  ].join('\n\n');
}

/** The same of one file for a program. */
export const reportOutcome = (outcome: FileOutcome) =>
  'imported' in outcome ? { path: outcome.path, ...reportImported(outcome.imported) } : outcome;
