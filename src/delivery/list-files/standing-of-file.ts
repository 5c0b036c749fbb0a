import { basename } from 'node:path';
import { BadInput } from '../../problems/problem.ts';
import type { Standing } from './consent-words.ts';

/*
 * Mailchimp writes a file for each standing and says which only in its name:
 * cleaned_members_export_b6300f8dad.csv.
 */

const named = /^(subscribed|unsubscribed|nonsubscribed|cleaned|archived)_\w*export/i;

const standings: Readonly<Record<string, Standing>> = {
  unsubscribed: 'unsubscribed',
  archived: 'unsubscribed',
  cleaned: 'bounced',
  nonsubscribed: 'waiting',
};

/** How everybody stands who is in a file, by its name; undefined where that says nothing against them. */
export const standingOfFile = (file: string): Standing | undefined =>
  standings[named.exec(basename(file))?.[1]?.toLowerCase() ?? ''];

/** @throws {BadInput} for a file of people who are not on a list, by its name */
export function refuseByName(file: string): void {
  const standing = standingOfFile(file);
  if (standing === undefined) return;
  const remedy =
    standing === 'waiting'
      ? 'They never asked for bulletins: leave the file out.'
      : 'Keep their no with `npm run -s panui -- lists suppress FILE.csv`. If they did agree, rename the file.';
  const found = `the export of those who are "${basename(file).split('_')[0]}"`;
  throw new BadInput([{ file, expected: 'people who are on the list', found, remedy }]);
}
