import { countOf, type CheckReport } from '../../src/checks/finding.ts';
import { countOfWord } from '../../src/checks/describe-report.ts';

/** Whether an edition may go out, in a sentence: "Checks of 2026-05-08: no errors, 1 warning. It can be approved." */
export function describeFitness(edition: string, report: CheckReport): string {
  const errors = countOf(report, 'error');
  const warnings = countOf(report, 'warning');
  const counts = `${errors === 0 ? 'no errors' : countOfWord(errors, 'error')}, ${warnings === 0 ? 'no warnings' : countOfWord(warnings, 'warning')}`;
  const so =
    errors === 0
      ? 'It can be approved.'
      : 'It cannot be approved until they are mended: run `npm run -s panui -- check` to see each.';
  return `Checks of ${edition}: ${counts}. ${so}`;
}
